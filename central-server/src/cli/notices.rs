//! `guichet-server notice …` and the ways out of the house that `serve` and `notice send` are given.

use std::fs;
use std::path::PathBuf;

use ::complaints::Moment;
use clap::{Args, Subcommand};
use locales::Language;
use serde::Serialize;

use super::Place;
use super::output::{Failure, Output};
use crate::notices::{Notice, NoticeChannel, NoticeKind};
use crate::reminding::Reminded;
use crate::sending::{Mailer, Outward, SmsGateway, Swept, Ways};
use crate::tenants::Tenant;

/// How notices leave the house.
#[derive(Args)]
pub(super) struct WaysOptions {
    /// The mail server: smtps://user:password@host, smtp://host:587?tls=required or smtp://localhost:25. Left out, no
    /// e-mail is sent
    #[arg(
        long,
        value_name = "URL",
        env = "GUICHET_SMTP_URL",
        hide_env_values = true,
        requires = "mail_from"
    )]
    smtp_url: Option<String>,
    /// The sender of e-mail: Name <address>
    #[arg(long, value_name = "SENDER", env = "GUICHET_MAIL_FROM")]
    mail_from: Option<String>,
    /// A file that says how an SMS is handed to a gateway (docs/notices.md). Left out, no SMS is sent
    #[arg(long, value_name = "FILE", env = "GUICHET_SMS_GATEWAY")]
    sms_gateway: Option<PathBuf>,
    /// After so many days in vain a notice is given up
    #[arg(long, value_name = "DAYS", default_value_t = 3, value_parser = clap::value_parser!(u32).range(1..=90))]
    give_up_after: u32,
    #[command(flatten)]
    addresses: AddressOptions,
}

/// Which addresses events may be posted to.
#[derive(Args)]
pub(super) struct AddressOptions {
    /// Let subscriptions lead into private networks, to this machine, and over plain http
    #[arg(long)]
    private_webhooks: bool,
}

/// The ways out as they are named.
struct Named<'a> {
    smtp_url: Option<&'a String>,
    mail_from: Option<&'a String>,
    sms_gateway: Option<&'a PathBuf>,
}

impl AddressOptions {
    pub(super) fn outward(&self) -> Result<Outward, Failure> {
        Outward::new(self.private_webhooks).map_err(|why| Failure::new("notices", why))
    }
}

impl WaysOptions {
    /// Sets the ways up: those of one commune of several, where it names some of its own.
    pub(super) fn ways(&self, tenant: Option<&Tenant>) -> Result<Ways, Failure> {
        let own = self.of(tenant);
        self.ways_by(own.smtp_url, own.mail_from, own.sms_gateway)
    }

    /// What counts for a commune: what it names itself, and else what the command line says.
    fn of<'a>(&'a self, tenant: Option<&'a Tenant>) -> Named<'a> {
        Named {
            smtp_url: tenant.and_then(|own| own.smtp_url.as_ref()).or(self.smtp_url.as_ref()),
            mail_from: tenant.and_then(|own| own.mail_from.as_ref()).or(self.mail_from.as_ref()),
            sms_gateway: tenant.and_then(|own| own.sms_gateway.as_ref()).or(self.sms_gateway.as_ref()),
        }
    }

    fn ways_by(
        &self,
        smtp_url: Option<&String>,
        mail_from: Option<&String>,
        sms_gateway: Option<&PathBuf>,
    ) -> Result<Ways, Failure> {
        let mail = match (smtp_url, mail_from) {
            (Some(url), Some(from)) => {
                Some(Mailer::new(url, from).map_err(|why| Failure::new("notices", why))?)
            }
            _ => None,
        };
        let sms = match sms_gateway {
            Some(path) => {
                let unread = |error| Failure::new("file", format!("{}: {error}", path.display()));
                let file = fs::read_to_string(path).map_err(unread)?;
                let wrong = |why| Failure::new("notices", format!("{}, {why}", path.display()));
                Some(SmsGateway::read(&file).map_err(wrong)?)
            }
            None => None,
        };
        Ok(Ways { mail, sms, webhooks: self.addresses.outward()?, give_up_after_days: self.give_up_after })
    }

