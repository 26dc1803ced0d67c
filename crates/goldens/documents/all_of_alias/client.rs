// @generated from document.yaml by openapi-client-build.
// Do not edit: change what it is generated from, and review the difference.

use ::openapi_client_runtime::codegen::exchange::{Failure, Operation, exchange};
use ::openapi_client_runtime::codegen::response::Response;

/// The requests and answers of the API, as Rust types.
pub mod types {
    use ::openapi_client_runtime::codegen::object::{
        Access, Object, Place, Received, Sent, member, object,
    };

    /// The schema at `/paths/~1all/get/responses/200/content/application~1json/schema`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct GetAllResponse {
        /// `inline`
        pub inline: Option<Box<Inline>>,
        /// `named`
        pub named: Option<Box<Named>>,
        /// `or_null`
        pub or_null: Option<Box<OrNull>>,
        /// `twice`
        pub twice: Option<Box<Twice>>,
    }
    impl Object<Received> for GetAllResponse {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.inline));
            member!(to.optional(it.named));
            member!(to.optional(it.or_null));
            member!(to.optional(it.twice));
        }
    }
    object!(received GetAllResponse);

    /// The schema `Inline`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Inline {
        /// `count`
        pub count: Option<i64>,
        /// `lang`
        pub lang: Option<String>,
    }
    impl Object<Received> for Inline {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.count));
            member!(to.optional(it.lang));
        }
    }
    object!(received Inline);

    /// The schema `Named`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Named {
        /// `count`
        pub count: Option<i64>,
        /// `lang`
        pub lang: Option<String>,
    }
    impl Object<Received> for Named {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.count));
            member!(to.optional(it.lang));
        }
    }
    object!(received Named);

    /// The schema `OrNull`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct OrNull {
        /// `count`
        pub count: Option<i64>,
        /// `lang`
        pub lang: Option<String>,
    }
    impl Object<Received> for OrNull {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.count));
            member!(to.optional(it.lang));
        }
    }
    object!(received OrNull);

    /// The schema `Twice`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Twice {
        /// `count`
        pub count: Option<i64>,
        /// `lang`
        pub lang: Option<String>,
    }
    impl Object<Received> for Twice {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.count));
            member!(to.optional(it.lang));
        }
    }
    object!(received Twice);
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
