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

    /// The schema `Animal`.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub enum Animal {
        /// With `milk`.
        Cow(Box<Cow>),
        /// With `eggs`.
        Hen(Box<Hen>),
        /// A value that has none of these forms, as it was sent.
        Undocumented(serde_json::Value),
    }
    impl Choice for Animal {
        fn form<F: OneForm>(&self, of: F) -> F::Output {
            match self {
                Self::Cow(it) => of.plain("Cow", it),
                Self::Hen(it) => of.plain("Hen", it),
                Self::Undocumented(it) => of.other("Undocumented", it),
            }
        }
    }
    impl OpenChoice for Animal {
        const TAG: Option<&'static str> = None;
        fn branches(to: &mut impl Branches<Self>) {
            to.with(&["milk"], Self::Cow);
            to.with(&["eggs"], Self::Hen);
        }
        fn other(value: serde_json::Value) -> Self {
            Self::Undocumented(value)
        }
    }
    choice!(received Animal);

    /// The schema `Card`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Card {
        /// `last4`
        pub last4: Option<String>,
        /// `type`
        pub type_: Option<String>,
    }
    impl Object<Received> for Card {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.last4));
            member!(to.expected(it.type_ = "type"));
        }
    }
    object!(received Card);

    /// The schema `Cow`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Cow {
        /// `milk`
        pub milk: Option<String>,
        /// `name`
        pub name: Option<String>,
    }
    impl Object<Received> for Cow {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.expected(it.milk));
            member!(to.expected(it.name));
        }
    }
    object!(received Cow);

    /// The schema `Dog`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Dog {
        /// `bark`
        pub bark: Option<bool>,
        /// `kind`
        pub kind: Option<String>,
    }
    impl Object<Received> for Dog {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.bark));
            member!(to.expected(it.kind));
        }
    }
    object!(received Dog);

    /// The schema at `/paths/~1all/get/responses/200/content/application~1json/schema`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct GetAllResponse {
        /// `animal`
        pub animal: Option<Animal>,
        /// `group`
        pub group: Option<Box<Group>>,
        /// `payment`
        pub payment: Option<Payment>,
        /// `pet`
        pub pet: Option<Pet>,
    }
    impl Object<Received> for GetAllResponse {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.animal));
            member!(to.optional(it.group));
            member!(to.optional(it.payment));
            member!(to.optional(it.pet));
        }
    }
    object!(received GetAllResponse);

    /// The schema `Group`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Group {
        /// `inner`
        pub inner: Option<Vec<Group>>,
        /// `kind`
        pub kind: Option<String>,
    }
    impl Object<Received> for Group {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.inner));
            member!(to.optional(it.kind));
        }
    }
    object!(received Group);

    /// The schema `Hen`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Hen {
        /// `eggs`
        pub eggs: Option<i64>,
        /// `name`
        pub name: Option<String>,
    }
    impl Object<Received> for Hen {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.expected(it.eggs));
            member!(to.expected(it.name));
        }
    }
    object!(received Hen);

    /// The schema `Invoice`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Invoice {
        /// `due`
        pub due: Option<String>,
        /// `type`
        pub type_: Option<String>,
    }
    impl Object<Received> for Invoice {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.due));
            member!(to.expected(it.type_ = "type"));
        }
    }
    object!(received Invoice);

    /// The schema `Payment`.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub enum Payment {
        /// If `type` is `card`.
        Card(Box<Card>),
        /// If `type` is `invoice`.
        Invoice(Box<Invoice>),
        /// A value that has none of these forms, as it was sent.
        Undocumented(serde_json::Value),
    }
    impl Choice for Payment {
        fn form<F: OneForm>(&self, of: F) -> F::Output {
            match self {
                Self::Card(it) => of.tagged("Card", "type", &["card"], it),
                Self::Invoice(it) => of.tagged("Invoice", "type", &["invoice"], it),
                Self::Undocumented(it) => of.other("Undocumented", it),
            }
        }
    }
    impl OpenChoice for Payment {
        const TAG: Option<&'static str> = Some("type");
        fn branches(to: &mut impl Branches<Self>) {
            to.tagged(&["card"], Self::Card);
            to.tagged(&["invoice"], Self::Invoice);
        }
        fn other(value: serde_json::Value) -> Self {
            Self::Undocumented(value)
        }
    }
    choice!(received Payment);

    /// The schema `Pet`.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub enum Pet {
        /// If `kind` is `Dog`.
        Dog(Box<Dog>),
        /// If `kind` is `Poodle`.
        Poodle(Box<Poodle>),
        /// If `kind` is `Pet`.
        PetBase(Box<PetBase>),
        /// A value that has none of these forms, as it was sent.
        Undocumented(serde_json::Value),
    }
    impl Choice for Pet {
        fn form<F: OneForm>(&self, of: F) -> F::Output {
            match self {
                Self::Dog(it) => of.tagged("Dog", "kind", &["Dog"], it),
                Self::Poodle(it) => of.tagged("Poodle", "kind", &["Poodle"], it),
                Self::PetBase(it) => of.tagged("PetBase", "kind", &["Pet"], it),
                Self::Undocumented(it) => of.other("Undocumented", it),
            }
        }
    }
    impl OpenChoice for Pet {
        const TAG: Option<&'static str> = Some("kind");
        fn branches(to: &mut impl Branches<Self>) {
            to.tagged(&["Dog"], Self::Dog);
            to.tagged(&["Poodle"], Self::Poodle);
            to.tagged(&["Pet"], Self::PetBase);
        }
        fn other(value: serde_json::Value) -> Self {
            Self::Undocumented(value)
        }
    }
    choice!(received Pet);

    /// The schema `Pet`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct PetBase {
        /// `kind`
        pub kind: Option<String>,
    }
    impl Object<Received> for PetBase {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.expected(it.kind));
        }
    }
    object!(received PetBase);

    /// The schema `Poodle`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Poodle {
        /// `bark`
        pub bark: Option<bool>,
        /// `curl`
        pub curl: Option<i64>,
        /// `kind`
        pub kind: Option<String>,
    }
    impl Object<Received> for Poodle {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.bark));
            member!(to.optional(it.curl));
            member!(to.expected(it.kind));
        }
    }
    object!(received Poodle);
}

/// The operations of the API, each as one method.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: ::openapi_client_runtime::codegen::exchange::Sender,
}
impl Client {
    /// `GET /all`
    pub async fn get_all<'a>(
        &'a self,
    ) -> Result<Response<types::GetAllResponse>, Failure<()>> {
        let url = format!("{}/all", self.baseurl);
        let request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .build()?;
        let operation = Operation {
            name: "get_all",
            path: "/all",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }
}
