//! `guichet-server webhook …`: systems of institutions that are told what happens.

use clap::Subcommand;
use serde::Serialize;

use super::Place;
use super::notices::AddressOptions;
use super::output::{Failure, Output};
use crate::notices::WebhookId;

#[derive(Subcommand)]
pub(super) enum WebhookVerb {
    /// Tell a system from now on; the secret that events are signed with is shown this once
    Add {
        /// Code of the institution whose complaints it is told of; left out, of all
        #[arg(long, value_name = "CODE")]
        institution: Option<String>,
        /// Where events are posted to
        #[arg(long, value_name = "URL")]
        url: String,
        #[command(flatten)]
        addresses: AddressOptions,
    },
    /// List the systems that are told
    List,
    /// Tell a system no longer
    Remove {
        /// Its id, as `list` shows it
        id: WebhookId,
    },
    /// Queue an event that says nothing
    Test {
        /// Its id, as `list` shows it
        id: WebhookId,
    },
}

#[derive(Serialize)]
struct Added<'a> {
    id: String,
    secret: &'a str,
}

#[derive(Serialize)]
struct WebhookLine<'a> {
    id: String,
    institution: Option<&'a str>,
    url: &'a str,
}

#[derive(Serialize)]
struct Done {
    id: String,
}

impl WebhookVerb {
    pub(super) async fn run(self, place: &Place, output: &Output) -> Result<(), Failure> {
        let centre = place.existing().await?;
        match self {
            Self::Add { institution, url, addresses } => {
                let webhook = centre.add_webhook(institution, &url, &addresses.outward()?).await?;
                let secret = webhook.secret.reveal();
                let text = format!("Subscription {}\nsecret: {secret}", webhook.id);
                output.answer(&Added { id: webhook.id.to_string(), secret: &secret }, &text)
            }
            Self::List => {
                for webhook in centre.webhooks().await? {
                    let institution = webhook.institution.as_deref();
                    let text =
                        format!("{}  {}  {}", webhook.id, institution.unwrap_or("everything"), webhook.url);
                    let line = WebhookLine { id: webhook.id.to_string(), institution, url: &webhook.url };
                    output.answer(&line, &text)?;
                }
                Ok(())
            }
            Self::Remove { id } => {
                centre.remove_webhook(id).await?;
                output.answer(&Done { id: id.to_string() }, &format!("Subscription {id} is ended"))
            }
            Self::Test { id } => {
                centre.test_webhook(id).await?;
                output.answer(
                    &Done { id: id.to_string() },
                    "Queued. A centre that serves sends it in a moment.",
                )
            }
        }
    }
}
