//! The bytes of a body while it is read.

use bytes::{Bytes, BytesMut};
use zeroize::Zeroize;

/// Bytes that leave no copy in freed memory, since they may contain a token: neither when they are moved, nor when
/// reading is given up.
pub(crate) struct Buffer(BytesMut);

impl Buffer {
    pub(crate) fn with_capacity(capacity: usize) -> Self {
        Self(BytesMut::with_capacity(capacity))
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn extend(&mut self, chunk: &[u8]) {
        let needed = self.len() + chunk.len();
        if needed > self.0.capacity() {
            let mut larger = Self::with_capacity(needed.max(2 * self.0.capacity()));
            larger.0.extend_from_slice(&self.0);
            // What is left of this one is overwritten as it is dropped.
            *self = larger;
        }
        self.0.extend_from_slice(chunk);
    }

    pub(crate) fn freeze(mut self) -> Bytes {
        std::mem::take(&mut self.0).freeze()
    }
}

impl Drop for Buffer {
    fn drop(&mut self) {
        self.0.as_mut().zeroize();
    }
}
