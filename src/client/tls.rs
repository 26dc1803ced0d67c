//! TLS by rustls, configured here so that no process-wide crypto provider is installed.

use std::sync::Arc;

use rustls_platform_verifier::BuilderVerifierExt;

/// TLS 1.2 and 1.3 by the ring provider, certificates as the platform trusts them.
pub(crate) fn config() -> Result<rustls::ClientConfig, rustls::Error> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    Ok(rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .with_platform_verifier()?
        .with_no_client_auth())
}
