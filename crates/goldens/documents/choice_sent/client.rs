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

    /// All of it.
    #[derive(Clone, PartialEq, Default)]
    #[non_exhaustive]
    pub struct Full {
        /// A known reason, or any words.
        pub reason: Option<Reason>,
        /// Where the money goes.
        pub to: Option<Target>,
    }
    impl Object<Sent> for Full {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            member!(to.optional(it.reason));
            member!(to.optional(it.to));
        }
    }
    object!(sent Full);

    /// A part of it.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub struct Partial {
        /// `amount`
        pub amount: i64,
        /// `lines`
        pub lines: Option<Box<PartialLines>>,
        /// A known reason, or any words.
        pub reason: Option<Reason>,
    }
    impl Object<Sent> for Partial {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            member!(to.required(it.amount));
            member!(to.optional(it.lines));
            member!(to.optional(it.reason));
        }
    }
    object!(sent Partial);
    impl Partial {
        /// Makes a value of its required members; the others are absent.
        pub fn new(amount: i64) -> Self {
            Self {
                amount,
                lines: None,
                reason: None,
            }
        }
    }

    /// The schema at `/components/schemas/Partial/properties/lines`.
    #[derive(Clone, PartialEq, Default)]
    #[non_exhaustive]
    pub struct PartialLines {
        /// `all`
        pub all: Option<bool>,
        /// `ids`
        pub ids: Option<Vec<String>>,
    }
    impl Object<Sent> for PartialLines {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            member!(to.optional(it.all));
            member!(to.optional(it.ids));
        }
    }
    object!(sent PartialLines);

    /// A known reason, or any words.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub enum Reason {
        /// A string.
        Known(ReasonKnown),
        /// A string.
        String(String),
        /// An object.
        Object(Box<ReasonObject>),
    }
    impl Choice for Reason {
        fn form<F: OneForm>(&self, of: F) -> F::Output {
            match self {
                Self::Known(it) => of.plain("Known", it),
                Self::String(it) => of.plain("String", it),
                Self::Object(it) => of.plain("Object", it),
            }
        }
    }
    choice!(sent Reason);

    /// The schema at `/components/schemas/Reason/anyOf/0`.
    #[derive(serde::Serialize, Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum ReasonKnown {
        /// `broken`
        #[serde(rename = "broken")]
        Broken,
        /// `late`
        #[serde(rename = "late")]
        Late,
    }
    ::openapi_client_runtime::codegen::shown::described!(ReasonKnown);

    /// The schema at `/components/schemas/Reason/anyOf/2`.
    #[derive(Clone, PartialEq, Default)]
    #[non_exhaustive]
    pub struct ReasonObject {
        /// `text`
        pub text: Option<String>,
    }
    impl Object<Sent> for ReasonObject {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            member!(to.optional(it.text));
        }
    }
    object!(sent ReasonObject);

    /// The schema at `/paths/~1refunds/post/requestBody/content/application~1json/schema`.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub enum RefundRequest {
        /// An object.
        Full(Box<Full>),
        /// An object.
        Partial(Box<Partial>),
        /// A list.
        List(Vec<Partial>),
    }
    impl Choice for RefundRequest {
        fn form<F: OneForm>(&self, of: F) -> F::Output {
            match self {
                Self::Full(it) => of.plain("Full", it),
                Self::Partial(it) => of.plain("Partial", it),
                Self::List(it) => of.plain("List", it),
            }
        }
    }
    choice!(sent RefundRequest);

    /// Where the money goes.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub enum Target {
        /// If `type` is `card`.
        Card(Box<TargetCard>),
        /// If `type` is `bban` or `iban`.
        Account(Box<TargetAccount>),
    }
    impl Choice for Target {
        fn form<F: OneForm>(&self, of: F) -> F::Output {
            match self {
                Self::Card(it) => of.tagged("Card", "type", &["card"], it),
                Self::Account(it) => of.tagged("Account", "type", &["bban", "iban"], it),
            }
        }
    }
    choice!(sent Target);

    /// The schema at `/components/schemas/Target/oneOf/1`.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub struct TargetAccount {
        /// `account`
        pub account: String,
        /// `owner`
        pub owner: String,
        /// `type`
        pub type_: TargetAccountType,
    }
    impl Object<Sent> for TargetAccount {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            member!(to.required(it.account));
            member!(to.required(it.owner));
            member!(to.required(it.type_ = "type"));
        }
    }
    object!(sent TargetAccount);
    impl TargetAccount {
        /// Makes a value of all its members, which are required.
        pub fn new(account: String, owner: String, type_: TargetAccountType) -> Self {
            Self { account, owner, type_ }
        }
    }

    /// The schema at `/components/schemas/Account/properties/type`.
    #[derive(serde::Serialize, Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum TargetAccountType {
        /// `iban`
        #[serde(rename = "iban")]
        Iban,
        /// `bban`
        #[serde(rename = "bban")]
        Bban,
    }
    ::openapi_client_runtime::codegen::shown::described!(TargetAccountType);

    /// The schema at `/components/schemas/Target/oneOf/0`.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub struct TargetCard {
        /// `number`
        pub number: String,
        /// `owner`
        pub owner: String,
    }
    impl Object<Sent> for TargetCard {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            member!(to.required(it.number));
            member!(to.required(it.owner));
        }
    }
    object!(sent TargetCard);
    impl TargetCard {
        /// Makes a value of all its members, which are required.
        pub fn new(number: String, owner: String) -> Self {
            Self { number, owner }
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
    /// `POST /refunds`
    pub async fn refund<'a>(
        &'a self,
        body: &'a types::RefundRequest,
    ) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/refunds", self.baseurl);
        let request = self.client.post(url).json(&body).build()?;
        let operation = Operation {
            name: "refund",
            path: "/refunds",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }
}
