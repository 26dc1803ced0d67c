//! A part of the fragment that is at another place upstream.

use std::fmt;

use openapi_client_build::source::pointer::Pointer;

use super::action::action;

/// Something that was at one place of the fragment and is at another one now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    pub from: Pointer,
    pub to: Pointer,
    /// True if it is at the old place, too.
    pub stays: bool,
}

impl Moved {
    pub fn away(from: Pointer, to: Pointer) -> Self {
        Self { from, to, stays: false }
    }

    /// Says from where to where. If no record keeps the names of types, a component's goes with its name, and
    /// the action is shown that keeps it.
    pub fn describe(&self, keeps_names: bool, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { from, to, stays } = self;
        writeln!(f, "    {from}\n      → {to}")?;
        if self.is_renamed_property() {
            writeln!(
                f,
                "      taken for the same, by its type and its name or place: read its description"
            )?;
        }
        if let (Some(old), Some(_), false) =
            (schema_name(from), schema_name(to), keeps_names || *stays)
        {
            let update = format!("x-rust-name: {old}");
            let action = action(to, "What it was called upstream.", &update);
            let action = action.replace('\n', "\n        ");
            let what =
                "users lose the type's name, which is a major change, unless the overlay keeps it:";
            writeln!(f, "      {what}\n        {action}")?;
        }
        Ok(())
    }

    /// True if a property has another name in the same object.
    fn is_renamed_property(&self) -> bool {
        self.from.parent() == self.to.parent() && property_name(&self.to).is_some()
    }

    /// The new name of the property at a place, if it was renamed.
    pub fn new_name(moved: &[Self], at: &Pointer) -> Option<String> {
        let old = property_name(at)?;
        property_name(&Self::follow(moved, at)).filter(|new| *new != old)
    }

    /// The place of a part now. What has moved may have been renamed inside of what has moved around it.
    pub fn follow(moved: &[Self], at: &Pointer) -> Pointer {
        let mut here = at.clone();
        for _ in moved {
            let around = moved.iter().filter(|it| it.from != it.to && here.is_within(&it.from));
            let innermost = around.max_by_key(|it| it.from.depth());
            match innermost.and_then(|it| here.rebased(&it.from, &it.to)) {
                Some(next) => here = next,
                None => break,
            }
        }
        here
    }
}

/// The name of the property at a place.
fn property_name(at: &Pointer) -> Option<String> {
    let is_property = at.parent()?.last()? == "properties";
    at.last().filter(|_| is_property).map(|name| name.into_owned())
}

/// The name of a schema among the components.
fn schema_name(at: &Pointer) -> Option<String> {
    match at.tokens().as_slice() {
        [components, section, name] if components == "components" && section == "schemas" => {
            Some(name.to_string())
        }
        _ => None,
    }
}
