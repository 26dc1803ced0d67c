// @generated from document.yaml by openapi-client-build.
// Do not edit: change what it is generated from, and review the difference.

use ::openapi_client_runtime::codegen::exchange::{Failure, Operation, exchange};
use ::openapi_client_runtime::codegen::response::Response;

/// The requests and answers of the API, as Rust types.
pub mod types {
    use ::openapi_client_runtime::codegen::object::{
        Access, Object, Place, Received, Sent, member, object,
    };

    /// The schema at
    /// `/paths/~1shops~1{shop}~1orders~1{year}-{month}~1{state}~1{day}~1{code}~1{ids}~1{missing}~1{type}~1{size}/get/parameters/4/schema`.
    #[derive(serde::Serialize, Clone, Debug, PartialEq)]
    #[serde(transparent)]
    pub struct ListOrdersCode(String);
    ::openapi_client_runtime::codegen::constrained::constrained!(ListOrdersCode);
    impl std::str::FromStr for ListOrdersCode {
        type Err = ::openapi_client_runtime::codegen::constrained::InvalidText;
        fn from_str(value: &str) -> Result<Self, Self::Err> {
            if value.chars().count() > 3usize {
                return Err("longer than 3 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    /// The schema at
    /// `/paths/~1shops~1{shop}~1orders~1{year}-{month}~1{state}~1{day}~1{code}~1{ids}~1{missing}~1{type}~1{size}/get/parameters/7/schema`.
    #[derive(Clone, PartialEq, Default)]
    #[non_exhaustive]
    pub struct ListOrdersSize {
        /// `unit`
        pub unit: Option<String>,
    }
    impl Object<Sent> for ListOrdersSize {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            member!(to.optional(it.unit));
        }
    }
    object!(sent ListOrdersSize);

    /// The schema at
    /// `/paths/~1shops~1{shop}~1orders~1{year}-{month}~1{state}~1{day}~1{code}~1{ids}~1{missing}~1{type}~1{size}/get/parameters/2/schema`.
    #[derive(serde::Serialize, Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum ListOrdersState {
        /// `open`
        #[serde(rename = "open")]
        Open,
        /// `paid-back`
        #[serde(rename = "paid-back")]
        PaidBack,
    }
    ::openapi_client_runtime::codegen::shown::described!(ListOrdersState);
    impl ::std::fmt::Display for ListOrdersState {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::Open => f.write_str("open"),
                Self::PaidBack => f.write_str("paid-back"),
            }
        }
    }
}

/// The operations of the API, each as one method.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: ::openapi_client_runtime::codegen::exchange::Sender,
}
impl Client {
    /// `GET
    /// /shops/{shop}/orders/{year}-{month}/{state}/{day}/{code}/{ids}/{missing}/{type}/{size}`
    pub async fn list_orders<'a>(
        &'a self,
        shop: &'a str,
        year: i64,
        month: i64,
        state: types::ListOrdersState,
        day: &'a chrono::DateTime<chrono::Utc>,
        code: &'a types::ListOrdersCode,
        ids: &'a Vec<i64>,
        missing: &'a str,
        type_: &'a str,
        size: &'a types::ListOrdersSize,
    ) -> Result<Response<()>, Failure<()>> {
        let shop = ::openapi_client_runtime::codegen::path::segment("shop", shop)?;
        let year = ::openapi_client_runtime::codegen::path::simple("year", &year)?;
        let month = ::openapi_client_runtime::codegen::path::simple("month", &month)?;
        let state = ::openapi_client_runtime::codegen::path::segment(
            "state",
            &state.to_string(),
        )?;
        let day = ::openapi_client_runtime::codegen::path::simple("day", &day)?;
        let code = ::openapi_client_runtime::codegen::path::segment(
            "code",
            &code.to_string(),
        )?;
        let ids = ::openapi_client_runtime::codegen::path::simple("ids", &ids)?;
        let missing = ::openapi_client_runtime::codegen::path::segment(
            "missing",
            missing,
        )?;
        let type_ = ::openapi_client_runtime::codegen::path::segment("type_", type_)?;
        let size = ::openapi_client_runtime::codegen::path::simple_exploded(
            "size",
            &size,
        )?;
        let url = format!(
            "{}/shops/{}/orders/{}-{}/{}/{}/{}/{}/{}/{}/{}", self.baseurl, shop, year,
            month, state, day, code, ids, missing, type_, size
        );
        let request = self.client.get(url).build()?;
        let operation = Operation {
            name: "list_orders",
            path: "/shops/{shop}/orders/{year}-{month}/{state}/{day}/{code}/{ids}/{missing}/{type}/{size}",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }
}
