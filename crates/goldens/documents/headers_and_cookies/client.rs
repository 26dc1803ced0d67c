// @generated from document.yaml by openapi-client-build.
// Do not edit: change what it is generated from, and review the difference.

use ::openapi_client_runtime::codegen::exchange::{Failure, Operation, exchange};
use ::openapi_client_runtime::codegen::response::Response;

/// The requests and answers of the API, as Rust types.
pub mod types {
    use ::openapi_client_runtime::codegen::object::{
        Access, Object, Place, Received, Sent, member, object,
    };

    /// The schema at `/paths/~1orders/get/parameters/11/schema`.
    #[derive(serde::Serialize, Clone, Debug, PartialEq)]
    #[serde(transparent)]
    pub struct ListOrdersIdempotencyKey(String);
    ::openapi_client_runtime::codegen::constrained::constrained!(
        ListOrdersIdempotencyKey
    );
    impl std::str::FromStr for ListOrdersIdempotencyKey {
        type Err = ::openapi_client_runtime::codegen::constrained::InvalidText;
        fn from_str(value: &str) -> Result<Self, Self::Err> {
            if value.chars().count() > 8usize {
                return Err("longer than 8 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    /// The schema at `/paths/~1orders/get/parameters/7/schema`.
    #[derive(serde::Serialize, Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum ListOrdersXMode {
        /// `fast`
        #[serde(rename = "fast")]
        Fast,
        /// `slow`
        #[serde(rename = "slow")]
        Slow,
    }
    ::openapi_client_runtime::codegen::shown::described!(ListOrdersXMode);
    impl ::std::fmt::Display for ListOrdersXMode {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::Fast => f.write_str("fast"),
                Self::Slow => f.write_str("slow"),
            }
        }
    }

    /// The schema at `/paths/~1orders/get/parameters/9/schema`.
    #[derive(Clone, PartialEq, Default)]
    #[non_exhaustive]
    pub struct ListOrdersXWhere {
        /// `city`
        pub city: Option<String>,
    }
    impl Object<Sent> for ListOrdersXWhere {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            member!(to.optional(it.city));
        }
    }
    object!(sent ListOrdersXWhere);
}

/// The optional parameters of the operations. Start with `default()`, set what is needed, and
/// call the method whose name ends in `_with`.
pub mod options {
    use ::openapi_client_runtime::codegen::options::options;
    use super::types;

    /// The options of [`list_orders_with`](super::Client::list_orders_with).
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct ListOrdersOptions {
        /// `X-Dry-Run`
        pub x_dry_run: Option<bool>,
        /// `X-Ids`
        pub x_ids: Option<Vec<String>>,
        /// `X-Json`
        pub x_json: Option<Vec<i64>>,
        /// `X-Mode`
        pub x_mode: Option<types::ListOrdersXMode>,
        /// `X-Since`
        pub x_since: Option<chrono::DateTime<chrono::Utc>>,
        /// `X-Where`
        pub x_where: Option<types::ListOrdersXWhere>,
        /// `theme`
        pub theme: Option<i64>,
    }
    impl ListOrdersOptions {
        /// Sets [`x_dry_run`](Self::x_dry_run).
        pub fn with_x_dry_run(mut self, value: bool) -> Self {
            self.x_dry_run = Some(value);
            self
        }
        /// Sets [`x_ids`](Self::x_ids).
        pub fn with_x_ids(mut self, value: Vec<String>) -> Self {
            self.x_ids = Some(value);
            self
        }
        /// Sets [`x_json`](Self::x_json).
        pub fn with_x_json(mut self, value: Vec<i64>) -> Self {
            self.x_json = Some(value);
            self
        }
        /// Sets [`x_mode`](Self::x_mode).
        pub fn with_x_mode(mut self, value: types::ListOrdersXMode) -> Self {
            self.x_mode = Some(value);
            self
        }
        /// Sets [`x_since`](Self::x_since).
        pub fn with_x_since(mut self, value: chrono::DateTime<chrono::Utc>) -> Self {
            self.x_since = Some(value);
            self
        }
        /// Sets [`x_where`](Self::x_where).
        pub fn with_x_where(mut self, value: types::ListOrdersXWhere) -> Self {
            self.x_where = Some(value);
            self
        }
        /// Sets [`theme`](Self::theme).
        pub fn with_theme(mut self, value: i64) -> Self {
            self.theme = Some(value);
            self
        }
    }
    options!(
        x_dry_run, x_ids, x_json, x_mode, x_since, x_where, #[hidden] theme =>
        ListOrdersOptions
    );
}

