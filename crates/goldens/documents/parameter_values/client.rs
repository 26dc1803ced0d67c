// @generated from document.yaml by openapi-client-build.
// Do not edit: change what it is generated from, and review the difference.

use ::openapi_client_runtime::codegen::exchange::{Failure, Operation, exchange};
use ::openapi_client_runtime::codegen::response::Response;

/// The requests and answers of the API, as Rust types.
pub mod types {
    use ::openapi_client_runtime::codegen::object::{
        Access, Object, Place, Received, Sent, member, object,
    };
    use ::openapi_client_runtime::codegen::choice::{Choice, OneForm, choice};

    /// The schema `Asap`.
    #[derive(serde::Serialize, Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum Asap {
        /// `now`
        #[serde(rename = "now")]
        Now,
    }
    ::openapi_client_runtime::codegen::shown::described!(Asap);

    /// The schema at `/paths/~1orders/get/parameters/0/schema`.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub enum ListOrdersEither {
        /// A string.
        String(String),
        /// A list.
        List(Vec<String>),
    }
    impl Choice for ListOrdersEither {
        fn form<F: OneForm>(&self, of: F) -> F::Output {
            match self {
                Self::String(it) => of.plain("String", it),
                Self::List(it) => of.plain("List", it),
            }
        }
    }
    choice!(sent ListOrdersEither);

    /// The schema at `/paths/~1orders/get/parameters/1/schema`.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub enum ListOrdersMust {
        /// A number.
        Integer(i64),
        /// A list.
        List(Vec<i64>),
    }
    impl Choice for ListOrdersMust {
        fn form<F: OneForm>(&self, of: F) -> F::Output {
            match self {
                Self::Integer(it) => of.plain("Integer", it),
                Self::List(it) => of.plain("List", it),
            }
        }
    }
    choice!(sent ListOrdersMust);

    /// The schema at `/paths/~1orders/get/parameters/3/schema`.
    #[derive(serde::Serialize, Clone, PartialEq)]
    #[serde(untagged)]
    #[non_exhaustive]
    pub enum ListOrdersUntil {
        /// As `i64`.
        Integer(i64),
        /// As `Asap`.
        Asap(Asap),
    }
    ::openapi_client_runtime::codegen::shown::variants!(
        Integer, Asap => ListOrdersUntil
    );
    ::openapi_client_runtime::codegen::shown::described!(ListOrdersUntil);

    /// The schema at `/paths/~1orders/get/parameters/5/content/application~1xml/schema`.
    #[derive(Clone, PartialEq, Default)]
    #[non_exhaustive]
    pub struct ListOrdersXml {
        /// `a`
        pub a: Option<String>,
    }
    impl Object<Sent> for ListOrdersXml {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            member!(to.optional(it.a));
        }
    }
    object!(sent ListOrdersXml);
}

/// The optional parameters of the operations. Start with `default()`, set what is needed, and
/// call the method whose name ends in `_with`.
pub mod options {
    use ::openapi_client_runtime::codegen::options::options;
    use super::types;

