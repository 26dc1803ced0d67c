// @generated from document.yaml by openapi-client-build.
// Do not edit: change what it is generated from, and review the difference.

use ::openapi_client_runtime::codegen::exchange::{Failure, Operation, exchange};
use ::openapi_client_runtime::codegen::response::Response;

/// The requests and answers of the API, as Rust types.
pub mod types {
    use ::openapi_client_runtime::codegen::object::{
        Access, Object, Place, Received, Sent, at, object,
    };

    /// The schema at `/paths/~1shops~1{shop}~1orders~1{keys}/get/parameters/12/schema`.
    #[derive(Clone, PartialEq, Default)]
    #[non_exhaustive]
    pub struct ListOrdersPage {
        /// `size`
        pub size: Option<i64>,
    }
    impl Object<Sent> for ListOrdersPage {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            to.optional("size", at!(it.size));
        }
    }
    object!(sent ListOrdersPage);

    /// The schema at `/paths/~1shops~1{shop}~1orders~1{keys}/get/parameters/2/items`.
    #[derive(serde::Serialize, Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum ListOrdersState {
        /// `open`
        #[serde(rename = "open")]
        Pending,
        /// `paid`
        #[serde(rename = "paid")]
        Paid,
    }
    ::openapi_client_runtime::codegen::shown::described!(ListOrdersState);

    /// The schema at `/parameters/Trace`.
    #[derive(serde::Serialize, Clone, Debug, PartialEq)]
    #[serde(transparent)]
    pub struct ListOrdersXTrace(String);
    impl std::ops::Deref for ListOrdersXTrace {
        type Target = String;
        fn deref(&self) -> &String {
            &self.0
        }
    }
    impl std::str::FromStr for ListOrdersXTrace {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> Result<Self, self::error::ConversionError> {
            if value.chars().count() < 1usize {
                return Err("shorter than 1 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    /// Why a value does not fit a constrained type.
    pub mod error {
        /// Error from a `TryFrom` or `FromStr` implementation.
        pub struct ConversionError(::std::borrow::Cow<'static, str>);
        impl ::std::error::Error for ConversionError {}
        impl ::std::fmt::Display for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Display::fmt(&self.0, f)
            }
        }
        impl ::std::fmt::Debug for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Debug::fmt(&self.0, f)
            }
        }
        impl From<&'static str> for ConversionError {
            fn from(value: &'static str) -> Self {
                Self(value.into())
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
    /// - `limit`: The server uses `10` if this is absent.
    ///
    /// `GET /shops/{shop}/orders/{keys}`
    pub async fn list_orders<'a>(
        &'a self,
        shop: &'a str,
        keys: &'a Vec<i32>,
        at: Option<&'a chrono::DateTime<chrono::Utc>>,
        flags: Option<&'a Vec<bool>>,
        ids: Option<&'a Vec<i64>>,
        limit: Option<i64>,
        note: Option<&'a str>,
        page: Option<&'a types::ListOrdersPage>,
        rows: Option<&'a Vec<String>>,
        states: &'a Vec<types::ListOrdersState>,
        tabs: Option<&'a str>,
        words: Option<&'a Vec<String>>,
        x_bars: Option<&'a str>,
        x_tags: Option<&'a Vec<String>>,
        x_trace: Option<&'a types::ListOrdersXTrace>,
    ) -> Result<Response<()>, Failure<()>> {
        let shop = ::openapi_client_runtime::codegen::path::segment("shop", shop)?;
        let keys = ::openapi_client_runtime::codegen::path::simple("keys", &keys)?;
        let url = format!("{}/shops/{}/orders/{}", self.baseurl, shop, keys);
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(3);
        if let Some(value) = x_bars {
            header_map.append("X-Bars", value.to_string().try_into()?);
        }
        if let Some(value) = x_tags {
            header_map
                .append(
                    "X-Tags",
                    ::openapi_client_runtime::codegen::parameter::simple(
                            "X-Tags",
                            &value,
                        )?
                        .try_into()?,
                );
        }
        if let Some(value) = x_trace {
            header_map.append("X-Trace", value.to_string().try_into()?);
        }
        let url = ::openapi_client_runtime::codegen::query::append(
            url,
            [
                ::openapi_client_runtime::codegen::query::pairs("at", &at),
                ::openapi_client_runtime::codegen::query::joined(
                    "flags",
                    "%7C",
                    &flags,
                )?,
                ::openapi_client_runtime::codegen::query::joined("ids", ",", &ids)?,
                ::openapi_client_runtime::codegen::query::pairs("limit", &limit),
                ::openapi_client_runtime::codegen::query::pairs("note", &note),
                ::openapi_client_runtime::codegen::query::exploded("page", &page),
                ::openapi_client_runtime::codegen::query::joined("rows", "%7C", &rows)?,
                ::openapi_client_runtime::codegen::query::pairs("states", &states),
                ::openapi_client_runtime::codegen::query::pairs("tabs", &tabs),
                ::openapi_client_runtime::codegen::query::joined("words", "%20", &words)?,
            ],
        );
        let request = self.client.get(url).headers(header_map).build()?;
        let operation = Operation {
            name: "list_orders",
            path: "/shops/{shop}/orders/{keys}",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `DELETE /shops/{shop}/orders/{keys}`
    pub async fn delete_orders<'a>(
        &'a self,
        shop: &'a str,
        keys: &'a str,
        at: Option<&'a chrono::DateTime<chrono::Utc>>,
        x_trace: Option<&'a types::ListOrdersXTrace>,
    ) -> Result<Response<()>, Failure<()>> {
        let shop = ::openapi_client_runtime::codegen::path::segment("shop", shop)?;
        let keys = ::openapi_client_runtime::codegen::path::segment("keys", keys)?;
        let url = format!("{}/shops/{}/orders/{}", self.baseurl, shop, keys);
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1);
        if let Some(value) = x_trace {
            header_map.append("X-Trace", value.to_string().try_into()?);
        }
        let url = ::openapi_client_runtime::codegen::query::append(
            url,
            [::openapi_client_runtime::codegen::query::pairs("at", &at)],
        );
        let request = self.client.delete(url).headers(header_map).build()?;
        let operation = Operation {
            name: "delete_orders",
            path: "/shops/{shop}/orders/{keys}",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }
}
