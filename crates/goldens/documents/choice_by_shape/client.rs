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

    /// A customer.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Customer {
        /// `email`
        pub email: Option<String>,
        /// `id`
        pub id: Option<String>,
        /// `parent`
        pub parent: Option<CustomerParent>,
    }
    impl Object<Received> for Customer {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.expected(it.email));
            member!(to.expected(it.id));
            member!(to.optional(it.parent));
        }
    }
    object!(received Customer);

    /// The schema at `/components/schemas/Customer/properties/parent`.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub enum CustomerParent {
        /// An object.
        Customer(Box<Customer>),
        /// A string.
        String(String),
        /// A value that has none of these forms, as it was sent.
        Undocumented(serde_json::Value),
    }
    impl Choice for CustomerParent {
        fn form<F: OneForm>(&self, of: F) -> F::Output {
            match self {
                Self::Customer(it) => of.plain("Customer", it),
                Self::String(it) => of.plain("String", it),
                Self::Undocumented(it) => of.other("Undocumented", it),
            }
        }
    }
    impl OpenChoice for CustomerParent {
        const TAG: Option<&'static str> = None;
        fn branches(to: &mut impl Branches<Self>) {
            to.kind(
                ::openapi_client_runtime::codegen::choice::Kind::Object,
                Self::Customer,
            );
            to.kind(
                ::openapi_client_runtime::codegen::choice::Kind::String,
                Self::String,
            );
        }
        fn other(value: serde_json::Value) -> Self {
            Self::Undocumented(value)
        }
    }
    choice!(received CustomerParent);

    /// One who is no longer there.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct DeletedCustomer {
        /// `deleted`
        pub deleted: Option<bool>,
        /// `id`
        pub id: Option<String>,
    }
    impl Object<Received> for DeletedCustomer {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.expected(it.deleted));
            member!(to.expected(it.id));
        }
    }
    object!(received DeletedCustomer);

    /// The schema at `/paths/~1order/get/responses/404/content/application~1json/schema`.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub enum GetOrderError {
        /// An object.
        Reason(Box<Reason>),
        /// A string.
        String(String),
        /// A value that has none of these forms, as it was sent.
        Undocumented(serde_json::Value),
    }
    impl Choice for GetOrderError {
        fn form<F: OneForm>(&self, of: F) -> F::Output {
            match self {
                Self::Reason(it) => of.plain("Reason", it),
                Self::String(it) => of.plain("String", it),
                Self::Undocumented(it) => of.other("Undocumented", it),
            }
        }
    }
    impl OpenChoice for GetOrderError {
        const TAG: Option<&'static str> = None;
        fn branches(to: &mut impl Branches<Self>) {
            to.kind(
                ::openapi_client_runtime::codegen::choice::Kind::Object,
                Self::Reason,
            );
            to.kind(
                ::openapi_client_runtime::codegen::choice::Kind::String,
                Self::String,
            );
        }
        fn other(value: serde_json::Value) -> Self {
            Self::Undocumented(value)
        }
    }
    choice!(received GetOrderError);

    /// The schema `Money`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Money {
        /// `amount`
        pub amount: Option<i64>,
        /// `currency`
        pub currency: Option<String>,
    }
    impl Object<Received> for Money {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.amount));
            member!(to.optional(it.currency));
        }
    }
    object!(received Money);

    /// An order.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Order {
        /// `anything`
        pub anything: Option<serde_json::Value>,
        /// Who ordered; only the id, unless asked for more.
        pub customer: Option<OrderCustomer>,
        /// `details`
        pub details: Option<Box<OrderDetails>>,
        /// `none_or_one`
        pub none_or_one: Option<Box<Tag>>,
        /// `only`
        pub only: Option<Box<Tag>>,
        /// `recipients`
        pub recipients: Option<Vec<OrderRecipient>>,
        /// `tags`
        pub tags: Option<OrderTags>,
        /// In the smallest unit, or with its currency.
        pub total: Option<OrderTotal>,
    }
    impl Object<Received> for Order {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.anything));
            member!(to.optional(it.customer));
            member!(to.optional(it.details));
            member!(to.optional(it.none_or_one));
            member!(to.optional(it.only));
            member!(to.optional(it.recipients));
            member!(to.optional(it.tags));
            member!(to.optional(it.total));
        }
    }
    object!(received Order);

    /// Who ordered; only the id, unless asked for more.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub enum OrderCustomer {
        /// A string.
        String(String),
        /// With `email`.
        Customer(Box<Customer>),
        /// With `deleted`.
        DeletedCustomer(Box<DeletedCustomer>),
        /// A value that has none of these forms, as it was sent.
        Undocumented(serde_json::Value),
    }
    impl Choice for OrderCustomer {
        fn form<F: OneForm>(&self, of: F) -> F::Output {
            match self {
                Self::String(it) => of.plain("String", it),
                Self::Customer(it) => of.plain("Customer", it),
                Self::DeletedCustomer(it) => of.plain("DeletedCustomer", it),
                Self::Undocumented(it) => of.other("Undocumented", it),
            }
        }
    }
    impl OpenChoice for OrderCustomer {
        const TAG: Option<&'static str> = None;
        fn branches(to: &mut impl Branches<Self>) {
            to.kind(
                ::openapi_client_runtime::codegen::choice::Kind::String,
                Self::String,
            );
            to.with(&["email"], Self::Customer);
            to.with(&["deleted"], Self::DeletedCustomer);
        }
        fn other(value: serde_json::Value) -> Self {
            Self::Undocumented(value)
        }
    }
    choice!(received OrderCustomer);

    /// The schema at `/components/schemas/Order/properties/details`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct OrderDetails {
        /// `note`
        pub note: Option<String>,
    }
    impl Object<Received> for OrderDetails {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.note));
        }
    }
    object!(received OrderDetails);

    /// The schema at `/components/schemas/Order/properties/recipients/items`.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub enum OrderRecipient {
        /// With `email`.
        Customer(Box<Customer>),
        /// With `deleted`.
        DeletedCustomer(Box<DeletedCustomer>),
        /// With `name`.
        Recipient(Box<Recipient>),
        /// A value that has none of these forms, as it was sent.
        Undocumented(serde_json::Value),
    }
    impl Choice for OrderRecipient {
        fn form<F: OneForm>(&self, of: F) -> F::Output {
            match self {
                Self::Customer(it) => of.plain("Customer", it),
                Self::DeletedCustomer(it) => of.plain("DeletedCustomer", it),
                Self::Recipient(it) => of.plain("Recipient", it),
                Self::Undocumented(it) => of.other("Undocumented", it),
            }
        }
    }
    impl OpenChoice for OrderRecipient {
        const TAG: Option<&'static str> = None;
        fn branches(to: &mut impl Branches<Self>) {
            to.with(&["email"], Self::Customer);
            to.with(&["deleted"], Self::DeletedCustomer);
            to.with(&["name"], Self::Recipient);
        }
        fn other(value: serde_json::Value) -> Self {
            Self::Undocumented(value)
        }
    }
    choice!(received OrderRecipient);

    /// The schema at `/components/schemas/Order/properties/tags`.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub enum OrderTags {
        /// A list.
        List(Vec<OrderTagsList>),
        /// An object.
        Map(std::collections::BTreeMap<String, String>),
        /// A value that has none of these forms, as it was sent.
        Undocumented(serde_json::Value),
    }
    impl Choice for OrderTags {
        fn form<F: OneForm>(&self, of: F) -> F::Output {
            match self {
                Self::List(it) => of.plain("List", it),
                Self::Map(it) => of.plain("Map", it),
                Self::Undocumented(it) => of.other("Undocumented", it),
            }
        }
    }
    impl OpenChoice for OrderTags {
        const TAG: Option<&'static str> = None;
        fn branches(to: &mut impl Branches<Self>) {
            to.kind(::openapi_client_runtime::codegen::choice::Kind::List, Self::List);
            to.kind(::openapi_client_runtime::codegen::choice::Kind::Object, Self::Map);
        }
        fn other(value: serde_json::Value) -> Self {
            Self::Undocumented(value)
        }
    }
    choice!(received OrderTags);

    /// The schema at `/components/schemas/Order/properties/tags`.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub enum OrderTagsList {
        /// A string.
        String(String),
        /// An object.
        Tag(Box<Tag>),
        /// A value that has none of these forms, as it was sent.
        Undocumented(serde_json::Value),
    }
    impl Choice for OrderTagsList {
        fn form<F: OneForm>(&self, of: F) -> F::Output {
            match self {
                Self::String(it) => of.plain("String", it),
                Self::Tag(it) => of.plain("Tag", it),
                Self::Undocumented(it) => of.other("Undocumented", it),
            }
        }
    }
    impl OpenChoice for OrderTagsList {
        const TAG: Option<&'static str> = None;
        fn branches(to: &mut impl Branches<Self>) {
            to.kind(
                ::openapi_client_runtime::codegen::choice::Kind::String,
                Self::String,
            );
            to.kind(::openapi_client_runtime::codegen::choice::Kind::Object, Self::Tag);
        }
        fn other(value: serde_json::Value) -> Self {
            Self::Undocumented(value)
        }
    }
    choice!(received OrderTagsList);

    /// In the smallest unit, or with its currency.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub enum OrderTotal {
        /// A number.
        Number(f64),
        /// An object.
        Money(Box<Money>),
        /// A boolean.
        Boolean(bool),
        /// A value that has none of these forms, as it was sent.
        Undocumented(serde_json::Value),
    }
    impl Choice for OrderTotal {
        fn form<F: OneForm>(&self, of: F) -> F::Output {
            match self {
                Self::Number(it) => of.plain("Number", it),
                Self::Money(it) => of.plain("Money", it),
                Self::Boolean(it) => of.plain("Boolean", it),
                Self::Undocumented(it) => of.other("Undocumented", it),
            }
        }
    }
    impl OpenChoice for OrderTotal {
        const TAG: Option<&'static str> = None;
        fn branches(to: &mut impl Branches<Self>) {
            to.kind(
                ::openapi_client_runtime::codegen::choice::Kind::Number,
                Self::Number,
            );
            to.kind(
                ::openapi_client_runtime::codegen::choice::Kind::Object,
                Self::Money,
            );
            to.kind(
                ::openapi_client_runtime::codegen::choice::Kind::Boolean,
                Self::Boolean,
            );
        }
        fn other(value: serde_json::Value) -> Self {
            Self::Undocumented(value)
        }
    }
    choice!(received OrderTotal);

    /// The schema `Reason`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Reason {
        /// `code`
        pub code: Option<String>,
    }
    impl Object<Received> for Reason {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.code));
        }
    }
    object!(received Reason);

    /// The schema `Recipient`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Recipient {
        /// `name`
        pub name: Option<String>,
    }
    impl Object<Received> for Recipient {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.expected(it.name));
        }
    }
    object!(received Recipient);

    /// The schema `Tag`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Tag {
        /// `label`
        pub label: Option<String>,
    }
    impl Object<Received> for Tag {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.label));
        }
    }
    object!(received Tag);
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
    pub async fn get_order<'a>(
        &'a self,
    ) -> Result<Response<types::Order>, Failure<types::GetOrderError>> {
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
