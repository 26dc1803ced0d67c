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

    /// The schema `Count`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Count {
        /// `all`
        pub all: Option<u64>,
        /// `mode`
        pub mode: Option<Count_mode>,
        /// Documented values: `0`, `18446744073709551615`.
        pub most: Option<u64>,
    }
    impl Object<Received> for Count {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.all));
            member!(to.optional(it.mode));
            member!(to.optional(it.most));
        }
    }
    object!(received Count);

    /// The schema at `/components/schemas/Count/properties/mode/anyOf/0`.
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    #[allow(non_camel_case_types)]
    #[non_exhaustive]
    pub enum Count_mode_0 {
        /// `auto`
        Auto,
        /// A value that the contract of this version does not name, as it was sent.
        Undocumented(String),
    }
    impl OpenEnum for Count_mode_0 {
        const VALUES: &'static [(&'static str, Self)] = &[("auto", Self::Auto)];
    }
    open_enum!(Count_mode_0);

    /// The schema at `/components/schemas/Count/properties/mode`.
    #[derive(serde::Serialize, Clone, PartialEq)]
    #[serde(untagged)]
    #[allow(non_camel_case_types)]
    #[non_exhaustive]
    pub enum Count_mode {
        /// As `Count_mode_0`.
        Count_mode_0(Count_mode_0),
        /// As `i64`.
        Integer(i64),
    }
    ::openapi_client_runtime::codegen::shown::variants!(
        Count_mode_0, Integer => Count_mode
    );
    ::openapi_client_runtime::codegen::read::read_as!(
        Self::Count_mode_0, Self::Integer => Count_mode
    );

    /// The schema at `/paths/~1count/put/requestBody/content/application~1json/schema`.
    #[derive(Clone, PartialEq, Default)]
    #[non_exhaustive]
    pub struct PutCountRequest {
        /// `all`
        pub all: Option<u64>,
    }
    impl Object<Sent> for PutCountRequest {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            member!(to.optional(it.all));
        }
    }
    object!(sent PutCountRequest);
}

/// The optional parameters of the operations. Start with `default()`, set what is needed, and
/// call the method whose name ends in `_with`.
pub mod options {
    use ::openapi_client_runtime::codegen::options::options;

    /// The options of [`get_count_with`](super::Client::get_count_with).
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct GetCountOptions {
        /// `from`
        pub from: Option<u64>,
    }
    impl GetCountOptions {
        /// Sets [`from`](Self::from).
        pub fn with_from(mut self, value: u64) -> Self {
            self.from = Some(value);
            self
        }
    }
    options!(from => GetCountOptions);
}

/// The operations of the API, each as one method.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: ::openapi_client_runtime::codegen::exchange::Sender,
}
impl Client {
    /// [`get_count_with`](Self::get_count_with) takes its optional parameters.
    ///
    /// `GET /count`
    pub async fn get_count<'a>(&'a self) -> Result<Response<types::Count>, Failure<()>> {
        self.get_count_with(&options::GetCountOptions::default()).await
    }

    /// As [`get_count`](Self::get_count), with its optional parameters.
    ///
    /// `GET /count`
    pub async fn get_count_with<'a>(
        &'a self,
        options: &'a options::GetCountOptions,
    ) -> Result<Response<types::Count>, Failure<()>> {
        let options::GetCountOptions { from } = options;
        let url = format!("{}/count", self.baseurl);
        let url = ::openapi_client_runtime::codegen::query::append(
            url,
            [::openapi_client_runtime::codegen::query::pairs("from", &from)],
        );
        let request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .build()?;
        let operation = Operation {
            name: "get_count",
            path: "/count",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `PUT /count`
    pub async fn put_count<'a>(
        &'a self,
        body: &'a types::PutCountRequest,
    ) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/count", self.baseurl);
        let request = self.client.put(url).json(&body).build()?;
        let operation = Operation {
            name: "put_count",
            path: "/count",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }
}
