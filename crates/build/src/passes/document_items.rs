//! Writes the documentation: the contract's descriptions of every type, field and operation, escaped for rustdoc,
//! and the parameters of each method.
//!
//! Precondition: final names. progenitor does not document a field whose schema is a reference, treats
//! descriptions as Markdown, and adds its own list of parameters.

use syn::{Attribute, Item};

use crate::names;
use crate::normalise::Normalised;
use crate::plan::call::Call;
use crate::prose;
use crate::syntax::{Unexpected, doc_attribute, doc_text, methods, types, wire_name};

pub(super) fn run(file: &mut syn::File, document: &Normalised) -> Result<(), Unexpected> {
    for item in types(file)? {
        match item {
            Item::Struct(item) => {
                let type_name = item.ident.to_string();
                document_type(&mut item.attrs, &type_name, document);
                for field in &mut item.fields {
                    let Some(ident) = field.ident.clone() else { continue };
                    let wire_name = wire_name(&field.attrs, &ident);
                    let fact = document.plan().field(&type_name, &wire_name);
                    let words = fact.and_then(|fact| fact.description.clone());
                    let words = words.unwrap_or_else(|| format!("`{wire_name}`"));
                    set_doc(&mut field.attrs, &words);
                }
            }
            Item::Enum(item) => {
                document_type(&mut item.attrs, &item.ident.to_string(), document);
                let plan = document.plan().type_named(&item.ident.to_string());
                let forms = plan.map(|plan| plan.forms.as_slice()).unwrap_or_default();
                for (index, variant) in item.variants.iter_mut().enumerate() {
                    document_variant(variant, forms.get(index).and_then(Option::as_deref));
                }
            }
            _ => {}
        }
    }
    for method in methods(file) {
        let name = method.sig.ident.to_string();
        let Some(plan) = document.plan().operation(&name) else {
            return Err(format!("an operation of the document in `{name}`"));
        };
        let raw = match plan.call.raw.as_slice() {
            [] => String::new(),
            raw => format!("\n\nThe answer is in `Response::body`: `{}`.", raw.join("`, `")),
        };
        let parameters = parameters(&plan.call);
        let options = match plan.call.options().is_empty() {
            true => String::new(),
            false => {
                let with = format!("{name}{}", names::WITH_OPTIONS);
                format!("\n\n[`{with}`](Self::{with}) takes its optional parameters.")
            }
        };
        let words = format!("{}{parameters}{options}{raw}\n\n`{}`", plan.words, plan.route);
        set_doc(&mut method.attrs, &words);
    }
    Ok(())
}

/// Documents a variant: the value that it has, and the description of its form.
fn document_variant(variant: &mut syn::Variant, of_form: Option<&str>) {
    let written = doc_text(&variant.attrs);
    if written.is_some() && of_form.is_none() {
        return;
    }
    let value = written.unwrap_or_else(|| match variant.fields.iter().next() {
        Some(field) => format!("As `{}`.", short(&field.ty)),
        None => match wire_name(&variant.attrs, &variant.ident).as_str() {
            "" => "The empty string.".to_owned(),
            value => format!("`{value}`"),
        },
    });
    let words = prose::join([value.trim()].into_iter().chain(of_form));
    set_doc(&mut variant.attrs, &words);
}

/// A list of the required parameters that the contract describes.
fn parameters(call: &Call) -> String {
    let described = call.parameters.iter().filter(|it| it.is_required && !it.words.is_empty());
    let lines: String = described
        .map(|parameter| format!("\n- `{}`: {}", parameter.ident, prose::line(&parameter.words)))
        .collect();
    if lines.is_empty() { lines } else { format!("\n{lines}") }
}

fn document_type(attributes: &mut Vec<Attribute>, name: &str, document: &Normalised) {
    let words = doc_text(attributes).filter(|words| words.trim() != format!("`{name}`"));
    let place = document.plan().type_named(name).map(|fact| &fact.origin);
    let place = place.map(|place| document.origins().original(place));
    let words = words.or_else(|| {
        let place = place.filter(|place| place.depth() > 0)?;
        let tokens = place.tokens();
        Some(match tokens.as_slice() {
            [around @ .., name]
                if around == ["definitions"] || around == ["components", "schemas"] =>
            {
                format!("The schema `{name}`.")
            }
            _ => format!("The schema at `{place}`."),
        })
    });
    set_doc(attributes, &words.unwrap_or_else(|| format!("`{name}`")));
}

