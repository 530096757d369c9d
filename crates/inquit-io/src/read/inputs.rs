//! What a user named, as files to be read.

use std::collections::HashMap;
use std::fs;
use std::io::{self, BufRead};
use std::path::{Path, PathBuf};

use inquit::Limits;

use super::documents::Documents;
use super::tree::walk;
use crate::error::{Error, ErrorKind};

/// The files behind the paths that a user named: found, ordered and given names, not yet opened.
///
/// * A `.txt` file is one document. Its id is its stem; where files share a stem, their path
///   inside the directory that was named; where that is shared too, the whole path.
/// * A `.jsonl` file has a document a line, see [`JsonLines`](crate::JsonLines). In an id of the
///   form `file:line`, `file` is its name, or a path by the same rule.
/// * A directory stands for every `.txt` and `.jsonl` file below it, in path order. Links are
///   followed, circles of them end.
/// * `-` is standard input: JSONL if its first byte that is not white space is `{`, else the text
///   of one document with the id `stdin`. Pipes and devices are read the same way.
///
/// ```no_run
/// use inquit::Limits;
/// use inquit_io::Inputs;
///
/// for document in Inputs::find(["articles/"])?.documents(std::io::stdin().lock(), Limits::new()) {
///     match document {
///         Ok(document) => println!("{}", document.id()),
///         Err(error) => eprintln!("error: {error}"),
///     }
/// }
/// # Ok::<(), inquit_io::Error>(())
/// ```
#[derive(Debug)]
pub struct Inputs(Vec<Input>);

/// One file or stream.
#[derive(Debug)]
pub(super) struct Input {
    pub(super) path: PathBuf,
    /// Where its path inside the directory that was named begins, in components.
    depth: usize,
    /// What ids are made of.
    pub(super) name: Box<str>,
    pub(super) content: Content,
}

#[derive(Debug)]
pub(super) enum Content {
    File(Format),
    /// A pipe or a device.
    Stream,
    /// What `-` stands for.
    Stdin,
    /// A directory whose files are not known.
    Unreadable(io::Error),
}

/// What a file name says of what is in the file.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Format {
    Text,
    Lines,
}

impl Format {
    pub(super) fn of(path: &Path) -> Option<Format> {
        let extension = path.extension()?;
        if extension.eq_ignore_ascii_case("txt") {
            Some(Format::Text)
        } else if extension.eq_ignore_ascii_case("jsonl") {
            Some(Format::Lines)
        } else {
            None
        }
    }
}

const STDIN: &str = "-";

impl Inputs {
    /// The files behind these paths.
    ///
    /// # Errors
    ///
    /// When a path does not exist, is a file of another kind, or is standard input a second time.
    /// A directory further down that cannot be read is an error among the documents instead.
    pub fn find<P: Into<PathBuf>>(paths: impl IntoIterator<Item = P>) -> Result<Inputs, Error> {
        let mut inputs: Vec<Input> = Vec::new();
        for path in paths {
            let path = path.into();
            if path.as_os_str() == STDIN {
                if inputs.iter().any(|input| matches!(input.content, Content::Stdin)) {
                    return Err(ErrorKind::StdinTwice.into());
                }
                inputs.push(Input::new("stdin".into(), 0, Content::Stdin));
                continue;
            }
            let metadata = fs::metadata(&path).map_err(|source| match source.kind() {
                io::ErrorKind::NotFound => ErrorKind::NotFound { path: shown(&path) },
                _ => ErrorKind::Read { place: shown(&path), source },
            })?;
            if metadata.is_dir() {
                let depth = path.components().count();
                inputs.extend(walk(&path).into_iter().map(|found| match found {
                    Ok((path, format)) => Input::new(path, depth, Content::File(format)),
                    Err((path, error)) => Input::new(path, depth, Content::Unreadable(error)),
                }));
            } else if metadata.is_file() {
                let format = Format::of(&path)
                    .ok_or_else(|| ErrorKind::UnknownFormat { path: shown(&path) })?;
                inputs.push(Input::new(path, 0, Content::File(format)));
            } else {
                inputs.push(Input::new(path, 0, Content::Stream));
            }
        }
        give_names(&mut inputs);
        Ok(Inputs(inputs))
    }

    /// How many files and streams there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether this file is one of them, under whatever path.
    pub fn contains(&self, path: &Path) -> bool {
        let Ok(path) = fs::canonicalize(path) else { return false };
        self.0.iter().any(|it| fs::canonicalize(&it.path).is_ok_and(|other| other == path))
    }

    /// How many bytes they have together; `None` where a stream is among them.
    pub fn size(&self) -> Option<u64> {
        let mut sum = 0;
        for input in &self.0 {
            match input.content {
                Content::File(_) => sum += fs::metadata(&input.path).map_or(0, |it| it.len()),
                Content::Stream | Content::Stdin => return None,
                Content::Unreadable(_) => {}
            }
        }
        Some(sum)
    }

    /// Their documents, in order, each file opened when its turn comes.
    pub fn documents<'a>(self, stdin: impl BufRead + 'a, limits: Limits) -> Documents<'a> {
        Documents::new(self.0, Box::new(stdin), limits)
    }
}

impl Input {
    fn new(path: PathBuf, depth: usize, content: Content) -> Input {
        Input { path, depth, name: Box::default(), content }
    }

    /// How errors call it.
    pub(super) fn place(&self) -> Box<str> {
        shown(&self.path)
    }

    /// Its names from the shortest to the one that tells it from all others.
    fn short(&self) -> Box<str> {
        let name = match self.content {
            Content::File(Format::Text) => self.path.file_stem(),
            _ => self.path.file_name(),
        };
        name.map_or_else(|| shown(&self.path), |name| name.to_string_lossy().into())
    }

    fn relative(&self) -> Box<str> {
        let parts = self.path.components().skip(self.depth);
        let parts: Vec<_> = parts.map(|part| part.as_os_str().to_string_lossy()).collect();
        parts.join("/").into()
    }
}

/// Gives each input the first of its names that no other one has at the same stage.
fn give_names(inputs: &mut [Input]) {
    let stages = [Input::short, Input::relative, Input::place];
    let mut shared = vec![true; inputs.len()];
    for stage in stages {
        let mut count: HashMap<Box<str>, usize> = HashMap::new();
        for (input, _) in inputs.iter_mut().zip(&shared).filter(|(_, shared)| **shared) {
            input.name = stage(input);
            *count.entry(input.name.clone()).or_default() += 1;
        }
        for (input, shared) in inputs.iter().zip(&mut shared) {
            *shared = *shared && count.get(&input.name).is_some_and(|&count| count > 1);
        }
    }
}

fn shown(path: &Path) -> Box<str> {
    path.to_string_lossy().into()
}
