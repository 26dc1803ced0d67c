//! Lower, alone.

use super::*;

#[test]
fn progenitor_writes_the_types_and_the_operations() {
    let document = normalised(
        &shop("Order: { type: object, properties: { id: { type: string } } }"),
        &actions(&[]),
    );
    let file = lower::lower(&document).unwrap();
    let code = prettyplease::unparse(&file);
    assert!(code.contains("pub mod types {"), "{code}");
    assert!(code.contains("pub struct Order {"), "{code}");
    assert!(code.contains("pub async fn get_order<'a>("), "{code}");
}
