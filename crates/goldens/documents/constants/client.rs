// @generated from document.yaml by openapi-client-build.
// Do not edit: change what it is generated from, and review the difference.

use ::openapi_client_runtime::codegen::exchange::{Failure, Operation, exchange};
use ::openapi_client_runtime::codegen::response::Response;

/// The requests and answers of the API, as Rust types.
pub mod types {
    use ::openapi_client_runtime::codegen::object::{
        Access, Object, Place, Received, Sent, member, object,
    };
    use ::openapi_client_runtime::codegen::open_enum::{OpenEnum, open_enum};

    /// What to give back.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub struct RefundRequest {
        /// What this is.
        pub kind: RefundRequestKind,
        /// `reason`
        pub reason: Option<RefundRequestReason>,
    }
    impl Object<Sent> for RefundRequest {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            member!(to.required(it.kind));
            member!(to.optional(it.reason));
        }
    }
    object!(sent RefundRequest);
    impl RefundRequest {
        /// Makes a value of its required members; the others are absent.
        pub fn new(kind: RefundRequestKind) -> Self {
            Self { kind, reason: None }
        }
    }

    /// What this is.
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    #[non_exhaustive]
    pub enum RefundRequestKind {
        /// `refund`
        Refund,
        /// A value that the contract of this version does not name, as it was sent.
        Undocumented(String),
    }
    impl OpenEnum for RefundRequestKind {
        const VALUES: &'static [(&'static str, Self)] = &[("refund", Self::Refund)];
    }
    open_enum!(RefundRequestKind);

    /// The schema at
    /// `/paths/~1refunds/post/requestBody/content/application~1json/schema/properties/reason`.
    #[derive(serde::Serialize, Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum RefundRequestReason {
        /// `damaged`
        #[serde(rename = "damaged")]
        Damaged,
    }
    ::openapi_client_runtime::codegen::shown::described!(RefundRequestReason);

    /// A refund.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct RefundResponse {
        /// `nothing`
        pub nothing: Option<serde_json::Value>,
        /// What this is.
        pub object: Option<RefundRequestKind>,
        /// `shape`
        pub shape: Option<serde_json::Map<String, serde_json::Value>>,
    }
    impl Object<Received> for RefundResponse {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.nothing));
            member!(to.optional(it.object));
            member!(to.optional(it.shape));
        }
    }
    object!(received RefundResponse);
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
    pub async fn refund<'a>(
        &'a self,
        body: &'a types::RefundRequest,
    ) -> Result<Response<types::RefundResponse>, Failure<()>> {
        let url = format!("{}/refunds", self.baseurl);
        let request = self
            .client
            .post(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .json(&body)
            .build()?;
        let operation = Operation {
            name: "refund",
            path: "/refunds",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }
}
