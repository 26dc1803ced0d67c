//! The item of a client that a command line names.

use crate::failure::{self, Failure};
use crate::outline;
use crate::surface::{Field, Operation, Surface, Type, TypeKind, Variant};

/// An item of a client.
#[derive(Debug, Clone, Copy)]
pub enum Item<'a> {
    Operation(&'a Operation),
    Type(&'a Type),
    Field(&'a Type, &'a Field),
    Variant(&'a Type, &'a Variant),
}

impl<'a> Item<'a> {
    /// Finds the item of a name: `Type`, `Type.field`, `Type::Variant` or `operation`. Fields and variants are also
    /// found by their names in JSON, and the module path is optional.
    pub fn find(surface: &'a Surface, name: &str) -> Result<Self, Failure> {
        let short = name.strip_prefix("types::").unwrap_or(name);
        Self::all(surface).into_iter().find(|item| item.is_called(short)).ok_or_else(|| {
            let names: Vec<String> = Self::all(surface).iter().map(Self::name).collect();
            let near = failure::near(short, names.iter().map(String::as_str));
            let what = format!("the client has no item `{name}`{near}");
            Failure::new(what, "name a type, a `Type.field`, a `Type::Variant` or an operation, as `cargo spec outline` does")
        })
    }

    fn all(surface: &'a Surface) -> Vec<Self> {
        let operations = surface.operations.iter().map(Self::Operation);
        let types = surface.types.iter().flat_map(|ty| {
            let inner: Vec<Self> = match &ty.kind {
                TypeKind::Struct(fields) => fields.iter().map(|it| Self::Field(ty, it)).collect(),
                TypeKind::Enum(variants) => {
                    variants.iter().map(|it| Self::Variant(ty, it)).collect()
                }
                TypeKind::Tuple(_) => Vec::new(),
            };
            std::iter::once(Self::Type(ty)).chain(inner)
        });
        operations.chain(types).collect()
    }

    /// The name in Rust.
    pub fn name(&self) -> String {
        match self {
            Self::Operation(operation) => operation.name.clone(),
            Self::Type(ty) => ty.name.clone(),
            Self::Field(ty, field) => format!("{}.{}", ty.name, field.name),
            Self::Variant(ty, variant) => format!("{}::{}", ty.name, variant.name),
        }
    }

    fn is_called(&self, name: &str) -> bool {
        let wire_name = match self {
            Self::Field(ty, field) => Some(format!("{}.{}", ty.name, field.wire_name)),
            Self::Variant(ty, variant) => {
                variant.value.as_ref().map(|value| format!("{}::{value}", ty.name))
            }
            _ => None,
        };
        self.name() == name || wire_name.as_deref() == Some(name)
    }

    /// The item and its documentation, as far as a pass may change them.
    pub fn line(&self) -> String {
        match self {
            Self::Operation(operation) if operation.route.is_empty() => {
                format!("operation {}", operation.name)
            }
            Self::Operation(operation) => {
                format!("operation {} = {}", operation.name, operation.route)
            }
            Self::Type(ty) => match &ty.kind {
                TypeKind::Struct(_) => format!("struct {}", ty.name),
                TypeKind::Tuple(fields) => format!("struct {}{fields}", ty.name),
                TypeKind::Enum(_) => format!("enum {}", ty.name),
            },
            Self::Field(_, field) => format!("{}: {}", self.name(), outline::field(field)),
            Self::Variant(ty, variant) => format!("{}::{}", ty.name, outline::variant(variant)),
        }
    }

    /// Everything of the item that a pass may change, without its fields and variants.
    pub fn content(&self) -> String {
        let rest = match self {
            Self::Operation(it) => {
                format!("{:?} {:?} {} {}", it.parameters, it.options, it.output, it.body)
            }
            Self::Type(it) => {
                format!("{} {:?} {:?} {}", it.is_non_exhaustive, it.traits, it.functions, it.body)
            }
            Self::Field(..) | Self::Variant(..) => String::new(),
        };
        format!("{} {} {rest}", self.line(), self.doc())
    }

    /// Its documentation.
    pub fn doc(&self) -> &str {
        match self {
            Self::Operation(operation) => &operation.doc,
            Self::Type(ty) => &ty.doc,
            Self::Field(_, field) => &field.doc,
            Self::Variant(_, variant) => &variant.doc,
        }
    }

    /// The same item in another state of the client; a variant is found by its value, since its name may differ.
    pub fn in_surface<'b>(&self, surface: &'b Surface) -> Option<Item<'b>> {
        Item::all(surface).into_iter().find(|other| match (self, other) {
            (Self::Variant(ty, variant), Item::Variant(other_type, other)) => {
                ty.name == other_type.name
                    && match &variant.value {
                        Some(_) => variant.value == other.value,
                        None => variant.name == other.name,
                    }
            }
            _ => self.name() == other.name(),
        })
    }
}
