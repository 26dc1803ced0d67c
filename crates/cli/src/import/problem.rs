//! What can be wrong with what is imported, each with the way out.

use openapi_client_build::source::diagnostic::Stage;
use openapi_client_build::source::problem::Problem;

/// What diagnostics call the import.
pub const STAGE: Stage = Stage::Own("import");

pub fn no_document_in_page(fences: &[usize]) -> Problem {
    let message = match fences {
        [] => "no OpenAPI document: the page has no fence".to_owned(),
        fences => format!("no OpenAPI document in the fences at {}", lines(fences)),
    };
    let hint =
        "take the page with `.md` behind its address; its fence starts ````yaml <path> post /...";
    Problem::Own { message, hint }
}

pub fn several_documents_in_page(fences: &[usize]) -> Problem {
    let message = format!("several OpenAPI documents, in the fences at {}", lines(fences));
    Problem::Own { message, hint: "take the page of one operation, or Dintero's whole document" }
}

pub fn open_fence() -> Problem {
    let message = "the fence is not closed: the page breaks off".to_owned();
    Problem::Own { message, hint: "fetch the page once more" }
}

pub fn not_in_page(operation: &str) -> Problem {
    let message = format!("the page is about {operation}, which its document does not have");
    let hint = "take the page as the site serves it, or Dintero's whole document";
    Problem::Own { message, hint }
}

pub fn reference_to_operation(target: String) -> Problem {
    let message = format!("`$ref` into an operation that is not taken: {target}");
    Problem::Own { message, hint: "take that operation too, with `--operation`" }
}

pub fn reference_elsewhere(target: String) -> Problem {
    let message = format!("`$ref` to what can stand in no fragment: {target}");
    let hint = "refer to a schema, response, parameter, body, header, example or security scheme in `components`";
    Problem::Own { message, hint }
}

/// `lines 3, 9`
fn lines(lines: &[usize]) -> String {
    let numbers: Vec<String> = lines.iter().map(usize::to_string).collect();
    format!("line{} {}", if lines.len() == 1 { "" } else { "s" }, numbers.join(", "))
}
