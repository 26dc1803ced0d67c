//! The decisions so far about the places of recorded types.

use std::collections::BTreeMap;

use crate::record::Record;
use crate::source::pointer::Pointer;

#[derive(Clone, Default)]
pub(super) struct Decisions {
    /// Places that contradict most of the others of their type, with that type and their schema's origin.
    pub(super) apart: BTreeMap<String, (String, Pointer)>,
    /// New places to which the overlay gives a recorded type.
    pub(super) joined: BTreeMap<String, String>,
}

impl Decisions {
    /// The recorded type of a place.
    pub(super) fn type_at<'a>(&'a self, place: &str, record: &'a Record) -> Option<&'a str> {
        let recorded = record.type_at(place).or_else(|| self.joined.get(place).map(String::as_str));
        recorded.filter(|_| !self.is_apart(place))
    }

    /// True if a place cannot keep its type.
    pub(super) fn is_apart(&self, place: &str) -> bool {
        self.apart.contains_key(place)
    }
}
