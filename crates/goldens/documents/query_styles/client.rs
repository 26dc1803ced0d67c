// @generated from document.yaml by openapi-client-build.
// Do not edit: change what it is generated from, and review the difference.

use ::openapi_client_runtime::codegen::exchange::{Failure, Operation, exchange};
use ::openapi_client_runtime::codegen::response::Response;

/// The requests and answers of the API, as Rust types.
pub mod types {
    use ::openapi_client_runtime::codegen::object::{
        Access, Object, Place, Received, Sent, member, object,
    };

    /// The schema at `/paths/~1orders/get/parameters/5/schema`.
    #[derive(Clone, PartialEq, Default)]
    #[non_exhaustive]
    pub struct ListOrdersFilter {
        /// `from`
        pub from: Option<chrono::DateTime<chrono::Utc>>,
        /// `shop`
        pub shop: Option<Box<ListOrdersFilterShop>>,
    }
    impl Object<Sent> for ListOrdersFilter {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            member!(to.optional(it.from));
            member!(to.optional(it.shop));
        }
    }
    object!(sent ListOrdersFilter);

    /// The schema at `/paths/~1orders/get/parameters/5/schema/properties/shop`.
    #[derive(Clone, PartialEq, Default)]
    #[non_exhaustive]
    pub struct ListOrdersFilterShop {
        /// `city`
        pub city: Option<String>,
    }
    impl Object<Sent> for ListOrdersFilterShop {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            member!(to.optional(it.city));
        }
    }
    object!(sent ListOrdersFilterShop);

    /// The schema at `/paths/~1orders/get/parameters/8/content/application~1json/schema`.
    #[derive(Clone, PartialEq, Default)]
    #[non_exhaustive]
    pub struct ListOrdersQuery {
        /// `text`
        pub text: Option<String>,
    }
    impl Object<Sent> for ListOrdersQuery {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            member!(to.optional(it.text));
        }
    }
    object!(sent ListOrdersQuery);

    /// The schema at `/paths/~1orders/get/parameters/7/schema`.
    #[derive(Clone, PartialEq, Default)]
    #[non_exhaustive]
    pub struct ListOrdersSort {
        /// `by`
        pub by: Option<String>,
    }
    impl Object<Sent> for ListOrdersSort {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            member!(to.optional(it.by));
        }
    }
    object!(sent ListOrdersSort);

    /// The schema at `/paths/~1orders/get/parameters/1/schema/items`.
    #[derive(serde::Serialize, Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum ListOrdersState {
        /// `open`
        #[serde(rename = "open")]
        Open,
        /// `paid`
        #[serde(rename = "paid")]
        Paid,
    }
    ::openapi_client_runtime::codegen::shown::described!(ListOrdersState);

    /// The schema at `/paths/~1orders/get/parameters/6/schema`.
    #[derive(Clone, PartialEq, Default)]
    #[non_exhaustive]
    pub struct ListOrdersWindow {
        /// `limit`
        pub limit: Option<i64>,
        /// `offset`
        pub offset: Option<i64>,
    }
    impl Object<Sent> for ListOrdersWindow {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            member!(to.optional(it.limit));
            member!(to.optional(it.offset));
        }
    }
    object!(sent ListOrdersWindow);
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
        /// `filter`
        pub filter: Option<types::ListOrdersFilter>,
        /// `flags`
        pub flags: Option<Vec<bool>>,
        /// `ids`
        pub ids: Option<Vec<i64>>,
        /// `page[size]`
        pub page_size: Option<i64>,
        /// The server uses `x` if this is absent.
        pub q: Option<String>,
        /// `query`
        pub query: Option<types::ListOrdersQuery>,
        /// `sort`
        pub sort: Option<types::ListOrdersSort>,
        /// `tag`
        pub tag: Option<Vec<String>>,
        /// `window`
        pub window: Option<types::ListOrdersWindow>,
    }
    impl ListOrdersOptions {
        /// Sets [`filter`](Self::filter).
        pub fn with_filter(mut self, value: types::ListOrdersFilter) -> Self {
            self.filter = Some(value);
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
        /// Sets [`page_size`](Self::page_size).
        pub fn with_page_size(mut self, value: i64) -> Self {
            self.page_size = Some(value);
            self
        }
        /// Sets [`q`](Self::q).
        pub fn with_q(mut self, value: impl Into<String>) -> Self {
            self.q = Some(value.into());
            self
        }
        /// Sets [`query`](Self::query).
        pub fn with_query(mut self, value: types::ListOrdersQuery) -> Self {
            self.query = Some(value);
            self
        }
        /// Sets [`sort`](Self::sort).
        pub fn with_sort(mut self, value: types::ListOrdersSort) -> Self {
            self.sort = Some(value);
            self
        }
        /// Sets [`tag`](Self::tag).
        pub fn with_tag(mut self, value: Vec<String>) -> Self {
            self.tag = Some(value);
            self
        }
        /// Sets [`window`](Self::window).
        pub fn with_window(mut self, value: types::ListOrdersWindow) -> Self {
            self.window = Some(value);
            self
        }
    }
    options!(
        filter, flags, ids, page_size, q, query, sort, tag, window => ListOrdersOptions
    );

    /// The options of [`list_orders_shortly_with`](super::Client::list_orders_shortly_with).
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct ListOrdersShortlyOptions {
        /// `limit`
        pub limit: Option<i64>,
    }
    impl ListOrdersShortlyOptions {
        /// Sets [`limit`](Self::limit).
        pub fn with_limit(mut self, value: i64) -> Self {
            self.limit = Some(value);
            self
        }
    }
    options!(limit => ListOrdersShortlyOptions);
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
    /// `GET /orders`
    pub async fn list_orders<'a>(
        &'a self,
        states: &'a Vec<types::ListOrdersState>,
    ) -> Result<Response<()>, Failure<()>> {
        self.list_orders_with(states, &options::ListOrdersOptions::default()).await
    }

    /// As [`list_orders`](Self::list_orders), with its optional parameters.
    ///
    /// `GET /orders`
    pub async fn list_orders_with<'a>(
        &'a self,
        states: &'a Vec<types::ListOrdersState>,
        options: &'a options::ListOrdersOptions,
    ) -> Result<Response<()>, Failure<()>> {
        let options::ListOrdersOptions {
            filter,
            flags,
            ids,
            page_size,
            q,
            query,
            sort,
            tag,
            window,
        } = options;
        let url = format!("{}/orders", self.baseurl);
        let url = ::openapi_client_runtime::codegen::query::append(
            url,
            [
                ::openapi_client_runtime::codegen::query::deep("filter", &filter)?,
                ::openapi_client_runtime::codegen::query::joined(
                    "flags",
                    "%7C",
                    &flags,
                )?,
                ::openapi_client_runtime::codegen::query::joined("ids", "%20", &ids)?,
                ::openapi_client_runtime::codegen::query::pairs(
                    "page[size]",
                    &page_size,
                ),
                ::openapi_client_runtime::codegen::query::pairs("q", &q),
                ::openapi_client_runtime::codegen::query::json("query", &query),
                ::openapi_client_runtime::codegen::query::joined("sort", ",", &sort)?,
                ::openapi_client_runtime::codegen::query::joined(
                    "states",
                    ",",
                    &states,
                )?,
                ::openapi_client_runtime::codegen::query::pairs("tag", &tag),
                ::openapi_client_runtime::codegen::query::exploded("window", &window),
            ],
        );
        let request = self.client.get(url).build()?;
        let operation = Operation {
            name: "list_orders",
            path: "/orders",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// [`list_orders_shortly_with`](Self::list_orders_shortly_with) takes its optional
    /// parameters.
    ///
    /// `GET /orders?view=short#short`
    pub async fn list_orders_shortly<'a>(&'a self) -> Result<Response<()>, Failure<()>> {
        self.list_orders_shortly_with(&options::ListOrdersShortlyOptions::default())
            .await
    }

    /// As [`list_orders_shortly`](Self::list_orders_shortly), with its optional parameters.
    ///
    /// `GET /orders?view=short#short`
    pub async fn list_orders_shortly_with<'a>(
        &'a self,
        options: &'a options::ListOrdersShortlyOptions,
    ) -> Result<Response<()>, Failure<()>> {
        let options::ListOrdersShortlyOptions { limit } = options;
        let url = format!("{}/orders?view=short#short", self.baseurl);
        let url = ::openapi_client_runtime::codegen::query::append(
            url,
            [::openapi_client_runtime::codegen::query::pairs("limit", &limit)],
        );
        let request = self.client.get(url).build()?;
        let operation = Operation {
            name: "list_orders_shortly",
            path: "/orders?view=short#short",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }
}
