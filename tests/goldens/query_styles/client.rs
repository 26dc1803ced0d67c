// @generated from spec/sessions-cancel.yaml and spec/overlay.yaml by build.rs. Do not edit:
// change the specification, or the generator in src/codegen, and review the snapshot.

use crate::exchange::{Failure, Operation, exchange};
use crate::response::Response;

/// What the API takes and answers, as Rust types.
///
/// What is received can grow: structs are made by `Default` and changed field by field, enums keep a
/// value that this version does not know in `Undocumented`. A field is an `Option` unless the object
/// means nothing without it, and an optional object is behind a pointer: `as_deref` looks at it.
///
/// `Debug` hides what is sensitive; `Serialize` writes it. `Deserialize` is strict: it is the client that
/// reads what has drifted.
pub mod types {
    use crate::object::{Access, Object, Place, Received, Sent, at, object};

    /// The schema at `/paths/~1orders/get/parameters/5/schema`.
    #[derive(Clone, PartialEq)]
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
    #[derive(Clone, PartialEq)]
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
    #[derive(Clone, PartialEq)]
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
    #[derive(Clone, PartialEq)]
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
    pub enum ListOrdersState {
        /// `open`
        #[serde(rename = "open")]
        Open,
        /// `paid`
        #[serde(rename = "paid")]
        Paid,
    }
    impl crate::shape::Described for ListOrdersState {
        fn shape() -> crate::shape::Shape {
            crate::shape::Shape::String
        }
    }

    /// The schema at `/paths/~1orders/get/parameters/6/schema`.
    #[derive(Clone, PartialEq)]
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
    pub(crate) inner: crate::exchange::Attempt,
}
impl Client {
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
        let url = crate::query::append(
            url,
            [
                crate::query::deep("filter", &filter),
                crate::query::joined("flags", "%7C", &flags),
                crate::query::joined("ids", "%20", &ids),
                crate::query::pairs("page[size]", &page_size),
                crate::query::pairs("q", &q),
                crate::query::json("query", &query),
                crate::query::joined("sort", ",", &sort),
                crate::query::joined("states", ",", &states),
                crate::query::pairs("tag", &tag),
                crate::query::exploded(&window),
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
        let url = crate::query::append(url, [crate::query::pairs("limit", &limit)]);
        let request = self.client.get(url).build()?;
        let operation = Operation {
            name: "list_orders_shortly",
            path: "/orders?view=short#short",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }
}
