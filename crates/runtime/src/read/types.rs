//! Types of the language and of libraries, and how they are read.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use serde_json::{Map, Value};

use super::Reader;
use crate::drift::Path;
use crate::shown::Described;

/// A type that is read from answers.
pub trait Readable: Described + fmt::Debug + Sized {
    /// True if `null` is a value of the type. Otherwise it reads as absent.
    const TAKES_NULL: bool = false;

    /// Reads the value that comes next, as far as it fits. `None` if it does not, which has been noted.
    fn read(from: &mut Reader<'_>, at: &Path<'_>) -> Option<Self>;
}

macro_rules! readable {
    ($($method:ident: $($type:ty),*;)*) => {
        $($(impl Readable for $type {
            fn read(from: &mut Reader<'_>, at: &Path<'_>) -> Option<Self> {
                from.$method(at)
            }
        })*)*
    };
}

readable! {
    boolean: bool;
    integer: i8, i16, i32, i64, u8, u16, u32, u64;
    float: f64;
    parsed: chrono::DateTime<chrono::Utc>, chrono::NaiveDate;
    parsed: std::net::IpAddr, std::net::Ipv4Addr, std::net::Ipv6Addr;
}

/// An answer without a body; a body that comes all the same is ignored.
impl Readable for () {
    const TAKES_NULL: bool = true;

    fn read(from: &mut Reader<'_>, _: &Path<'_>) -> Option<Self> {
        let is_null = from.null();
        if !is_null {
            from.skip();
        }
        is_null.then_some(())
    }
}

impl Readable for String {
    fn read(from: &mut Reader<'_>, at: &Path<'_>) -> Option<Self> {
        from.string(at).map(Cow::into_owned)
    }
}

impl<T: Readable> Readable for Vec<T> {
    fn read(from: &mut Reader<'_>, at: &Path<'_>) -> Option<Self> {
        from.list(at)
    }
}

impl<T: Readable> Readable for Option<T> {
    const TAKES_NULL: bool = true;

    fn read(from: &mut Reader<'_>, at: &Path<'_>) -> Option<Self> {
        if from.null() { Some(None) } else { T::read(from, at).map(Some) }
    }
}

impl<T: Readable> Readable for Box<T> {
    const TAKES_NULL: bool = T::TAKES_NULL;

    fn read(from: &mut Reader<'_>, at: &Path<'_>) -> Option<Self> {
        // `map` would be two more functions for each type.
        #[expect(clippy::manual_map)]
        match T::read(from, at) {
            Some(value) => Some(Self::new(value)),
            None => None,
        }
    }
}

impl<T: Readable> Readable for BTreeMap<String, T> {
    fn read(from: &mut Reader<'_>, at: &Path<'_>) -> Option<Self> {
        let mut map = Self::new();
        from.map(at, |name, value| match value {
            Some(value) => drop(map.insert(name.into(), value)),
            None => drop(map.remove(&*name)),
        })?;
        Some(map)
    }
}

impl Readable for Map<String, Value> {
    fn read(from: &mut Reader<'_>, at: &Path<'_>) -> Option<Self> {
        let mut map = Self::new();
        from.map(at, |name, value| match value {
            Some(value) => drop(map.insert(name.into(), value)),
            None => drop(map.remove(&*name)),
        })?;
        Some(map)
    }
}

/// Numbers are what serde_json makes of them without features: an integer if there is one, else an `f64`.
impl Readable for Value {
    const TAKES_NULL: bool = true;

    fn read(from: &mut Reader<'_>, at: &Path<'_>) -> Option<Self> {
        Some(match from.peek() {
            b'n' if from.null() => Self::Null,
            b'"' => Self::String(String::read(from, at)?),
            b'[' => Self::Array(Vec::read(from, at)?),
            b'{' => Self::Object(Map::read(from, at)?),
            b't' | b'f' => Self::Bool(bool::read(from, at)?),
            _ => Self::Number(from.free_number(at)?),
        })
    }
}

/// How a type is read, from answers and by serde: `$read` reads it from the [`Reader`] `$from`, at the place `$at`.
#[doc(hidden)]
#[macro_export]
macro_rules! __readable {
    ($name:ident, |$from:ident, $at:ident| $read:expr) => {
        impl<'de> $crate::codegen::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::codegen::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Self, D::Error> {
                $crate::codegen::read::deserialize(deserializer)
            }
        }

        impl $crate::codegen::read::Readable for $name {
            fn read(
                $from: &mut $crate::codegen::read::Reader<'_>,
                $at: &$crate::codegen::read::Path<'_>,
            ) -> Option<Self> {
                $read
            }
        }
    };
}

/// How a type is read that is made from one of several forms: from the first that fits.
#[doc(hidden)]
#[macro_export]
macro_rules! __read_as {
    ($($form:expr),* => $name:ident) => {
        $crate::__described!($name);

        $crate::__readable!($name, |from, at| from.one_of(at, &[$(|from, at| {
            $crate::codegen::read::Readable::read(from, at).map($form)
        }),*]));
    };
}
