// @generated from document.yaml by openapi-client-build.
// Do not edit: change what it is generated from, and review the difference.

use ::openapi_client_runtime::codegen::exchange::{Failure, Operation, exchange};
use ::openapi_client_runtime::codegen::response::Response;

/// The requests and answers of the API, as Rust types.
pub mod types {
    use ::openapi_client_runtime::codegen::object::{
        Access, Object, Place, Received, Sent, member, object,
    };

    /// The schema at `/responses/Failure/schema`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Failure2 {
        /// `code`
        pub code: Option<String>,
    }
    impl Object<Received> for Failure2 {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.code));
        }
    }
    object!(received Failure2);

    /// The schema `Order`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Order {
        /// `id`
        pub id: Option<String>,
    }
    impl Object<Received> for Order {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.id));
        }
    }
    object!(received Order);
}

/// The operations of the API, each as one method.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: ::openapi_client_runtime::codegen::exchange::Sender,
}
impl Client {
    /// The answer is in `Response::body`: `*/*`.
    ///
    /// `GET /archive`
    pub async fn get_archive<'a>(&'a self) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/archive", self.baseurl);
        let request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("*/*"),
            )
            .build()?;
        let operation = Operation {
            name: "get_archive",
            path: "/archive",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `GET /orders`
    pub async fn list_orders<'a>(
        &'a self,
    ) -> Result<Response<Vec<types::Order>>, Failure<types::Failure2>> {
        let url = format!("{}/orders", self.baseurl);
        let request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .build()?;
        let operation = Operation {
            name: "list_orders",
            path: "/orders",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `POST /orders`
    pub async fn report_orders<'a>(
        &'a self,
    ) -> Result<Response<Vec<types::Order>>, Failure<types::Failure2>> {
        let url = format!("{}/orders", self.baseurl);
        let request = self
            .client
            .post(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/vnd.shop+json"),
            )
            .build()?;
        let operation = Operation {
            name: "report_orders",
            path: "/orders",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `HEAD /orders`
    pub async fn head_orders<'a>(&'a self) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/orders", self.baseurl);
        let request = self.client.head(url).build()?;
        let operation = Operation {
            name: "head_orders",
            path: "/orders",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// The answer is in `Response::body`: `image/png`.
    ///
    /// `GET /picture`
    pub async fn get_picture<'a>(&'a self) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/picture", self.baseurl);
        let request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("image/png"),
            )
            .build()?;
        let operation = Operation {
            name: "get_picture",
            path: "/picture",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }
}
