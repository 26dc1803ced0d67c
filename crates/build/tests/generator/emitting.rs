//! Emit, alone.

use super::*;

#[test]
fn the_stages_one_by_one_give_what_generate_gives() {
    let (spec, overlay) =
        (shop("Order: { type: object, properties: { id: { type: string } } }"), actions(&[]));
    let document = normalised(&spec, &overlay);
    let client = passes::run(lower::lower(&document).unwrap(), &document).unwrap();
    assert_eq!(emit::emit(&client, &document), generated(&spec, &overlay));
}
