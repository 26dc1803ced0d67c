// @generated from document.yaml by openapi-client-build.
// Do not edit: change what it is generated from, and review the difference.

use ::openapi_client_runtime::codegen::exchange::{Failure, Operation, exchange};
use ::openapi_client_runtime::codegen::response::Response;

/// The requests and answers of the API, as Rust types.
pub mod types {
    use ::openapi_client_runtime::codegen::object::{
        Access, Object, Place, Received, Sent, member, object,
    };

    /// The schema `Pending`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Pending {
        /// `retry_at`
        pub retry_at: Option<chrono::DateTime<chrono::Utc>>,
    }
    impl Object<Received> for Pending {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.retry_at));
        }
    }
    object!(received Pending);

    /// The schema `Refund`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Refund {
        /// `id`
        pub id: Option<String>,
    }
    impl Object<Received> for Refund {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.id));
        }
    }
    object!(received Refund);

    /// The schema at `/paths/~1refunds/post/responses/4XX/content/application~1json/schema`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct RefundOrder4xxError {
        /// `hint`
        pub hint: Option<String>,
    }
    impl Object<Received> for RefundOrder4xxError {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.hint));
        }
    }
    object!(received RefundOrder4xxError);

    /// The body of the answer, by its status.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub enum RefundOrderError {
        /// The body of an answer with the status 400.
        Status400(Box<Wrong>),
        /// The body of an answer with the status 404.
        Status404(Vec<String>),
        /// The body of an answer with another status 4xx.
        Status4xx(Box<RefundOrder4xxError>),
        /// The body of an answer with any other status.
        Default(Box<Wrong>),
    }
    ::openapi_client_runtime::codegen::shown::variants!(
        Status400, Status404, Status4xx, Default => RefundOrderError
    );
    impl ::openapi_client_runtime::codegen::response::Content for RefundOrderError {
        fn read(
            status: ::http::StatusCode,
            from: &mut ::openapi_client_runtime::codegen::read::Reader<'_>,
        ) -> Option<Self> {
            match status.as_u16() {
                400 => from.whole().map(Self::Status400),
                404 => from.whole().map(Self::Status404),
                409 => None,
                500 => None,
                400..=499 => from.whole().map(Self::Status4xx),
                _ => from.whole().map(Self::Default),
            }
        }
    }

    /// The body of the answer, by its status.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub enum RefundOrderResponse {
        /// The body of an answer with the status 200.
        Status200(Box<Refund>),
        /// The body of an answer with the status 202.
        Status202(Box<Pending>),
    }
    ::openapi_client_runtime::codegen::shown::variants!(
        Status200, Status202 => RefundOrderResponse
    );
    impl ::openapi_client_runtime::codegen::response::Content for RefundOrderResponse {
        fn read(
            status: ::http::StatusCode,
            from: &mut ::openapi_client_runtime::codegen::read::Reader<'_>,
        ) -> Option<Self> {
            match status.as_u16() {
                200 => from.whole().map(Self::Status200),
                202 => from.whole().map(Self::Status202),
                _ => None,
            }
        }
    }

    /// The schema `Wrong`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Wrong {
        /// `reason`
        pub reason: Option<String>,
    }
    impl Object<Received> for Wrong {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.expected(it.reason));
        }
    }
    object!(received Wrong);
}

/// The operations of the API, each as one method.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: ::openapi_client_runtime::codegen::exchange::Sender,
}
impl Client {
    /// `POST /refunds`
    pub async fn refund_order<'a>(
        &'a self,
    ) -> Result<Response<types::RefundOrderResponse>, Failure<types::RefundOrderError>> {
        let url = format!("{}/refunds", self.baseurl);
        let request = self
            .client
            .post(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static(
                    "application/json, text/html",
                ),
            )
            .build()?;
        let operation = Operation {
            name: "refund_order",
            path: "/refunds",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `POST /voids`
    pub async fn void_order<'a>(
        &'a self,
    ) -> Result<Response<()>, Failure<types::Wrong>> {
        let url = format!("{}/voids", self.baseurl);
        let request = self
            .client
            .post(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .build()?;
        let operation = Operation {
            name: "void_order",
            path: "/voids",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }
}
