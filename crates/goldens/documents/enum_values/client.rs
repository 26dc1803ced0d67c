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

    /// How it is paid.
    #[derive(serde::Serialize, Clone, Debug, PartialEq)]
    #[allow(non_camel_case_types)]
    #[non_exhaustive]
    pub enum Method {
        /// `card`
        #[serde(rename = "card")]
        Card,
        /// `CARD`
        #[serde(rename = "CARD")]
        CARD,
        /// `paid-out`
        #[serde(rename = "paid-out")]
        PaidDashOut,
        /// `paid_out`
        #[serde(rename = "paid_out")]
        Paid_out,
    }
    ::openapi_client_runtime::codegen::shown::described!(Method);

    /// The schema at `/paths/~1payments/post/parameters/0/schema`.
    #[derive(serde::Serialize, Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum PayReaction {
        /// `+1`
        #[serde(rename = "+1")]
        Plus1,
        /// `-1`
        #[serde(rename = "-1")]
        Minus1,
    }
    ::openapi_client_runtime::codegen::shown::described!(PayReaction);
    impl ::std::fmt::Display for PayReaction {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::Plus1 => f.write_str("+1"),
                Self::Minus1 => f.write_str("-1"),
            }
        }
    }

    /// The schema at `/paths/~1payments/post/parameters/1/schema`.
    #[derive(serde::Serialize, Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum PayVersion {
        /// `1.1`
        #[serde(rename = "1.1")]
        X11,
        /// `1.10`
        #[serde(rename = "1.10")]
        X110,
        /// `2e3`
        #[serde(rename = "2e3")]
        X2e3,
        /// `+1`
        #[serde(rename = "+1")]
        Plus1,
        /// `0x10`
        #[serde(rename = "0x10")]
        X0x10,
        /// `12345678901234567890123`
        #[serde(rename = "12345678901234567890123")]
        X12345678901234567890123,
        /// `TRUE`
        #[serde(rename = "TRUE")]
        True,
    }
    ::openapi_client_runtime::codegen::shown::described!(PayVersion);
    impl ::std::fmt::Display for PayVersion {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::X11 => f.write_str("1.1"),
                Self::X110 => f.write_str("1.10"),
                Self::X2e3 => f.write_str("2e3"),
                Self::Plus1 => f.write_str("+1"),
                Self::X0x10 => f.write_str("0x10"),
                Self::X12345678901234567890123 => f.write_str("12345678901234567890123"),
                Self::True => f.write_str("TRUE"),
            }
        }
    }

    /// What to pay.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub struct Payment {
        /// `compare`
        pub compare: Option<PaymentCompare>,
        /// How it is paid.
        pub method: Method,
    }
    impl Object<Sent> for Payment {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            member!(to.optional(it.compare));
            member!(to.required(it.method));
        }
    }
    object!(sent Payment);
    impl Payment {
        /// Makes a value of its required members; the others are absent.
        pub fn new(method: Method) -> Self {
            Self { method, compare: None }
        }
    }

    /// The schema at `/components/schemas/Payment/properties/compare`.
    #[derive(serde::Serialize, Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum PaymentCompare {
        /// `<`
        #[serde(rename = "<")]
        Less,
        /// `>`
        #[serde(rename = ">")]
        Greater,
        /// `<=`
        #[serde(rename = "<=")]
        LessEqual,
        /// The empty string.
        #[serde(rename = "")]
        Empty,
        /// `==`
        #[serde(rename = "==")]
        EqualEqual,
    }
    ::openapi_client_runtime::codegen::shown::described!(PaymentCompare);

    /// What was paid.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Receipt {
        /// `language`
        pub language: Option<ReceiptLanguage>,
        /// `method`
        pub method: Option<ReceiptMethod>,
        /// `misnamed`
        pub misnamed: Option<ReceiptMisnamed>,
        /// `named`
        pub named: Option<ReceiptNamed>,
        /// `state`
        pub state: Option<ReceiptState>,
        /// `unit`
        pub unit: Option<ReceiptUnit>,
    }
    impl Object<Received> for Receipt {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.language));
            member!(to.optional(it.method));
            member!(to.optional(it.misnamed));
            member!(to.optional(it.named));
            member!(to.optional(it.state));
            member!(to.optional(it.unit));
        }
    }
    object!(received Receipt);

    /// The schema at `/components/schemas/Receipt/properties/language`.
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    #[non_exhaustive]
    pub enum ReceiptLanguage {
        /// `nø`
        Nø,
        /// `日本`
        日本,
        /// `3DS`
        X3ds,
        /// `2.0`
        X20,
        /// `Self`
        Self_,
        /// A value that the contract of this version does not name, as it was sent.
        Undocumented(String),
    }
    impl OpenEnum for ReceiptLanguage {
        const VALUES: &'static [(&'static str, Self)] = &[
            ("nø", Self::Nø),
            ("日本", Self::日本),
            ("3DS", Self::X3ds),
            ("2.0", Self::X20),
            ("Self", Self::Self_),
        ];
    }
    open_enum!(ReceiptLanguage);

    /// The schema at `/components/schemas/Receipt/properties/method`.
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    #[non_exhaustive]
    pub enum ReceiptMethod {
        /// `card`
        Card,
        /// `CARD`
        CARD,
        /// A value that the contract of this version does not name, as it was sent.
        Undocumented(String),
    }
    impl OpenEnum for ReceiptMethod {
        const VALUES: &'static [(&'static str, Self)] = &[
            ("card", Self::Card),
            ("CARD", Self::CARD),
        ];
    }
    open_enum!(ReceiptMethod);

    /// The schema at `/components/schemas/Receipt/properties/misnamed`.
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    #[non_exhaustive]
    pub enum ReceiptMisnamed {
        /// `c`
        C,
        /// `d`
        D,
        /// A value that the contract of this version does not name, as it was sent.
        Undocumented(String),
    }
    impl OpenEnum for ReceiptMisnamed {
        const VALUES: &'static [(&'static str, Self)] = &[
            ("c", Self::C),
            ("d", Self::D),
        ];
    }
    open_enum!(ReceiptMisnamed);

    /// The schema at `/components/schemas/Receipt/properties/named`.
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    #[non_exhaustive]
    pub enum ReceiptNamed {
        /// `a`
        A,
        /// `b`
        B,
        /// A value that the contract of this version does not name, as it was sent.
        Undocumented(String),
    }
    impl OpenEnum for ReceiptNamed {
        const VALUES: &'static [(&'static str, Self)] = &[
            ("a", Self::A),
            ("b", Self::B),
        ];
    }
    open_enum!(ReceiptNamed);

    /// The schema at `/components/schemas/Receipt/properties/state`.
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    #[allow(non_camel_case_types)]
    #[non_exhaustive]
    pub enum ReceiptState {
        /// `paid`
        Paid,
        /// `Undocumented`
        UndocumentedValue,
        /// `undocumented`
        undocumented,
        /// A value that the contract of this version does not name, as it was sent.
        Undocumented(String),
    }
    impl OpenEnum for ReceiptState {
        const VALUES: &'static [(&'static str, Self)] = &[
            ("paid", Self::Paid),
            ("Undocumented", Self::UndocumentedValue),
            ("undocumented", Self::undocumented),
        ];
    }
    open_enum!(ReceiptState);

    /// The schema at `/components/schemas/Receipt/properties/unit`.
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    #[non_exhaustive]
    pub enum ReceiptUnit {
        /// `43`
        N43Value,
        /// `X43`
        X43Value,
        /// `2C`
        N2cValue,
        /// `X2C`
        X2cValue,
        /// A value that the contract of this version does not name, as it was sent.
        Undocumented(String),
    }
    impl OpenEnum for ReceiptUnit {
        const VALUES: &'static [(&'static str, Self)] = &[
            ("43", Self::N43Value),
            ("X43", Self::X43Value),
            ("2C", Self::N2cValue),
            ("X2C", Self::X2cValue),
        ];
    }
    open_enum!(ReceiptUnit);
}

