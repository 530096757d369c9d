//! A text and what is expected of it, as written in TOML. `vectors/README.md` has the format.

use std::fs;
use std::path::Path;

use inquit::{CaseRule, Dictionary, Document, Entity, EntityKind};
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// A case of a file of vectors, or the answer sheet of an article.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Case {
    /// Of a vector only; an article has the name of its file.
    #[serde(default)]
    pub(crate) name: String,
    /// Of a vector only; an article has a file of text.
    #[serde(default)]
    pub(crate) text: String,
    pub(crate) why: Option<String>,
    pub(crate) quotes: Option<Vec<ExpectedQuote>>,
    pub(crate) sentences: Option<Vec<String>>,
    /// Those inside the content of the first quote.
    pub(crate) inner_sentences: Option<Vec<String>>,
    pub(crate) blocks: Option<Vec<(String, String)>>,
    pub(crate) mentions: Option<Vec<ExpectedMention>>,
    /// Text, entity and form of every mention in what the article itself says, but for pronouns.
    pub(crate) names: Option<Vec<(String, String, String)>>,
    pub(crate) tokens: Option<Vec<String>>,
    pub(crate) marked: Option<Vec<String>>,
    /// Name, role and outlet of each author; `""` for what the byline does not tell.
    pub(crate) authors: Option<Vec<(String, String, String)>>,
    /// When it was published; `""` for what the text does not tell.
    pub(crate) published: Option<String>,
    /// Words, and the first and the last day that they mean.
    pub(crate) dates: Option<Vec<(String, String, String)>>,
    pub(crate) warnings: Option<Vec<String>>,
    #[serde(default)]
    metadata: Metadata,
    #[serde(default)]
    dictionary: Vec<DictionaryEntry>,
    pub(crate) matches: Option<Vec<ExpectedMatch>>,
}

/// What is given with the text.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Metadata {
    published: Option<String>,
    language: Option<String>,
}

/// What is expected of a quote; only what is given is checked, and `""` means none.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ExpectedQuote {
    pub(crate) kind: Option<String>,
    pub(crate) content: Option<Vec<String>>,
    pub(crate) marked: Option<Vec<String>>,
    pub(crate) cue: Option<String>,
    pub(crate) source: Option<String>,
    pub(crate) source_kind: Option<String>,
    pub(crate) speaker: Option<String>,
    pub(crate) class: Option<String>,
    pub(crate) negated: Option<bool>,
    pub(crate) parent: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ExpectedMention {
    pub(crate) text: String,
    pub(crate) entity: Option<String>,
    pub(crate) id: Option<String>,
    pub(crate) form: Option<String>,
    pub(crate) origin: Option<String>,
    pub(crate) candidates: Option<Vec<String>>,
    /// From 0 to 1, one for each candidate.
    pub(crate) scores: Option<Vec<f64>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ExpectedMatch {
    pub(crate) text: String,
    pub(crate) candidates: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct DictionaryEntry {
    id: String,
    name: String,
    #[serde(default)]
    aliases: Vec<String>,
    case: Option<String>,
    kind: Option<String>,
    #[serde(default)]
    prior: u32,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct VectorFile {
    case: Vec<Case>,
}

/// Every case of a file of vectors.
pub(crate) fn read_vectors(file: &Path) -> Vec<Case> {
    let VectorFile { case: cases } = read_toml(file);
    for case in &cases {
        assert!(!case.name.is_empty(), "{}: a case without a name", file.display());
        assert!(
            case.expects_something(),
            "{}: {}: expects nothing, so it cannot fail",
            file.display(),
            case.name
        );
    }
    cases
}

/// The answer sheet of an article.
pub(crate) fn read_sheet(file: &Path) -> Case {
    let sheet: Case = read_toml(file);
    assert!(
        sheet.name.is_empty() && sheet.text.is_empty(),
        "{}: an answer sheet has the name and the text of the article beside it",
        file.display()
    );
    assert!(sheet.expects_something(), "{}: expects nothing", file.display());
    sheet
}

fn read_toml<T: DeserializeOwned>(file: &Path) -> T {
    let text = fs::read_to_string(file).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
    toml::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", file.display()))
}

impl Case {
    fn expects_something(&self) -> bool {
        self.quotes.is_some()
            || self.sentences.is_some()
            || self.inner_sentences.is_some()
            || self.blocks.is_some()
            || self.mentions.is_some()
            || self.names.is_some()
            || self.tokens.is_some()
            || self.marked.is_some()
            || self.matches.is_some()
            || self.authors.is_some()
            || self.published.is_some()
            || self.dates.is_some()
            || self.warnings.is_some()
    }

    /// The text and its metadata as a document.
    pub(crate) fn document(&self, id: &str, text: &str) -> Result<Document, inquit::Error> {
        let mut document = Document::new(id, text)?;
        if let Some(published) = &self.metadata.published {
            document = document.with_published(published.as_str());
        }
        if let Some(language) = &self.metadata.language {
            document = document.with_language(language.as_str());
        }
        Ok(document)
    }

    /// The dictionary to search with, if the case gives one.
    pub(crate) fn dictionary(&self) -> Option<Result<Dictionary, inquit::Error>> {
        (!self.dictionary.is_empty()).then(|| {
            let entities: Result<Vec<Entity>, _> =
                self.dictionary.iter().map(DictionaryEntry::entity).collect();
            Dictionary::compile(entities?)
        })
    }
}

impl DictionaryEntry {
    fn entity(&self) -> Result<Entity, inquit::Error> {
        let case_rule = self.case.as_deref().unwrap_or("first-letter").parse::<CaseRule>()?;
        let mut entity = Entity::new(self.id.as_str(), self.name.as_str())
            .with_prior(self.prior)
            .with_alias_case(self.name.as_str(), case_rule);
        for alias in &self.aliases {
            entity = entity.with_alias_case(alias.as_str(), case_rule);
        }
        match &self.kind {
            Some(kind) => Ok(entity.with_kind(kind.parse::<EntityKind>()?)),
            None => Ok(entity),
        }
    }
}
