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

    /// The schema `Cabin`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Cabin {
        /// `kind`
        pub kind: Option<String>,
        /// `logs`
        pub logs: Option<i64>,
    }
    impl Object<Received> for Cabin {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.expected(it.kind));
            member!(to.optional(it.logs));
        }
    }
    object!(received Cabin);

    /// The schema `Cat`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Cat {
        /// A pet.
        pub friend: Option<Pet>,
        /// `lives`
        pub lives: Option<i64>,
        /// `name`
        pub name: Option<String>,
        /// `species`
        pub species: Option<String>,
    }
    impl Object<Received> for Cat {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.friend));
            member!(to.expected(it.lives));
            member!(to.expected(it.name));
            member!(to.expected(it.species));
        }
    }
    object!(received Cat);

    /// A dog, or nearly.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Dog {
        /// `barks`
        pub barks: Option<bool>,
        /// A pet.
        pub friend: Option<Pet>,
        /// `name`
        pub name: Option<String>,
        /// `species`
        pub species: Option<String>,
    }
    impl Object<Received> for Dog {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.barks));
            member!(to.optional(it.friend));
            member!(to.expected(it.name));
            member!(to.expected(it.species));
        }
    }
    object!(received Dog);

    /// A house, whose extensions are named by its mapping, also where one of them is extended
    /// itself.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub enum House {
        /// If `kind` is `cabin`.
        Cabin(Box<Cabin>),
        /// If `kind` is `tent`.
        TentBase(Box<TentBase>),
        /// If `kind` is `yurt`.
        Yurt(Box<Yurt>),
        /// If `kind` is `House`.
        HouseBase(Box<HouseBase>),
        /// A value that has none of these forms, as it was sent.
        Undocumented(serde_json::Value),
    }
    impl Choice for House {
        fn form<F: OneForm>(&self, of: F) -> F::Output {
            match self {
                Self::Cabin(it) => of.tagged("Cabin", "kind", &["cabin"], it),
                Self::TentBase(it) => of.tagged("TentBase", "kind", &["tent"], it),
                Self::Yurt(it) => of.tagged("Yurt", "kind", &["yurt"], it),
                Self::HouseBase(it) => of.tagged("HouseBase", "kind", &["House"], it),
                Self::Undocumented(it) => of.other("Undocumented", it),
            }
        }
    }
    impl OpenChoice for House {
        const TAG: Option<&'static str> = Some("kind");
        fn branches(to: &mut impl Branches<Self>) {
            to.tagged(&["cabin"], Self::Cabin);
            to.tagged(&["tent"], Self::TentBase);
            to.tagged(&["yurt"], Self::Yurt);
            to.tagged(&["House"], Self::HouseBase);
        }
        fn other(value: serde_json::Value) -> Self {
            Self::Undocumented(value)
        }
    }
    choice!(received House);

    /// The schema `House`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct HouseBase {
        /// `kind`
        pub kind: Option<String>,
    }
    impl Object<Received> for HouseBase {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.expected(it.kind));
        }
    }
    object!(received HouseBase);

    /// Whose they are.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Owner {
        /// `kind`
        pub kind: Option<String>,
    }
    impl Object<Received> for Owner {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.kind));
        }
    }
    object!(received Owner);

    /// A pet.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub enum Pet {
        /// If `species` is `dog` or `wolf`.
        Dog(Box<Dog>),
        /// If `species` is `Cat`.
        Cat(Box<Cat>),
        /// If `species` is `Pet`.
        PetBase(Box<PetBase>),
        /// A value that has none of these forms, as it was sent.
        Undocumented(serde_json::Value),
    }
    impl Choice for Pet {
        fn form<F: OneForm>(&self, of: F) -> F::Output {
            match self {
                Self::Dog(it) => of.tagged("Dog", "species", &["dog", "wolf"], it),
                Self::Cat(it) => of.tagged("Cat", "species", &["Cat"], it),
                Self::PetBase(it) => of.tagged("PetBase", "species", &["Pet"], it),
                Self::Undocumented(it) => of.other("Undocumented", it),
            }
        }
    }
    impl OpenChoice for Pet {
        const TAG: Option<&'static str> = Some("species");
        fn branches(to: &mut impl Branches<Self>) {
            to.tagged(&["dog", "wolf"], Self::Dog);
            to.tagged(&["Cat"], Self::Cat);
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
        /// A pet.
        pub friend: Option<Pet>,
        /// `name`
        pub name: Option<String>,
        /// `species`
        pub species: Option<String>,
    }
    impl Object<Received> for PetBase {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.friend));
            member!(to.expected(it.name));
            member!(to.expected(it.species));
        }
    }
    object!(received PetBase);

    /// All pets.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Pets {
        /// `all`
        pub all: Option<Vec<Pet>>,
        /// A house, whose extensions are named by its mapping, also where one of them is extended
        /// itself.
        pub house: Option<House>,
        /// The oldest of them.
        pub oldest: Option<Pet>,
        /// Whose they are.
        pub owner: Option<Box<Owner>>,
        /// `tent`
        pub tent: Option<Tent>,
    }
    impl Object<Received> for Pets {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.all));
            member!(to.optional(it.house));
            member!(to.optional(it.oldest));
            member!(to.optional(it.owner));
            member!(to.optional(it.tent));
        }
    }
    object!(received Pets);

    /// The schema `Tent`.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub enum Tent {
        /// If `kind` is `yurt`.
        Yurt(Box<Yurt>),
        /// If `kind` is `tent`.
        TentBase(Box<TentBase>),
        /// A value that has none of these forms, as it was sent.
        Undocumented(serde_json::Value),
    }
    impl Choice for Tent {
        fn form<F: OneForm>(&self, of: F) -> F::Output {
            match self {
                Self::Yurt(it) => of.tagged("Yurt", "kind", &["yurt"], it),
                Self::TentBase(it) => of.tagged("TentBase", "kind", &["tent"], it),
                Self::Undocumented(it) => of.other("Undocumented", it),
            }
        }
    }
    impl OpenChoice for Tent {
        const TAG: Option<&'static str> = Some("kind");
        fn branches(to: &mut impl Branches<Self>) {
            to.tagged(&["yurt"], Self::Yurt);
            to.tagged(&["tent"], Self::TentBase);
        }
        fn other(value: serde_json::Value) -> Self {
            Self::Undocumented(value)
        }
    }
    choice!(received Tent);

    /// The schema `Tent`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct TentBase {
        /// `kind`
        pub kind: Option<String>,
        /// `poles`
        pub poles: Option<i64>,
    }
    impl Object<Received> for TentBase {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.expected(it.kind));
            member!(to.optional(it.poles));
        }
    }
    object!(received TentBase);

    /// The schema `Yurt`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Yurt {
        /// `felt`
        pub felt: Option<bool>,
        /// `kind`
        pub kind: Option<String>,
        /// `poles`
        pub poles: Option<i64>,
    }
    impl Object<Received> for Yurt {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.felt));
            member!(to.expected(it.kind));
            member!(to.optional(it.poles));
        }
    }
    object!(received Yurt);
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
    pub async fn add_pet<'a>(
        &'a self,
        body: &'a types::Pet,
    ) -> Result<Response<types::Pets>, Failure<()>> {
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
            name: "add_pet",
            path: "/pets",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }
}
