// @generated from document.yaml by openapi-client-build.
// Do not edit: change what it is generated from, and review the difference.

use ::openapi_client_runtime::codegen::exchange::{Failure, Operation, exchange};
use ::openapi_client_runtime::codegen::response::Response;

/// The requests and answers of the API, as Rust types.
pub mod types {
    use ::openapi_client_runtime::codegen::object::{
        Access, Object, Place, Received, Sent, member, object,
    };

    /// The schema `By`.
    #[derive(Clone, PartialEq, Default)]
    #[non_exhaustive]
    pub struct By {
        /// `city`
        pub city: Option<String>,
        /// `zip`
        pub zip: Option<i64>,
    }
    impl Object<Sent> for By {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            member!(to.optional(it.city));
            member!(to.optional(it.zip));
        }
    }
    object!(sent By);
}

/// The optional parameters of the operations. Start with `default()`, set what is needed, and
/// call the method whose name ends in `_with`.
pub mod options {
    use ::openapi_client_runtime::codegen::options::options;

    /// The options of [`own_names_with`](super::Client::own_names_with).
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct OwnNamesOptions {
        /// `result`
        pub result: Option<String>,
        /// `value`
        pub value: Option<String>,
    }
    impl OwnNamesOptions {
        /// Sets [`result`](Self::result).
        pub fn with_result(mut self, value: impl Into<String>) -> Self {
            self.result = Some(value.into());
            self
        }
        /// Sets [`value`](Self::value).
        pub fn with_value(mut self, value: impl Into<String>) -> Self {
            self.value = Some(value.into());
            self
        }
    }
    options!(result, value => OwnNamesOptions);
}

/// The operations of the API, each as one method.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: ::openapi_client_runtime::codegen::exchange::Sender,
}
impl Client {
    /// `GET /a//{id}///b//`
    pub async fn empty_segments<'a>(
        &'a self,
        id: &'a str,
    ) -> Result<Response<()>, Failure<()>> {
        let id = ::openapi_client_runtime::codegen::path::segment("id", id)?;
        let url = format!("{}/a//{}///b//", self.baseurl, id);
        let request = self.client.get(url).build()?;
        let operation = Operation {
            name: "empty_segments",
            path: "/a//{id}///b//",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `GET /label/{id}/{ids}/{all}/{by}`
    pub async fn label<'a>(
        &'a self,
        id: i64,
        ids: &'a Vec<String>,
        all: &'a Vec<String>,
        by: &'a types::By,
    ) -> Result<Response<()>, Failure<()>> {
        let id = ::openapi_client_runtime::codegen::path::label("id", false, &id)?;
        let ids = ::openapi_client_runtime::codegen::path::label("ids", false, &ids)?;
        let all = ::openapi_client_runtime::codegen::path::label("all", true, &all)?;
        let by = ::openapi_client_runtime::codegen::path::label("by", true, &by)?;
        let url = format!("{}/label/{}/{}/{}/{}", self.baseurl, id, ids, all, by);
        let request = self.client.get(url).build()?;
        let operation = Operation {
            name: "label",
            path: "/label/{id}/{ids}/{all}/{by}",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `GET /matrix/{id}/{ids}/{all}/{by}`
    pub async fn matrix<'a>(
        &'a self,
        id: &'a str,
        ids: &'a Vec<String>,
        all: &'a Vec<String>,
        by: &'a types::By,
    ) -> Result<Response<()>, Failure<()>> {
        let id = ::openapi_client_runtime::codegen::path::matrix(
            "id",
            "id",
            false,
            &id,
        )?;
        let ids = ::openapi_client_runtime::codegen::path::matrix(
            "ids",
            "ids",
            false,
            &ids,
        )?;
        let all = ::openapi_client_runtime::codegen::path::matrix(
            "all",
            "all",
            true,
            &all,
        )?;
        let by = ::openapi_client_runtime::codegen::path::matrix("by", "by", true, &by)?;
        let url = format!("{}/matrix/{}/{}/{}/{}", self.baseurl, id, ids, all, by);
        let request = self.client.get(url).build()?;
        let operation = Operation {
            name: "matrix",
            path: "/matrix/{id}/{ids}/{all}/{by}",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// [`own_names_with`](Self::own_names_with) takes its optional parameters.
    ///
    /// `GET /{info}/{request}/{url}/{operation}`
    pub async fn own_names<'a>(
        &'a self,
        info: &'a str,
        request: &'a str,
        url: &'a str,
        operation: &'a str,
    ) -> Result<Response<()>, Failure<()>> {
        self.own_names_with(
                info,
                request,
                url,
                operation,
                &options::OwnNamesOptions::default(),
            )
            .await
    }

    /// As [`own_names`](Self::own_names), with its optional parameters.
    ///
    /// `GET /{info}/{request}/{url}/{operation}`
    pub async fn own_names_with<'a>(
        &'a self,
        info: &'a str,
        request: &'a str,
        url: &'a str,
        operation: &'a str,
        options: &'a options::OwnNamesOptions,
    ) -> Result<Response<()>, Failure<()>> {
        let options::OwnNamesOptions { result, value } = options;
        let info = ::openapi_client_runtime::codegen::path::segment("info", info)?;
        let request = ::openapi_client_runtime::codegen::path::segment(
            "request",
            request,
        )?;
        let url = ::openapi_client_runtime::codegen::path::segment("url", url)?;
        let operation = ::openapi_client_runtime::codegen::path::segment(
            "operation",
            operation,
        )?;
        let _url = format!(
            "{}/{}/{}/{}/{}", self.baseurl, info, request, url, operation
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1);
        if let Some(value) = value {
            header_map.append("value", value.to_string().try_into()?);
        }
        let _url = ::openapi_client_runtime::codegen::query::append(
            _url,
            [::openapi_client_runtime::codegen::query::pairs("result", &result)],
        );
        let request = self.client.get(_url).headers(header_map).build()?;
        let operation = Operation {
            name: "own_names",
            path: "/{info}/{request}/{url}/{operation}",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }
}
