//! Quotations of a corpus annotated with brat: what was said, and by whom.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A quotation in quotation marks.
#[derive(Clone, Debug)]
pub(super) struct Quotation {
    /// The words that name its source, as a name for it.
    pub(super) speaker: String,
    pub(super) text: String,
}

/// The quotations of an article.
#[derive(Clone, Debug)]
pub(super) struct Source {
    pub(super) quotations: Vec<Quotation>,
}

/// The articles of a folder with `text` and `attributions` in it, in order of name.
pub(super) fn read(folder: &Path) -> io::Result<Vec<Source>> {
    let annotations = folder.join("attributions");
    let mut files: Vec<PathBuf> = fs::read_dir(&annotations)
        .map_err(|error| {
            io::Error::new(error.kind(), format!("{}: {error}", annotations.display()))
        })?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    files.retain(|file| file.extension().is_some_and(|extension| extension == "ann"));
    files.sort();
    // Some were annotated by several people, whose mark stands at the end of the name.
    files.dedup_by_key(|file| name(file));
    files.iter().map(|file| source(folder, file)).collect()
}

/// The name of the text that a file of annotations belongs to.
fn name(annotations: &Path) -> String {
    let name = annotations.file_stem().unwrap_or_default().to_string_lossy();
    name.rsplit_once('_').map_or(&*name, |(name, _)| name).to_owned()
}

fn source(folder: &Path, file: &Path) -> io::Result<Source> {
    let name = name(file);
    let text: Vec<char> =
        fs::read_to_string(folder.join("text").join(format!("{name}.txt")))?.chars().collect();
    let lines = fs::read_to_string(file)?;
    // What each line that begins with T marks: its kind, its place, and its text.
    let mut marks: BTreeMap<&str, (usize, String)> = BTreeMap::new();
    let mut events: Vec<(&str, &str)> = Vec::new();
    for line in lines.lines() {
        let mut fields = line.split('\t');
        let (Some(id), Some(what)) = (fields.next(), fields.next()) else { continue };
        if id.starts_with('T') {
            let places = what.split_once(' ').map_or("", |(_, places)| places);
            let ranges: Vec<(usize, usize)> = places
                .split(';')
                .filter_map(|range| {
                    let (start, end) = range.split_once(' ')?;
                    Some((start.parse().ok()?, end.parse().ok()?))
                })
                .collect();
            let parts: Vec<String> = ranges
                .iter()
                .map(|&(start, end)| text.get(start..end).unwrap_or_default().iter().collect())
                .collect();
            let start = ranges.first().map_or(0, |range| range.0);
            marks.insert(id, (start, parts.join(" ")));
        } else if id.starts_with('E') {
            let role =
                |role| what.split(' ').find_map(|it| it.strip_prefix(role)?.strip_prefix(':'));
            if let (Some(content), Some(source)) = (role("Content"), role("Source")) {
                events.push((content, source));
            }
        }
    }
    let mut found: Vec<(usize, Quotation)> = events
        .iter()
        .filter_map(|(content, source)| {
            let (start, content) = marks.get(content)?;
            let (_, source) = marks.get(source)?;
            Some((*start, Quotation { speaker: source.clone(), text: in_marks(content)? }))
        })
        .collect();
    found.sort_by_key(|(start, _)| *start);
    let mut quotations: Vec<Quotation> = found.into_iter().map(|(_, it)| it).collect();
    name_speakers(&mut quotations);
    Ok(Source { quotations })
}

/// A content that is one quotation, without its marks.
fn in_marks(content: &str) -> Option<String> {
    let content = content.split_whitespace().collect::<Vec<_>>().join(" ");
    let inner = content.strip_prefix(['“', '"'])?.trim_end_matches(['”', '"']);
    let plain: String = inner.chars().filter(|c| !matches!(c, '“' | '”' | '"')).collect();
    (plain.split(' ').count() > 4).then_some(plain)
}

/// Gives a source that is a pronoun or a description the name before it.
fn name_speakers(quotations: &mut [Quotation]) {
    let mut last = "Ada Lowe".to_owned();
    for quotation in &mut *quotations {
        let words: Vec<&str> = quotation.speaker.split_whitespace().collect();
        let is_name = |word: &&str| {
            word.len() > 2
                && word.starts_with(char::is_uppercase)
                && word.chars().all(char::is_alphabetic)
        };
        let name: Vec<&str> = words.into_iter().filter(is_name).collect();
        let pronoun = ["She", "They", "The", "His", "Her"];
        if name.first().is_some_and(|first| !pronoun.contains(first)) {
            last = name.join(" ");
        }
        quotation.speaker.clone_from(&last);
    }
    complete(quotations);
}

/// Gives a surname the given name it has elsewhere, or an invented one.
fn complete(quotations: &mut [Quotation]) {
    let whole: Vec<String> =
        quotations.iter().map(|it| it.speaker.clone()).filter(|it| it.contains(' ')).collect();
    for quotation in quotations.iter_mut().filter(|it| !it.speaker.contains(' ')) {
        let surname = format!(" {}", quotation.speaker);
        let known = whole.iter().find(|name| name.ends_with(&surname));
        quotation.speaker = known.cloned().unwrap_or_else(|| format!("Ada{surname}"));
    }
}