/// The optional parameters of the operations. Start with `default()`, set what is needed, and
/// call the method whose name ends in `_with`.
pub mod options {
    use ::openapi_client_runtime::codegen::options::options;
    use super::types;

    /// The options of [`pay_with`](super::Client::pay_with).
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct PayOptions {
        /// `version`
        pub version: Option<types::PayVersion>,
        /// The server uses `-1` if this is absent.
        pub reaction: Option<types::PayReaction>,
    }
    impl PayOptions {
        /// Sets [`version`](Self::version).
        pub fn with_version(mut self, value: types::PayVersion) -> Self {
            self.version = Some(value);
            self
        }
        /// Sets [`reaction`](Self::reaction).
        pub fn with_reaction(mut self, value: types::PayReaction) -> Self {
            self.reaction = Some(value);
            self
        }
    }
    options!(version, reaction => PayOptions);
}

/// The operations of the API, each as one method.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: ::openapi_client_runtime::codegen::exchange::Sender,
}
impl Client {
    /// [`pay_with`](Self::pay_with) takes its optional parameters.
    ///
    /// `POST /payments`
    pub async fn pay<'a>(
        &'a self,
        body: &'a types::Payment,
    ) -> Result<Response<types::Receipt>, Failure<()>> {
        self.pay_with(body, &options::PayOptions::default()).await
    }

    /// As [`pay`](Self::pay), with its optional parameters.
    ///
    /// `POST /payments`
    pub async fn pay_with<'a>(
        &'a self,
        body: &'a types::Payment,
        options: &'a options::PayOptions,
    ) -> Result<Response<types::Receipt>, Failure<()>> {
        let options::PayOptions { version, reaction } = options;
        let url = format!("{}/payments", self.baseurl);
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1);
        if let Some(value) = reaction {
            header_map.append("Reaction", value.to_string().try_into()?);
        }
        let url = ::openapi_client_runtime::codegen::query::append(
            url,
            [::openapi_client_runtime::codegen::query::pairs("version", &version)],
        );
        let request = self
            .client
            .post(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .json(&body)
            .headers(header_map)
            .build()?;
        let operation = Operation {
            name: "pay",
            path: "/payments",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }
}
