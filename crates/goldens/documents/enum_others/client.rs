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

    /// What to pay.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub struct Payment {
        /// `either`
        pub either: Option<bool>,
        /// Documented values: `true`.
        pub exact: bool,
        /// In how many parts. Documented values: `1`, `2`, `12`.
        pub parts: i64,
    }
    impl Object<Sent> for Payment {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            member!(to.optional(it.either));
            member!(to.required(it.exact));
            member!(to.required(it.parts));
        }
    }
    object!(sent Payment);
    impl Payment {
        /// Makes a value of its required members; the others are absent.
        pub fn new(exact: bool, parts: i64) -> Self {
            Self { exact, parts, either: None }
        }
    }

    /// What was paid.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Receipt {
        /// `gone`
        pub gone: Option<serde_json::Value>,
        /// Documented values: `1`, `"one"`, `true`.
        pub mixed: Option<serde_json::Value>,
        /// `nothing`
        pub nothing: Option<String>,
        /// Documented values: `1` (Once), `2` (Twice), `12` (Monthly).
        pub parts: Option<i64>,
        /// Documented values: `0.50`, `1`, `2e3`.
        pub rate: Option<f64>,
        /// `version`
        pub version: Option<ReceiptVersion>,
    }
    impl Object<Received> for Receipt {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.gone));
            member!(to.optional(it.mixed));
            member!(to.optional(it.nothing));
            member!(to.optional(it.parts));
            member!(to.optional(it.rate));
            member!(to.optional(it.version));
        }
    }
    object!(received Receipt);

    /// The schema at `/components/schemas/Receipt/properties/version`.
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    #[non_exhaustive]
    pub enum ReceiptVersion {
        /// `1`
        X1,
        /// `2.5`
        X25,
        /// `next`
        Next,
        /// A value that the contract of this version does not name, as it was sent.
        Undocumented(String),
    }
    impl OpenEnum for ReceiptVersion {
        const VALUES: &'static [(&'static str, Self)] = &[
            ("1", Self::X1),
            ("2.5", Self::X25),
            ("next", Self::Next),
        ];
    }
    open_enum!(ReceiptVersion);
}

/// The operations of the API, each as one method.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: ::openapi_client_runtime::codegen::exchange::Sender,
}
impl Client {
    /// `POST /payments`
    pub async fn pay<'a>(
        &'a self,
        body: &'a types::Payment,
    ) -> Result<Response<types::Receipt>, Failure<()>> {
        let url = format!("{}/payments", self.baseurl);
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
            name: "pay",
            path: "/payments",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }
}
