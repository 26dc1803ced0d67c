//! For any document, the fragment contains exactly the components that its operations reach.
//!
//! A document is made from a graph: its nodes are operations and components, and what is expected
//! follows from the graph alone. The text is never searched for references.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_yaml::{Mapping, Value};

use super::{Crate, each_mapping, parse, reverse};

/// The kinds of components, with keywords as names if that is possible.
const SECTIONS: [&str; 6] =
    ["schemas", "parameters", "responses", "requestBodies", "headers", "securitySchemes"];

/// Names that are keywords elsewhere.
const KEYWORDS: [&str; 9] =
    ["description", "title", "example", "default", "properties", "items", "enum", "$ref", "x-a"];

/// A component: its section and its number in it.
type Component = (usize, usize);

#[derive(Debug)]
struct Graph {
    sizes: [usize; SECTIONS.len()],
    /// Of each operation and component what it refers to, and how.
    operations: Vec<Vec<(Component, u8)>>,
    components: Vec<Vec<Vec<(Component, u8)>>>,
}

fn name((section, number): Component) -> String {
    format!("{}.{number}", SECTIONS[section].to_uppercase())
}

fn pointer(component: Component) -> String {
    format!("#/components/{}/{}", SECTIONS[component.0], name(component))
}

impl Graph {
    fn new(seed: u64, operations: usize, most_components: usize) -> Self {
        let mut random = fastrand::Rng::with_seed(seed);
        let sizes = std::array::from_fn(|_| random.usize(1..=most_components));
        let mut edges = |section: Option<usize>, most: usize| -> Vec<(Component, u8)> {
            (0..random.usize(0..=most))
                .filter_map(|_| {
                    // What may be referred to from where.
                    let to = match section {
                        None => *random.choice(&[0, 1, 2, 3, 5]).unwrap(),
                        Some(2) => *random.choice(&[0, 4]).unwrap(),
                        Some(5) => return None,
                        Some(_) => 0,
                    };
                    Some(((to, random.usize(0..sizes[to])), random.u8(..)))
                })
                .collect()
        };
        let mut operations: Vec<Vec<(Component, u8)>> =
            (0..operations).map(|_| edges(None, 4)).collect();
        for edges in &mut operations {
            // There is one body; a second one would hide the first from the oracle.
            let mut bodies = 0;
            edges.retain(|((section, _), _)| {
                bodies += usize::from(*section == 3);
                *section != 3 || bodies == 1
            });
        }
        let components = (0..SECTIONS.len())
            .map(|section| (0..sizes[section]).map(|_| edges(Some(section), 3)).collect())
            .collect();
        Self { sizes, operations, components }
    }

    /// The oracle.
    fn closure(&self, operations: &[usize]) -> BTreeSet<Component> {
        let mut found = BTreeSet::new();
        let mut waiting: Vec<Component> = operations
            .iter()
            .flat_map(|at| self.operations[*at].iter().map(|edge| edge.0))
            .collect();
        while let Some(component) = waiting.pop() {
            if found.insert(component) {
                let edges = &self.components[component.0][component.1];
                waiting.extend(edges.iter().map(|edge| edge.0));
            }
        }
        found
    }

    /// The document with these operations and components; with words, or what is left without them.
    fn document(&self, operations: &[usize], wanted: &BTreeSet<Component>, words: bool) -> Value {
        let mut root = parse(
            "{ openapi: 3.0.0, info: { title: T, version: '1' }, paths: {}, components: {} }",
        );
        for at in operations {
            let operation = self.operation(*at, words);
            root["paths"][&path(*at)] =
                Value::Mapping(Mapping::from_iter([("post".into(), operation)]));
        }
        for component in wanted {
            let value = self.component(*component, words);
            let section = &mut root["components"][SECTIONS[component.0]];
            if section.is_null() {
                *section = Value::Mapping(Mapping::new());
            }
            section[&name(*component)] = value;
        }
        if wanted.is_empty() {
            root.as_mapping_mut().unwrap().shift_remove("components");
        }
        root
    }

    fn operation(&self, at: usize, words: bool) -> Value {
        let mut operation = parse("{ operationId: '', responses: { '200': { description: '' } } }");
        operation["operationId"] = format!("operation_{at}").into();
        if words {
            operation["summary"] = "Theirs.".into();
            operation["x-theirs"] = parse("{ $ref: '#/nowhere' }");
            let other = format!("#/components/schemas/{}", name((0, at % self.sizes[0])));
            operation["responses"]["200"]["description"] = "Theirs.".into();
            operation["responses"]["200"]["links"] =
                parse("{ a: { $ref: '#/components/links/A' } }");
            operation["callbacks"]["a"]["{$url}"]["post"]["requestBody"]["content"]["a/b"]["schema"]
                ["$ref"] = other.into();
        }
        for (number, (to, how)) in self.operations[at].iter().enumerate() {
            let reference = refer(*to);
            match (to.0, how % 3) {
                (0, 0) => operation["responses"][format!("20{number}")] = in_content(reference),
                (0, _) => push(&mut operation["parameters"], inline_parameter(number, reference)),
                (1, _) => push(&mut operation["parameters"], reference),
                (2, _) => operation["responses"][format!("40{number}")] = reference,
                (3, _) => {
                    operation["requestBody"] = reference;
                }
                _ => {
                    let requirement = Mapping::from_iter([(name(*to).into(), parse("[]"))]);
                    push(&mut operation["security"], Value::Mapping(requirement));
                }
            }
        }
        operation
    }

