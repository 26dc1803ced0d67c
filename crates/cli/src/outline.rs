//! The outline: one line for each operation, parameter, type, field and variant, each readable alone, so that its
//! difference shows what changes for users.

use openapi_client_build::Generated;
use openapi_client_build::names::WITH_OPTIONS;

use super::surface::{Field, Operation, Surface, Type, TypeKind, Variant};

/// The outline of a client that was generated.
pub fn of(client: &Generated) -> String {
    outline(&Surface::of_client(client))
}

/// The outline of a client: the operations, then the types.
pub fn outline(surface: &Surface) -> String {
    let operations = surface.operations.iter().flat_map(operation);
    operations.chain(surface.types.iter().flat_map(describe)).collect::<Vec<_>>().join("\n")
}

fn operation(operation: &Operation) -> Vec<String> {
    let Operation { name, route, parameters, options, output, .. } = operation;
    let head = format!("operation {name} = {route}");
    let parameters = parameters.iter().map(|it| format!("{name}({}): {}", it.name, it.ty));
    let options = options.iter().map(|it| format!("{}: {}", option(name, &it.name), field(it)));
    let output = format!("{name} -> {output}");
    [head].into_iter().chain(parameters).chain(options).chain([output]).collect()
}

/// An optional parameter of an operation: that of the method which takes it.
pub fn option(operation: &str, name: &str) -> String {
    format!("{operation}{WITH_OPTIONS}({name})")
}

fn describe(ty: &Type) -> Vec<String> {
    let name = &ty.name;
    match &ty.kind {
        TypeKind::Struct(fields) => {
            let fields = fields.iter().map(|it| format!("{name}.{}: {}", it.name, field(it)));
            [format!("struct {name}")].into_iter().chain(fields).collect()
        }
        TypeKind::Tuple(fields) => vec![format!("struct {name}{fields}")],
        TypeKind::Enum(variants) => {
            let variants = variants.iter().map(|it| format!("{name}::{}", variant(it)));
            [format!("enum {name}")].into_iter().chain(variants).collect()
        }
    }
}

/// All of a field but its name.
pub fn field(field: &Field) -> String {
    let mut line = field.ty.clone();
    if field.name != field.wire_name {
        line.push_str(&format!(" = \"{}\"", field.wire_name));
    }
    line.push_str(if field.is_expected { " (expected)" } else { "" });
    line.push_str(if field.is_sensitive { " (sensitive)" } else { "" });
    line
}

/// A variant and its value in JSON.
pub fn variant(variant: &Variant) -> String {
    match &variant.value {
        Some(value) => format!("{}{} = \"{value}\"", variant.name, variant.payload),
        None => format!("{}{}", variant.name, variant.payload),
    }
}
