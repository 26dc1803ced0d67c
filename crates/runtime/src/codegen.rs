//! The items that only generated code uses.
//!
//! `openapi-client-build` lists the same names in its `runtime.rs`. Semantic versioning does not cover them.

pub use serde;

pub mod body {
    pub use crate::body::{Encoded, encoded, form, json, raw};
}

pub mod choice {
    pub use crate::choice::{Branches, Choice, Kind, OneForm, OpenChoice, debug, read, serialize};

    pub use crate::__choice as choice;
}

pub mod constrained {
    pub use crate::constrained::InvalidText;

    pub use crate::__constrained as constrained;
}

pub mod exchange {
    pub use crate::exchange::{Failure, exchange, exchange_publicly};
    pub use crate::operation::Operation;
    pub use crate::sender::Sender;
}

pub mod object {
    pub use crate::object::{Access, Blank, Object, Place, Received, Sent, read, serialize};

    pub use crate::{__member as member, __object as object};
}

pub mod open_enum {
    pub use crate::open_enum::{OpenEnum, read, value, variant};

    pub use crate::__open_enum as open_enum;
}

pub mod options {
    pub use crate::options::{hidden, shown};

    pub use crate::__options as options;
}

pub mod parameter {
    pub use crate::parameter::{cookie, join_cookies, json_text, simple, simple_exploded};
}

pub mod path {
    pub use crate::path::{label, matrix, segment, simple, simple_exploded};
}

pub mod query {
    pub use crate::query::{append, deep, exploded, joined, json, pairs};
}

pub mod read {
    pub use crate::drift::Path;
    pub use crate::read::{Readable, Reader, deserialize};

    pub use crate::__read_as as read_as;
}

pub mod response {
    pub use crate::response::{Content, Response};
}

pub mod shown {
    pub use crate::shown::{Described, variant};

    pub use crate::{__described as described, __variants as variants};
}
