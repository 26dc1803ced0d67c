// @generated from document.yaml by openapi-client-build.
// Do not edit: change what it is generated from, and review the difference.

use ::openapi_client_runtime::codegen::exchange::{Failure, Operation, exchange};
use ::openapi_client_runtime::codegen::response::Response;

/// The requests and answers of the API, as Rust types.
pub mod types {
    use ::openapi_client_runtime::codegen::object::{
        Access, Object, Place, Received, Sent, member, object,
    };
    use ::openapi_client_runtime::codegen::open_enum::{OpenEnum, open_enum};

    /// Which kind.
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    #[non_exhaustive]
    pub enum KindValue {
        /// `book`
        Book,
        /// `toy`
        Toy,
        /// A value that the contract of this version does not name, as it was sent.
        Undocumented(String),
    }
    impl OpenEnum for KindValue {
        const VALUES: &'static [(&'static str, Self)] = &[
            ("book", Self::Book),
            ("toy", Self::Toy),
        ];
    }
    open_enum!(KindValue);

    /// An order.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Order {
        /// `amount`
        pub amount: Option<f64>,
        /// `anything`
        pub anything: Option<serde_json::Value>,
        /// `label`
        pub label: Option<OrderLabel>,
        /// `notes`
        pub notes: Option<Vec<Option<String>>>,
        /// `nothing`
        pub nothing: Option<serde_json::Value>,
        /// A type beside choices that do not have it.
        pub odd: Option<KindValue>,
        /// A name or a number.
        pub reference: Option<OrderReference>,
        /// Who sells.
        pub seller: Option<Box<Seller>>,
        /// `sellers`
        pub sellers: Option<Vec<Option<Seller>>>,
    }
    impl Object<Received> for Order {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.amount));
            member!(to.optional(it.anything));
            member!(to.optional(it.label));
            member!(to.optional(it.notes));
            member!(to.optional(it.nothing));
            member!(to.optional(it.odd));
            member!(to.optional(it.reference));
            member!(to.optional(it.seller));
            member!(to.optional(it.sellers));
        }
    }
    object!(received Order);

    /// The schema at `/components/schemas/Order/properties/label`.
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    #[non_exhaustive]
    pub enum OrderLabel {
        /// `order`
        Order,
        /// A value that the contract of this version does not name, as it was sent.
        Undocumented(String),
    }
    impl OpenEnum for OrderLabel {
        const VALUES: &'static [(&'static str, Self)] = &[("order", Self::Order)];
    }
    open_enum!(OrderLabel);

    /// A name or a number.
    #[derive(serde::Serialize, Clone, PartialEq)]
    #[serde(untagged)]
    #[non_exhaustive]
    pub enum OrderReference {
        /// As `String`.
        String(String),
        /// As `i64`.
        Integer(i64),
    }
    ::openapi_client_runtime::codegen::shown::variants!(
        String, Integer => OrderReference
    );
    ::openapi_client_runtime::codegen::read::read_as!(
        Self::String, Self::Integer => OrderReference
    );

    /// Another order.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub struct Parent {
        /// `id`
        pub id: String,
    }
    impl Object<Sent> for Parent {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            member!(to.required(it.id));
        }
    }
    object!(sent Parent);
    impl Parent {
        /// Makes a value of all its members, which are required.
        pub fn new(id: String) -> Self {
            Self { id }
        }
    }

    /// Who sells.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Seller {
        /// `name`
        pub name: Option<String>,
    }
    impl Object<Received> for Seller {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.name));
        }
    }
    object!(received Seller);

    /// What is wanted.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub struct Wish {
        /// In which colour.
        pub colour: Option<WishColour>,
        /// What it belongs to.
        pub parent: Option<Box<Parent>>,
        /// A name or a number.
        pub reference: OrderReference,
        /// `size`
        pub size: Option<WishSize>,
    }
    impl Object<Sent> for Wish {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            member!(to.required(it.colour));
            member!(to.required(it.parent));
            member!(to.required(it.reference));
            member!(to.optional(it.size));
        }
    }
    object!(sent Wish);
    impl Wish {
        /// Makes a value of its required members; the others are absent.
        pub fn new(reference: OrderReference) -> Self {
            Self {
                reference,
                colour: None,
                parent: None,
                size: None,
            }
        }
    }

    /// In which colour.
    #[derive(serde::Serialize, Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum WishColour {
        /// `red`
        #[serde(rename = "red")]
        Red,
        /// `blue`
        #[serde(rename = "blue")]
        Blue,
    }
    ::openapi_client_runtime::codegen::shown::described!(WishColour);

    /// The schema at `/components/schemas/Wish/properties/size`.
    #[derive(serde::Serialize, Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum WishSize {
        /// `s`
        #[serde(rename = "s")]
        S,
        /// `m`
        #[serde(rename = "m")]
        M,
    }
    ::openapi_client_runtime::codegen::shown::described!(WishSize);
}

/// The operations of the API, each as one method.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: ::openapi_client_runtime::codegen::exchange::Sender,
}
impl Client {
    /// `PUT /order`
    pub async fn put_order<'a>(
        &'a self,
        body: &'a types::Wish,
    ) -> Result<Response<types::Order>, Failure<()>> {
        let url = format!("{}/order", self.baseurl);
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
            name: "put_order",
            path: "/order",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }
}
