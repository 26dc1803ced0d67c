// @generated from document.yaml by openapi-client-build.
// Do not edit: change what it is generated from, and review the difference.

use ::openapi_client_runtime::codegen::exchange::{Failure, Operation, exchange};
use ::openapi_client_runtime::codegen::response::Response;

/// The requests and answers of the API, as Rust types.
pub mod types {
    use ::openapi_client_runtime::codegen::object::{
        Access, Object, Place, Received, Sent, member, object,
    };

    /// The schema at `/paths/~1picture/patch/requestBody/content/application~1json/schema`.
    #[derive(Clone, PartialEq, Default)]
    #[non_exhaustive]
    pub struct PatchPictureRequest {
        /// `title`
        pub title: Option<String>,
    }
    impl Object<Sent> for PatchPictureRequest {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            member!(to.optional(it.title));
        }
    }
    object!(sent PatchPictureRequest);
}

/// The optional parameters of the operations. Start with `default()`, set what is needed, and
/// call the method whose name ends in `_with`.
pub mod options {
    use ::openapi_client_runtime::codegen::options::options;

    /// The options of [`post_picture_with`](super::Client::post_picture_with).
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct PostPictureOptions {
        /// `body`
        pub body: Option<::openapi_client_runtime::codegen::body::Encoded>,
    }
    impl PostPictureOptions {
        /// Sets [`body`](Self::body).
        pub fn with_body(
            mut self,
            value: ::openapi_client_runtime::codegen::body::Encoded,
        ) -> Self {
            self.body = Some(value);
            self
        }
    }
    options!(#[hidden] body => PostPictureOptions);
}

/// The operations of the API, each as one method.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: ::openapi_client_runtime::codegen::exchange::Sender,
}
impl Client {
    /// `PUT /picture`
    pub async fn put_picture<'a>(
        &'a self,
        body: &'a ::openapi_client_runtime::codegen::body::Encoded,
    ) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/picture", self.baseurl);
        let request = ::openapi_client_runtime::codegen::body::encoded(
                self.client.put(url),
                Some(body),
            )
            .build()?;
        let operation = Operation {
            name: "put_picture",
            path: "/picture",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// [`post_picture_with`](Self::post_picture_with) takes its optional parameters.
    ///
    /// `POST /picture`
    pub async fn post_picture<'a>(&'a self) -> Result<Response<()>, Failure<()>> {
        self.post_picture_with(&options::PostPictureOptions::default()).await
    }

    /// As [`post_picture`](Self::post_picture), with its optional parameters.
    ///
    /// `POST /picture`
    pub async fn post_picture_with<'a>(
        &'a self,
        options: &'a options::PostPictureOptions,
    ) -> Result<Response<()>, Failure<()>> {
        let options::PostPictureOptions { body } = options;
        let url = format!("{}/picture", self.baseurl);
        let request = ::openapi_client_runtime::codegen::body::encoded(
                self.client.post(url),
                body.as_ref(),
            )
            .build()?;
        let operation = Operation {
            name: "post_picture",
            path: "/picture",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `PATCH /picture`
    pub async fn patch_picture<'a>(
        &'a self,
        body: &'a types::PatchPictureRequest,
    ) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/picture", self.baseurl);
        let request = self.client.patch(url).json(&body).build()?;
        let operation = Operation {
            name: "patch_picture",
            path: "/picture",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }
}
