// @generated from document.yaml by openapi-client-build.
// Do not edit: change what it is generated from, and review the difference.

use ::openapi_client_runtime::codegen::exchange::{Failure, Operation, exchange};
use ::openapi_client_runtime::codegen::response::Response;

/// The requests and answers of the API, as Rust types.
pub mod types {
    use ::openapi_client_runtime::codegen::object::{
        Access, Object, Place, Received, Sent, member, object,
    };

    /// The schema `Form`.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub struct Form {
        /// `address`
        pub address: Option<Box<FormAddress>>,
        /// `amount`
        pub amount: Option<i64>,
        /// `codes`
        pub codes: Option<Vec<String>>,
        /// `expand`
        pub expand: Option<Vec<String>>,
        /// `name`
        pub name: String,
        /// `tags`
        pub tags: Option<Vec<String>>,
    }
    impl Object<Sent> for Form {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            member!(to.optional(it.address));
            member!(to.optional(it.amount));
            member!(to.optional(it.codes));
            member!(to.optional(it.expand));
            member!(to.required(it.name));
            member!(to.optional(it.tags));
        }
    }
    object!(sent Form);
    impl Form {
        /// Makes a value of its required members; the others are absent.
        pub fn new(name: String) -> Self {
            Self {
                name,
                address: None,
                amount: None,
                codes: None,
                expand: None,
                tags: None,
            }
        }
    }

    /// The schema at `/components/schemas/Form/properties/address`.
    #[derive(Clone, PartialEq, Default)]
    #[non_exhaustive]
    pub struct FormAddress {
        /// `city`
        pub city: Option<String>,
    }
    impl Object<Sent> for FormAddress {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            member!(to.optional(it.city));
        }
    }
    object!(sent FormAddress);

    /// The schema `Order`.
    #[derive(Clone, PartialEq, Default)]
    #[non_exhaustive]
    pub struct Order {
        /// `id`
        pub id: Option<String>,
    }
    impl Object<Sent> for Order {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            member!(to.optional(it.id));
        }
    }
    object!(sent Order);
}

/// The optional parameters of the operations. Start with `default()`, set what is needed, and
/// call the method whose name ends in `_with`.
pub mod options {
    use ::openapi_client_runtime::codegen::options::options;
    use super::types;

    /// The options of [`put_order_with`](super::Client::put_order_with).
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct PutOrderOptions {
        /// `body`
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

    /// The options of [`ask_order_with`](super::Client::ask_order_with).
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct AskOrderOptions {
        /// `body`
        pub body: Option<String>,
    }
    impl AskOrderOptions {
        /// Sets [`body`](Self::body).
        pub fn with_body(mut self, value: impl Into<String>) -> Self {
            self.body = Some(value.into());
            self
        }
    }
    options!(#[hidden] body => AskOrderOptions);

    /// The options of [`put_picture_with`](super::Client::put_picture_with).
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct PutPictureOptions {
        /// `body`
        pub body: Option<Vec<u8>>,
    }
    impl PutPictureOptions {
        /// Sets [`body`](Self::body).
        pub fn with_body(mut self, value: Vec<u8>) -> Self {
            self.body = Some(value);
            self
        }
    }
    options!(#[hidden] body => PutPictureOptions);
}

/// The operations of the API, each as one method.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: ::openapi_client_runtime::codegen::exchange::Sender,
}
impl Client {
    /// `PUT /invoice`
    pub async fn put_invoice<'a>(
        &'a self,
        body: &'a [u8],
    ) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/invoice", self.baseurl);
        let request = ::openapi_client_runtime::codegen::body::raw(
                self.client.put(url),
                "application/xml",
                Some(body),
            )
            .build()?;
        let operation = Operation {
            name: "put_invoice",
            path: "/invoice",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// [`put_order_with`](Self::put_order_with) takes its optional parameters.
    ///
    /// `PUT /order`
    pub async fn put_order<'a>(&'a self) -> Result<Response<()>, Failure<()>> {
        self.put_order_with(&options::PutOrderOptions::default()).await
    }

    /// As [`put_order`](Self::put_order), with its optional parameters.
    ///
    /// `PUT /order`
    pub async fn put_order_with<'a>(
        &'a self,
        options: &'a options::PutOrderOptions,
    ) -> Result<Response<()>, Failure<()>> {
        let options::PutOrderOptions { body } = options;
        let url = format!("{}/order", self.baseurl);
        let request = ::openapi_client_runtime::codegen::body::json(
                self.client.put(url),
                "application/json",
                body.as_ref(),
            )
            .build()?;
        let operation = Operation {
            name: "put_order",
            path: "/order",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `POST /order`
    pub async fn post_order<'a>(
        &'a self,
        body: &'a types::Form,
    ) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/order", self.baseurl);
        let request = ::openapi_client_runtime::codegen::body::form(
                self.client.post(url),
                &["expand"],
                &[("codes", "%7C")],
                Some(&body),
            )?
            .build()?;
        let operation = Operation {
            name: "post_order",
            path: "/order",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `DELETE /order`
    pub async fn delete_order<'a>(
        &'a self,
        body: &'a types::Order,
    ) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/order", self.baseurl);
        let request = self.client.delete(url).json(&body).build()?;
        let operation = Operation {
            name: "delete_order",
            path: "/order",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// [`ask_order_with`](Self::ask_order_with) takes its optional parameters.
    ///
    /// `OPTIONS /order`
    pub async fn ask_order<'a>(&'a self) -> Result<Response<()>, Failure<()>> {
        self.ask_order_with(&options::AskOrderOptions::default()).await
    }

    /// As [`ask_order`](Self::ask_order), with its optional parameters.
    ///
    /// `OPTIONS /order`
    pub async fn ask_order_with<'a>(
        &'a self,
        options: &'a options::AskOrderOptions,
    ) -> Result<Response<()>, Failure<()>> {
        let options::AskOrderOptions { body } = options;
        let url = format!("{}/order", self.baseurl);
        let request = ::openapi_client_runtime::codegen::body::raw(
                self.client.request(::reqwest::Method::OPTIONS, url),
                "text/plain",
                body.as_deref().map(str::as_bytes),
            )
            .build()?;
        let operation = Operation {
            name: "ask_order",
            path: "/order",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `PATCH /order`
    pub async fn patch_order<'a>(
        &'a self,
        body: &'a types::Order,
    ) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/order", self.baseurl);
        let request = ::openapi_client_runtime::codegen::body::json(
                self.client.patch(url),
                "application/merge-patch+json; charset=utf-8",
                Some(&body),
            )
            .build()?;
        let operation = Operation {
            name: "patch_order",
            path: "/order",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// [`put_picture_with`](Self::put_picture_with) takes its optional parameters.
    ///
    /// `PUT /picture`
    pub async fn put_picture<'a>(&'a self) -> Result<Response<()>, Failure<()>> {
        self.put_picture_with(&options::PutPictureOptions::default()).await
    }

    /// As [`put_picture`](Self::put_picture), with its optional parameters.
    ///
    /// `PUT /picture`
    pub async fn put_picture_with<'a>(
        &'a self,
        options: &'a options::PutPictureOptions,
    ) -> Result<Response<()>, Failure<()>> {
        let options::PutPictureOptions { body } = options;
        let url = format!("{}/picture", self.baseurl);
        let request = ::openapi_client_runtime::codegen::body::raw(
                self.client.put(url),
                "image/png",
                body.as_deref(),
            )
            .build()?;
        let operation = Operation {
            name: "put_picture",
            path: "/picture",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }
}
