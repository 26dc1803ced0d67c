// @generated from document.yaml by openapi-client-build.
// Do not edit: change what it is generated from, and review the difference.

use ::openapi_client_runtime::codegen::exchange::{Failure, Operation, exchange};
use ::openapi_client_runtime::codegen::response::Response;

/// The requests and answers of the API, as Rust types.
pub mod types {
    use ::openapi_client_runtime::codegen::object::{
        Access, Object, Place, Received, Sent, member, object,
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
            member!(to.optional(it.size));
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
    ::openapi_client_runtime::codegen::constrained::constrained!(ListOrdersXTrace);
    impl std::str::FromStr for ListOrdersXTrace {
        type Err = ::openapi_client_runtime::codegen::constrained::InvalidText;
        fn from_str(value: &str) -> Result<Self, Self::Err> {
            if value.chars().count() < 1usize {
                return Err("shorter than 1 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }
}

/// The optional parameters of the operations. Start with `default()`, set what is needed, and
/// call the method whose name ends in `_with`.
pub mod options {
    use ::openapi_client_runtime::codegen::options::options;
    use super::types;

    /// The options of [`list_orders_with`](super::Client::list_orders_with).
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct ListOrdersOptions {
        /// `at`
        pub at: Option<chrono::DateTime<chrono::Utc>>,
        /// `flags`
        pub flags: Option<Vec<bool>>,
        /// `ids`
        pub ids: Option<Vec<i64>>,
        /// The server uses `10` if this is absent.
        pub limit: Option<i64>,
        /// `note`
        pub note: Option<String>,
        /// `page`
        pub page: Option<types::ListOrdersPage>,
        /// `rows`
        pub rows: Option<Vec<String>>,
        /// `tabs`
        pub tabs: Option<String>,
        /// `words`
        pub words: Option<Vec<String>>,
        /// `X-Bars`
        pub x_bars: Option<String>,
        /// `X-Tags`
        pub x_tags: Option<Vec<String>>,
        /// `X-Trace`
        pub x_trace: Option<types::ListOrdersXTrace>,
    }
    impl ListOrdersOptions {
        /// Sets [`at`](Self::at).
        pub fn with_at(mut self, value: chrono::DateTime<chrono::Utc>) -> Self {
            self.at = Some(value);
            self
        }
        /// Sets [`flags`](Self::flags).
        pub fn with_flags(mut self, value: Vec<bool>) -> Self {
            self.flags = Some(value);
            self
        }
        /// Sets [`ids`](Self::ids).
        pub fn with_ids(mut self, value: Vec<i64>) -> Self {
            self.ids = Some(value);
            self
        }
        /// Sets [`limit`](Self::limit).
        pub fn with_limit(mut self, value: i64) -> Self {
            self.limit = Some(value);
            self
        }
        /// Sets [`note`](Self::note).
        pub fn with_note(mut self, value: impl Into<String>) -> Self {
            self.note = Some(value.into());
            self
        }
        /// Sets [`page`](Self::page).
        pub fn with_page(mut self, value: types::ListOrdersPage) -> Self {
            self.page = Some(value);
            self
        }
        /// Sets [`rows`](Self::rows).
        pub fn with_rows(mut self, value: Vec<String>) -> Self {
            self.rows = Some(value);
            self
        }
        /// Sets [`tabs`](Self::tabs).
        pub fn with_tabs(mut self, value: impl Into<String>) -> Self {
            self.tabs = Some(value.into());
            self
        }
        /// Sets [`words`](Self::words).
        pub fn with_words(mut self, value: Vec<String>) -> Self {
            self.words = Some(value);
            self
        }
        /// Sets [`x_bars`](Self::x_bars).
        pub fn with_x_bars(mut self, value: impl Into<String>) -> Self {
            self.x_bars = Some(value.into());
            self
        }
        /// Sets [`x_tags`](Self::x_tags).
        pub fn with_x_tags(mut self, value: Vec<String>) -> Self {
            self.x_tags = Some(value);
            self
        }
        /// Sets [`x_trace`](Self::x_trace).
        pub fn with_x_trace(mut self, value: types::ListOrdersXTrace) -> Self {
            self.x_trace = Some(value);
            self
        }
    }
    options!(
        at, flags, ids, limit, note, page, rows, tabs, words, x_bars, x_tags, x_trace =>
        ListOrdersOptions
    );

    /// The options of [`delete_orders_with`](super::Client::delete_orders_with).
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct DeleteOrdersOptions {
        /// `at`
        pub at: Option<chrono::DateTime<chrono::Utc>>,
        /// `X-Trace`
        pub x_trace: Option<types::ListOrdersXTrace>,
    }
    impl DeleteOrdersOptions {
        /// Sets [`at`](Self::at).
        pub fn with_at(mut self, value: chrono::DateTime<chrono::Utc>) -> Self {
            self.at = Some(value);
            self
        }
        /// Sets [`x_trace`](Self::x_trace).
        pub fn with_x_trace(mut self, value: types::ListOrdersXTrace) -> Self {
            self.x_trace = Some(value);
            self
        }
    }
    options!(at, x_trace => DeleteOrdersOptions);
}

/// The operations of the API, each as one method.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: ::openapi_client_runtime::codegen::exchange::Sender,
}
impl Client {
    /// [`list_orders_with`](Self::list_orders_with) takes its optional parameters.
    ///
    /// `GET /shops/{shop}/orders/{keys}`
    pub async fn list_orders<'a>(
        &'a self,
        shop: &'a str,
        keys: &'a Vec<i32>,
        states: &'a Vec<types::ListOrdersState>,
    ) -> Result<Response<()>, Failure<()>> {
        self.list_orders_with(shop, keys, states, &options::ListOrdersOptions::default())
            .await
    }

    /// As [`list_orders`](Self::list_orders), with its optional parameters.
    ///
    /// `GET /shops/{shop}/orders/{keys}`
    pub async fn list_orders_with<'a>(
        &'a self,
        shop: &'a str,
        keys: &'a Vec<i32>,
        states: &'a Vec<types::ListOrdersState>,
        options: &'a options::ListOrdersOptions,
    ) -> Result<Response<()>, Failure<()>> {
        let options::ListOrdersOptions {
            at,
            flags,
            ids,
            limit,
            note,
            page,
            rows,
            tabs,
            words,
            x_bars,
            x_tags,
            x_trace,
        } = options;
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

    /// [`delete_orders_with`](Self::delete_orders_with) takes its optional parameters.
    ///
    /// `DELETE /shops/{shop}/orders/{keys}`
    pub async fn delete_orders<'a>(
        &'a self,
        shop: &'a str,
        keys: &'a str,
    ) -> Result<Response<()>, Failure<()>> {
        self.delete_orders_with(shop, keys, &options::DeleteOrdersOptions::default())
            .await
    }

    /// As [`delete_orders`](Self::delete_orders), with its optional parameters.
    ///
    /// `DELETE /shops/{shop}/orders/{keys}`
    pub async fn delete_orders_with<'a>(
        &'a self,
        shop: &'a str,
        keys: &'a str,
        options: &'a options::DeleteOrdersOptions,
    ) -> Result<Response<()>, Failure<()>> {
        let options::DeleteOrdersOptions { at, x_trace } = options;
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
