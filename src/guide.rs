//! The guide: one chapter for each question of a program that cancels sessions.
//!
//! - [Set up a client](setup)
//! - [How a cancel stands](outcomes)
//! - [Settle an unknown cancel](settling)
//! - [The answer and its contract](contract)
//! - [Call any operation](operations)
//! - [Features and build time](features)
//! - [What the client does on the network](network)
//! - [Test your code](testing)

#[doc = include_str!("../docs/guide/setup.md")]
pub mod setup {}

/// [settling]: settling
#[doc = include_str!("../docs/guide/outcomes.md")]
pub mod outcomes {}

#[doc = include_str!("../docs/guide/settling.md")]
pub mod settling {}

#[doc = include_str!("../docs/guide/contract.md")]
pub mod contract {}

#[doc = include_str!("../docs/guide/operations.md")]
pub mod operations {}

#[doc = include_str!("../docs/guide/features.md")]
pub mod features {}

#[doc = include_str!("../docs/guide/network.md")]
pub mod network {}

#[doc = include_str!("../docs/guide/testing.md")]
pub mod testing {}
