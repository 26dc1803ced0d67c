//! Reads the operations of a client from its methods.

use syn::ImplItem;

use super::model::{Operation, Parameter, Surface, TypeKind};
use super::read::{code, doc};

impl Surface {
    /// A method that takes options belongs to the operation before it.
    pub(super) fn read_operation(&mut self, item: &ImplItem, options: &Self) {
        let Some(read) = operation(item) else { return };
        let last = read.parameters.last().and_then(|last| last.ty.strip_prefix("&options::"));
        let fields = last.and_then(|name| options.type_named(name)).map(|ty| &ty.kind);
        match (fields, self.operations.last_mut()) {
            (Some(TypeKind::Struct(fields)), Some(before)) => {
                before.options = fields.clone();
                before.body = read.body;
            }
            _ => self.operations.push(read),
        }
    }
}

fn operation(item: &ImplItem) -> Option<Operation> {
    let ImplItem::Fn(method) = item else { return None };
    let doc = doc(&method.attrs);
    // The last line of its documentation, once a pass has written it.
    let last = doc.lines().last().and_then(|line| line.strip_prefix('`')?.strip_suffix('`'));
    let route = last.filter(|line| line.contains(" /")).unwrap_or_default().to_owned();
    let parameters = method.sig.inputs.iter().filter_map(|input| match input {
        syn::FnArg::Typed(input) => {
            Some(Parameter { name: code(&input.pat), ty: code(&input.ty).replace("&'a ", "&") })
        }
        syn::FnArg::Receiver(_) => None,
    });
    let output = match &method.sig.output {
        syn::ReturnType::Type(_, output) => code(output),
        syn::ReturnType::Default => "()".to_owned(),
    };
    Some(Operation {
        name: method.sig.ident.to_string(),
        parameters: parameters.collect(),
        options: Vec::new(),
        body: code(&method.block),
        doc,
        route,
        output,
    })
}
