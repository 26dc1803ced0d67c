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

    /// A bank account.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct BankAccount {
        /// `iban`
        pub iban: Option<String>,
        /// `type`
        pub type_: Option<BankAccountType>,
    }
    impl Object<Received> for BankAccount {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.iban));
            member!(to.expected(it.type_ = "type"));
        }
    }
    object!(received BankAccount);

    /// The schema at `/components/schemas/BankAccount/properties/type`.
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    #[non_exhaustive]
    pub enum BankAccountType {
        /// `bank`
        Bank,
        /// `sepa`
        Sepa,
        /// A value that the contract of this version does not name, as it was sent.
        Undocumented(String),
    }
    impl OpenEnum for BankAccountType {
        const VALUES: &'static [(&'static str, Self)] = &[
            ("bank", Self::Bank),
            ("sepa", Self::Sepa),
        ];
    }
    open_enum!(BankAccountType);

    /// A card.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Card {
        /// `expires`
        pub expires: Option<i64>,
        /// `number`
        pub number: Option<String>,
        /// `type`
        pub type_: Option<String>,
    }
    impl Object<Received> for Card {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.expires));
            member!(to.expected(it.number));
            member!(to.expected(it.type_ = "type"));
        }
    }
    object!(received Card);

    /// What happened.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub enum Event {
        /// If `kind` is `Paid`.
        Paid(Box<Paid>),
        /// If `kind` is `Failed`.
        Failed(Box<Failed>),
        /// A value that has none of these forms, as it was sent.
        Undocumented(serde_json::Value),
    }
    impl Choice for Event {
        fn form<F: OneForm>(&self, of: F) -> F::Output {
            match self {
                Self::Paid(it) => of.tagged("Paid", "kind", &["Paid"], it),
                Self::Failed(it) => of.tagged("Failed", "kind", &["Failed"], it),
                Self::Undocumented(it) => of.other("Undocumented", it),
            }
        }
    }
    impl OpenChoice for Event {
        const TAG: Option<&'static str> = Some("kind");
        fn branches(to: &mut impl Branches<Self>) {
            to.tagged(&["Paid"], Self::Paid);
            to.tagged(&["Failed"], Self::Failed);
        }
        fn other(value: serde_json::Value) -> Self {
            Self::Undocumented(value)
        }
    }
    choice!(received Event);

    /// The schema `Failed`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Failed {
        /// `kind`
        pub kind: Option<String>,
        /// `reason`
        pub reason: Option<String>,
    }
    impl Object<Received> for Failed {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.kind));
            member!(to.optional(it.reason));
        }
    }
    object!(received Failed);

    /// What is paid with.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub enum Method {
        /// If `type` is `card`.
        Card(Box<Card>),
        /// If `type` is `bank` or `sepa`.
        BankAccount(Box<BankAccount>),
        /// If `type` is `Split`.
        Split(Box<Split>),
        /// A value that has none of these forms, as it was sent.
        Undocumented(serde_json::Value),
    }
    impl Choice for Method {
        fn form<F: OneForm>(&self, of: F) -> F::Output {
            match self {
                Self::Card(it) => of.tagged("Card", "type", &["card"], it),
                Self::BankAccount(it) => {
                    of.tagged("BankAccount", "type", &["bank", "sepa"], it)
                }
                Self::Split(it) => of.tagged("Split", "type", &["Split"], it),
                Self::Undocumented(it) => of.other("Undocumented", it),
            }
        }
    }
    impl OpenChoice for Method {
        const TAG: Option<&'static str> = Some("type");
        fn branches(to: &mut impl Branches<Self>) {
            to.tagged(&["card"], Self::Card);
            to.tagged(&["bank", "sepa"], Self::BankAccount);
            to.tagged(&["Split"], Self::Split);
        }
        fn other(value: serde_json::Value) -> Self {
            Self::Undocumented(value)
        }
    }
    choice!(received Method);

    /// The schema `Paid`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Paid {
        /// `amount`
        pub amount: Option<i64>,
        /// `kind`
        pub kind: Option<String>,
    }
    impl Object<Received> for Paid {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.amount));
            member!(to.optional(it.kind));
        }
    }
    object!(received Paid);

    /// A payment.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Payment {
        /// `events`
        pub events: Option<Vec<Event>>,
        /// `id`
        pub id: Option<String>,
        /// What is paid with.
        pub method: Option<Method>,
        /// How it gets there.
        pub shipping: Option<PaymentShipping>,
        /// `ways`
        pub ways: Option<std::collections::BTreeMap<String, Method>>,
    }
    impl Object<Received> for Payment {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.events));
            member!(to.optional(it.id));
            member!(to.optional(it.method));
            member!(to.optional(it.shipping));
            member!(to.optional(it.ways));
        }
    }
    object!(received Payment);

    /// How it gets there.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub enum PaymentShipping {
        /// If `by` is `post`.
        Post(Box<PaymentShippingPost>),
        /// If `by` is `pickup`.
        Pickup(Box<PaymentShippingPickup>),
        /// A value that has none of these forms, as it was sent.
        Undocumented(serde_json::Value),
    }
    impl Choice for PaymentShipping {
        fn form<F: OneForm>(&self, of: F) -> F::Output {
            match self {
                Self::Post(it) => of.tagged("Post", "by", &["post"], it),
                Self::Pickup(it) => of.tagged("Pickup", "by", &["pickup"], it),
                Self::Undocumented(it) => of.other("Undocumented", it),
            }
        }
    }
    impl OpenChoice for PaymentShipping {
        const TAG: Option<&'static str> = Some("by");
        fn branches(to: &mut impl Branches<Self>) {
            to.tagged(&["post"], Self::Post);
            to.tagged(&["pickup"], Self::Pickup);
        }
        fn other(value: serde_json::Value) -> Self {
            Self::Undocumented(value)
        }
    }
    choice!(received PaymentShipping);

    /// The schema at `/components/schemas/Payment/properties/shipping/oneOf/1`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct PaymentShippingPickup {
        /// `by`
        pub by: Option<PaymentShippingPickupBy>,
        /// `shop`
        pub shop: Option<String>,
    }
    impl Object<Received> for PaymentShippingPickup {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.expected(it.by));
            member!(to.optional(it.shop));
        }
    }
    object!(received PaymentShippingPickup);

    /// The schema at `/components/schemas/Payment/properties/shipping/oneOf/1/properties/by`.
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    #[non_exhaustive]
    pub enum PaymentShippingPickupBy {
        /// `pickup`
        Pickup,
        /// A value that the contract of this version does not name, as it was sent.
        Undocumented(String),
    }
    impl OpenEnum for PaymentShippingPickupBy {
        const VALUES: &'static [(&'static str, Self)] = &[("pickup", Self::Pickup)];
    }
    open_enum!(PaymentShippingPickupBy);

    /// The schema at `/components/schemas/Payment/properties/shipping/oneOf/0`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct PaymentShippingPost {
        /// `address`
        pub address: Option<String>,
        /// `by`
        pub by: Option<PaymentShippingPostBy>,
    }
    impl Object<Received> for PaymentShippingPost {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.address));
            member!(to.expected(it.by));
        }
    }
    object!(received PaymentShippingPost);

    /// The schema at `/components/schemas/Payment/properties/shipping/oneOf/0/properties/by`.
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    #[non_exhaustive]
    pub enum PaymentShippingPostBy {
        /// `post`
        Post,
        /// A value that the contract of this version does not name, as it was sent.
        Undocumented(String),
    }
    impl OpenEnum for PaymentShippingPostBy {
        const VALUES: &'static [(&'static str, Self)] = &[("post", Self::Post)];
    }
    open_enum!(PaymentShippingPostBy);

    /// Parts paid by other methods.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Split {
        /// What is paid with.
        pub first: Option<Method>,
        /// `parts`
        pub parts: Option<Vec<Method>>,
        /// `type`
        pub type_: Option<String>,
    }
    impl Object<Received> for Split {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.first));
            member!(to.optional(it.parts));
            member!(to.optional(it.type_ = "type"));
        }
    }
    object!(received Split);
}

/// The operations of the API, each as one method.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: ::openapi_client_runtime::codegen::exchange::Sender,
}
impl Client {
    /// `GET /method`
    pub async fn get_method<'a>(
        &'a self,
    ) -> Result<Response<types::Method>, Failure<()>> {
        let url = format!("{}/method", self.baseurl);
        let request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .build()?;
        let operation = Operation {
            name: "get_method",
            path: "/method",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `POST /payments`
    pub async fn pay<'a>(
        &'a self,
        body: &'a types::Payment,
    ) -> Result<Response<types::Payment>, Failure<()>> {
        let url = format!("{}/payments", self.baseurl);
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
            path: "/payments",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }
}
