// @generated from spec/sessions-cancel.yaml and spec/overlay.yaml by build.rs. Do not edit:
// change the specification, or the generator in src/codegen, and review the snapshot.

use crate::exchange::{Failure, Operation, exchange};
use crate::response::Response;

/// What the API takes and answers, as Rust types.
///
/// What is received can grow: structs are made by `Default` and changed field by field, enums keep a
/// value that this version does not know in `Undocumented`. A field is an `Option` unless the object
/// means nothing without it, and an optional object is behind a pointer: `as_deref` looks at it.
///
/// `Debug` hides what is sensitive; `Serialize` writes it. `Deserialize` is strict: it is the client that
/// reads what has drifted.
pub mod types {
    use crate::object::{Access, Object, Place, Received, Sent, at, object};

    /// A category.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Category {
        /// `children`
        pub children: Option<Vec<Option<Box<Category>>>>,
        /// `named`
        pub named: Option<std::collections::BTreeMap<String, Option<Box<Category>>>>,
        /// One of two.
        pub pair: Option<Box<Left>>,
        /// A category.
        pub parent: Option<Box<Category>>,
        /// A list of itself.
        pub tree: Option<Vec<Tree>>,
    }
    impl Object<Received> for Category {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            to.optional("children", at!(it.children));
            to.optional("named", at!(it.named));
            to.optional("pair", at!(it.pair));
            to.optional("parent", at!(it.parent));
            to.optional("tree", at!(it.tree));
        }
    }
    object!(received Category);

    /// One of two.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Left {
        /// The other.
        pub right: Option<Box<Right>>,
    }
    impl Object<Received> for Left {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            to.optional("right", at!(it.right));
        }
    }
    object!(received Left);

    /// A category to be.
    #[derive(Clone, PartialEq)]
    pub struct NewCategory {
        /// `children`
        pub children: Option<Vec<NewCategory>>,
        /// `name`
        pub name: String,
        /// `parent`
        pub parent: Option<Box<NewCategory>>,
    }
    impl Object<Sent> for NewCategory {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            to.optional("children", at!(it.children));
            to.required("name", at!(it.name));
            to.required("parent", at!(it.parent));
        }
    }
    object!(sent NewCategory);

    /// The other.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Right {
        /// One of two.
        pub left: Option<Box<Left>>,
    }
    impl Object<Received> for Right {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            to.optional("left", at!(it.left));
        }
    }
    object!(received Right);

    /// A list of itself.
    #[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq, Default)]
    #[serde(transparent)]
    #[non_exhaustive]
    pub struct Tree(pub Vec<Tree>);
    impl crate::shape::Described for Tree {
        fn shape() -> crate::shape::Shape {
            <Vec<Tree> as crate::shape::Described>::shape()
        }
    }
    impl std::ops::Deref for Tree {
        type Target = Vec<Tree>;
        fn deref(&self) -> &Vec<Tree> {
            &self.0
        }
    }
}

/// The operations of the API, each as one method.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: crate::exchange::Attempt,
}
impl Client {
    /// `PUT /category`
    pub async fn put_category<'a>(
        &'a self,
        body: &'a types::NewCategory,
    ) -> Result<Response<types::Category>, Failure<()>> {
        let url = format!("{}/category", self.baseurl);
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
            name: "put_category",
            path: "/category",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }
}
