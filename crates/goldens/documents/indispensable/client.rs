// @generated from document.yaml and overlay.yaml by openapi-client-build.
// Do not edit: change what it is generated from, and review the difference.

use ::openapi_client_runtime::codegen::exchange::{Failure, Operation, exchange};
use ::openapi_client_runtime::codegen::response::Response;

/// The requests and answers of the API, as Rust types.
///
/// # What uses them
///
/// - `get_order`: [`Order`](types::Order)
///
/// # What [`Order`](types::Order) contains
///
/// - `code`: [`OrderCode`](types::OrderCode)
/// - `items`: [`Item`](types::Item)
/// - `method`: [`OrderMethod`](types::OrderMethod)
/// - `note`: [`Note`](types::Note)
/// - `state`: [`OrderState`](types::OrderState)
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
        /// `iban`
        pub iban: Option<String>,
        /// `type`
        pub type_: Option<String>,
    }
    impl Object<Received> for Bank {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.iban));
            member!(to.expected(it.type_ = "type"));
        }
    }
    object!(received Bank);

    /// The schema `Card`.
    #[derive(Clone, PartialEq, Default)]
    #[non_exhaustive]
    pub struct Card {
        /// `number`
        pub number: String,
        /// `type`
        pub type_: Option<String>,
    }
    impl Object<Received> for Card {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.required(it.number));
            member!(to.expected(it.type_ = "type"));
        }
    }
    object!(received Card);

    /// The schema `Item`.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub struct Item {
        /// `kind`
        pub kind: ItemKind,
        /// `order`
        pub order: Option<Box<Order>>,
    }
    impl Object<Received> for Item {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.required(it.kind));
            member!(to.optional(it.order));
        }
    }
    object!(received Item);
    impl ::openapi_client_runtime::codegen::object::Blank for Item {
        fn blank() -> Self {
            Self {
                kind: ItemKind::Undocumented(::std::default::Default::default()),
                order: ::std::default::Default::default(),
            }
        }
    }

    /// The schema `Kind`.
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    #[non_exhaustive]
    pub enum ItemKind {
        /// `goods`
        Thing,
        /// `service`
        Service,
        /// A value that the contract of this version does not name, as it was sent.
        Undocumented(String),
    }
    impl OpenEnum for ItemKind {
        const VALUES: &'static [(&'static str, Self)] = &[
            ("goods", Self::Thing),
            ("service", Self::Service),
        ];
    }
    open_enum!(ItemKind);

    /// The schema `Note`.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub struct Note {
        /// `item`
        pub item: Item,
        /// `words`
        pub words: String,
    }
    impl Object<Received> for Note {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.required(it.item));
            member!(to.required(it.words));
        }
    }
    object!(received Note);
    impl ::openapi_client_runtime::codegen::object::Blank for Note {
        fn blank() -> Self {
            Self {
                item: <Item as ::openapi_client_runtime::codegen::object::Blank>::blank(),
                words: ::std::default::Default::default(),
            }
        }
    }

    /// An order with all that it has.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub struct Order {
        /// `any`
        pub any: serde_json::Value,
        /// `at`
        pub at: chrono::DateTime<chrono::Utc>,
        /// `code`
        pub code: OrderCode,
        /// `items`
        pub items: Vec<Item>,
        /// `method`
        pub method: OrderMethod,
        /// `note`
        pub note: Note,
        /// `number`
        pub number: i64,
        /// `state`
        pub state: OrderState,
        /// `text`
        pub text: String,
    }
    impl Object<Received> for Order {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.required(it.any));
            member!(to.required(it.at));
            member!(to.required(it.code));
            member!(to.required(it.items));
            member!(to.required(it.method));
            member!(to.required(it.note));
            member!(to.required(it.number));
            member!(to.required(it.state));
            member!(to.required(it.text));
        }
    }
    object!(received Order);
    impl ::openapi_client_runtime::codegen::object::Blank for Order {
        fn blank() -> Self {
            Self {
                any: ::std::default::Default::default(),
                at: ::std::default::Default::default(),
                code: OrderCode::String(::std::default::Default::default()),
                items: ::std::default::Default::default(),
                method: OrderMethod::Undocumented(::std::default::Default::default()),
                note: <Note as ::openapi_client_runtime::codegen::object::Blank>::blank(),
                number: ::std::default::Default::default(),
                state: OrderState::Undocumented(::std::default::Default::default()),
                text: ::std::default::Default::default(),
            }
        }
    }

    /// The schema at `/components/schemas/Order/properties/code`.
    #[derive(serde::Serialize, Clone, PartialEq)]
    #[serde(untagged)]
    #[non_exhaustive]
    pub enum OrderCode {
        /// As `String`.
        String(String),
        /// As `i64`.
        Integer(i64),
    }
    ::openapi_client_runtime::codegen::shown::variants!(String, Integer => OrderCode);
    ::openapi_client_runtime::codegen::read::read_as!(
        Self::String, Self::Integer => OrderCode
    );

    /// The schema at `/components/schemas/Order/properties/method`.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub enum OrderMethod {
        /// If `type` is `Card`.
        Card(Box<Card>),
        /// If `type` is `Bank`.
        Bank(Box<Bank>),
        /// A value that has none of these forms, as it was sent.
        Undocumented(serde_json::Value),
    }
    impl Choice for OrderMethod {
        fn form<F: OneForm>(&self, of: F) -> F::Output {
            match self {
                Self::Card(it) => of.tagged("Card", "type", &["Card"], it),
                Self::Bank(it) => of.tagged("Bank", "type", &["Bank"], it),
                Self::Undocumented(it) => of.other("Undocumented", it),
            }
        }
    }
    impl OpenChoice for OrderMethod {
        const TAG: Option<&'static str> = Some("type");
        fn branches(to: &mut impl Branches<Self>) {
            to.tagged(&["Card"], Self::Card);
            to.tagged(&["Bank"], Self::Bank);
        }
        fn other(value: serde_json::Value) -> Self {
            Self::Undocumented(value)
        }
    }
    choice!(received OrderMethod);

    /// The schema at `/components/schemas/Order/properties/state`.
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    #[non_exhaustive]
    pub enum OrderState {
        /// `open`
        Open,
        /// `paid`
        Paid,
        /// A value that the contract of this version does not name, as it was sent.
        Undocumented(String),
    }
    impl OpenEnum for OrderState {
        const VALUES: &'static [(&'static str, Self)] = &[
            ("open", Self::Open),
            ("paid", Self::Paid),
        ];
    }
    open_enum!(OrderState);
}

/// The operations of the API, each as one method.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: ::openapi_client_runtime::codegen::exchange::Sender,
}
impl Client {
    /// `GET /order`
    pub async fn get_order<'a>(&'a self) -> Result<Response<types::Order>, Failure<()>> {
        let url = format!("{}/order", self.baseurl);
        let request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .build()?;
        let operation = Operation {
            name: "get_order",
            path: "/order",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }
}
