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

    /// The schema `Cat`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Cat {
        /// `claws`
        pub claws: Option<i64>,
        /// `id`
        pub id: Option<String>,
        /// `kind`
        pub kind: Option<String>,
        /// `owner`
        pub owner: Option<Box<OwnerPerson>>,
        /// `photo`
        pub photo: Option<String>,
        /// `tag`
        pub tag: Option<String>,
    }
    impl Object<Received> for Cat {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.claws));
            member!(to.optional(it.id));
            member!(to.expected(it.kind));
            member!(to.optional(it.owner));
            member!(to.optional(it.photo));
            member!(to.optional(it.tag));
        }
    }
    object!(received Cat);

    /// The schema `Dog`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Dog {
        /// `friend`
        pub friend: Option<i64>,
        /// `id`
        pub id: Option<String>,
        /// `kind`
        pub kind: Option<String>,
        /// `owner`
        pub owner: Option<Box<OwnerPerson>>,
        /// `photo`
        pub photo: Option<String>,
        /// `tag`
        pub tag: Option<String>,
    }
    impl Object<Received> for Dog {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.friend));
            member!(to.optional(it.id));
            member!(to.expected(it.kind));
            member!(to.optional(it.owner));
            member!(to.optional(it.photo));
            member!(to.optional(it.tag));
        }
    }
    object!(received Dog);

    /// The schema `Owner«Person»`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct OwnerPerson {
        /// `name`
        pub name: Option<String>,
    }
    impl Object<Received> for OwnerPerson {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.name));
        }
    }
    object!(received OwnerPerson);

    /// The schema `Pet`.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub enum Pet {
        /// If `kind` is `#Shop.Cat`.
        Cat(Box<Cat>),
        /// If `kind` is `Dog`.
        Dog(Box<Dog>),
        /// If `kind` is `Pet`.
        PetBase(Box<PetBase>),
        /// A value that has none of these forms, as it was sent.
        Undocumented(serde_json::Value),
    }
    impl Choice for Pet {
        fn form<F: OneForm>(&self, of: F) -> F::Output {
            match self {
                Self::Cat(it) => of.tagged("Cat", "kind", &["#Shop.Cat"], it),
                Self::Dog(it) => of.tagged("Dog", "kind", &["Dog"], it),
                Self::PetBase(it) => of.tagged("PetBase", "kind", &["Pet"], it),
                Self::Undocumented(it) => of.other("Undocumented", it),
            }
        }
    }
    impl OpenChoice for Pet {
        const TAG: Option<&'static str> = Some("kind");
        fn branches(to: &mut impl Branches<Self>) {
            to.tagged(&["#Shop.Cat"], Self::Cat);
            to.tagged(&["Dog"], Self::Dog);
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
        /// `id`
        pub id: Option<String>,
        /// `kind`
        pub kind: Option<String>,
        /// `owner`
        pub owner: Option<Box<OwnerPerson>>,
        /// `photo`
        pub photo: Option<String>,
        /// `tag`
        pub tag: Option<String>,
    }
    impl Object<Received> for PetBase {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.id));
            member!(to.expected(it.kind));
            member!(to.optional(it.owner));
            member!(to.optional(it.photo));
            member!(to.optional(it.tag));
        }
    }
    object!(received PetBase);
}

/// The operations of the API, each as one method.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: ::openapi_client_runtime::codegen::exchange::Sender,
}
impl Client {
    /// `POST /pets`
    pub async fn post_pet<'a>(
        &'a self,
        body: &'a types::Pet,
    ) -> Result<Response<Vec<types::Pet>>, Failure<()>> {
        let url = format!("{}/pets", self.baseurl);
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
            name: "post_pet",
            path: "/pets",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }
}