    /// The options of [`list_orders_with`](super::Client::list_orders_with).
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct ListOrdersOptions {
        /// `either`
        pub either: Option<types::ListOrdersEither>,
        /// `joined`
        pub joined: Option<types::ListOrdersEither>,
        /// `rows`
        pub rows: Option<Vec<Vec<String>>>,
        /// `text`
        pub text: Option<String>,
        /// `until`
        pub until: Option<types::ListOrdersUntil>,
        /// `xml`
        pub xml: Option<types::ListOrdersXml>,
        /// `X-Text`
        pub x_text: Option<String>,
        /// `X-Until`
        pub x_until: Option<types::ListOrdersUntil>,
        /// `ids[]`
        pub ids: Option<String>,
    }
    impl ListOrdersOptions {
        /// Sets [`either`](Self::either).
        pub fn with_either(mut self, value: types::ListOrdersEither) -> Self {
            self.either = Some(value);
            self
        }
        /// Sets [`joined`](Self::joined).
        pub fn with_joined(mut self, value: types::ListOrdersEither) -> Self {
            self.joined = Some(value);
            self
        }
        /// Sets [`rows`](Self::rows).
        pub fn with_rows(mut self, value: Vec<Vec<String>>) -> Self {
            self.rows = Some(value);
            self
        }
        /// Sets [`text`](Self::text).
        pub fn with_text(mut self, value: impl Into<String>) -> Self {
            self.text = Some(value.into());
            self
        }
        /// Sets [`until`](Self::until).
        pub fn with_until(mut self, value: types::ListOrdersUntil) -> Self {
            self.until = Some(value);
            self
        }
        /// Sets [`xml`](Self::xml).
        pub fn with_xml(mut self, value: types::ListOrdersXml) -> Self {
            self.xml = Some(value);
            self
        }
        /// Sets [`x_text`](Self::x_text).
        pub fn with_x_text(mut self, value: impl Into<String>) -> Self {
            self.x_text = Some(value.into());
            self
        }
        /// Sets [`x_until`](Self::x_until).
        pub fn with_x_until(mut self, value: types::ListOrdersUntil) -> Self {
            self.x_until = Some(value);
            self
        }
        /// Sets [`ids`](Self::ids).
        pub fn with_ids(mut self, value: impl Into<String>) -> Self {
            self.ids = Some(value.into());
            self
        }
    }
    options!(
        either, joined, rows, text, until, xml, x_text, x_until, #[hidden] ids =>
        ListOrdersOptions
    );
}

/// The operations of the API, each as one method.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: ::openapi_client_runtime::codegen::exchange::Sender,
}
impl Client {
    /// [`list_orders_with`](Self::list_orders_with) takes its optional parameters.
    ///
    /// `GET /orders`
    pub async fn list_orders<'a>(
        &'a self,
        must: &'a types::ListOrdersMust,
        sid: &'a str,
    ) -> Result<Response<()>, Failure<()>> {
        self.list_orders_with(must, sid, &options::ListOrdersOptions::default()).await
    }

    /// As [`list_orders`](Self::list_orders), with its optional parameters.
    ///
    /// `GET /orders`
    pub async fn list_orders_with<'a>(
        &'a self,
        must: &'a types::ListOrdersMust,
        sid: &'a str,
        options: &'a options::ListOrdersOptions,
    ) -> Result<Response<()>, Failure<()>> {
        let options::ListOrdersOptions {
            either,
            joined,
            rows,
            text,
            until,
            xml,
            x_text,
            x_until,
            ids,
        } = options;
        let url = format!("{}/orders", self.baseurl);
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(4);
        if let Some(value) = x_text {
            header_map.append("X-Text", value.to_string().try_into()?);
        }
        if let Some(value) = x_until {
            header_map
                .append(
                    "X-Until",
                    ::openapi_client_runtime::codegen::parameter::simple(
                            "X-Until",
                            &value,
                        )?
                        .try_into()?,
                );
        }
        if let Some(value) = ids {
            header_map
                .append(
                    ::reqwest::header::COOKIE,
                    ::openapi_client_runtime::codegen::parameter::cookie("ids[]", &value)
                        .try_into()?,
                );
        }
        header_map
            .append(
                ::reqwest::header::COOKIE,
                ::openapi_client_runtime::codegen::parameter::cookie("sid", &sid)
                    .try_into()?,
            );
        ::openapi_client_runtime::codegen::parameter::join_cookies(&mut header_map);
        let url = ::openapi_client_runtime::codegen::query::append(
            url,
            [
                ::openapi_client_runtime::codegen::query::exploded("either", &either),
                ::openapi_client_runtime::codegen::query::joined(
                    "joined",
                    ",",
                    &joined,
                )?,
                ::openapi_client_runtime::codegen::query::exploded("must", &must),
                ::openapi_client_runtime::codegen::query::pairs("rows", &rows),
                ::openapi_client_runtime::codegen::query::pairs("text", &text),
                ::openapi_client_runtime::codegen::query::pairs("until", &until),
                ::openapi_client_runtime::codegen::query::exploded("xml", &xml),
            ],
        );
        let request = self.client.get(url).headers(header_map).build()?;
        let operation = Operation {
            name: "list_orders",
            path: "/orders",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }
}
