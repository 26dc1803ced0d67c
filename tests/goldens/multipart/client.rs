// @generated from spec/sessions-cancel.yaml and spec/overlay.yaml by build.rs. Do not edit:
// change the specification, or the generator in src/codegen, and review the snapshot.

use crate::exchange::{Failure, Operation, exchange};
use crate::response::Response;

/// What the API takes and answers, as Rust types.
///
/// What is received can grow: structs are made by `Default` and changed field by field, enums keep a
/// value that this version does not know in `Undocumented`. A field is an `Option` unless the object
/// means nothing without it, and an optional object is behind a pointer: `as_deref` looks at it.
///
/// `Debug` hides what is sensitive; `Serialize` writes it. `Deserialize` is strict: it is the client that
/// reads what has drifted.
pub mod types {
    use crate::object::{Access, Object, Place, Received, Sent, at, object};

    /// The schema at `/paths/~1picture/patch/requestBody/content/application~1json/schema`.
    #[derive(Clone, PartialEq)]
    pub struct PatchPictureRequest {
        /// `title`
        pub title: Option<String>,
    }
    impl Object<Sent> for PatchPictureRequest {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            to.optional("title", at!(it.title));
        }
    }
    object!(sent PatchPictureRequest);
}

/// The operations of the API, each as one method.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: crate::exchange::Attempt,
}
impl Client {
    /// `PUT /picture`
    pub async fn put_picture<'a>(
        &'a self,
        body: crate::body::Encoded<'a>,
    ) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/picture", self.baseurl);
        let request = crate::body::encoded(self.client.put(url), Some(body)).build()?;
        let operation = Operation {
            name: "put_picture",
            path: "/picture",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `POST /picture`
    pub async fn post_picture<'a>(
        &'a self,
        body: Option<crate::body::Encoded<'a>>,
    ) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/picture", self.baseurl);
        let request = crate::body::encoded(self.client.post(url), body).build()?;
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