pub(super) fn set_doc(attributes: &mut Vec<Attribute>, words: &str) {
    attributes.retain(|attribute| !attribute.path().is_ident("doc"));
    let lines = Lines::default().of(words.trim()).into_iter().map(|line| {
        let line = if line.is_empty() { line } else { format!(" {line}") };
        doc_attribute(&line)
    });
    attributes.splice(0..0, lines.collect::<Vec<_>>());
}

/// The lines of a documentation. Fenced code stays unchanged, and is never a doctest.
#[derive(Default)]
struct Lines {
    written: Vec<String>,
    /// The fence that is open.
    fence: Option<String>,
}

impl Lines {
    fn of(mut self, words: &str) -> Vec<String> {
        for line in words.lines() {
            match (fence(line), self.fence.clone()) {
                (Some((fence, info)), None) => {
                    self.written.push(format!("{fence}{}", language(info)));
                    self.fence = Some(fence.to_owned());
                }
                (Some((fence, "")), Some(open)) if fence.starts_with(&open) => self.close(),
                (_, Some(_)) => self.written.push(line.trim_end().to_owned()),
                (None, None) => self.written.extend(wrap(line)),
            }
        }
        self.close();
        self.written
    }

    fn close(&mut self) {
        self.written.extend(self.fence.take());
    }
}

/// The fence that a line opens or closes, and its info string.
fn fence(line: &str) -> Option<(&str, &str)> {
    let line = line.trim();
    let sign = line.chars().next().filter(|sign| ['`', '~'].contains(sign))?;
    let info = line.trim_start_matches(sign);
    let fence = line.strip_suffix(info)?;
    (fence.len() >= 3 && !info.contains('`')).then(|| (fence, info.trim()))
}

/// The language of a fence; `text` if it is unnamed, or if rustdoc would compile it.
fn language(info: &str) -> &str {
    const COMPILED: [&str; 7] =
        ["rust", "rs", "ignore", "no_run", "should_panic", "compile_fail", "test_harness"];
    let is_word = !info.is_empty() && info.chars().all(char::is_alphanumeric);
    let is_compiled = COMPILED.contains(&info) || info.starts_with("edition");
    if is_word && !is_compiled { info } else { "text" }
}

/// Lines of at most 90 characters, so that a changed word is a changed line, not a changed paragraph.
fn wrap(line: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut ticks = line.matches('`').count();
    // Continuation lines of a list item are indented.
    let indent = if line.starts_with("- ") { "  " } else { "" };
    for word in line.split_whitespace() {
        // Code between backticks may have several words, and stays on one line.
        let own = word.matches('`').count();
        let before = line.matches('`').count() - ticks;
        let is_code = own > 0 || (before % 2 == 1 && ticks > 0);
        ticks -= own;
        let word = if is_code { word.to_owned() } else { escape(word) };
        let Some(last) = lines.last_mut() else { break };
        if !last.is_empty() && last.chars().count() + 1 + word.chars().count() > 90 {
            lines.push(format!("{indent}{word}"));
        } else {
            if !last.is_empty() {
                last.push(' ');
            }
            last.push_str(&word);
        }
    }
    lines
}

/// Escapes Markdown and rustdoc syntax in the contract's descriptions, which are plain text.
fn escape(word: &str) -> String {
    if ["http://", "https://"].iter().any(|scheme| word.starts_with(scheme)) {
        // Punctuation at the end of a sentence is not part of the address.
        let address = word.trim_end_matches(['.', ',', ';', ':', '!', '?', ')']);
        let end = word.strip_prefix(address).unwrap_or_default();
        return format!("<{address}>{end}");
    }
    let mut escaped = String::new();
    for c in word.chars() {
        if matches!(c, '<' | '>' | '[' | ']' | '*' | '_' | '#' | '|' | '~') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// The type without paths: `String` for `::std::string::String`.
fn short(ty: &syn::Type) -> String {
    let code = quote::quote!(#ty).to_string().replace(' ', "");
    let is_delimiter = |c: char| "<>,()[]".contains(c);
    let names = code.split_inclusive(is_delimiter).map(|part| part.rsplit("::").next());
    names.flatten().collect()
}
