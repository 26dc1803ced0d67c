// @generated from document.yaml by openapi-client-build.
// Do not edit: change what it is generated from, and review the difference.

use ::openapi_client_runtime::codegen::exchange::{Failure, Operation, exchange};
use ::openapi_client_runtime::codegen::response::Response;

/// The requests and answers of the API, as Rust types.
pub mod types {
    use ::openapi_client_runtime::codegen::object::{
        Access, Object, Place, Received, Sent, member, object,
    };

    /// The schema at
    /// `/paths/~1body/post/requestBody/content/application~1x-www-form-urlencoded/schema`.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub struct AsFormRequest {
        /// `commas`
        pub commas: Vec<String>,
        /// `deep`
        pub deep: Part,
        /// `form`
        pub form: Vec<String>,
        /// `part`
        pub part: Part,
        /// `pipes`
        pub pipes: Vec<String>,
        /// `spaces`
        pub spaces: Vec<String>,
        /// `text`
        pub text: String,
    }
    impl Object<Sent> for AsFormRequest {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            member!(to.required(it.commas));
            member!(to.required(it.deep));
            member!(to.required(it.form));
            member!(to.required(it.part));
            member!(to.required(it.pipes));
            member!(to.required(it.spaces));
            member!(to.required(it.text));
        }
    }
    object!(sent AsFormRequest);
    impl AsFormRequest {
        /// Makes a value of all its members, which are required.
        pub fn new(
            commas: Vec<String>,
            deep: Part,
            form: Vec<String>,
            part: Part,
            pipes: Vec<String>,
            spaces: Vec<String>,
            text: String,
        ) -> Self {
            Self {
                commas,
                deep,
                form,
                part,
                pipes,
                spaces,
                text,
            }
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
            member!(to.required(it.a_text));
            member!(to.required(it.b_number));
            member!(to.required(it.c_flag));
        }
    }
    object!(sent Part);
    impl Part {
        /// Makes a value of all its members, which are required.
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
            member!(to.required(it.list));
            member!(to.required(it.map));
            member!(to.optional(it.nothing));
            member!(to.required(it.number));
            member!(to.required(it.part));
            member!(to.required(it.text));
        }
    }
    object!(sent Whole);
    impl Whole {
        /// Makes a value of its required members; the others are absent.
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
                &[("commas", ","), ("part", ","), ("pipes", "%7C"), ("spaces", "%20")],
                Some(&body),
            )?
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

    /// `GET /cookies`
    pub async fn in_cookies<'a>(
        &'a self,
        json: &'a types::Part,
        list: &'a Vec<String>,
        part: &'a types::Part,
        text: &'a str,
    ) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/cookies", self.baseurl);
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(4);
        header_map
            .append(
                ::reqwest::header::COOKIE,
                ::openapi_client_runtime::codegen::parameter::cookie(
                        "json",
                        &::openapi_client_runtime::codegen::parameter::json_text(&json),
                    )
                    .try_into()?,
            );
        header_map
            .append(
                ::reqwest::header::COOKIE,
                ::openapi_client_runtime::codegen::parameter::cookie("list", &list)
                    .try_into()?,
            );
        header_map
            .append(
                ::reqwest::header::COOKIE,
                ::openapi_client_runtime::codegen::parameter::cookie("part", &part)
                    .try_into()?,
            );
        header_map
            .append(
                ::reqwest::header::COOKIE,
                ::openapi_client_runtime::codegen::parameter::cookie("text", &text)
                    .try_into()?,
            );
        ::openapi_client_runtime::codegen::parameter::join_cookies(&mut header_map);
        let request = self.client.get(url).headers(header_map).build()?;
        let operation = Operation {
            name: "in_cookies",
            path: "/cookies",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `GET /headers`
    pub async fn in_headers<'a>(
        &'a self,
        x_json: &'a types::Part,
        x_list: &'a Vec<String>,
        x_list_exploded: &'a Vec<String>,
        x_part: &'a types::Part,
        x_part_exploded: &'a types::Part,
        x_text: &'a str,
        x_text_exploded: &'a str,
    ) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/headers", self.baseurl);
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(7);
        header_map
            .append(
                "X-Json",
                ::openapi_client_runtime::codegen::parameter::json_text(&x_json)
                    .try_into()?,
            );
        header_map
            .append(
                "X-List",
                ::openapi_client_runtime::codegen::parameter::simple("X-List", &x_list)?
                    .try_into()?,
            );
        header_map
            .append(
                "X-List-Exploded",
                ::openapi_client_runtime::codegen::parameter::simple_exploded(
                        "X-List-Exploded",
                        &x_list_exploded,
                    )?
                    .try_into()?,
            );
        header_map
            .append(
                "X-Part",
                ::openapi_client_runtime::codegen::parameter::simple("X-Part", &x_part)?
                    .try_into()?,
            );
        header_map
            .append(
                "X-Part-Exploded",
                ::openapi_client_runtime::codegen::parameter::simple_exploded(
                        "X-Part-Exploded",
                        &x_part_exploded,
                    )?
                    .try_into()?,
            );
        header_map.append("X-Text", x_text.to_string().try_into()?);
        header_map.append("X-Text-Exploded", x_text_exploded.to_string().try_into()?);
        let request = self.client.get(url).headers(header_map).build()?;
        let operation = Operation {
            name: "in_headers",
            path: "/headers",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `GET
    /// /path/list/{simple}/{simple_exploded}/{label}/{label_exploded}/{matrix}/{matrix_exploded}`
    pub async fn list_in_path<'a>(
        &'a self,
        simple: &'a Vec<String>,
        simple_exploded: &'a Vec<String>,
        label: &'a Vec<String>,
        label_exploded: &'a Vec<String>,
        matrix: &'a Vec<String>,
        matrix_exploded: &'a Vec<String>,
    ) -> Result<Response<()>, Failure<()>> {
        let simple = ::openapi_client_runtime::codegen::path::simple("simple", &simple)?;
        let simple_exploded = ::openapi_client_runtime::codegen::path::simple_exploded(
            "simple_exploded",
            &simple_exploded,
        )?;
        let label = ::openapi_client_runtime::codegen::path::label(
            "label",
            false,
            &label,
        )?;
        let label_exploded = ::openapi_client_runtime::codegen::path::label(
            "label_exploded",
            true,
            &label_exploded,
        )?;
        let matrix = ::openapi_client_runtime::codegen::path::matrix(
            "matrix",
            "matrix",
            false,
            &matrix,
        )?;
        let matrix_exploded = ::openapi_client_runtime::codegen::path::matrix(
            "matrix_exploded",
            "matrix_exploded",
            true,
            &matrix_exploded,
        )?;
        let url = format!(
            "{}/path/list/{}/{}/{}/{}/{}/{}", self.baseurl, simple, simple_exploded,
            label, label_exploded, matrix, matrix_exploded
        );
        let request = self.client.get(url).build()?;
        let operation = Operation {
            name: "list_in_path",
            path: "/path/list/{simple}/{simple_exploded}/{label}/{label_exploded}/{matrix}/{matrix_exploded}",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `GET
    /// /path/part/{simple}/{simple_exploded}/{label}/{label_exploded}/{matrix}/{matrix_exploded}`
    pub async fn part_in_path<'a>(
        &'a self,
        simple: &'a types::Part,
        simple_exploded: &'a types::Part,
        label: &'a types::Part,
        label_exploded: &'a types::Part,
        matrix: &'a types::Part,
        matrix_exploded: &'a types::Part,
    ) -> Result<Response<()>, Failure<()>> {
        let simple = ::openapi_client_runtime::codegen::path::simple("simple", &simple)?;
        let simple_exploded = ::openapi_client_runtime::codegen::path::simple_exploded(
            "simple_exploded",
            &simple_exploded,
        )?;
        let label = ::openapi_client_runtime::codegen::path::label(
            "label",
            false,
            &label,
        )?;
        let label_exploded = ::openapi_client_runtime::codegen::path::label(
            "label_exploded",
            true,
            &label_exploded,
        )?;
        let matrix = ::openapi_client_runtime::codegen::path::matrix(
            "matrix",
            "matrix",
            false,
            &matrix,
        )?;
        let matrix_exploded = ::openapi_client_runtime::codegen::path::matrix(
            "matrix_exploded",
            "matrix_exploded",
            true,
            &matrix_exploded,
        )?;
        let url = format!(
            "{}/path/part/{}/{}/{}/{}/{}/{}", self.baseurl, simple, simple_exploded,
            label, label_exploded, matrix, matrix_exploded
        );
        let request = self.client.get(url).build()?;
        let operation = Operation {
            name: "part_in_path",
            path: "/path/part/{simple}/{simple_exploded}/{label}/{label_exploded}/{matrix}/{matrix_exploded}",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `GET
    /// /path/text/{simple}/{simple_exploded}/{label}/{label_exploded}/{matrix}/{matrix_exploded}`
    pub async fn text_in_path<'a>(
        &'a self,
        simple: &'a str,
        simple_exploded: &'a str,
        label: &'a str,
        label_exploded: &'a str,
        matrix: &'a str,
        matrix_exploded: &'a str,
    ) -> Result<Response<()>, Failure<()>> {
        let simple = ::openapi_client_runtime::codegen::path::segment("simple", simple)?;
        let simple_exploded = ::openapi_client_runtime::codegen::path::segment(
            "simple_exploded",
            simple_exploded,
        )?;
        let label = ::openapi_client_runtime::codegen::path::label(
            "label",
            false,
            &label,
        )?;
        let label_exploded = ::openapi_client_runtime::codegen::path::label(
            "label_exploded",
            true,
            &label_exploded,
        )?;
        let matrix = ::openapi_client_runtime::codegen::path::matrix(
            "matrix",
            "matrix",
            false,
            &matrix,
        )?;
        let matrix_exploded = ::openapi_client_runtime::codegen::path::matrix(
            "matrix_exploded",
            "matrix_exploded",
            true,
            &matrix_exploded,
        )?;
        let url = format!(
            "{}/path/text/{}/{}/{}/{}/{}/{}", self.baseurl, simple, simple_exploded,
            label, label_exploded, matrix, matrix_exploded
        );
        let request = self.client.get(url).build()?;
        let operation = Operation {
            name: "text_in_path",
            path: "/path/text/{simple}/{simple_exploded}/{label}/{label_exploded}/{matrix}/{matrix_exploded}",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `GET /query/list`
    pub async fn list_in_query<'a>(
        &'a self,
        commas: &'a Vec<String>,
        form: &'a Vec<String>,
        pipes: &'a Vec<String>,
        spaces: &'a Vec<String>,
    ) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/query/list", self.baseurl);
        let url = ::openapi_client_runtime::codegen::query::append(
            url,
            [
                ::openapi_client_runtime::codegen::query::joined(
                    "commas",
                    ",",
                    &commas,
                )?,
                ::openapi_client_runtime::codegen::query::pairs("form", &form),
                ::openapi_client_runtime::codegen::query::joined(
                    "pipes",
                    "%7C",
                    &pipes,
                )?,
                ::openapi_client_runtime::codegen::query::joined(
                    "spaces",
                    "%20",
                    &spaces,
                )?,
            ],
        );
        let request = self.client.get(url).build()?;
        let operation = Operation {
            name: "list_in_query",
            path: "/query/list",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `GET /query/map`
    pub async fn map_in_query<'a>(
        &'a self,
        deep: &'a std::collections::BTreeMap<String, String>,
        json: &'a std::collections::BTreeMap<String, String>,
    ) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/query/map", self.baseurl);
        let url = ::openapi_client_runtime::codegen::query::append(
            url,
            [
                ::openapi_client_runtime::codegen::query::deep("deep", &deep)?,
                ::openapi_client_runtime::codegen::query::json("json", &json),
            ],
        );
        let request = self.client.get(url).build()?;
        let operation = Operation {
            name: "map_in_query",
            path: "/query/map",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `GET /query/part`
    pub async fn part_in_query<'a>(
        &'a self,
        commas: &'a types::Part,
        deep: &'a types::Part,
        form: &'a types::Part,
        pipes: &'a types::Part,
        spaces: &'a types::Part,
    ) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/query/part", self.baseurl);
        let url = ::openapi_client_runtime::codegen::query::append(
            url,
            [
                ::openapi_client_runtime::codegen::query::joined(
                    "commas",
                    ",",
                    &commas,
                )?,
                ::openapi_client_runtime::codegen::query::deep("deep", &deep)?,
                ::openapi_client_runtime::codegen::query::exploded("form", &form),
                ::openapi_client_runtime::codegen::query::joined(
                    "pipes",
                    "%7C",
                    &pipes,
                )?,
                ::openapi_client_runtime::codegen::query::joined(
                    "spaces",
                    "%20",
                    &spaces,
                )?,
            ],
        );
        let request = self.client.get(url).build()?;
        let operation = Operation {
            name: "part_in_query",
            path: "/query/part",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `GET /query/text`
    pub async fn text_in_query<'a>(
        &'a self,
        commas: &'a str,
        form: &'a str,
    ) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/query/text", self.baseurl);
        let url = ::openapi_client_runtime::codegen::query::append(
            url,
            [
                ::openapi_client_runtime::codegen::query::pairs("commas", &commas),
                ::openapi_client_runtime::codegen::query::pairs("form", &form),
            ],
        );
        let request = self.client.get(url).build()?;
        let operation = Operation {
            name: "text_in_query",
            path: "/query/text",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }
}
