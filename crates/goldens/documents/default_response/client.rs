// @generated from document.yaml by openapi-client-build.
// Do not edit: change what it is generated from, and review the difference.

use ::openapi_client_runtime::codegen::exchange::{Failure, Operation, exchange};
use ::openapi_client_runtime::codegen::response::Response;

/// The requests and answers of the API, as Rust types.
pub mod types {
    use ::openapi_client_runtime::codegen::object::{
        Access, Object, Place, Received, Sent, member, object,
    };

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

    /// The schema `Problem`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Problem {
        /// `title`
        pub title: Option<String>,
    }
    impl Object<Received> for Problem {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.title));
        }
    }
    object!(received Problem);
}

/// The operations of the API, each as one method.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: ::openapi_client_runtime::codegen::exchange::Sender,
}
impl Client {
    /// `GET /next`
    pub async fn next_order<'a>(
        &'a self,
    ) -> Result<Response<()>, Failure<types::Problem>> {
        let url = format!("{}/next", self.baseurl);
        let request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .build()?;
        let operation = Operation {
            name: "next_order",
            path: "/next",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `GET /order`
    pub async fn get_order<'a>(
        &'a self,
    ) -> Result<Response<types::Order>, Failure<types::Order>> {
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

    /// `GET /orders`
    pub async fn list_orders<'a>(
        &'a self,
    ) -> Result<Response<Vec<types::Order>>, Failure<types::Problem>> {
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
}
