//! The ways out of the house: the mail server and the SMS gateway. Both are greeted; nothing is handed to them.

use locales::Args;

use super::{Finding, because};
use crate::sending::{Mailer, SmsGateway};

/// Whether the mail server answers, and takes encryption and the sign-in as they are set up.
pub(super) async fn mail(mail: Option<&Result<Mailer, String>>) -> Finding {
    const CHECK: &str = "mail";
    match mail {
        None => Finding::ok(CHECK, "mail-none", Args::new()),
        Some(Err(why)) => Finding::broken(CHECK, "mail-wrong", because(why)),
        Some(Ok(mailer)) => match mailer.greet().await {
            Ok(()) => Finding::ok(CHECK, "mail-ok", Args::new()),
            Err(why) => Finding::broken(CHECK, "mail-broken", because(why)),
        },
    }
}

/// Whether the machine of the SMS gateway answers.
pub(super) async fn sms(sms: Option<&Result<SmsGateway, String>>) -> Finding {
    const CHECK: &str = "sms";
    match sms {
        None => Finding::ok(CHECK, "sms-none", Args::new()),
        Some(Err(why)) => Finding::broken(CHECK, "sms-wrong", because(why)),
        Some(Ok(gateway)) => match gateway.greet().await {
            Ok(()) => Finding::ok(CHECK, "sms-ok", Args::new()),
            Err(why) => Finding::broken(CHECK, "sms-broken", because(why)),
        },
    }
}
