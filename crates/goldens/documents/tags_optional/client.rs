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
    use ::openapi_client_runtime::codegen::open_enum::{OpenEnum, open_enum};

    /// The schema `Bank`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Bank {
        /// `by`
        pub by: Option<BankBy>,
        /// `iban`
        pub iban: Option<String>,
    }
    impl Object<Received> for Bank {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.by));
            member!(to.expected(it.iban));
        }
    }
    object!(received Bank);

    /// The schema at `/components/schemas/Bank/properties/by`.
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    #[non_exhaustive]
    pub enum BankBy {
        /// `bank`
        Bank,
        /// `giro`
        Giro,
        /// A value that the contract of this version does not name, as it was sent.
        Undocumented(String),
    }
    impl OpenEnum for BankBy {
        const VALUES: &'static [(&'static str, Self)] = &[
            ("bank", Self::Bank),
            ("giro", Self::Giro),
        ];
    }
    open_enum!(BankBy);

    /// The schema `Card`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Card {
        /// `by`
        pub by: Option<CardBy>,
        /// `pan`
        pub pan: Option<String>,
    }
    impl Object<Received> for Card {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.by));
            member!(to.expected(it.pan));
        }
    }
    object!(received Card);

    /// The schema at `/components/schemas/Card/properties/by`.
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    #[non_exhaustive]
    pub enum CardBy {
        /// `card`
        Card,
        /// A value that the contract of this version does not name, as it was sent.
        Undocumented(String),
    }
    impl OpenEnum for CardBy {
        const VALUES: &'static [(&'static str, Self)] = &[("card", Self::Card)];
    }
    open_enum!(CardBy);

    /// The schema `Paid`.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub enum Paid {
        /// If `by` is `card`, or with `pan`.
        Card(Box<Card>),
        /// If `by` is `bank` or `giro`, or with `iban`.
        Bank(Box<Bank>),
        /// A value that has none of these forms, as it was sent.
        Undocumented(serde_json::Value),
    }
    impl Choice for Paid {
        fn form<F: OneForm>(&self, of: F) -> F::Output {
            match self {
                Self::Card(it) => of.plain("Card", it),
                Self::Bank(it) => of.plain("Bank", it),
                Self::Undocumented(it) => of.other("Undocumented", it),
            }
        }
    }
    impl OpenChoice for Paid {
        const TAG: Option<&'static str> = Some("by");
        fn branches(to: &mut impl Branches<Self>) {
            to.tagged(&["card"], Self::Card);
            to.with(&["pan"], Self::Card);
            to.tagged(&["bank", "giro"], Self::Bank);
            to.with(&["iban"], Self::Bank);
        }
        fn other(value: serde_json::Value) -> Self {
            Self::Undocumented(value)
        }
    }
    choice!(received Paid);

    /// The schema `Pay`.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub enum Pay {
        /// Any other object.
        PayCard(Box<PayCard>),
        /// Any other object.
        PayBank(Box<PayBank>),
    }
    impl Choice for Pay {
        fn form<F: OneForm>(&self, of: F) -> F::Output {
            match self {
                Self::PayCard(it) => of.plain("PayCard", it),
                Self::PayBank(it) => of.plain("PayBank", it),
            }
        }
    }
    choice!(sent Pay);

    /// The schema `PayBank`.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub struct PayBank {
        /// `channel`
        pub channel: Option<PayBankChannel>,
        /// `iban`
        pub iban: String,
    }
    impl Object<Sent> for PayBank {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            member!(to.optional(it.channel));
            member!(to.required(it.iban));
        }
    }
    object!(sent PayBank);
    impl PayBank {
        /// Makes a value of its required members; the others are absent.
        pub fn new(iban: String) -> Self {
            Self { iban, channel: None }
        }
    }

    /// The schema at `/components/schemas/PayBank/properties/channel`.
    #[derive(serde::Serialize, Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum PayBankChannel {
        /// `branch`
        #[serde(rename = "branch")]
        Branch,
        /// `phone`
        #[serde(rename = "phone")]
        Phone,
    }
    ::openapi_client_runtime::codegen::shown::described!(PayBankChannel);

    /// The schema `PayCard`.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub struct PayCard {
        /// The server uses `app` if this is absent.
        pub channel: Option<PayCardChannel>,
        /// `pan`
        pub pan: String,
    }
    impl Object<Sent> for PayCard {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            member!(to.optional(it.channel));
            member!(to.required(it.pan));
        }
    }
    object!(sent PayCard);
    impl PayCard {
        /// Makes a value of its required members; the others are absent.
        pub fn new(pan: String) -> Self {
            Self { pan, channel: None }
        }
    }

    /// The schema at `/components/schemas/PayCard/properties/channel`.
    #[derive(serde::Serialize, Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum PayCardChannel {
        /// `web`
        #[serde(rename = "web")]
        Web,
        /// `app`
        #[serde(rename = "app")]
        App,
    }
    ::openapi_client_runtime::codegen::shown::described!(PayCardChannel);
}

/// The operations of the API, each as one method.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: ::openapi_client_runtime::codegen::exchange::Sender,
}
impl Client {
    /// `POST /pay`
    pub async fn pay<'a>(
        &'a self,
        body: &'a types::Pay,
    ) -> Result<Response<types::Paid>, Failure<()>> {
        let url = format!("{}/pay", self.baseurl);
        let request = self
            .client
            .post(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .json(&body)
            .build()?;
        let operation = Operation {
            name: "pay",
            path: "/pay",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }
}