    /// The way of e-mail, or why it cannot be used; none: it was not set up.
    pub(super) fn mail(&self, tenant: Option<&Tenant>) -> Option<Result<Mailer, String>> {
        let own = self.of(tenant);
        Some(Mailer::new(own.smtp_url?, own.mail_from?))
    }

    /// The way of SMS, or why it cannot be used; none: it was not set up.
    pub(super) fn sms(&self, tenant: Option<&Tenant>) -> Option<Result<SmsGateway, String>> {
        let path = self.of(tenant).sms_gateway?;
        let named = |why: String| format!("{}, {why}", path.display());
        let file = fs::read_to_string(path).map_err(|error| named(error.to_string()));
        Some(file.and_then(|file| SmsGateway::read(&file).map_err(named)))
    }
}

#[derive(Subcommand)]
pub(super) enum NoticeVerb {
    /// List what was given up, and what has been tried in vain
    List,
    /// Send what is due now, once; for a centre that is not served, and for trying the ways out
    Send(WaysOptions),
    /// Queue a notice that says nothing, to see whether notices arrive
    Test {
        /// An e-mail address, or a telephone number as +23057000265
        to: String,
        /// In which language: en, fr, mfe or ar-MA
        #[arg(long, default_value = "en")]
        language: Language,
    },
}

#[derive(Serialize)]
struct StuckLine {
    id: String,
    channel: &'static str,
    kind: String,
    reference: Option<String>,
    tries: u32,
    queued_at: String,
    given_up: bool,
    trouble: String,
}

#[derive(Serialize)]
struct SweptLine {
    sent: u32,
    put_off: u32,
    given_up: u32,
}

#[derive(Serialize)]
struct Queued {
    queued: bool,
}

impl NoticeVerb {
    pub(super) async fn run(self, place: &Place, output: &Output) -> Result<(), Failure> {
        match self {
            Self::List => list(place, output).await,
            Self::Send(options) => {
                let ways = options.ways(place.commune.as_ref())?;
                let Swept { sent, put_off, given_up } = place.existing().await?.send_notices(&ways).await?;
                let text = format!("{sent} sent, {put_off} to be tried again, {given_up} given up");
                output.answer(&SweptLine { sent, put_off, given_up }, &text)
            }
            Self::Test { to, language } => {
                let channel = if to.starts_with('+') { NoticeChannel::Sms } else { NoticeChannel::Email };
                let centre = place.existing().await?;
                let kind = NoticeKind::Test { asked_at: Moment::from_zoned(&centre.now()) };
                let notice = Notice { channel, to, language, kind, about: None };
                let queued = centre.queue_notice_alone(&notice).await?;
                let text = "Queued. A centre that serves sends it in a moment; or `notice send` does.";
                output.answer(&Queued { queued }, text)
            }
        }
    }
}

#[derive(Serialize)]
struct RemindedLine {
    reminded: u32,
    escalated: u32,
    closed: u32,
    parted: u32,
}

/// Does what is due by itself, and says how much.
pub(super) async fn remind(place: &Place, output: &Output) -> Result<(), Failure> {
    let Reminded { reminded, escalated, closed, parted } = place.existing().await?.remind().await?;
    let text = format!(
        "{reminded} with a reminder due, {escalated} steps up, {closed} closed for want of a document, {parted} on their own again"
    );
    output.answer(&RemindedLine { reminded, escalated, closed, parted }, &text)
}

async fn list(place: &Place, output: &Output) -> Result<(), Failure> {
    for stuck in place.existing().await?.stuck_notices().await? {
        let about = stuck.reference.clone().unwrap_or_else(|| "no complaint".to_owned());
        let state = if stuck.is_given_up { "given up" } else { "still tried" };
        let text = format!(
            "{}  {} {}, {about}: {state} after {} tries, {}",
            stuck.queued_at, stuck.channel, stuck.kind, stuck.tries, stuck.trouble
        );
        let line = StuckLine {
            id: stuck.id.to_string(),
            channel: stuck.channel.word(),
            kind: stuck.kind,
            reference: stuck.reference,
            tries: stuck.tries,
            queued_at: stuck.queued_at.to_string(),
            given_up: stuck.is_given_up,
            trouble: stuck.trouble,
        };
        output.answer(&line, &text)?;
    }
    Ok(())
}
