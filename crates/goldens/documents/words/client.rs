// @generated from document.yaml by openapi-client-build.
// Do not edit: change what it is generated from, and review the difference.

use ::openapi_client_runtime::codegen::exchange::{Failure, Operation, exchange};
use ::openapi_client_runtime::codegen::response::Response;

/// The requests and answers of the API, as Rust types.
pub mod types {
    use ::openapi_client_runtime::codegen::object::{
        Access, Object, Place, Received, Sent, member, object,
    };

    /// An order of a shop.
    ///
    /// ```text
    /// let order = read(this);
    /// ```
    ///
    /// ~~~json
    /// { "a_b": [1] }
    /// ~~~
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Order {
        /// The file C:\orders, a lone ` and more.
        pub file: Option<String>,
        /// Not a \[link\], but `a [link] of <code>`.
        pub path: Option<String>,
    }
    impl Object<Received> for Order {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.file));
            member!(to.optional(it.path));
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
    /// All orders, \<b\>open\</b\> or \[paid\]. Try `GET https://shop.test/orders?a_b=1 <id>`,
    /// see <https://shop.test/a_b>.
    ///
    /// ```text
    /// curl https://shop.test/orders/*
    ///   --header 'Accept: */*'
    /// ```
    ///
    /// `GET /orders`
    pub async fn list_orders<'a>(
        &'a self,
    ) -> Result<Response<types::Order>, Failure<()>> {
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
