// @generated from document.yaml by openapi-client-build.
// Do not edit: change what it is generated from, and review the difference.

use ::openapi_client_runtime::codegen::exchange::{Failure, Operation, exchange};
use ::openapi_client_runtime::codegen::response::Response;

/// The requests and answers of the API, as Rust types.
pub mod types {
    use ::openapi_client_runtime::codegen::object::{
        Access, Object, Place, Received, Sent, member, object,
    };

    /// An order.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub struct NewOrder {
        /// `amount`
        pub amount: Option<String>,
        /// `at`
        pub at: Option<chrono::DateTime<chrono::Utc>>,
        /// `big`
        pub big: Option<u64>,
        /// A name that Rust writes otherwise.
        pub billed_on: Option<String>,
        /// `bytes`
        pub bytes: Option<String>,
        /// `count`
        pub count: i32,
        /// `day`
        pub day: Option<::chrono::naive::NaiveDate>,
        /// `file`
        pub file: Option<String>,
        /// `gift`
        pub gift: Option<bool>,
        /// `id`
        pub id: String,
        /// `ip`
        pub ip: Option<::std::net::Ipv4Addr>,
        /// `labels`
        pub labels: Option<std::collections::BTreeMap<String, String>>,
        /// `lines`
        pub lines: Vec<NewOrderLine>,
        /// For the seller.
        pub note: Option<String>,
        /// `odd`
        pub odd: Option<i64>,
        /// What it costs. The server uses `1.5` if this is absent.
        pub price: Option<f64>,
        /// `small`
        pub small: Option<i8>,
        /// `speed`
        pub speed: Option<NewOrderSpeed>,
        /// `tags`
        pub tags: Option<Vec<String>>,
        /// `waits`
        pub waits: Option<String>,
    }
    impl Object<Sent> for NewOrder {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            member!(to.optional(it.amount));
            member!(to.optional(it.at));
            member!(to.optional(it.big));
            member!(to.optional(it.billed_on = "billedOn"));
            member!(to.optional(it.bytes));
            member!(to.required(it.count));
            member!(to.optional(it.day));
            member!(to.optional(it.file));
            member!(to.optional(it.gift));
            member!(to.required(it.id));
            member!(to.optional(it.ip));
            member!(to.optional(it.labels));
            member!(to.required(it.lines));
            member!(to.optional(it.note));
            member!(to.optional(it.odd));
            member!(to.optional(it.price));
            member!(to.optional(it.small));
            member!(to.optional(it.speed));
            member!(to.optional(it.tags));
            member!(to.optional(it.waits));
        }
    }
    object!(sent NewOrder);
    impl NewOrder {
        /// Makes a value of its required members; the others are absent.
        pub fn new(count: i32, id: String, lines: Vec<NewOrderLine>) -> Self {
            Self {
                count,
                id,
                lines,
                amount: None,
                at: None,
                big: None,
                billed_on: None,
                bytes: None,
                day: None,
                file: None,
                gift: None,
                ip: None,
                labels: None,
                note: None,
                odd: None,
                price: None,
                small: None,
                speed: None,
                tags: None,
                waits: None,
            }
        }
    }

    /// One thing of many.
    #[derive(Clone, PartialEq, Default)]
    #[non_exhaustive]
    pub struct NewOrderLine {
        /// `title`
        pub title: Option<String>,
    }
    impl Object<Sent> for NewOrderLine {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            member!(to.optional(it.title));
        }
    }
    object!(sent NewOrderLine);

    /// The schema at `/components/schemas/NewOrder/properties/speed`.
    #[derive(serde::Serialize, Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum NewOrderSpeed {
        /// `slow`
        #[serde(rename = "slow")]
        Slow,
        /// `fast`
        #[serde(rename = "fast")]
        Fast,
    }
    ::openapi_client_runtime::codegen::shown::described!(NewOrderSpeed);
}

/// The optional parameters of the operations. Start with `default()`, set what is needed, and
/// call the method whose name ends in `_with`.
pub mod options {
    use ::openapi_client_runtime::codegen::options::options;

    /// The options of [`create_order_with`](super::Client::create_order_with).
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct CreateOrderOptions {
        /// The server uses `20` if this is absent.
        pub limit: Option<i32>,
    }
    impl CreateOrderOptions {
        /// Sets [`limit`](Self::limit).
        pub fn with_limit(mut self, value: i32) -> Self {
            self.limit = Some(value);
            self
        }
    }
    options!(limit => CreateOrderOptions);
}

/// The operations of the API, each as one method.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: ::openapi_client_runtime::codegen::exchange::Sender,
}
impl Client {
    /// [`create_order_with`](Self::create_order_with) takes its optional parameters.
    ///
    /// `POST /orders`
    pub async fn create_order<'a>(
        &'a self,
        body: &'a types::NewOrder,
    ) -> Result<Response<()>, Failure<()>> {
        self.create_order_with(body, &options::CreateOrderOptions::default()).await
    }

    /// As [`create_order`](Self::create_order), with its optional parameters.
    ///
    /// `POST /orders`
    pub async fn create_order_with<'a>(
        &'a self,
        body: &'a types::NewOrder,
        options: &'a options::CreateOrderOptions,
    ) -> Result<Response<()>, Failure<()>> {
        let options::CreateOrderOptions { limit } = options;
        let url = format!("{}/orders", self.baseurl);
        let url = ::openapi_client_runtime::codegen::query::append(
            url,
            [::openapi_client_runtime::codegen::query::pairs("limit", &limit)],
        );
        let request = self.client.post(url).json(&body).build()?;
        let operation = Operation {
            name: "create_order",
            path: "/orders",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }
}
