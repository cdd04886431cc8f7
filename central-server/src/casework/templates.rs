//! Texts that answers start from, by what they are for and by language. Heads write those of their institution,
//! administrators those of everybody. Every version stays, with who wrote it.

use std::fmt;
use std::str::FromStr;

use crate::access::Right;
use crate::centre::Centre;
use crate::error::CentreError;
use crate::keys::random;
use crate::people::Agent;
use crate::store::{retrying, templates};

/// The longest text of a template, in characters.
const LONGEST_BODY: usize = 10_000;
/// The longest title, in characters.
const LONGEST_TITLE: usize = 100;

/// What a template is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TemplateDeed {
    /// An answer that is not the last word.
    Interim,
    /// The last word.
    Final,
    /// Asking for a document.
    Request,
}

/// Names a template through all its versions. Shown as 16 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct TemplateId(pub(crate) [u8; 8]);

/// A template, in one of its versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// The id.
    pub id: TemplateId,
    /// From 1.
    pub version: u32,
    /// Code of the institution whose it is; none: everybody's.
    pub institution: Option<String>,
    /// What it is for.
    pub deed: TemplateDeed,
    /// Language tag.
    pub language: String,
    /// What it is chosen by.
    pub title: String,
    /// The text, with `{reference}`, `{name}` and `{institution}` where those belong.
    pub body: String,
    /// Out of use.
    pub retired: bool,
    /// Who wrote this version.
    pub author: String,
    /// When, in milliseconds since 1970.
    pub at_ms: i64,
}

/// What a template shall be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTemplate {
    /// What it is for.
    pub deed: TemplateDeed,
    /// Language tag.
    pub language: String,
    /// What it is chosen by.
    pub title: String,
    /// The text.
    pub body: String,
    /// Out of use.
    pub retired: bool,
}

impl TemplateDeed {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Interim, Self::Final, Self::Request];

    /// The word for it in forms and in the store.
    pub fn word(self) -> &'static str {
        match self {
            Self::Interim => "answer_interim",
            Self::Final => "answer_final",
            Self::Request => "request",
        }
    }
}

impl FromStr for TemplateDeed {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        Self::ALL.into_iter().find(|deed| deed.word() == text).ok_or_else(|| format!("“{text}” is no deed"))
    }
}

impl fmt::Display for TemplateId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl FromStr for TemplateId {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let number = u64::from_str_radix(text, 16).ok().filter(|_| text.len() == 16);
        number
            .map(|number| Self(number.to_be_bytes()))
            .ok_or_else(|| "this is no id of a template".to_owned())
    }
}

impl Template {
    /// The text with what belongs into its gaps.
    pub fn filled(&self, reference: &str, name: &str, institution: &str) -> String {
        let gaps = [("{reference}", reference), ("{name}", name), ("{institution}", institution)];
        gaps.into_iter().fold(self.body.clone(), |text, (gap, value)| text.replace(gap, value))
    }
}

impl Centre {
    /// The templates that an agent may start from, as they are now: everybody's and the own institution's; for an
    /// administrator all of them. Without those out of use, unless they are asked for.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub async fn templates(&self, agent: &Agent, with_retired: bool) -> Result<Vec<Template>, CentreError> {
        let mut all = templates::latest(&mut self.store.read().await?).await?;
        let all_of_them = agent.role.may(Right::KeepTemplates) && agent.institution.is_none();
        all.retain(|template| {
            let own = template.institution.is_none() || template.institution == agent.institution;
            (own || all_of_them) && (with_retired || !template.retired)
        });
        Ok(all)
    }

    /// Every version of a template, the latest first.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub async fn template_versions(&self, id: TemplateId) -> Result<Vec<Template>, CentreError> {
        templates::versions(&mut self.store.read().await?, id).await
    }

    /// Writes a new template, or the next version of one that is known. `seen`: the version on the agent's page.
    ///
    /// # Errors
    /// [`CentreError::NotAllowed`], [`CentreError::Invalid`], [`CentreError::NotFound`]; [`CentreError::Conflict`] when
    /// somebody has written a version since.
    pub async fn write_template(
        &self,
        agent: &Agent,
        known: Option<(TemplateId, u32)>,
        new: &NewTemplate,
    ) -> Result<Template, CentreError> {
        if !agent.role.may(Right::KeepTemplates) {
            return Err(CentreError::NotAllowed("only heads and administrators write templates".to_owned()));
        }
        let invalid = |why: &str| Err(CentreError::Invalid(why.to_owned()));
        if new.title.trim().is_empty() || new.title.chars().count() > LONGEST_TITLE {
            return invalid("a template needs a short title");
        }
        if new.body.trim().is_empty() || new.body.chars().count() > LONGEST_BODY {
            return invalid("a template needs a text");
        }
        if !self.profile.languages.contains(&new.language) {
            return invalid("this language is not offered here");
        }
        let drawn = TemplateId(random()?);
        retrying(|| async {
            let mut session = self.store.write().await?;
            let (id, version, institution) = match known {
                None => (drawn, 1, agent.institution.clone()),
                Some((id, seen)) => {
                    let now = templates::versions(&mut session, id).await?.into_iter().next();
                    let now =
                        now.ok_or_else(|| CentreError::NotFound("there is no such template".to_owned()))?;
                    if agent.institution.is_some() && now.institution != agent.institution {
                        return Err(CentreError::NotAllowed("this template is of somebody else".to_owned()));
                    }
                    if now.version != seen {
                        return Err(CentreError::Invalid("somebody has changed it meanwhile".to_owned()));
                    }
                    (id, seen + 1, now.institution)
                }
            };
            let written = Template {
                id,
                version,
                institution,
                deed: new.deed,
                language: new.language.clone(),
                title: new.title.trim().to_owned(),
                body: new.body.trim().to_owned(),
                retired: new.retired,
                author: agent.name.clone(),
                at_ms: self.clock.now_ms(),
            };
            templates::add(&mut session, &written, agent.id).await?;
            session.commit().await?;
            Ok(written)
        })
        .await
    }
}
