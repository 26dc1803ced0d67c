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
}

/// The optional parameters of the operations. Start with `default()`, set what is needed, and
/// call the method whose name ends in `_with`.
pub mod options {
    use ::openapi_client_runtime::codegen::options::options;
    use super::types;

    /// The options of [`send_file_with`](super::Client::send_file_with).
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct SendFileOptions {
        /// `body`
        pub body: Option<types::Order>,
    }
    impl SendFileOptions {
        /// Sets [`body`](Self::body).
        pub fn with_body(mut self, value: types::Order) -> Self {
            self.body = Some(value);
            self
        }
    }
    options!(body => SendFileOptions);
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
    /// `POST /any`
    pub async fn send_any<'a>(
        &'a self,
        body: &'a ::openapi_client_runtime::codegen::body::Encoded,
    ) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/any", self.baseurl);
        let request = ::openapi_client_runtime::codegen::body::encoded(
                self
                    .client
                    .post(url)
                    .header(
                        ::reqwest::header::ACCEPT,
                        ::reqwest::header::HeaderValue::from_static("*/*"),
                    ),
                Some(body),
            )
            .build()?;
        let operation = Operation {
            name: "send_any",
            path: "/any",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `PUT /form`
    pub async fn send_either<'a>(
        &'a self,
        body: &'a str,
    ) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/form", self.baseurl);
        let request = ::openapi_client_runtime::codegen::body::raw(
                self.client.put(url),
                "application/x-www-form-urlencoded",
                Some(body.as_bytes()),
            )
            .build()?;
        let operation = Operation {
            name: "send_either",
            path: "/form",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `POST /form`
    pub async fn send_form<'a>(
        &'a self,
        body: &'a str,
    ) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/form", self.baseurl);
        let request = ::openapi_client_runtime::codegen::body::raw(
                self.client.post(url),
                "application/x-www-form-urlencoded",
                Some(body.as_bytes()),
            )
            .build()?;
        let operation = Operation {
            name: "send_form",
            path: "/form",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `PATCH /form`
    pub async fn send_unknown<'a>(
        &'a self,
        body: &'a str,
    ) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/form", self.baseurl);
        let request = ::openapi_client_runtime::codegen::body::raw(
                self.client.patch(url),
                "application/x-www-form-urlencoded",
                Some(body.as_bytes()),
            )
            .build()?;
        let operation = Operation {
            name: "send_unknown",
            path: "/form",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `PUT /image`
    pub async fn send_image<'a>(
        &'a self,
        body: &'a ::openapi_client_runtime::codegen::body::Encoded,
    ) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/image", self.baseurl);
        let request = ::openapi_client_runtime::codegen::body::encoded(
                self.client.put(url),
                Some(body),
            )
            .build()?;
        let operation = Operation {
            name: "send_image",
            path: "/image",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `POST /image`
    pub async fn send_some_image<'a>(
        &'a self,
        body: &'a ::openapi_client_runtime::codegen::body::Encoded,
    ) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/image", self.baseurl);
        let request = ::openapi_client_runtime::codegen::body::encoded(
                self.client.post(url),
                Some(body),
            )
            .build()?;
        let operation = Operation {
            name: "send_some_image",
            path: "/image",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// [`send_file_with`](Self::send_file_with) takes its optional parameters.
    ///
    /// `PUT /json`
    pub async fn send_file<'a>(&'a self) -> Result<Response<types::Order>, Failure<()>> {
        self.send_file_with(&options::SendFileOptions::default()).await
    }

    /// As [`send_file`](Self::send_file), with its optional parameters.
    ///
    /// `PUT /json`
    pub async fn send_file_with<'a>(
        &'a self,
        options: &'a options::SendFileOptions,
    ) -> Result<Response<types::Order>, Failure<()>> {
        let options::SendFileOptions { body } = options;
        let url = format!("{}/json", self.baseurl);
        let request = ::openapi_client_runtime::codegen::body::json(
                self
                    .client
                    .put(url)
                    .header(
                        ::reqwest::header::ACCEPT,
                        ::reqwest::header::HeaderValue::from_static(
                            "application/json;odata.metadata=minimal",
                        ),
                    ),
                "application/json",
                body.as_ref(),
            )
            .build()?;
        let operation = Operation {
            name: "send_file",
            path: "/json",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `POST /json`
    pub async fn send_json<'a>(
        &'a self,
        body: &'a types::Order,
    ) -> Result<Response<types::Order>, Failure<()>> {
        let url = format!("{}/json", self.baseurl);
        let request = self
            .client
            .post(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static(
                    "application/vnd.shop+json;version=2",
                ),
            )
            .json(&body)
            .build()?;
        let operation = Operation {
            name: "send_json",
            path: "/json",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `POST /versions`
    pub async fn send_version<'a>(
        &'a self,
        body: &'a types::Order,
    ) -> Result<Response<types::Order>, Failure<()>> {
        let url = format!("{}/versions", self.baseurl);
        let request = ::openapi_client_runtime::codegen::body::json(
                self
                    .client
                    .post(url)
                    .header(
                        ::reqwest::header::ACCEPT,
                        ::reqwest::header::HeaderValue::from_static(
                            "application/vnd.shop.v2+json",
                        ),
                    ),
                "application/vnd.shop.v2+json",
                Some(&body),
            )
            .build()?;
        let operation = Operation {
            name: "send_version",
            path: "/versions",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// The answer is in `Response::body`: `application/xml`, `text/plain`.
    ///
    /// `GET /xml`
    pub async fn get_xml<'a>(&'a self) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/xml", self.baseurl);
        let request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static(
                    "application/xml, text/plain",
                ),
            )
            .build()?;
        let operation = Operation {
            name: "get_xml",
            path: "/xml",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }
}
