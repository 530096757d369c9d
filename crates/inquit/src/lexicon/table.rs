//! The form of the tables in `data/`: lines of fields between tabs, and comments.

/// The rows of a table, each as its fields.
pub(crate) fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table
        .lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
        .map(|line| line.split('\t').map(str::trim).collect())
}

/// The rows of a table as so many fields each; those that a row lacks are empty.
pub(crate) fn columns<const N: usize>(
    table: &'static str,
) -> impl Iterator<Item = [&'static str; N]> {
    table.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).map(|line| {
        let mut fields = line.split('\t');
        [(); N].map(|()| fields.next().unwrap_or_default())
    })
}