/// The operations of the API, each as one method.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: ::openapi_client_runtime::codegen::exchange::Sender,
}
impl Client {
    /// [`list_orders_with`](Self::list_orders_with) takes its optional parameters.
    ///
    /// `GET /orders`
    pub async fn list_orders<'a>(
        &'a self,
        idempotency_key: &'a types::ListOrdersIdempotencyKey,
        x_count: i64,
        session: &'a str,
    ) -> Result<Response<()>, Failure<()>> {
        self.list_orders_with(
                idempotency_key,
                x_count,
                session,
                &options::ListOrdersOptions::default(),
            )
            .await
    }

    /// As [`list_orders`](Self::list_orders), with its optional parameters.
    ///
    /// `GET /orders`
    pub async fn list_orders_with<'a>(
        &'a self,
        idempotency_key: &'a types::ListOrdersIdempotencyKey,
        x_count: i64,
        session: &'a str,
        options: &'a options::ListOrdersOptions,
    ) -> Result<Response<()>, Failure<()>> {
        let options::ListOrdersOptions {
            x_dry_run,
            x_ids,
            x_json,
            x_mode,
            x_since,
            x_where,
            theme,
        } = options;
        let url = format!("{}/orders", self.baseurl);
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(10);
        header_map.append("Idempotency-Key", idempotency_key.to_string().try_into()?);
        header_map
            .append(
                "X-Count",
                ::openapi_client_runtime::codegen::parameter::simple(
                        "X-Count",
                        &x_count,
                    )?
                    .try_into()?,
            );
        if let Some(value) = x_dry_run {
            header_map
                .append(
                    "X-Dry-Run",
                    ::openapi_client_runtime::codegen::parameter::simple(
                            "X-Dry-Run",
                            &value,
                        )?
                        .try_into()?,
                );
        }
        if let Some(value) = x_ids {
            header_map
                .append(
                    "X-Ids",
                    ::openapi_client_runtime::codegen::parameter::simple(
                            "X-Ids",
                            &value,
                        )?
                        .try_into()?,
                );
        }
        if let Some(value) = x_json {
            header_map
                .append(
                    "X-Json",
                    ::openapi_client_runtime::codegen::parameter::json_text(&value)
                        .try_into()?,
                );
        }
        if let Some(value) = x_mode {
            header_map.append("X-Mode", value.to_string().try_into()?);
        }
        if let Some(value) = x_since {
            header_map
                .append(
                    "X-Since",
                    ::openapi_client_runtime::codegen::parameter::simple(
                            "X-Since",
                            &value,
                        )?
                        .try_into()?,
                );
        }
        if let Some(value) = x_where {
            header_map
                .append(
                    "X-Where",
                    ::openapi_client_runtime::codegen::parameter::simple_exploded(
                            "X-Where",
                            &value,
                        )?
                        .try_into()?,
                );
        }
        header_map
            .append(
                ::reqwest::header::COOKIE,
                ::openapi_client_runtime::codegen::parameter::cookie("session", &session)
                    .try_into()?,
            );
        if let Some(value) = theme {
            header_map
                .append(
                    ::reqwest::header::COOKIE,
                    ::openapi_client_runtime::codegen::parameter::cookie("theme", &value)
                        .try_into()?,
                );
        }
        ::openapi_client_runtime::codegen::parameter::join_cookies(&mut header_map);
        let request = self.client.get(url).headers(header_map).build()?;
        let operation = Operation {
            name: "list_orders",
            path: "/orders",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `GET /versions`
    pub async fn list_versions<'a>(
        &'a self,
        api_version: &'a str,
        api_version_header: &'a str,
    ) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/versions", self.baseurl);
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1);
        header_map.append("Api-Version", api_version_header.to_string().try_into()?);
        let url = ::openapi_client_runtime::codegen::query::append(
            url,
            [
                ::openapi_client_runtime::codegen::query::pairs(
                    "api-version",
                    &api_version,
                ),
            ],
        );
        let request = self.client.get(url).headers(header_map).build()?;
        let operation = Operation {
            name: "list_versions",
            path: "/versions",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }
}
