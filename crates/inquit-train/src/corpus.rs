//! Annotated articles in brat's standoff format.
//!
//! `T1<TAB>Cue 113 119<TAB>mocked` is a stretch of text, its offsets counted in code points; a
//! stretch in several parts has `;` between them. `E1<TAB>Attribution:T4 Content:T3 Cue:T2
//! Source:T1` is an attribution; the number at the end of a role says nothing. Of several
//! annotations of one article the first by name counts.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use inquit::training::{Article, Attribution};
use inquit::{CharSpan, Document, Span};

use crate::error::Error;

/// An article with its attributions.
pub(crate) struct Annotated {
    pub(crate) article: Article,
    pub(crate) attributions: Vec<Attribution>,
}

/// Fewer attributions than this are too few.
const LEAST: usize = 200;

/// Reads a folder of texts and annotations.
pub(crate) fn read(folder: &Path) -> Result<Vec<Annotated>, Error> {
    let inner = |name: &str| Some(folder.join(name)).filter(|it| it.is_dir());
    let texts = files(&inner("text").unwrap_or(folder.into()), "txt")?;
    let annotations = files(&inner("attributions").unwrap_or(folder.into()), "ann")?;
    if texts.is_empty() {
        return Err(Error::NoTexts { path: folder.into() });
    }
    let mut corpus = Vec::with_capacity(texts.len());
    for path in texts {
        let stem = stem(&path);
        let own = |annotation: &&PathBuf| {
            let name = self::stem(annotation);
            name == stem || name.rsplit_once('_').is_some_and(|(name, _)| name == stem)
        };
        let annotation = annotations.iter().find(own);
        let annotation = annotation.ok_or_else(|| Error::NoAnnotation { path: path.clone() })?;
        corpus.push(read_article(&path, stem, annotation)?);
    }
    let found: usize = corpus.iter().map(|it| it.attributions.len()).sum();
    if found < LEAST {
        return Err(Error::TooSmall { found, articles: corpus.len(), least: LEAST });
    }
    Ok(corpus)
}

/// The files of a folder with an extension, in order of name.
fn files(folder: &Path, extension: &str) -> Result<Vec<PathBuf>, Error> {
    let failed = |source| Error::Read { path: folder.into(), source };
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.extension().is_some_and(|it| it == extension) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn stem(path: &Path) -> &str {
    path.file_stem().and_then(|it| it.to_str()).unwrap_or_default()
}

fn read_file(path: &Path) -> Result<String, Error> {
    fs::read_to_string(path).map_err(|source| Error::Read { path: path.into(), source })
}

fn read_article(path: &Path, stem: &str, annotation: &Path) -> Result<Annotated, Error> {
    let document = Document::new(stem, read_file(path)?)?;
    let stretches = read_annotation(annotation, &document)?;
    let article = Article::new(document);
    let tokens = |spans: &[Span]| {
        let mut tokens: Vec<_> = spans.iter().map(|&span| article.touched(span)).collect();
        tokens.retain(|range| !range.is_empty());
        tokens.sort_by_key(|range| range.start);
        tokens
    };
    let attributions = stretches
        .iter()
        .map(|[content, cue, source]| Attribution {
            content: tokens(content),
            cue: tokens(cue),
            source: tokens(source),
        })
        .filter(|it| it.content.iter().cloned().flatten().any(|at| article.is_word(at)))
        .collect();
    Ok(Annotated { article, attributions })
}

/// Content, cue and source of each attribution.
fn read_annotation(path: &Path, document: &Document) -> Result<Vec<[Vec<Span>; 3]>, Error> {
    let text = read_file(path)?;
    let mut stretches: BTreeMap<&str, Vec<Span>> = BTreeMap::new();
    let mut found = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        let malformed = |what: String| Error::Malformed { path: path.into(), line: number, what };
        let Some((id, rest)) = line.split_once('\t') else { continue };
        let numbered = |letter: char| {
            id.strip_prefix(letter)
                .is_some_and(|it| !it.is_empty() && it.bytes().all(|b| b.is_ascii_digit()))
        };
        if numbered('T') {
            let place = rest.split('\t').next().unwrap_or_default();
            let Some((_, offsets)) = place.split_once(' ') else {
                return Err(malformed(format!("`{place}` has no offsets")));
            };
            let spans = offsets.split(';').map(|pair| span(pair, document)).collect::<Option<_>>();
            let spans = spans.ok_or_else(|| {
                malformed(format!("`{offsets}` are no offsets into {}", document.id()))
            })?;
            stretches.insert(id, spans);
        } else if numbered('E') {
            let mut roles: [Vec<Span>; 3] = Default::default();
            for item in rest.split_whitespace() {
                let Some((role, stretch)) = item.split_once(':') else {
                    return Err(malformed(format!("`{item}` is not a role and a stretch")));
                };
                let role = match role.trim_end_matches(|c: char| c.is_ascii_digit()) {
                    "Content" => 0,
                    "Cue" => 1,
                    "Source" => 2,
                    _ => continue,
                };
                // Stretches that were deleted leave their names behind in some files.
                roles[role].extend(stretches.get(stretch).into_iter().flatten());
            }
            found.push(roles);
        }
    }
    Ok(found)
}

/// "113 119" as a span of the document.
fn span(pair: &str, document: &Document) -> Option<Span> {
    let (start, end) = pair.split_once(' ')?;
    let (start, end) = (start.parse().ok()?, end.parse().ok()?);
    (start <= end).then_some(())?;
    document.span_of_chars(CharSpan { start, end })
}
