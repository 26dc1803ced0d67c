//! What differs between two clients, for whoever reviews it.

/// The lines that are not of a list of what is read, which flows anew with each member more.
pub fn beside_lists(client: &str) -> impl Iterator<Item = &str> {
    let mut is_list = false;
    client.lines().filter(move |line| {
        let starts = line.starts_with("    object!(");
        is_list = (is_list || starts) && !line.ends_with(");");
        !is_list && !starts && *line != "    );"
    })
}
