//! What all clones of a client share, and what each of them has of its own.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};

use crate::auth::credentials::Credentials;
use crate::auth::token::Tokens;
use crate::client::retry::{Budget, RetryPolicy};
use crate::clock::{Clock, Latest};
use crate::generated;
use crate::generated::options::CancelSessionOptions;
use openapi_client_runtime::Attempt;

/// What all clones of a client share.
pub(crate) struct Shared {
    pub(crate) http: reqwest::Client,
    pub(crate) base_url: String,
    pub(crate) credentials: Credentials,
    /// What the `Dintero-System-*` headers say of the shop.
    pub(crate) system: CancelSessionOptions,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) latest: Latest,
    pub(crate) connect_timeout: Duration,
    pub(crate) attempt_timeout: Duration,
    pub(crate) horizon: Duration,
    pub(crate) budget: Budget,
    pub(crate) tokens: Tokens,
}

/// What may differ from call to call.
#[derive(Debug, Clone)]
pub(crate) struct CallOptions {
    pub(crate) deadline: Duration,
    pub(crate) retry: RetryPolicy,
}

impl Shared {
    /// The time of day at which a request is sent, by [`Latest`].
    pub(crate) fn sending_time(&self) -> DateTime<Utc> {
        self.latest.time_of_day(&*self.clock)
    }

    /// The generated operations, for one attempt.
    pub(crate) fn operations(&self, attempt: Attempt) -> generated::Client {
        generated::Client {
            baseurl: self.base_url.clone(),
            client: self.http.clone(),
            inner: Arc::new(attempt),
        }
    }
}
