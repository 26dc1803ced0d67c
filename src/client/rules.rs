//! Every operation of the generated client, sent by the rules of this crate.

use std::fmt;
use std::sync::Arc;

use openapi_client_runtime::{Answer, BoxFuture, Failure, Outgoing, SendError, SendRequest};
use tracing::Instrument as _;

use crate::client::call::Call;
use crate::client::call_log::CallLog;
use crate::client::operations::Client;
use crate::generated;
use crate::generated::types::ErrorBody;
use crate::outcome::error::Error;

/// The operation that is called with the client id and secret, and not with a token.
const GET_TOKEN: &str = "get_token";

impl Client {
    /// Every operation of the API that this crate's specification has, as the generated client: with the
    /// connections, the token, the deadline, the log and the budget of repeats of this client.
    ///
    /// - One call is one method. It returns a [`Response`](crate::Response) with the typed value, or a
    ///   [`Failure`] that `?` turns into this crate's [`Error`].
    /// - A request is sent again if it certainly did nothing, as after a 429, and once with a new token after
    ///   a 401. A request with a safe method, such as `GET`, is also sent again after a failed connection or
    ///   a 5xx. Every other request is sent at most once if it may have taken effect; no redirect is
    ///   followed.
    /// - [`Error::outcome`] says of a request that is not safe whether it was carried out. If that is unknown,
    ///   read what it was to change before you send it again.
    ///
    /// Cancel with [`cancel_and_confirm`](Self::cancel_and_confirm), which promises more than
    /// `cancel_session` here: it settles what is unknown, and keeps a record.
    ///
    /// ```
    /// use dintero_checkout_client::types::CheckoutSession;
    /// use dintero_checkout_client::{Client, Error, Response};
    ///
    /// async fn session(client: &Client, id: &str) -> Result<Response<CheckoutSession>, Error> {
    ///     Ok(client.operations().get_session(id).await?)
    /// }
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # use dintero_checkout_client::{Credentials, test_kit::Scenario};
    /// # let server = Scenario::cancels().start()?;
    /// # let client = Client::builder(Credentials::token("t")?).base_url(server.base_url()).build()?;
    /// # assert!(session(&client, "T12345678.4XnDdt4jN2mF").await?.value().is_some());
    /// # Ok(())
    /// # }
    /// ```
    pub fn operations(&self) -> generated::Client {
        generated::Client {
            baseurl: self.shared.base_url.clone(),
            client: self.shared.http.clone(),
            inner: Arc::new(Rules(self.clone())),
        }
    }
}

/// Sends a request as a call of this client.
struct Rules(Client);

impl SendRequest for Rules {
    fn send<'a>(
        &'a self,
        _: &'a reqwest::Client,
        outgoing: Outgoing,
    ) -> BoxFuture<'a, Result<Answer, SendError>> {
        Box::pin(async move {
            let log = CallLog::of_an_operation(outgoing.operation.name);
            let sent = self.call(&outgoing, &log).instrument(log.span()).await;
            sent.map_err(|error| SendError::Ended {
                answer: error.response().map(crate::Response::answer),
                error: Box::new(error),
            })
        })
    }
}

impl Rules {
    async fn call(&self, outgoing: &Outgoing, log: &CallLog) -> Result<Answer, Error> {
        let Self(Client { shared, options }) = self;
        let mut call = Call::operation(shared, &options.retry, self.0.deadline(), log);
        let send = |api: generated::Client| -> BoxFuture<'_, _> {
            Box::pin(async move { send_once(&api, outgoing).await })
        };
        let sent = if outgoing.is_public {
            call.run_publicly(send).await
        } else if outgoing.operation.name == GET_TOKEN {
            call.run_with_secrets(send).await
        } else {
            call.run(send).await
        };
        let (name, is_safe) = (outgoing.operation.name, outgoing.request.method().is_safe());
        let sent = sent
            .map(|answered| answered.response)
            .map_err(|error| error.of_an_operation(name, is_safe));
        log.answered(call.attempts(), sent.as_ref().map(drop));
        sent
    }
}

async fn send_once(
    api: &generated::Client,
    outgoing: &Outgoing,
) -> Result<Answer, Failure<ErrorBody>> {
    let ended = |error, response| Failure::Ended { error, response };
    let Some(copy) = outgoing.try_clone() else {
        return Err(ended("the body cannot be sent twice".into(), None));
    };
    match api.inner.send(&api.client, copy).await {
        Ok(answer) if answer.status.is_success() => Ok(answer),
        Ok(answer) => Err(Failure::Refused(Box::new(answer.into()))),
        Err(SendError::Transport(error)) => Err(error.into()),
        Err(SendError::Ended { error, answer }) => {
            Err(ended(error, answer.map(|answer| Box::new(answer.into()))))
        }
    }
}

impl fmt::Debug for Rules {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(all(test, feature = "test-kit"))]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use std::time::Duration;

    use http::{Method, StatusCode};
    use openapi_client_runtime::Operation;
    use openapi_client_runtime::codegen::exchange::{exchange, exchange_publicly};

    use super::*;
    use crate::test_kit::{Answer, Server};
    use crate::{Credentials, Outcome, Response, RetryPolicy};

    /// An operation that the specification may have tomorrow, as its generated method would send it.
    async fn tomorrows(method: Method, is_public: bool, answer: Answer) -> (Error, Server) {
        let server = Server::start(move |_| answer.clone()).unwrap();
        let credentials = Credentials::token("t").unwrap();
        let soon = RetryPolicy::default().most_retries(2).waits(Duration::ZERO, Duration::ZERO);
        let client = Client::builder(credentials).base_url(server.base_url()).retry(soon);
        let client = client.build().unwrap();
        let api = client.operations();
        let operation = Operation { name: "tomorrows", path: "/transactions/{id}/void" };
        let url = format!("{}/transactions/T1/void", api.baseurl);
        let request = api.client.request(method, url).body("{}").build().unwrap();
        let sent: Result<Response<()>, Failure<()>> = match is_public {
            true => exchange_publicly(&api.client, &api.inner, operation, request).await,
            false => exchange(&api.client, &api.inner, operation, request).await,
        };
        (sent.unwrap_err().into(), server)
    }

    #[tokio::test]
    async fn an_operation_that_is_added_is_repeated_by_its_method() {
        let failed = || Answer::error(StatusCode::BAD_GATEWAY, "BAD", "bad");
        for is_public in [false, true] {
            for method in [Method::POST, Method::PUT, Method::PATCH, Method::DELETE] {
                let (error, server) = tomorrows(method.clone(), is_public, failed()).await;
                assert_eq!(server.requests().len(), 1, "{method}");
                assert_eq!(error.outcome(), Outcome::Unknown, "{method}");
                let said = "tomorrows: the answer is 502 Bad Gateway (BAD); \
                            whether it was carried out is unknown";
                assert_eq!(error.to_string(), said);
            }
            for method in [Method::GET, Method::HEAD, Method::OPTIONS] {
                let (error, server) = tomorrows(method.clone(), is_public, failed()).await;
                let requests = server.requests();
                assert_eq!(requests.len(), 3, "{method}");
                assert!(requests.iter().all(|request| request.body() == b"{}"), "{method}");
                let authorization = (!is_public).then_some("Bearer t");
                let is_as_said =
                    |it: &crate::test_kit::Request| it.header("authorization") == authorization;
                assert!(requests.iter().all(is_as_said), "{method}");
                let said = error.to_string();
                assert!(said.starts_with("tomorrows: the answer is 502 Bad Gateway"), "{said}");
                assert!(!said.contains("carried out"), "{said}");
            }
        }
    }
}
