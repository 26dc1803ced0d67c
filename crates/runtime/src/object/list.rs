//! The list of an object's members, and the traits of what goes through it.

use serde::Serialize;

use crate::drift::Path;
use crate::read::{Readable, Reader};
use crate::shown::Described;

/// A struct that lists its members. `D` is [`Received`] or [`Sent`].
pub trait Object<D>: Sized {
    /// Gives each member of `it` to `to`.
    fn members(it: &mut Place<'_, Self>, to: &mut impl Access<D>);
}

impl<D, T: Object<D>> Object<D> for Box<T> {
    fn members(it: &mut Place<'_, Self>, to: &mut impl Access<D>) {
        let mut it = match it {
            Place::Ref(it) => Place::Ref(Box::as_ref(it)),
            Place::Mut(it) => Place::Mut(Box::as_mut(it)),
        };
        T::members(&mut it, to);
    }
}

/// An object to fill in. Most structs have a `Default`; generated code makes one with a required value that has no
/// default, such as an enum.
pub trait Blank {
    /// An object without its optional members, and with arbitrary values for the required ones.
    fn blank() -> Self;
}

impl<T: Default> Blank for T {
    fn blank() -> Self {
        T::default()
    }
}

/// The direction of what answers contain.
pub struct Received;

/// The direction of what only requests contain. It has no values, since reading takes one.
pub enum Sent {}

/// An object, or a member of one. One list of members serves both for looking at them and for filling
/// them in.
pub enum Place<'a, T> {
    /// To be looked at.
    Ref(&'a T),
    /// To be filled in.
    Mut(&'a mut T),
}

/// Gives a member of an object to an access, under the name of its field or under another:
/// `member!(to.optional(it.total))`, `member!(to.optional(it.type_ = "type"))`.
#[doc(hidden)]
#[macro_export]
macro_rules! __member {
    ($to:ident.$method:ident($it:ident.$member:ident)) => {
        $crate::__member!($to.$method($it.$member = stringify!($member)))
    };
    ($to:ident.$method:ident($it:ident.$member:ident = $name:expr)) => {
        $to.$method(
            $name,
            match $it {
                $crate::codegen::object::Place::Ref(it) => {
                    $crate::codegen::object::Place::Ref(&it.$member)
                }
                $crate::codegen::object::Place::Mut(it) => {
                    $crate::codegen::object::Place::Mut(&mut it.$member)
                }
            },
        )
    };
}

/// The presence of a property.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// It may be absent.
    Optional,
    /// The contract requires it; the Rust type can do without it.
    Expected,
    /// Without it the object is useless, and is not read.
    Required,
}

/// The contract of a member.
pub struct Member {
    /// Its name in JSON.
    pub name: &'static str,
    pub presence: Presence,
    /// True if `Debug` hides the value.
    pub is_sensitive: bool,
}

impl Member {
    fn new(name: &'static str, presence: Presence) -> Self {
        Self { name, presence, is_sensitive: false }
    }

    fn sensitive(self) -> Self {
        Self { is_sensitive: true, ..self }
    }
}

/// Takes the members of an object, one after the other.
pub trait Access<D> {
    /// A member that the Rust type can do without.
    fn may_have<V: Held<D>>(&mut self, member: Member, at: Place<'_, Option<V>>);

    /// A member that the Rust type cannot do without.
    fn must_have<V: Held<D>>(&mut self, member: Member, at: Place<'_, V>);

    /// A member that the contract lets be absent.
    fn optional<V: Held<D>>(&mut self, name: &'static str, at: Place<'_, Option<V>>) {
        self.may_have(Member::new(name, Presence::Optional), at);
    }

    /// A member that the contract requires and the Rust type does not.
    fn expected<V: Held<D>>(&mut self, name: &'static str, at: Place<'_, Option<V>>) {
        self.may_have(Member::new(name, Presence::Expected), at);
    }

    /// A member without which the object is useless.
    fn required<V: Held<D>>(&mut self, name: &'static str, at: Place<'_, V>) {
        self.must_have(Member::new(name, Presence::Required), at);
    }

    /// As [`optional`](Self::optional), but `Debug` hides the value.
    fn sensitive_optional<V: Held<D>>(&mut self, name: &'static str, at: Place<'_, Option<V>>) {
        self.may_have(Member::new(name, Presence::Optional).sensitive(), at);
    }

    /// As [`expected`](Self::expected), but `Debug` hides the value.
    fn sensitive_expected<V: Held<D>>(&mut self, name: &'static str, at: Place<'_, Option<V>>) {
        self.may_have(Member::new(name, Presence::Expected).sensitive(), at);
    }

    /// As [`required`](Self::required), but `Debug` hides the value.
    fn sensitive_required<V: Held<D>>(&mut self, name: &'static str, at: Place<'_, V>) {
        self.must_have(Member::new(name, Presence::Required).sensitive(), at);
    }
}

/// The traits of every member.
pub trait Value: Described + Serialize {}

impl<T: Described + Serialize> Value for T {}

/// A member of an object of this direction.
pub trait Held<D>: Value + Sized {
    /// As [`Readable::TAKES_NULL`].
    const TAKES_NULL: bool;

    /// As [`Readable::read`].
    fn read(from: &mut Reader<'_>, at: &Path<'_>, direction: D) -> Option<Self>;
}

impl<T: Value + Readable> Held<Received> for T {
    const TAKES_NULL: bool = T::TAKES_NULL;

    fn read(from: &mut Reader<'_>, at: &Path<'_>, _: Received) -> Option<Self> {
        T::read(from, at)
    }
}

impl<T: Value> Held<Sent> for T {
    const TAKES_NULL: bool = false;

    fn read(_: &mut Reader<'_>, _: &Path<'_>, direction: Sent) -> Option<Self> {
        match direction {}
    }
}
