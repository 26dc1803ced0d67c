//! Futures behind a pointer, for traits that others implement.

use std::future::Future;
use std::pin::Pin;

/// A future that can be sent between threads.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;
