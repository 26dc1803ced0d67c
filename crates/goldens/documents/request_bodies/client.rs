// @generated from document.yaml by openapi-client-build.
// Do not edit: change what it is generated from, and review the difference.

use ::openapi_client_runtime::codegen::exchange::{Failure, Operation, exchange};
use ::openapi_client_runtime::codegen::response::Response;

/// The requests and answers of the API, as Rust types.
pub mod types {
    use ::openapi_client_runtime::codegen::object::{
        Access, Object, Place, Received, Sent, at, object,
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
            to.optional("address", at!(it.address));
            to.optional("amount", at!(it.amount));
            to.optional("codes", at!(it.codes));
            to.optional("expand", at!(it.expand));
            to.required("name", at!(it.name));
            to.optional("tags", at!(it.tags));
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
            to.optional("city", at!(it.city));
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
            to.optional("id", at!(it.id));
        }
    }
    object!(sent Order);
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

    /// `PUT /order`
    pub async fn put_order<'a>(
        &'a self,
        body: Option<&'a types::Order>,
    ) -> Result<Response<()>, Failure<()>> {
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

    /// `OPTIONS /order`
    pub async fn ask_order<'a>(
        &'a self,
        body: Option<&'a str>,
    ) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/order", self.baseurl);
        let request = ::openapi_client_runtime::codegen::body::raw(
                self.client.request(::reqwest::Method::OPTIONS, url),
                "text/plain",
                body.map(str::as_bytes),
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

    /// `PUT /picture`
    pub async fn put_picture<'a>(
        &'a self,
        body: Option<&'a [u8]>,
    ) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/picture", self.baseurl);
        let request = ::openapi_client_runtime::codegen::body::raw(
                self.client.put(url),
                "image/png",
                body,
            )
            .build()?;
        let operation = Operation {
            name: "put_picture",
            path: "/picture",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }
}
