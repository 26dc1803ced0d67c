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

    /// The schema at `/paths/~1order/post/requestBody/content/application~1json/schema`.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub struct CreateOrderRequest {
        /// `name`
        pub name: String,
    }
    impl Object<Sent> for CreateOrderRequest {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            member!(to.required(it.name));
        }
    }
    object!(sent CreateOrderRequest);
    impl CreateOrderRequest {
        /// Makes a value of all its members, which are required.
        pub fn new(name: String) -> Self {
            Self { name }
        }
    }

    /// The schema `Line`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Line {
        /// `count`
        pub count: Option<i64>,
        /// `no`
        pub no: Option<i64>,
    }
    impl Object<Received> for Line {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.count));
            member!(to.optional(it.no));
        }
    }
    object!(received Line);

    /// The schema `Order`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Order {
        /// `id`
        pub id: Option<String>,
        /// `line`
        pub line: Option<Box<Line>>,
        /// `name`
        pub name: Option<String>,
        /// `note`
        pub note: Option<String>,
        /// `origin`
        pub origin: Option<Origin>,
        /// `paid_at`
        pub paid_at: Option<String>,
    }
    impl Object<Received> for Order {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.expected(it.id));
            member!(to.optional(it.line));
            member!(to.expected(it.name));
            member!(to.optional(it.note));
            member!(to.optional(it.origin));
            member!(to.optional(it.paid_at));
        }
    }
    object!(received Order);

    /// The schema `Origin`.
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    #[non_exhaustive]
    pub enum Origin {
        /// `web`
        Web,
        /// `api`
        Api,
        /// A value that the contract of this version does not name, as it was sent.
        Undocumented(String),
    }
    impl OpenEnum for Origin {
        const VALUES: &'static [(&'static str, Self)] = &[
            ("web", Self::Web),
            ("api", Self::Api),
        ];
    }
    open_enum!(Origin);
}

/// The operations of the API, each as one method.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: ::openapi_client_runtime::codegen::exchange::Sender,
}
impl Client {
    /// `GET /order`
    pub async fn get_order<'a>(&'a self) -> Result<Response<types::Order>, Failure<()>> {
        let url = format!("{}/order", self.baseurl);
        let request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .build()?;
        let operation = Operation {
            name: "get_order",
            path: "/order",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `PUT /order`
    pub async fn put_order<'a>(
        &'a self,
        body: &'a types::Order,
    ) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/order", self.baseurl);
        let request = self.client.put(url).json(&body).build()?;
        let operation = Operation {
            name: "put_order",
            path: "/order",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `POST /order`
    pub async fn create_order<'a>(
        &'a self,
        body: &'a types::CreateOrderRequest,
    ) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/order", self.baseurl);
        let request = self.client.post(url).json(&body).build()?;
        let operation = Operation {
            name: "create_order",
            path: "/order",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }
}
