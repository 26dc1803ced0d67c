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

    /// The schema `Bank`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Bank {
        /// `iban`
        pub iban: Option<String>,
        /// `kind`
        pub kind: Option<String>,
    }
    impl Object<Received> for Bank {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.iban));
            member!(to.expected(it.kind));
        }
    }
    object!(received Bank);

    /// The schema `Card`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Card {
        /// `kind`
        pub kind: Option<String>,
        /// `pan`
        pub pan: Option<String>,
    }
    impl Object<Received> for Card {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.expected(it.kind));
            member!(to.optional(it.pan));
        }
    }
    object!(received Card);

    /// The schema `Cash`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Cash {
        /// `coins`
        pub coins: Option<i64>,
    }
    impl Object<Received> for Cash {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.expected(it.coins));
        }
    }
    object!(received Cash);

    /// The schema `Loose`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Loose {
        /// `text`
        pub text: Option<String>,
    }
    impl Object<Received> for Loose {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.text));
        }
    }
    object!(received Loose);

    /// The schema `SentBank`.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub struct SentBank {
        /// `iban`
        pub iban: Option<String>,
        /// `kind`
        pub kind: String,
    }
    impl Object<Sent> for SentBank {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            member!(to.optional(it.iban));
            member!(to.required(it.kind));
        }
    }
    object!(sent SentBank);
    impl SentBank {
        /// Makes a value of its required members; the others are absent.
        pub fn new(kind: String) -> Self {
            Self { kind, iban: None }
        }
    }

    /// The schema `SentCard`.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub struct SentCard {
        /// `kind`
        pub kind: String,
        /// `pan`
        pub pan: Option<String>,
    }
    impl Object<Sent> for SentCard {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            member!(to.required(it.kind));
            member!(to.optional(it.pan));
        }
    }
    object!(sent SentCard);
    impl SentCard {
        /// Makes a value of its required members; the others are absent.
        pub fn new(kind: String) -> Self {
            Self { kind, pan: None }
        }
    }

    /// The schema `SentCash`.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub struct SentCash {
        /// `coins`
        pub coins: i64,
    }
    impl Object<Sent> for SentCash {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            member!(to.required(it.coins));
        }
    }
    object!(sent SentCash);
    impl SentCash {
        /// Makes a value of all its members, which are required.
        pub fn new(coins: i64) -> Self {
            Self { coins }
        }
    }

    /// The schema `Sent`.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub enum SentValue {
        /// Any other object.
        SentCash(Box<SentCash>),
        /// If `kind` is `SentCard`.
        SentCard(Box<SentCard>),
        /// If `kind` is `SentBank`.
        SentBank(Box<SentBank>),
    }
    impl Choice for SentValue {
        fn form<F: OneForm>(&self, of: F) -> F::Output {
            match self {
                Self::SentCash(it) => of.plain("SentCash", it),
                Self::SentCard(it) => of.tagged("SentCard", "kind", &["SentCard"], it),
                Self::SentBank(it) => of.tagged("SentBank", "kind", &["SentBank"], it),
            }
        }
    }
    choice!(sent SentValue);

    /// The schema `Way`.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub enum Way {
        /// If `kind` is `card`.
        Card(Box<Card>),
        /// If `kind` is `bank`.
        Bank(Box<Bank>),
        /// With `coins`.
        Cash(Box<Cash>),
        /// Any other object.
        Loose(Box<Loose>),
        /// A value that has none of these forms, as it was sent.
        Undocumented(serde_json::Value),
    }
    impl Choice for Way {
        fn form<F: OneForm>(&self, of: F) -> F::Output {
            match self {
                Self::Card(it) => of.tagged("Card", "kind", &["card"], it),
                Self::Bank(it) => of.tagged("Bank", "kind", &["bank"], it),
                Self::Cash(it) => of.plain("Cash", it),
                Self::Loose(it) => of.plain("Loose", it),
                Self::Undocumented(it) => of.other("Undocumented", it),
            }
        }
    }
    impl OpenChoice for Way {
        const TAG: Option<&'static str> = Some("kind");
        fn branches(to: &mut impl Branches<Self>) {
            to.tagged(&["card"], Self::Card);
            to.tagged(&["bank"], Self::Bank);
            to.with(&["coins"], Self::Cash);
            to.kind(
                ::openapi_client_runtime::codegen::choice::Kind::Object,
                Self::Loose,
            );
        }
        fn other(value: serde_json::Value) -> Self {
            Self::Undocumented(value)
        }
    }
    choice!(received Way);
}

/// The operations of the API, each as one method.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: ::openapi_client_runtime::codegen::exchange::Sender,
}
impl Client {
    /// `PUT /way`
    pub async fn put_way<'a>(
        &'a self,
        body: &'a types::SentValue,
    ) -> Result<Response<types::Way>, Failure<()>> {
        let url = format!("{}/way", self.baseurl);
        let request = self
            .client
            .put(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .json(&body)
            .build()?;
        let operation = Operation {
            name: "put_way",
            path: "/way",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }
}
