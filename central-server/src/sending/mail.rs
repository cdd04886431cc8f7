//! E-mail, over the deployment's own mail server. What the server says is never kept word for word: it may name the
//! citizen.

use std::time::Duration;

use lettre::message::header::{Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use lettre::transport::smtp::PoolConfig;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};

use super::Delivery;
use crate::notices::{NoticeId, as_html};
use crate::store::outbox::OutboxRow;

/// How long one step of talking to the server may take.
const TIMEOUT: Duration = Duration::from_secs(30);

/// The way to the mail server.
pub struct Mailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl std::fmt::Debug for Mailer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Mailer(…)")
    }
}

impl Mailer {
    /// The server of that address (`smtps://user:password@host`, `smtp://host:587?tls=required`, `smtp://localhost:25`)
    /// and the sender, `Name <address>`.
    ///
    /// # Errors
    /// A sentence that says what is wrong; it does not repeat the address, which may hold a password.
    pub fn new(url: &str, from: &str) -> Result<Self, String> {
        let from: Mailbox =
            from.parse().map_err(|_| format!("“{from}” is no sender; write Name <address@example.mu>"))?;
        let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(url).map_err(|_| {
            "the address of the mail server cannot be read; write smtps://user:password@host, \
             smtp://host:587?tls=required or smtp://localhost:25"
                .to_owned()
        })?;
        let pool = PoolConfig::new().max_size(2).idle_timeout(Duration::from_secs(20));
        Ok(Self { transport: builder.timeout(Some(TIMEOUT)).pool_config(pool).build(), from })
    }

    /// Greets the server, with encryption and sign-in as they are set up, and sends nothing.
    ///
    /// # Errors
    /// A sentence that says what went wrong, without the server's own words.
    pub(crate) async fn greet(&self) -> Result<(), String> {
        match self.transport.test_connection().await {
            Ok(true) => Ok(()),
            Ok(false) => Err("it does not answer as a mail server does".to_owned()),
            Err(error) if error.is_tls() => Err("encryption fails".to_owned()),
            Err(error) if error.is_timeout() => Err("it does not answer in time".to_owned()),
            Err(error) => Err(match error.status() {
                Some(code) => format!("it refuses the sign-in ({code})"),
                None => "nothing answers there as a mail server does".to_owned(),
            }),
        }
    }

    /// Sends one notice.
    pub(super) async fn send(&self, row: &OutboxRow, now_ms: i64) -> Delivery {
        let message = match self.message(row, now_ms) {
            Ok(message) => message,
            Err(trouble) => return Delivery::Never(trouble),
        };
        match self.transport.send(message).await {
            Ok(_) => Delivery::Sent,
            Err(error) => match (error.status(), error.is_permanent()) {
                (Some(code), true) => Delivery::Never(format!("the mail server refuses it ({code})")),
                (Some(code), false) => Delivery::Later(format!("the mail server puts it off ({code})")),
                (None, _) => Delivery::Later("the mail server cannot be reached".to_owned()),
            },
        }
    }

    fn message(&self, row: &OutboxRow, now_ms: i64) -> Result<Message, String> {
        let no_address = || "this is no e-mail address".to_owned();
        let to = row.recipient.parse::<lettre::Address>().map_err(|_| no_address())?;
        let date = std::time::UNIX_EPOCH + Duration::from_millis(u64::try_from(now_ms).unwrap_or(0));
        Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .date(date)
            .message_id(Some(self.message_id(row.id)))
            .header(AutoSubmitted)
            .header(ContentLanguage(row.language.clone()))
            .subject(row.subject.clone())
            .multipart(MultiPart::alternative_plain_html(row.body.clone(), as_html(&row.language, &row.body)))
            .map_err(|_| no_address())
    }

    /// The same for the same notice, so that a mailbox that got it twice can tell.
    fn message_id(&self, id: NoticeId) -> String {
        format!("<{id}@{}>", self.from.email.domain())
    }
}

/// Written by a program (RFC 3834): no out-of-office reply is wanted.
#[derive(Debug, Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

#[derive(Debug, Clone)]
struct ContentLanguage(String);

impl Header for ContentLanguage {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Content-Language")
    }

    fn parse(text: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self(text.to_owned()))
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), self.0.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_address_of_the_server_is_explained_without_its_password() {
        let error = Mailer::new("ftp://user:geheim@host", "CSU <no-reply@example.mu>").unwrap_err();
        assert!(error.contains("smtps://") && !error.contains("geheim"), "{error}");
        assert!(Mailer::new("smtp://localhost:25", "nobody").unwrap_err().contains("is no sender"));
    }
}
