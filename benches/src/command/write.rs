//! The text and the watch-lists as files.

use std::error::Error;
use std::fmt::Write as _;
use std::fs;

use super::arguments::{Cases, WriteArguments, bytes};
use crate::news::{Stock, text, watch_list};
use crate::peers::{Library, Reference};

/// Writes `text.txt`, `articles.tsv` (first byte and one past the last of each article) and for
/// each case and size `CASE-SIZE.tsv` (case rule and name) and `CASE-SIZE.hits.tsv` (first byte, one
/// past the last, and the line of the name, from 0).
pub(super) fn write(arguments: &WriteArguments) -> Result<(), Box<dyn Error>> {
    let stock = Stock::new();
    let text = text(&stock, bytes(arguments.megabytes));
    fs::create_dir_all(&arguments.to)?;
    fs::write(arguments.to.join("text.txt"), &text.text)?;
    let mut lines = String::new();
    for range in &text.articles {
        writeln!(lines, "{}\t{}", range.start, range.end)?;
    }
    fs::write(arguments.to.join("articles.tsv"), lines)?;
    for case in Cases::listed(&arguments.case) {
        for &count in &arguments.aliases {
            let aliases = watch_list(&stock, count, case);
            let mut lines = String::new();
            for alias in &aliases {
                writeln!(lines, "{}\t{}", alias.rule, alias.text)?;
            }
            fs::write(arguments.to.join(format!("{}-{count}.tsv", case.name())), lines)?;
            let mut hits = Vec::new();
            Reference::new(&aliases).find(&text.text, &mut hits);
            let mut lines = String::new();
            for hit in &hits {
                writeln!(lines, "{}\t{}\t{}", hit.start, hit.end, hit.candidates)?;
            }
            fs::write(arguments.to.join(format!("{}-{count}.hits.tsv", case.name())), lines)?;
        }
    }
    Ok(())
}
