//! Events to systems of institutions: signed, so that the system knows that they come from this centre and are fresh.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::{Delivery, Outward};
use crate::centre::Centre;
use crate::error::CentreError;
use crate::notices::{WebhookId, WebhookSecret};
use crate::store::outbox::OutboxRow;
use crate::store::webhooks;

/// What stands in the header `Guichet-Signature`: `t=<seconds since 1970>,v1=<HMAC-SHA256 of "t.body" in hexadecimal>`.
pub fn signature(secret: &WebhookSecret, unix_s: i64, body: &str) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(&secret.0).expect("HMAC takes a key of any length");
    mac.update(format!("{unix_s}.").as_bytes());
    mac.update(body.as_bytes());
    let digits: String = mac.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
    format!("t={unix_s},v1={digits}")
}

impl Centre {
    /// Sends one event.
    pub(super) async fn deliver_event(
        &self,
        outward: &Outward,
        row: &OutboxRow,
    ) -> Result<Delivery, CentreError> {
        let ended = || Delivery::Never("the subscription was ended".to_owned());
        let Ok(id) = row.recipient.parse::<WebhookId>() else { return Ok(ended()) };
        let Some(webhook) = webhooks::get(&mut self.store.read().await?, id).await? else {
            return Ok(ended());
        };
        let url = match outward.check(&webhook.url) {
            Ok(url) => url,
            Err(why) => return Ok(Delivery::Later(why)),
        };
        let signed = signature(&webhook.secret, self.clock.now_ms().div_euclid(1_000), &row.body);
        let headers = [
            ("Guichet-Signature", signed),
            ("Guichet-Event", row.subject.clone()),
            ("Guichet-Delivery", row.id.to_string()),
        ];
        Ok(outward.post(url, &headers, row.body.clone()).await)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Computed with `openssl dgst -sha256 -hmac`, over `1795503120.{"event":"test"}`.
    #[test]
    fn a_signature_is_what_any_other_program_computes() {
        let secret = WebhookSecret(*b"0123456789abcdef0123456789abcdef");
        let signed = signature(&secret, 1_795_503_120, "{\"event\":\"test\"}");
        assert_eq!(
            signed,
            "t=1795503120,v1=ae6962112de4dac7ae0be68db362a8b281e0fae8da035d779a6cd383e3b13a72"
        );
    }
}
