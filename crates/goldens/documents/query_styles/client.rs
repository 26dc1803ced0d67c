// @generated from document.yaml by openapi-client-build.
// Do not edit: change what it is generated from, and review the difference.

use ::openapi_client_runtime::codegen::exchange::{Failure, Operation, exchange};
use ::openapi_client_runtime::codegen::response::Response;

/// The requests and answers of the API, as Rust types.
pub mod types {
    use ::openapi_client_runtime::codegen::object::{
        Access, Object, Place, Received, Sent, at, object,
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
            to.optional("from", at!(it.from));
            to.optional("shop", at!(it.shop));
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
            to.optional("city", at!(it.city));
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
            to.optional("text", at!(it.text));
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
            to.optional("by", at!(it.by));
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
            to.optional("limit", at!(it.limit));
            to.optional("offset", at!(it.offset));
        }
    }
    object!(sent ListOrdersWindow);
}

/// The operations of the API, each as one method.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: ::openapi_client_runtime::codegen::exchange::Sender,
}
impl Client {
    /// - `q`: The server uses `x` if this is absent.
    ///
    /// `GET /orders`
    pub async fn list_orders<'a>(
        &'a self,
        filter: Option<&'a types::ListOrdersFilter>,
        flags: Option<&'a Vec<bool>>,
        ids: Option<&'a Vec<i64>>,
        page_size: Option<i64>,
        q: Option<&'a str>,
        query: Option<&'a types::ListOrdersQuery>,
        sort: Option<&'a types::ListOrdersSort>,
        states: &'a Vec<types::ListOrdersState>,
        tag: Option<&'a Vec<String>>,
        window: Option<&'a types::ListOrdersWindow>,
    ) -> Result<Response<()>, Failure<()>> {
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

    /// `GET /orders?view=short#short`
    pub async fn list_orders_shortly<'a>(
        &'a self,
        limit: Option<i64>,
    ) -> Result<Response<()>, Failure<()>> {
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
