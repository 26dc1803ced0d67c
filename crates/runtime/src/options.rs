//! `Debug` of the optional parameters of an operation.

use std::fmt::DebugStruct;

use crate::redacted::Redacted;
use crate::shown::{Described, Shown};

/// `Debug` of a struct whose fields are optional, from a list of them. Those without a value are left out.
#[doc(hidden)]
#[macro_export]
macro_rules! __options {
    ($($(#[$how:ident])? $field:ident),* => $name:ident) => {
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                let mut debug = f.debug_struct(stringify!($name));
                $($crate::__options!(@ $($how)?)(
                    &mut debug,
                    stringify!($field),
                    self.$field.as_ref(),
                );)*
                debug.finish()
            }
        }
    };
    (@) => { $crate::codegen::options::shown };
    (@ hidden) => { $crate::codegen::options::hidden };
}

/// Adds a field with what may be shown of its value.
pub fn shown<T: Described>(debug: &mut DebugStruct<'_, '_>, name: &str, value: Option<&T>) {
    if let Some(value) = value {
        debug.field(name, &Shown(value));
    }
}

/// Adds a field without its value.
pub fn hidden<T>(debug: &mut DebugStruct<'_, '_>, name: &str, value: Option<&T>) {
    if value.is_some() {
        debug.field(name, &Redacted);
    }
}