    fn component(&self, component: Component, words: bool) -> Value {
        let (section, number) = component;
        let edges = &self.components[section][number];
        let schema = self.schema(edges, words);
        let mut value = match SECTIONS[section] {
            "schemas" => schema,
            "parameters" => {
                let mut value = parse("{ name: a, in: query }");
                value["schema"] = schema;
                value
            }
            "headers" => Value::Mapping(Mapping::from_iter([("schema".into(), schema)])),
            "securitySchemes" => parse("{ type: http, scheme: basic }"),
            "requestBodies" => in_content(schema),
            _ => {
                let (headers, others): (Vec<_>, Vec<_>) =
                    edges.iter().partition(|edge| edge.0.0 == 4);
                let mut value = in_content(self.schema(others, words));
                for (number, edge) in headers.iter().enumerate() {
                    value["headers"][format!("H{number}")] = refer(edge.0);
                }
                value
            }
        };
        if SECTIONS[section] == "requestBodies" {
            value.as_mapping_mut().unwrap().shift_remove("description");
        }
        if words {
            value["description"] = "Theirs.".into();
            value["example"] = parse("{ $ref: '#/nowhere', description: Data. }");
            if SECTIONS[section] == "requestBodies" || SECTIONS[section] == "responses" {
                value.as_mapping_mut().unwrap().shift_remove("example");
            }
        }
        value
    }

    fn schema<'a>(
        &self,
        edges: impl IntoIterator<Item = &'a (Component, u8)>,
        words: bool,
    ) -> Value {
        let mut schema = parse(
            "{ type: object, required: [b, a], default: { $ref: '#/data' }, enum: [{ $ref: '#/data' }] }",
        );
        if words {
            schema["title"] = "Theirs.".into();
            schema["externalDocs"] = parse("{ url: 'https://example.com' }");
            schema["x-theirs"] = parse("[{ $ref: '#/nowhere' }]");
        }
        for (number, (to, how)) in edges.into_iter().copied().enumerate() {
            let reference = refer(to);
            match how % 9 {
                0 => {
                    schema["properties"][KEYWORDS[usize::from(how / 9 % 3) * 3 + number]] =
                        nested(reference, words)
                }
                1 => push(&mut schema["allOf"], reference),
                2 => push(&mut schema["oneOf"], nested(reference, words)),
                3 => schema["properties"][format!("p{number}")]["items"] = reference,
                4 => schema["properties"][format!("p{number}")]["additionalProperties"] = reference,
                5 => schema["properties"][format!("p{number}")]["not"] = nested(reference, words),
                6 => schema["discriminator"]["mapping"][format!("m{number}")] = pointer(to).into(),
                7 => schema["discriminator"]["mapping"][format!("m{number}")] = name(to).into(),
                _ => {
                    let deeper = format!("{}/required/1", pointer(to));
                    schema["properties"][format!("p{number}")]["$ref"] = deeper.into();
                }
            }
        }
        schema
    }
}

/// Sets a member of what may not be there yet, as indexing does for mappings only.
fn push(list: &mut Value, item: Value) {
    if list.is_null() {
        *list = Value::Sequence(Vec::new());
    }
    list.as_sequence_mut().unwrap().push(item);
}

fn path(at: usize) -> String {
    format!("/things/{at}/~{{id}}")
}

fn refer(to: Component) -> Value {
    Value::Mapping(Mapping::from_iter([("$ref".into(), pointer(to).into())]))
}

fn nested(reference: Value, words: bool) -> Value {
    let mut schema = parse("{ type: array, maxItems: 2 }");
    if words {
        schema["description"] = "Theirs.".into();
        schema["example"] = parse("{ $ref: other.yaml }");
    }
    schema["items"] = reference;
    schema
}

fn in_content(schema: Value) -> Value {
    let mut value = parse("{ description: '' }");
    value["content"]["a/b"]["schema"] = schema;
    value
}

fn inline_parameter(number: usize, schema: Value) -> Value {
    let mut parameter = parse("{ in: query }");
    parameter["name"] = format!("q{number}").into();
    parameter["schema"] = schema;
    parameter
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 200, ..ProptestConfig::with_cases(16) })]

    #[test]
    fn the_fragment_is_exactly_what_its_operations_reach(
        seed in any::<u64>(),
        size in prop_oneof![1_usize..100, Just(1_000)],
        most_components in 1_usize..=80,
        wanted in proptest::collection::vec(any::<proptest::sample::Index>(), 1..6),
    ) {
        let graph = Graph::new(seed, size, most_components);
        let mut wanted: Vec<usize> = wanted.iter().map(|index| index.index(size)).collect();
        wanted.sort_unstable();
        wanted.dedup();
        let reached = graph.closure(&wanted);
        let every_operation: Vec<usize> = (0..size).collect();
        let every_component = (0..SECTIONS.len())
            .flat_map(|section| (0..graph.sizes[section]).map(move |number| (section, number)))
            .collect();
        let mut document = graph.document(&every_operation, &every_component, true);
        let expected = graph.document(&wanted, &reached, false);

        let before = graph.document(&wanted, &BTreeSet::new(), false);
        let mut before = serde_yaml::to_value(before).unwrap();
        for (_, item) in before["paths"].as_mapping_mut().unwrap() {
            item["post"] = parse("{ responses: {} }");
        }
        let renewed = Crate::of(&serde_yaml::to_string(&before).unwrap());
        let ran = renewed.imports(&serde_json::to_string(&document).unwrap(), &[]);
        let left = format!("Left upstream: {} operation", size - wanted.len());
        prop_assert!(ran.output.contains(&left), "{}", ran.output);
        let text = renewed.fragment();
        prop_assert_eq!(parse(&text), expected);

        // Again, in another order, and from itself.
        each_mapping(&mut document, &mut reverse);
        for again in [&serde_json::to_string(&document).unwrap(), &text] {
            renewed.imports(again, &[]);
            prop_assert_eq!(&renewed.fragment(), &text);
        }
    }
}
