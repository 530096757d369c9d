//! A linker as a file.

use std::path::Path;

use super::kept::{KeptDocument, KeptStatement, KeptUtterance};
use super::options::LinkerOptions;
use super::sets::Sets;
use super::state::Linker;
use super::words::Words;
use crate::artefact::{Artefact, ArtefactWriter, Kind};
use crate::corpus::identity::Identity;
use crate::corpus::stored::{Stored, read, stored, written};
use crate::error::Error;

/// A linker that was saved.
const KIND: Kind = Kind { tag: *b"LINK", name: "linker", version: 1 };

stored!(KeptDocument { id, outlet, title, url, published, day, agency, quotes });
stored!(KeptStatement { document, quote, words, speakers, about, spans, kind, confidence });
stored!(KeptUtterance { speaker, also, members, wordings, first_day, document });

const OPTIONS: [u8; 4] = *b"OPTN";
const DOCUMENTS: [u8; 4] = *b"DOCS";
const STATEMENTS: [u8; 4] = *b"STAT";
const UTTERANCES: [u8; 4] = *b"UTTR";
const SAME: [u8; 4] = *b"SAME";
const WORDS: [u8; 4] = *b"WORD";
const INDEX: [u8; 4] = *b"INDX";
const IDENTITY: [u8; 4] = *b"IDNT";
const STORIES: [u8; 4] = *b"STRY";
const IN_STORY: [u8; 4] = *b"INST";
const REUSE: [u8; 4] = *b"REUS";
const TOPICS: [u8; 4] = *b"TOPC";
const COPIES: [u8; 4] = *b"COPY";
const CONTAINED: [u8; 4] = *b"CONT";

impl Linker {
    /// Writes everything to a file, to go on another day. Whoever opens the path finds what was there
    /// before or all of the linker, even if writing fails half-way. The same linker gives the same
    /// bytes.
    ///
    /// # Errors
    ///
    /// When the file cannot be written ([`Error::is_file`]).
    pub fn save(&self, path: impl AsRef<Path>) -> Result<(), Error> {
        self.artefact().save(path.as_ref())
    }

    /// The bytes of the file that [`Linker::save`] writes.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.artefact().bytes().to_vec()
    }

    fn artefact(&self) -> Artefact {
        let mut writer = ArtefactWriter::new(KIND);
        writer.section(OPTIONS, written(&self.options));
        writer.section(DOCUMENTS, written(&self.documents));
        writer.section(STATEMENTS, written(&self.statements));
        writer.section(UTTERANCES, written(&self.utterances));
        writer.section(SAME, written(&self.same));
        let mut words = Vec::new();
        for it in self.lexis.all() {
            it.write(&mut words);
        }
        writer.section(WORDS, words);
        writer.section(INDEX, written(&self.index));
        writer.section(IDENTITY, written(&self.identity));
        writer.section(STORIES, written(&self.stories));
        writer.section(IN_STORY, written(&self.in_story));
        writer.section(REUSE, written(&self.reuse));
        writer.section(TOPICS, written(&self.topics));
        writer.section(COPIES, written(&self.copies));
        writer.section(CONTAINED, written(&self.contained));
        writer.finish()
    }

    /// Opens a file that [`Linker::save`] wrote; documents added from now on are linked as if it had
    /// never been away.
    ///
    /// # Errors
    ///
    /// When the file cannot be read, is none of a linker, or was damaged.
    ///
    /// ```
    /// use inquit::{Annotator, Document, Linker};
    ///
    /// let annotator = Annotator::new();
    /// let found = |id: &str| {
    ///     let text = "“We will never sell the old ferry,” said Clark Kent.";
    ///     Document::new(id, text).map(|document| annotator.annotate(&document))
    /// };
    /// let mut linker = Linker::new();
    /// linker.add(&found("a")?)?;
    /// # let path = std::env::temp_dir().join(format!("inquit-{}.linker", std::process::id()));
    /// linker.save(&path)?;
    ///
    /// let mut linker = Linker::open(&path)?;
    /// linker.add(&found("b")?)?;
    /// assert_eq!(linker.links().utterances.len(), 1);
    /// # std::fs::remove_file(path).unwrap();
    /// # Ok::<(), inquit::Error>(())
    /// ```
    pub fn open(path: impl AsRef<Path>) -> Result<Linker, Error> {
        Linker::read(&Artefact::open(path.as_ref(), KIND)?)
    }

    /// A linker of the bytes that [`Linker::to_bytes`] gave.
    ///
    /// # Errors
    ///
    /// When they are none of a linker, or were damaged.
    ///
    /// ```
    /// use inquit::Linker;
    ///
    /// let bytes = Linker::new().to_bytes();
    /// assert_eq!(Linker::from_bytes(bytes)?.links(), Linker::new().links());
    /// assert!(Linker::from_bytes(b"words".to_vec()).unwrap_err().is_not_artefact());
    /// # Ok::<(), inquit::Error>(())
    /// ```
    pub fn from_bytes(bytes: Vec<u8>) -> Result<Linker, Error> {
        Linker::read(&Artefact::from_vec(bytes, KIND, "bytes")?)
    }

    fn read(file: &Artefact) -> Result<Linker, Error> {
        let mut linker = Linker {
            options: part::<LinkerOptions>(file, OPTIONS)?,
            documents: part(file, DOCUMENTS)?,
            statements: part(file, STATEMENTS)?,
            utterances: part(file, UTTERANCES)?,
            same: part(file, SAME)?,
            index: part(file, INDEX)?,
            identity: part::<Identity>(file, IDENTITY)?,
            stories: part::<Sets>(file, STORIES)?,
            in_story: part(file, IN_STORY)?,
            reuse: part(file, REUSE)?,
            topics: part(file, TOPICS)?,
            copies: part::<Sets>(file, COPIES)?,
            contained: part(file, CONTAINED)?,
            ..Linker::default()
        };
        let section = file.section(WORDS)?;
        let mut bytes = crate::corpus::stored::Bytes(section.all());
        while !bytes.0.is_empty() {
            let words = Words::read(&mut bytes);
            linker.lexis.add(words.ok_or_else(|| wrong(file, WORDS))?);
        }
        for (number, document) in (0..).zip(&linker.documents) {
            linker.by_id.insert(document.id.clone(), number);
        }
        let documents = linker.documents.len();
        for (tag, is_whole) in [
            (DOCUMENTS, linker.by_id.len() == documents),
            (SAME, linker.same.len() == linker.utterances.len()),
            (STORIES, linker.stories.len() == documents),
            (COPIES, linker.copies.len() == documents),
        ] {
            if !is_whole {
                return Err(wrong(file, tag));
            }
        }
        Ok(linker)
    }
}

fn part<T: Stored>(file: &Artefact, tag: [u8; 4]) -> Result<T, Error> {
    read(file.section(tag)?.all()).ok_or_else(|| wrong(file, tag))
}

fn wrong(file: &Artefact, tag: [u8; 4]) -> Error {
    file.damaged(&format!("what is in its section `{}` makes no sense", tag.escape_ascii()))
}
