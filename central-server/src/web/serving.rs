//! Which centre answers: the one with the profile in force. When another profile comes into force, here or in another process
//! on the same database, the next request is answered by a centre that has it; what is under way ends as it began.

use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use tower::ServiceExt;
use tracing::{Instrument, Span};

use super::{Memory, ServeOptions, routes};
use crate::centre::Centre;
use crate::error::CentreError;

/// What another process has put in force is noticed after so long.
const LOOK_AGAIN: Duration = Duration::from_secs(1);

/// The centre that answers now, and what it takes to answer by the next one.
pub struct Serving {
    options: ServeOptions,
    memory: Memory,
    now: RwLock<Standing>,
    looked: Mutex<Instant>,
    begins: Box<Begins>,
    /// Names the commune in the log, where there are several.
    span: Span,
}

/// What is told of each centre that begins to answer.
type Begins = dyn Fn(&Arc<Centre>) + Send + Sync;

#[derive(Clone)]
struct Standing {
    centre: Arc<Centre>,
    router: Router,
}

impl Serving {
    /// Begins with a centre. `begins` is told of it at once, and of each one that takes its place.
    pub fn new(
        centre: Arc<Centre>,
        options: ServeOptions,
        begins: impl Fn(&Arc<Centre>) + Send + Sync + 'static,
    ) -> Arc<Self> {
        Self::named(Span::none(), centre, options, begins)
    }

    /// The same for one of several: what it writes into the log stands in that span.
    pub fn named(
        span: Span,
        centre: Arc<Centre>,
        options: ServeOptions,
        begins: impl Fn(&Arc<Centre>) + Send + Sync + 'static,
    ) -> Arc<Self> {
        let memory = Memory::default();
        let router = routes(&centre, &memory, options);
        begins(&centre);
        Arc::new(Self {
            options,
            memory,
            now: RwLock::new(Standing { centre, router }),
            looked: Mutex::new(Instant::now()),
            begins: Box::new(begins),
            span,
        })
    }

    /// The centre that answers now.
    pub fn centre(&self) -> Arc<Centre> {
        Arc::clone(&self.standing().centre)
    }

    /// Every route.
    pub fn router(self: &Arc<Self>) -> Router {
        Router::new().fallback(answer).with_state(Arc::clone(self))
    }

    /// Looks whether another profile is in force, and goes on with it.
    ///
    /// # Errors
    /// [`CentreError`] of the store; the centre that answered before goes on then.
    pub async fn look(&self) -> Result<(), CentreError> {
        let before = self.centre();
        let Some(next) = before.successor().await? else { return Ok(()) };
        let next = Arc::new(next);
        {
            let mut now = self.now.write().unwrap_or_else(PoisonError::into_inner);
            if !Arc::ptr_eq(&now.centre, &before) {
                // Another request was faster.
                return Ok(());
            }
            let router = routes(&next, &self.memory, self.options);
            *now = Standing { centre: Arc::clone(&next), router };
        }
        before.set_past();
        tracing::info!(profile = next.profile().name, "another version of the profile is in force");
        (self.begins)(&next);
        let follow = async move {
            if let Err(error) = next.follow_profile().await {
                tracing::warn!(code = error.code(), %error, "what follows from the profile was not written");
            }
        };
        tokio::spawn(follow.instrument(self.span.clone()));
        Ok(())
    }

    /// Answers a request.
    pub(super) async fn answer(&self, request: Request) -> Response {
        self.answered(request).instrument(self.span.clone()).await
    }

    async fn answered(&self, request: Request) -> Response {
        let turned = self.centre().has_turned();
        if (turned || self.is_due())
            && let Err(error) = self.look().await
        {
            // A store that cannot be read is told by whatever the request asks for.
            tracing::debug!(code = error.code(), "the profile in force could not be looked up");
        }
        let router = self.standing().router;
        router.oneshot(request).await.into_response()
    }

    fn standing(&self) -> Standing {
        self.now.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Whether it is time to look.
    fn is_due(&self) -> bool {
        let mut looked = self.looked.lock().unwrap_or_else(PoisonError::into_inner);
        let due = looked.elapsed() >= LOOK_AGAIN;
        if due {
            *looked = Instant::now();
        }
        due
    }
}

async fn answer(State(serving): State<Arc<Serving>>, request: Request) -> Response {
    serving.answer(request).await
}
