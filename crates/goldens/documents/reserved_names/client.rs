// @generated from document.yaml by openapi-client-build.
// Do not edit: change what it is generated from, and review the difference.

use ::openapi_client_runtime::codegen::exchange::{Failure, Operation, exchange};
use ::openapi_client_runtime::codegen::response::Response;

/// The requests and answers of the API, as Rust types.
pub mod types {
    use ::openapi_client_runtime::codegen::object::{
        Access, Object, Place, Received, Sent, member, object,
    };

    /// The schema at `/paths/~1other/get/responses/200/content/application~1json/schema`.
    #[derive(Clone, Default, PartialEq)]
    #[allow(non_snake_case)]
    #[non_exhaustive]
    pub struct OtherResponse {
        /// `_`
        pub underscore: Option<String>,
        /// `__`
        pub underscore_underscore: Option<String>,
        /// `line-id`
        pub line_dash_id: Option<String>,
        /// `lineId_`
        pub lineId_: Option<String>,
        /// `line_id`
        pub line_id: Option<String>,
        /// `self`
        pub self_: Option<String>,
        /// `self_`
        pub self_underscore: Option<String>,
        /// `type`
        pub type_: Option<String>,
        /// `type_`
        pub type_underscore: Option<String>,
    }
    impl Object<Received> for OtherResponse {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.underscore = "_"));
            member!(to.optional(it.underscore_underscore = "__"));
            member!(to.optional(it.line_dash_id = "line-id"));
            member!(to.optional(it.lineId_));
            member!(to.optional(it.line_id));
            member!(to.optional(it.self_ = "self"));
            member!(to.optional(it.self_underscore = "self_"));
            member!(to.optional(it.type_ = "type"));
            member!(to.optional(it.type_underscore = "type_"));
        }
    }
    object!(received OtherResponse);
}

/// The operations of the API, each as one method.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: ::openapi_client_runtime::codegen::exchange::Sender,
}
impl Client {
    /// `GET /baseurl`
    pub async fn baseurl<'a>(&'a self) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/baseurl", self.baseurl);
        let request = self.client.get(url).build()?;
        let operation = Operation {
            name: "baseurl",
            path: "/baseurl",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `GET /client`
    pub async fn new_with_client<'a>(&'a self) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/client", self.baseurl);
        let request = self.client.get(url).build()?;
        let operation = Operation {
            name: "new_with_client",
            path: "/client",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `GET /inner`
    pub async fn inner<'a>(&'a self) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/inner", self.baseurl);
        let request = self.client.get(url).build()?;
        let operation = Operation {
            name: "inner",
            path: "/inner",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `GET /new`
    pub async fn get_new<'a>(&'a self) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/new", self.baseurl);
        let request = self.client.get(url).build()?;
        let operation = Operation {
            name: "get_new",
            path: "/new",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `GET /other`
    pub async fn other<'a>(
        &'a self,
    ) -> Result<Response<types::OtherResponse>, Failure<()>> {
        let url = format!("{}/other", self.baseurl);
        let request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .build()?;
        let operation = Operation {
            name: "other",
            path: "/other",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `GET /self`
    pub async fn self_<'a>(&'a self) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/self", self.baseurl);
        let request = self.client.get(url).build()?;
        let operation = Operation {
            name: "self_",
            path: "/self",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }
}
