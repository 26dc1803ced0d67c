//! Takes tokens out of an answer before anything reads it: a decoder leaves copies in freed memory, of a text
//! with escapes and of an answer that has drifted above all.

use std::fmt;
use std::str::Chars;
use std::sync::{Arc, Mutex, PoisonError};

use openapi_client_runtime::{Answer, BoxFuture, Outgoing, SendError, SendRequest, Sender};
use zeroize::{Zeroize as _, Zeroizing};

const ACCESS_TOKEN: &str = "access_token";
const REFRESH_TOKEN: &str = "refresh_token";

/// The access token that was taken out of an answer.
pub(crate) type Taken = Arc<Mutex<Option<Zeroizing<String>>>>;

/// Sends as `sender` does, and takes the tokens out of the answer.
pub(crate) struct TakingTokens {
    pub(crate) sender: Sender,
    pub(crate) taken: Taken,
}

impl SendRequest for TakingTokens {
    fn send<'a>(
        &'a self,
        http: &'a reqwest::Client,
        outgoing: Outgoing,
    ) -> BoxFuture<'a, Result<Answer, SendError>> {
        Box::pin(async move {
            let mut answer = self.sender.send(http, outgoing).await?;
            let body = std::mem::take(&mut answer.body).try_into_mut();
            answer.body = body.map_or_else(
                |shared| shared,
                |mut body| {
                    let token = take_tokens(&mut body);
                    if token.is_none() && answer.status.is_success() {
                        // There may be one where it does not belong. The answer is of no use.
                        body.as_mut().zeroize();
                    }
                    *self.taken.lock().unwrap_or_else(PoisonError::into_inner) = token;
                    body.freeze()
                },
            );
            Ok(answer)
        })
    }
}

impl fmt::Debug for TakingTokens {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TakingTokens").finish_non_exhaustive()
    }
}

/// Overwrites the tokens of an object in JSON; returns the access token that stands last.
fn take_tokens(json: &mut [u8]) -> Option<Zeroizing<String>> {
    let (mut token, mut level, mut at) = (None, 0_usize, 0);
    // The name whose value comes next.
    let mut name: Option<Zeroizing<String>> = None;
    while let Some(byte) = json.get(at) {
        match byte {
            b'{' | b'[' => level += 1,
            b'}' | b']' => level = level.saturating_sub(1),
            b',' if level == 1 => name = None,
            b'"' => {
                let start = at + 1;
                let text = json.get_mut(start..).unwrap_or_default();
                let text = text.get_mut(..length_of_string(text)).unwrap_or_default();
                at = start + text.len();
                match name.as_ref().map(|name| name.as_str()) {
                    None if level == 1 => name = unescaped(text),
                    Some(ACCESS_TOKEN) if level == 1 => {
                        token = unescaped(text);
                        text.fill(b'x');
                    }
                    Some(REFRESH_TOKEN) if level == 1 => text.fill(b'x'),
                    _ => {}
                }
            }
            _ => {}
        }
        at += 1;
    }
    token
}

/// How long a string is, up to its closing quote.
fn length_of_string(rest: &[u8]) -> usize {
    let mut is_escaped = false;
    let ends = |byte: &u8| {
        let ends = *byte == b'"' && !is_escaped;
        is_escaped = *byte == b'\\' && !is_escaped;
        ends
    };
    rest.iter().position(ends).unwrap_or(rest.len())
}

/// The text of a string; `None` if it is not JSON, or has letters beyond those that a token can have.
fn unescaped(text: &[u8]) -> Option<Zeroizing<String>> {
    let text = std::str::from_utf8(text).ok()?;
    // An escape is never shorter than its character, so the text does not grow and leaves no copy behind.
    let mut plain = Zeroizing::new(String::with_capacity(text.len()));
    let mut rest = text.chars();
    while let Some(letter) = rest.next() {
        plain.push(if letter == '\\' { escape(&mut rest)? } else { letter });
    }
    Some(plain)
}

fn escape(rest: &mut Chars<'_>) -> Option<char> {
    Some(match rest.next()? {
        letter @ ('"' | '\\' | '/') => letter,
        'b' => '\u{8}',
        'f' => '\u{c}',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'u' => {
            let digits = rest.as_str().get(..4)?;
            *rest = rest.as_str().get(4..)?.chars();
            char::from_u32(u32::from_str_radix(digits, 16).ok()?)?
        }
        _ => return None,
    })
}
