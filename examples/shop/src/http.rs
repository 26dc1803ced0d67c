//! The shop's own API.
//!
//! - `PUT /orders/{order}` with a session id as its body: a paid order.
//! - `GET /orders/{order}`: its state.
//! - `POST /orders/{order}/cancel`: cancels it. 202 if the outcome is not known yet.

use axum::extract::{Path, State as Context};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use dintero_checkout_client::SessionId;
use serde_json::json;

use crate::cancel::cancel;
use crate::state::State;
use crate::{BoxError, Shop};

pub(crate) fn router(shop: Shop) -> Router {
    Router::new()
        .route("/orders/{order}", get(show_order).put(add_order))
        .route("/orders/{order}/cancel", post(cancel_order))
        .with_state(shop)
}

async fn add_order(
    Context(shop): Context<Shop>,
    Path(order): Path<String>,
    session_id: String,
) -> Result<Response, Failure> {
    let Ok(session_id) = session_id.parse::<SessionId>() else {
        return Ok(StatusCode::BAD_REQUEST.into_response());
    };
    shop.store.add(order.clone(), session_id).await?;
    Ok(shown(shop.store.state(order).await?))
}

async fn show_order(
    Context(shop): Context<Shop>,
    Path(order): Path<String>,
) -> Result<Response, Failure> {
    Ok(shown(shop.store.state(order).await?))
}

async fn cancel_order(
    Context(shop): Context<Shop>,
    Path(order): Path<String>,
) -> Result<Response, Failure> {
    // A task of its own goes on if the caller hangs up, which drops this function.
    let state = tokio::spawn(cancel(shop, order)).await.map_err(BoxError::from)??;
    Ok(shown(state))
}

fn shown(state: Option<State>) -> Response {
    let status = match state {
        None => return StatusCode::NOT_FOUND.into_response(),
        Some(State::Settling | State::TryAgain) => StatusCode::ACCEPTED,
        Some(_) => StatusCode::OK,
    };
    (status, Json(json!({ "state": state.map(State::word) }))).into_response()
}

/// A failure of the shop's own, which its caller learns nothing about but that it is one.
struct Failure;

impl From<BoxError> for Failure {
    fn from(error: BoxError) -> Self {
        tracing::error!(error, "request");
        Self
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        StatusCode::INTERNAL_SERVER_ERROR.into_response()
    }
}
