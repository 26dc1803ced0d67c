//! Passes: changes of progenitor's code that neither an overlay nor the normaliser can express.
//!
//! The table lists them in order.

mod box_objects;
mod choose_by_status;
mod constrain_strings;
mod document_items;
mod drop_api_version;
mod drop_scaffolding;
mod drop_unused_impls;
mod gather_options;
mod guard_path_segments;
mod index_types;
mod list_members;
mod open_choices;
mod open_enums;
mod read_responses;
mod send_bodies;
mod send_headers;
mod send_query;
mod shorten_paths;
mod show_variants;
mod stay_extensible;

use crate::normalise::Normalised;
use crate::source::diagnostic::{Diagnostics, Stage};
use crate::source::pointer::Pointer;
use crate::source::problem::Problem;
use crate::syntax::Unexpected;

/// A pass rewrites the syntax tree, with the help of the document's plan.
#[derive(Debug, Clone, Copy)]
pub struct Pass {
    /// Its name in errors and traces.
    pub name: &'static str,
    /// Its effect, for traces.
    pub effect: &'static str,
    run: fn(&mut syn::File, &Normalised) -> Result<(), Unexpected>,
}

impl Pass {
    /// Runs the pass after the passes before it.
    ///
    /// # Errors
    ///
    /// - [`Problem::UnexpectedCode`]: the code does not have the form that the pass rewrites, because
    ///   another version of progenitor wrote it.
    pub fn run(&self, file: &mut syn::File, document: &Normalised) -> Result<(), Diagnostics> {
        (self.run)(file, document).map_err(|what| {
            let problem = Problem::UnexpectedCode { pass: self.name, what };
            document.error(Stage::Passes, &Pointer::root(), problem).into()
        })
    }
}

/// Every pass, in their order.
pub const PASSES: &[Pass] = &[
    Pass {
        name: "drop_scaffolding",
        effect: "drops what only progenitor's own runtime needs",
        run: drop_scaffolding::run,
    },
    Pass {
        name: "drop_api_version",
        effect: "drops a header that the contract does not have",
        run: drop_api_version::run,
    },
    Pass {
        name: "send_headers",
        effect: "writes lists, objects and cookies into headers",
        run: send_headers::run,
    },
    Pass {
        name: "guard_path_segments",
        effect: "writes each path parameter as exactly one segment",
        run: guard_path_segments::run,
    },
    Pass {
        name: "send_query",
        effect: "lets this crate's own encoder write query parameters",
        run: send_query::run,
    },
    Pass {
        name: "send_bodies",
        effect: "sends optional bodies and other content types, and asks for the media type that is read",
        run: send_bodies::run,
    },
    Pass {
        name: "read_responses",
        effect: "sends the request and reads the response through this crate's exchange",
        run: read_responses::run,
    },
    Pass {
        name: "open_enums",
        effect: "keeps received values that the contract does not name",
        run: open_enums::run,
    },
    Pass {
        name: "open_choices",
        effect: "turns choices into enums, and decides the variant before the value is read",
        run: open_choices::run,
    },
    Pass {
        name: "drop_unused_impls",
        effect: "drops conversions that are not called",
        run: drop_unused_impls::run,
    },
    Pass {
        name: "constrain_strings",
        effect: "leaves to the runtime what constrained strings have in common",
        run: constrain_strings::run,
    },
    Pass {
        name: "box_objects",
        effect: "puts optional objects behind a pointer",
        run: box_objects::run,
    },
    Pass {
        name: "stay_extensible",
        effect: "lets types grow: `#[non_exhaustive]`, and `Default` or `new`",
        run: stay_extensible::run,
    },
    Pass {
        name: "document_items",
        effect: "writes the contract's descriptions as documentation",
        run: document_items::run,
    },
    Pass {
        name: "index_types",
        effect: "ends the documentation of the types with an index",
        run: index_types::run,
    },
    Pass {
        name: "list_members",
        effect: "lists the members once, for `Debug`, `Serialize` and the reader",
        run: list_members::run,
    },
    Pass {
        name: "choose_by_status",
        effect: "turns the types of different statuses into an enum",
        run: choose_by_status::run,
    },
    Pass {
        name: "gather_options",
        effect: "gathers the optional parameters of each operation in a type of their own",
        run: gather_options::run,
    },
    Pass {
        name: "shorten_paths",
        effect: "shortens paths such as `::std::option::Option` to `Option`",
        run: shorten_paths::run,
    },
];

/// Runs every pass.
pub fn run(file: syn::File, document: &Normalised) -> Result<syn::File, Diagnostics> {
    run_watched(file, document, &mut |_, _, _| ())
}

/// Runs every pass, and calls `watch` after each with the tree and the pass.
pub fn run_watched(
    mut file: syn::File,
    document: &Normalised,
    watch: &mut dyn FnMut(&'static str, &'static str, &syn::File),
) -> Result<syn::File, Diagnostics> {
    for pass in PASSES {
        pass.run(&mut file, document)?;
        watch(pass.name, pass.effect, &file);
    }
    Ok(file)
}
