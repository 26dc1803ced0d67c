// @generated from document.yaml by openapi-client-build.
// Do not edit: change what it is generated from, and review the difference.

use ::openapi_client_runtime::codegen::exchange::{Failure, Operation, exchange};
use ::openapi_client_runtime::codegen::response::Response;

/// What the API takes and answers, as Rust types.
pub mod types {
    use ::openapi_client_runtime::codegen::object::{
        Access, Object, Place, Received, Sent, at, object,
    };

    /// The schema at
    /// `/paths/~1body/post/requestBody/content/application~1x-www-form-urlencoded/schema`.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub struct AsFormRequest {
        /// `deep`
        pub deep: Part,
        /// `form`
        pub form: Vec<String>,
        /// `pipes`
        pub pipes: Vec<String>,
        /// `text`
        pub text: String,
    }
    impl Object<Sent> for AsFormRequest {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            to.required("deep", at!(it.deep));
            to.required("form", at!(it.form));
            to.required("pipes", at!(it.pipes));
            to.required("text", at!(it.text));
        }
    }
    object!(sent AsFormRequest);
    impl AsFormRequest {
        /// Makes one of all that has to be sent.
        pub fn new(
            deep: Part,
            form: Vec<String>,
            pipes: Vec<String>,
            text: String,
        ) -> Self {
            Self { deep, form, pipes, text }
        }
    }

    /// The schema `Part`.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub struct Part {
        /// `a_text`
        pub a_text: String,
        /// `b_number`
        pub b_number: i64,
        /// `c_flag`
        pub c_flag: bool,
    }
    impl Object<Sent> for Part {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            to.required("a_text", at!(it.a_text));
            to.required("b_number", at!(it.b_number));
            to.required("c_flag", at!(it.c_flag));
        }
    }
    object!(sent Part);
    impl Part {
        /// Makes one of all that has to be sent.
        pub fn new(a_text: String, b_number: i64, c_flag: bool) -> Self {
            Self { a_text, b_number, c_flag }
        }
    }

    /// The schema `Whole`.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub struct Whole {
        /// `list`
        pub list: Vec<String>,
        /// `map`
        pub map: std::collections::BTreeMap<String, i64>,
        /// `nothing`
        pub nothing: Option<String>,
        /// `number`
        pub number: f64,
        /// `part`
        pub part: Part,
        /// `text`
        pub text: String,
    }
    impl Object<Sent> for Whole {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            to.required("list", at!(it.list));
            to.required("map", at!(it.map));
            to.optional("nothing", at!(it.nothing));
            to.required("number", at!(it.number));
            to.required("part", at!(it.part));
            to.required("text", at!(it.text));
        }
    }
    object!(sent Whole);
    impl Whole {
        /// Makes one of what has to be sent; the rest is left out.
        pub fn new(
            list: Vec<String>,
            map: std::collections::BTreeMap<String, i64>,
            number: f64,
            part: Part,
            text: String,
        ) -> Self {
            Self {
                list,
                map,
                number,
                part,
                text,
                nothing: None,
            }
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
    /// `PUT /body`
    pub async fn as_json<'a>(
        &'a self,
        body: &'a types::Whole,
    ) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/body", self.baseurl);
        let request = self.client.put(url).json(&body).build()?;
        let operation = Operation {
            name: "as_json",
            path: "/body",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `POST /body`
    pub async fn as_form<'a>(
        &'a self,
        body: &'a types::AsFormRequest,
    ) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/body", self.baseurl);
        let request = ::openapi_client_runtime::codegen::body::form(
                self.client.post(url),
                &["deep"],
                &[("pipes", "%7C")],
                Some(&body),
            )
            .build()?;
        let operation = Operation {
            name: "as_form",
            path: "/body",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `PATCH /body`
    pub async fn as_text<'a>(
        &'a self,
        body: &'a str,
    ) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/body", self.baseurl);
        let request = ::openapi_client_runtime::codegen::body::raw(
                self.client.patch(url),
                "text/plain",
                Some(body.as_bytes()),
            )
            .build()?;
        let operation = Operation {
            name: "as_text",
            path: "/body",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `GET /headers`
    pub async fn in_headers<'a>(
        &'a self,
        x_list: &'a Vec<i64>,
        x_part: &'a types::Part,
        x_text: &'a str,
        ids: &'a Vec<String>,
        part: &'a types::Part,
        sid: &'a str,
    ) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/headers", self.baseurl);
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(6);
        header_map
            .append(
                "X-List",
                ::openapi_client_runtime::codegen::parameter::simple(&x_list).try_into()?,
            );
        header_map
            .append(
                "X-Part",
                ::openapi_client_runtime::codegen::parameter::json_text(&x_part)
                    .try_into()?,
            );
        header_map.append("X-Text", x_text.to_string().try_into()?);
        header_map
            .append(
                ::reqwest::header::COOKIE,
                ::openapi_client_runtime::codegen::parameter::cookie("ids", &ids)
                    .try_into()?,
            );
        header_map
            .append(
                ::reqwest::header::COOKIE,
                ::openapi_client_runtime::codegen::parameter::cookie(
                        "part",
                        &::openapi_client_runtime::codegen::parameter::json_text(&part),
                    )
                    .try_into()?,
            );
        header_map
            .append(
                ::reqwest::header::COOKIE,
                ::openapi_client_runtime::codegen::parameter::cookie("sid", &sid)
                    .try_into()?,
            );
        ::openapi_client_runtime::codegen::parameter::join_cookies(&mut header_map);
        let request = self.client.get(url).headers(header_map).build()?;
        let operation = Operation {
            name: "in_headers",
            path: "/headers",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `GET /path/{text}/{number}/{list}/{label}/{matrix}/{part}`
    pub async fn in_path<'a>(
        &'a self,
        text: &'a str,
        number: f64,
        list: &'a Vec<String>,
        label: &'a Vec<String>,
        matrix: &'a Vec<String>,
        part: &'a types::Part,
    ) -> Result<Response<()>, Failure<()>> {
        let text = ::openapi_client_runtime::codegen::path::segment("text", text)?;
        let number = ::openapi_client_runtime::codegen::path::simple("number", &number)?;
        let list = ::openapi_client_runtime::codegen::path::simple("list", &list)?;
        let label = ::openapi_client_runtime::codegen::path::label(
            "label",
            false,
            &label,
        )?;
        let matrix = ::openapi_client_runtime::codegen::path::matrix(
            "matrix",
            "matrix",
            true,
            &matrix,
        )?;
        let part = ::openapi_client_runtime::codegen::path::simple_exploded(
            "part",
            &part,
        )?;
        let url = format!(
            "{}/path/{}/{}/{}/{}/{}/{}", self.baseurl, text, number, list, label, matrix,
            part
        );
        let request = self.client.get(url).build()?;
        let operation = Operation {
            name: "in_path",
            path: "/path/{text}/{number}/{list}/{label}/{matrix}/{part}",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `GET /query`
    pub async fn in_query<'a>(
        &'a self,
        commas: &'a Vec<String>,
        deep: &'a types::Part,
        form: &'a Vec<String>,
        json: &'a types::Part,
        part: &'a types::Part,
        pipes: &'a Vec<String>,
        spaces: &'a Vec<String>,
        text: &'a str,
    ) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/query", self.baseurl);
        let url = ::openapi_client_runtime::codegen::query::append(
            url,
            [
                ::openapi_client_runtime::codegen::query::joined("commas", ",", &commas),
                ::openapi_client_runtime::codegen::query::deep("deep", &deep),
                ::openapi_client_runtime::codegen::query::pairs("form", &form),
                ::openapi_client_runtime::codegen::query::json("json", &json),
                ::openapi_client_runtime::codegen::query::exploded("part", &part),
                ::openapi_client_runtime::codegen::query::joined("pipes", "%7C", &pipes),
                ::openapi_client_runtime::codegen::query::joined(
                    "spaces",
                    "%20",
                    &spaces,
                ),
                ::openapi_client_runtime::codegen::query::pairs("text", &text),
            ],
        );
        let request = self.client.get(url).build()?;
        let operation = Operation {
            name: "in_query",
            path: "/query",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }
}
