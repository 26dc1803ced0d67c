// @generated from document.yaml by openapi-client-build.
// Do not edit: change what it is generated from, and review the difference.

use ::openapi_client_runtime::codegen::exchange::{Failure, Operation, exchange};
use ::openapi_client_runtime::codegen::response::Response;

/// The requests and answers of the API, as Rust types.
pub mod types {
    use ::openapi_client_runtime::codegen::object::{
        Access, Object, Place, Received, Sent, member, object,
    };
    use ::openapi_client_runtime::codegen::choice::{
        Branches, Choice, OneForm, OpenChoice, choice,
    };

    /// The schema `Cat`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Cat {
        /// `kind`
        pub kind: Option<i64>,
        /// `meow`
        pub meow: Option<String>,
    }
    impl Object<Received> for Cat {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.expected(it.kind));
            member!(to.optional(it.meow));
        }
    }
    object!(received Cat);

    /// The schema `Dog`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Dog {
        /// `bark`
        pub bark: Option<String>,
        /// `kind`
        pub kind: Option<i64>,
    }
    impl Object<Received> for Dog {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.bark));
            member!(to.expected(it.kind));
        }
    }
    object!(received Dog);

    /// The schema `Pet`.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub enum Pet {
        /// If `kind` is `1`.
        Cat(Box<Cat>),
        /// If `kind` is `2`.
        Dog(Box<Dog>),
        /// A value that has none of these forms, as it was sent.
        Undocumented(serde_json::Value),
    }
    impl Choice for Pet {
        fn form<F: OneForm>(&self, of: F) -> F::Output {
            match self {
                Self::Cat(it) => of.tagged_literally("Cat", "kind", &["1"], it),
                Self::Dog(it) => of.tagged_literally("Dog", "kind", &["2"], it),
                Self::Undocumented(it) => of.other("Undocumented", it),
            }
        }
    }
    impl OpenChoice for Pet {
        const TAG: Option<&'static str> = Some("kind");
        fn branches(to: &mut impl Branches<Self>) {
            to.tagged(&["1"], Self::Cat);
            to.tagged(&["2"], Self::Dog);
        }
        fn other(value: serde_json::Value) -> Self {
            Self::Undocumented(value)
        }
    }
    choice!(received Pet);

    /// The schema at `/paths/~1paid/post/requestBody/content/application~1json/schema`.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub enum PutPaidRequest {
        /// If `is_paid` is `true`.
        Paid(Box<PutPaidRequestPaid>),
        /// If `is_paid` is `false`.
        Open(Box<PutPaidRequestOpen>),
    }
    impl Choice for PutPaidRequest {
        fn form<F: OneForm>(&self, of: F) -> F::Output {
            match self {
                Self::Paid(it) => of.tagged_literally("Paid", "is_paid", &["true"], it),
                Self::Open(it) => of.tagged_literally("Open", "is_paid", &["false"], it),
            }
        }
    }
    choice!(sent PutPaidRequest);

    /// The schema at `/paths/~1paid/post/requestBody/content/application~1json/schema/oneOf/1`.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub struct PutPaidRequestOpen {
        /// `due`
        pub due: Option<String>,
        /// Documented values: `false`.
        pub is_paid: bool,
    }
    impl Object<Sent> for PutPaidRequestOpen {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            member!(to.optional(it.due));
            member!(to.required(it.is_paid));
        }
    }
    object!(sent PutPaidRequestOpen);
    impl PutPaidRequestOpen {
        /// Makes a value of its required members; the others are absent.
        pub fn new(is_paid: bool) -> Self {
            Self { is_paid, due: None }
        }
    }

    /// The schema at `/paths/~1paid/post/requestBody/content/application~1json/schema/oneOf/0`.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub struct PutPaidRequestPaid {
        /// `at`
        pub at: Option<String>,
        /// Documented values: `true`.
        pub is_paid: bool,
    }
    impl Object<Sent> for PutPaidRequestPaid {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            member!(to.optional(it.at));
            member!(to.required(it.is_paid));
        }
    }
    object!(sent PutPaidRequestPaid);
    impl PutPaidRequestPaid {
        /// Makes a value of its required members; the others are absent.
        pub fn new(is_paid: bool) -> Self {
            Self { is_paid, at: None }
        }
    }
}

/// The operations of the API, each as one method.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: ::openapi_client_runtime::codegen::exchange::Sender,
}
impl Client {
    /// `POST /paid`
    pub async fn put_paid<'a>(
        &'a self,
        body: &'a types::PutPaidRequest,
    ) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/paid", self.baseurl);
        let request = self.client.post(url).json(&body).build()?;
        let operation = Operation {
            name: "put_paid",
            path: "/paid",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `GET /pet`
    pub async fn get_pet<'a>(&'a self) -> Result<Response<types::Pet>, Failure<()>> {
        let url = format!("{}/pet", self.baseurl);
        let request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .build()?;
        let operation = Operation {
            name: "get_pet",
            path: "/pet",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `POST /pet`
    pub async fn put_pet<'a>(
        &'a self,
        body: &'a types::Pet,
    ) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/pet", self.baseurl);
        let request = self.client.post(url).json(&body).build()?;
        let operation = Operation {
            name: "put_pet",
            path: "/pet",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }
}
