//! How much the programs of one line may ask, counted in the store: two servers on one database keep one limit.

use std::net::IpAddr;

use crate::centre::Centre;
use crate::error::CentreError;
use crate::store::{line_questions, retrying};

/// So many questions of one line within a span are answered.
const MOST: u64 = 600;

/// Five minutes.
const SPAN_MS: i64 = 5 * 60_000;

impl Centre {
    /// Counts a question of a program; `false`: its line asked too much in these minutes. What is refused writes nothing,
    /// so that whoever asks without end costs one look.
    ///
    /// # Errors
    /// [`CentreError`] of the store. A store that takes nothing keeps nobody from reading: the question is then not counted.
    pub(crate) async fn count_question(&self, line: IpAddr) -> Result<bool, CentreError> {
        let hash = self.key.hash_code(&format!("question {line}"));
        let span = self.clock.now_ms().div_euclid(SPAN_MS);
        if line_questions::asked(&mut self.store.read().await?, &hash, span).await? >= MOST {
            return Ok(false);
        }
        let counted = retrying(|| async {
            let mut session = self.store.write().await?;
            let asked = line_questions::count(&mut session, &hash, span).await?;
            if asked == 1 {
                line_questions::remove_before(&mut session, span).await?;
            }
            session.commit().await?;
            Ok(asked <= MOST)
        });
        match counted.await {
            Err(CentreError::Full | CentreError::ReadOnly(_)) => Ok(true),
            counted => counted,
        }
    }
}
