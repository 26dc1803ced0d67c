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

    /// The schema `Change`.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub struct Change {
        /// `flag`
        pub flag: ChangeFlag,
        /// `state`
        pub state: ChangeState,
    }
    impl Object<Sent> for Change {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            member!(to.required(it.flag));
            member!(to.required(it.state));
        }
    }
    object!(sent Change);
    impl Change {
        /// Makes a value of all its members, which are required.
        pub fn new(flag: ChangeFlag, state: ChangeState) -> Self {
            Self { flag, state }
        }
    }

    /// The schema at `/components/schemas/Change/properties/flag`.
    #[derive(serde::Serialize, Clone, PartialEq)]
    #[serde(untagged)]
    #[non_exhaustive]
    pub enum ChangeFlag {
        /// As `bool`.
        Boolean(bool),
        /// As `i64`.
        Integer(i64),
    }
    ::openapi_client_runtime::codegen::shown::variants!(Boolean, Integer => ChangeFlag);
    ::openapi_client_runtime::codegen::shown::described!(ChangeFlag);

    /// The schema at `/components/schemas/Change/properties/state`.
    #[derive(serde::Serialize, Clone, PartialEq)]
    #[serde(untagged)]
    #[non_exhaustive]
    pub enum ChangeState {
        /// As `Mood`.
        Mood(Mood),
        /// As `String`.
        String(String),
    }
    ::openapi_client_runtime::codegen::shown::variants!(Mood, String => ChangeState);
    ::openapi_client_runtime::codegen::shown::described!(ChangeState);

    /// The schema `Mood`.
    #[derive(serde::Serialize, Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum Mood {
        /// `good`
        #[serde(rename = "good")]
        Good,
        /// `bad`
        #[serde(rename = "bad")]
        Bad,
    }
    ::openapi_client_runtime::codegen::shown::described!(Mood);

    /// The schema `Order`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Order {
        /// `both`
        pub both: Option<OrderBoth>,
        /// `count`
        pub count: Option<f64>,
        /// `flag`
        pub flag: Option<OrderFlag>,
        /// `state`
        pub state: Option<State>,
        /// `text`
        pub text: Option<String>,
        /// `when`
        pub when: Option<OrderWhen>,
    }
    impl Object<Received> for Order {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.both));
            member!(to.optional(it.count));
            member!(to.optional(it.flag));
            member!(to.optional(it.state));
            member!(to.optional(it.text));
            member!(to.optional(it.when));
        }
    }
    object!(received Order);

    /// The schema at `/components/schemas/Order/properties/both`.
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    #[non_exhaustive]
    pub enum OrderBoth {
        /// `open`
        Open,
        /// `paid`
        Paid,
        /// `good`
        Good,
        /// `bad`
        Bad,
        /// A value that the contract of this version does not name, as it was sent.
        Undocumented(String),
    }
    impl OpenEnum for OrderBoth {
        const VALUES: &'static [(&'static str, Self)] = &[
            ("open", Self::Open),
            ("paid", Self::Paid),
            ("good", Self::Good),
            ("bad", Self::Bad),
        ];
    }
    open_enum!(OrderBoth);

    /// The schema at `/components/schemas/Order/properties/flag`.
    #[derive(serde::Serialize, Clone, PartialEq)]
    #[serde(untagged)]
    #[non_exhaustive]
    pub enum OrderFlag {
        /// As `bool`.
        Boolean(bool),
        /// As `String`.
        String(String),
    }
    ::openapi_client_runtime::codegen::shown::variants!(Boolean, String => OrderFlag);
    ::openapi_client_runtime::codegen::read::read_as!(
        Self::Boolean, Self::String => OrderFlag
    );

    /// The schema at `/components/schemas/Order/properties/when`.
    #[derive(serde::Serialize, Clone, PartialEq)]
    #[serde(untagged)]
    #[non_exhaustive]
    pub enum OrderWhen {
        /// As `DateTime<Utc>`.
        DateTime(chrono::DateTime<chrono::Utc>),
        /// As `String`.
        String(String),
    }
    ::openapi_client_runtime::codegen::shown::variants!(DateTime, String => OrderWhen);
    ::openapi_client_runtime::codegen::read::read_as!(
        Self::DateTime, Self::String => OrderWhen
    );

    /// The schema `State`.
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    #[non_exhaustive]
    pub enum State {
        /// `open`
        Open,
        /// `paid`
        Paid,
        /// A value that the contract of this version does not name, as it was sent.
        Undocumented(String),
    }
    impl OpenEnum for State {
        const VALUES: &'static [(&'static str, Self)] = &[
            ("open", Self::Open),
            ("paid", Self::Paid),
        ];
    }
    open_enum!(State);
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

    /// `PUT /order`
    pub async fn put_order<'a>(
        &'a self,
        body: &'a types::Change,
    ) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/order", self.baseurl);
        let request = self.client.put(url).json(&body).build()?;
        let operation = Operation {
            name: "put_order",
            path: "/order",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }
}
