//! The bytes of a body while it is read.

use bytes::{Bytes, BytesMut};
use zeroize::Zeroize;

/// What is allocated before the first bytes have come: many calls may wait for their answers at once.
const FIRST: usize = 8 * 1024;

/// How much is allocated at once since the header announces it, which cannot be trusted.
const TRUSTED: usize = 64 * 1024;

/// Bytes that leave no copy in freed memory, since they may contain a token: neither when they are moved, nor when
/// reading is given up.
pub(crate) struct Buffer {
    bytes: BytesMut,
    /// The length in the header of the answer.
    announced: Option<usize>,
}

impl Buffer {
    pub(crate) fn new(announced: Option<usize>) -> Self {
        let first = announced.map_or(FIRST, |length| length.min(FIRST));
        Self { bytes: BytesMut::with_capacity(first), announced }
    }

    pub(crate) fn len(&self) -> usize {
        self.bytes.len()
    }

    pub(crate) fn extend(&mut self, chunk: &[u8]) {
        let needed = self.len() + chunk.len();
        if needed > self.bytes.capacity() {
            let doubled = 2 * self.bytes.capacity();
            let enough = self.announced.map_or(doubled, |length| length.min(doubled.max(TRUSTED)));
            let mut larger = BytesMut::with_capacity(enough.max(needed));
            larger.extend_from_slice(&self.bytes);
            self.bytes.as_mut().zeroize();
            self.bytes = larger;
        }
        self.bytes.extend_from_slice(chunk);
    }

    pub(crate) fn freeze(mut self) -> Bytes {
        std::mem::take(&mut self.bytes).freeze()
    }
}

impl Drop for Buffer {
    fn drop(&mut self) {
        self.bytes.as_mut().zeroize();
    }
}
