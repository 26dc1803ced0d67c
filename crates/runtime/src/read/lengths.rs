//! How many bytes of a text are alike, eight at a time.

/// How many blanks a text begins with: up to sixteen, since texts that are laid out for people have many.
#[inline]
pub fn blank_length(bytes: &[u8]) -> usize {
    const BLANKS: u128 = u128::from_ne_bytes([b' '; 16]);
    match bytes.first_chunk() {
        Some(chunk) => ((u128::from_le_bytes(*chunk) ^ BLANKS).trailing_zeros() / 8) as usize,
        None => 1,
    }
}

/// How many bytes come before a quote, a backslash or a control character. Eight at a time, since most of an
/// answer is text.
#[inline]
pub fn plain_length(bytes: &[u8]) -> usize {
    const ONES: u64 = u64::from_ne_bytes([1; 8]);
    const HIGHS: u64 = ONES << 7;
    // A byte below `least` has its highest bit set in this. Of several only the first is certain.
    let below = |word: u64, least: u8| word.wrapping_sub(ONES * u64::from(least)) & !word & HIGHS;
    let mut length = 0;
    let (chunks, rest) = bytes.as_chunks::<8>();
    for chunk in chunks {
        let word = u64::from_le_bytes(*chunk);
        let is = |byte: u8| below(word ^ (ONES * u64::from(byte)), 1);
        let found = below(word, 0x20) | is(b'"') | is(b'\\');
        if found != 0 {
            return length + (found.trailing_zeros() / 8) as usize;
        }
        length += 8;
    }
    let is_plain = |byte: &&u8| !matches!(byte, b'"' | b'\\' | 0..=0x1f);
    length + rest.iter().take_while(is_plain).count()
}
