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
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub struct Order {
        /// `id`
        pub id: String,
    }
    impl Object<Sent> for Order {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            member!(to.required(it.id));
        }
    }
    object!(sent Order);
    impl Order {
        /// Makes a value of all its members, which are required.
        pub fn new(id: String) -> Self {
            Self { id }
        }
    }

    /// The schema at `/paths/~1search/parameters`.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub struct PutSearchRequest {
        /// The server uses `1` if this is absent.
        pub page: Option<i64>,
        /// `text`
        pub text: String,
    }
    impl Object<Sent> for PutSearchRequest {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            member!(to.optional(it.page));
            member!(to.required(it.text));
        }
    }
    object!(sent PutSearchRequest);
    impl PutSearchRequest {
        /// Makes a value of its required members; the others are absent.
        pub fn new(text: String) -> Self {
            Self { text, page: None }
        }
    }

    /// The schema at `/paths/~1search/post/parameters`.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub struct SearchRequest {
        /// `kinds`
        pub kinds: Option<Vec<String>>,
        /// `page`
        pub page: Option<i64>,
        /// `tabs`
        pub tabs: Option<String>,
        /// `tags`
        pub tags: Option<Vec<String>>,
        /// `text`
        pub text: String,
    }
    impl Object<Sent> for SearchRequest {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            member!(to.optional(it.kinds));
            member!(to.optional(it.page));
            member!(to.optional(it.tabs));
            member!(to.optional(it.tags));
            member!(to.required(it.text));
        }
    }
    object!(sent SearchRequest);
    impl SearchRequest {
        /// Makes a value of its required members; the others are absent.
        pub fn new(text: String) -> Self {
            Self {
                text,
                kinds: None,
                page: None,
                tabs: None,
                tags: None,
            }
        }
    }
}

/// The optional parameters of the operations. Start with `default()`, set what is needed, and
/// call the method whose name ends in `_with`.
pub mod options {
    use ::openapi_client_runtime::codegen::options::options;
    use super::types;

    /// The options of [`put_note_with`](super::Client::put_note_with).
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct PutNoteOptions {
        /// `body`
        pub body: Option<String>,
    }
    impl PutNoteOptions {
        /// Sets [`body`](Self::body).
        pub fn with_body(mut self, value: impl Into<String>) -> Self {
            self.body = Some(value.into());
            self
        }
    }
    options!(#[hidden] body => PutNoteOptions);

    /// The options of [`put_order_with`](super::Client::put_order_with).
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct PutOrderOptions {
        /// The order.
        pub body: Option<types::Order>,
    }
    impl PutOrderOptions {
        /// Sets [`body`](Self::body).
        pub fn with_body(mut self, value: types::Order) -> Self {
            self.body = Some(value);
            self
        }
    }
    options!(body => PutOrderOptions);

    /// The options of [`patch_order_with`](super::Client::patch_order_with).
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct PatchOrderOptions {
        /// The order.
        pub body: Option<types::Order>,
    }
    impl PatchOrderOptions {
        /// Sets [`body`](Self::body).
        pub fn with_body(mut self, value: types::Order) -> Self {
            self.body = Some(value);
            self
        }
    }
    options!(body => PatchOrderOptions);
}

/// The operations of the API, each as one method.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: ::openapi_client_runtime::codegen::exchange::Sender,
}
impl Client {
    /// [`put_note_with`](Self::put_note_with) takes its optional parameters.
    ///
    /// `PUT /note`
    pub async fn put_note<'a>(&'a self) -> Result<Response<()>, Failure<()>> {
        self.put_note_with(&options::PutNoteOptions::default()).await
    }

    /// As [`put_note`](Self::put_note), with its optional parameters.
    ///
    /// `PUT /note`
    pub async fn put_note_with<'a>(
        &'a self,
        options: &'a options::PutNoteOptions,
    ) -> Result<Response<()>, Failure<()>> {
        let options::PutNoteOptions { body } = options;
        let url = format!("{}/note", self.baseurl);
        let request = ::openapi_client_runtime::codegen::body::raw(
                self.client.put(url),
                "text/plain",
                body.as_deref().map(str::as_bytes),
            )
            .build()?;
        let operation = Operation {
            name: "put_note",
            path: "/note",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// [`put_order_with`](Self::put_order_with) takes its optional parameters.
    ///
    /// `PUT /orders`
    pub async fn put_order<'a>(&'a self) -> Result<Response<()>, Failure<()>> {
        self.put_order_with(&options::PutOrderOptions::default()).await
    }

    /// As [`put_order`](Self::put_order), with its optional parameters.
    ///
    /// `PUT /orders`
    pub async fn put_order_with<'a>(
        &'a self,
        options: &'a options::PutOrderOptions,
    ) -> Result<Response<()>, Failure<()>> {
        let options::PutOrderOptions { body } = options;
        let url = format!("{}/orders", self.baseurl);
        let request = ::openapi_client_runtime::codegen::body::json(
                self.client.put(url),
                "application/vnd.shop+json",
                body.as_ref(),
            )
            .build()?;
        let operation = Operation {
            name: "put_order",
            path: "/orders",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `POST /orders`
    pub async fn post_order<'a>(
        &'a self,
        body: &'a types::Order,
    ) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/orders", self.baseurl);
        let request = self.client.post(url).json(&body).build()?;
        let operation = Operation {
            name: "post_order",
            path: "/orders",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// [`patch_order_with`](Self::patch_order_with) takes its optional parameters.
    ///
    /// `PATCH /orders`
    pub async fn patch_order<'a>(&'a self) -> Result<Response<()>, Failure<()>> {
        self.patch_order_with(&options::PatchOrderOptions::default()).await
    }

    /// As [`patch_order`](Self::patch_order), with its optional parameters.
    ///
    /// `PATCH /orders`
    pub async fn patch_order_with<'a>(
        &'a self,
        options: &'a options::PatchOrderOptions,
    ) -> Result<Response<()>, Failure<()>> {
        let options::PatchOrderOptions { body } = options;
        let url = format!("{}/orders", self.baseurl);
        let request = ::openapi_client_runtime::codegen::body::json(
                self.client.patch(url),
                "application/json",
                body.as_ref(),
            )
            .build()?;
        let operation = Operation {
            name: "patch_order",
            path: "/orders",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

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

    /// `PUT /search`
    pub async fn put_search<'a>(
        &'a self,
        body: &'a types::PutSearchRequest,
    ) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/search", self.baseurl);
        let request = ::openapi_client_runtime::codegen::body::form(
                self.client.put(url),
                &[],
                &[],
                Some(&body),
            )?
            .build()?;
        let operation = Operation {
            name: "put_search",
            path: "/search",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `POST /search`
    pub async fn search<'a>(
        &'a self,
        body: &'a types::SearchRequest,
    ) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/search", self.baseurl);
        let request = ::openapi_client_runtime::codegen::body::form(
                self.client.post(url),
                &[],
                &[("tags", ",")],
                Some(&body),
            )?
            .build()?;
        let operation = Operation {
            name: "search",
            path: "/search",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }
}
