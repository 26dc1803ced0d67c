// @generated from document.yaml by openapi-client-build.
// Do not edit: change what it is generated from, and review the difference.

use ::openapi_client_runtime::codegen::exchange::{Failure, Operation, exchange};
use ::openapi_client_runtime::codegen::response::Response;

/// The requests and answers of the API, as Rust types.
pub mod types {
    use ::openapi_client_runtime::codegen::object::{
        Access, Object, Place, Received, Sent, member, object,
    };

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
            member!(to.optional(it.children));
            member!(to.optional(it.named));
            member!(to.optional(it.pair));
            member!(to.optional(it.parent));
            member!(to.optional(it.tree));
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
            member!(to.optional(it.right));
        }
    }
    object!(received Left);

    /// A category to be.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
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
            member!(to.optional(it.children));
            member!(to.required(it.name));
            member!(to.required(it.parent));
        }
    }
    object!(sent NewCategory);
    impl NewCategory {
        /// Makes a value of its required members; the others are absent.
        pub fn new(name: String) -> Self {
            Self {
                name,
                children: None,
                parent: None,
            }
        }
    }

    /// The other.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Right {
        /// One of two.
        pub left: Option<Box<Left>>,
    }
    impl Object<Received> for Right {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.left));
        }
    }
    object!(received Right);

    /// A list of itself.
    #[derive(serde::Serialize, Clone, PartialEq, Default)]
    #[serde(transparent)]
    #[non_exhaustive]
    pub struct Tree(pub Vec<Tree>);
    impl std::fmt::Debug for Tree {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            ::openapi_client_runtime::codegen::shown::variant("Tree", &self.0, f)
        }
    }
    ::openapi_client_runtime::codegen::read::read_as!(Self => Tree);
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
    pub(crate) inner: ::openapi_client_runtime::codegen::exchange::Sender,
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
