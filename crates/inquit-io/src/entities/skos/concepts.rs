//! What a vocabulary says of each of its concepts.

use std::collections::{BTreeMap, HashMap};

use oxrdf::{Literal, NamedOrBlankNode, Term, Triple};

use crate::entities::draft::{Draft, WIKIDATA};

/// Concepts by their IRIs; what is said of one may stand anywhere.
pub(super) struct Concepts {
    languages: Vec<Box<str>>,
    by_iri: HashMap<String, Concept>,
}

struct Concept {
    /// Its place in the order in which they are first spoken of.
    order: usize,
    /// With their places among the languages asked for.
    preferred: Vec<(usize, String)>,
    others: Vec<String>,
    matches: Vec<String>,
}

const SKOS: &str = "http://www.w3.org/2004/02/skos/core#";

/// What the addresses of the items of Wikidata begin with, without the protocol.
const WIKIDATA_ITEM: &str = "www.wikidata.org/entity/";

impl Concepts {
    pub(super) fn new<'a>(languages: impl Iterator<Item = &'a str>) -> Concepts {
        let languages = languages.map(Box::from).collect();
        Concepts { languages, by_iri: HashMap::new() }
    }

    /// Takes a statement, if it is of use.
    pub(super) fn add(&mut self, triple: Triple) {
        let NamedOrBlankNode::NamedNode(subject) = triple.subject else { return };
        let Some(property) = triple.predicate.as_str().strip_prefix(SKOS) else { return };
        match (property, triple.object) {
            ("prefLabel", Term::Literal(label)) => {
                let Some(at) = self.place_of(&label) else { return };
                self.concept(subject.into_string()).preferred.push((at, text_of(label)));
            }
            ("altLabel" | "hiddenLabel", Term::Literal(label)) => {
                let Some(_) = self.place_of(&label) else { return };
                self.concept(subject.into_string()).others.push(text_of(label));
            }
            ("exactMatch", Term::NamedNode(other)) => {
                self.concept(subject.into_string()).matches.push(other.into_string());
            }
            _ => {}
        }
    }

    /// The place of the language of a label among those asked for; after them if it has none.
    fn place_of(&self, label: &Literal) -> Option<usize> {
        let Some(language) = label.language() else { return Some(self.languages.len()) };
        self.languages.iter().position(|wanted| is_within(language, wanted))
    }

    fn concept(&mut self, iri: String) -> &mut Concept {
        let order = self.by_iri.len();
        let (preferred, others, matches) = (Vec::new(), Vec::new(), Vec::new());
        self.by_iri.entry(iri).or_insert(Concept { order, preferred, others, matches })
    }

    /// Every concept that has a preferred label in one of the languages.
    pub(super) fn into_drafts(self) -> impl Iterator<Item = Draft> {
        let mut concepts: Vec<(String, Concept)> = self.by_iri.into_iter().collect();
        concepts.sort_unstable_by_key(|(_, concept)| concept.order);
        concepts.into_iter().filter_map(|(iri, concept)| concept.into_draft(iri))
    }
}

impl Concept {
    fn into_draft(mut self, iri: String) -> Option<Draft> {
        self.preferred.sort_by_key(|(at, _)| *at);
        let mut labels = self.preferred.into_iter().map(|(_, label)| label);
        let name = labels.next()?;
        let mut external = BTreeMap::new();
        for iri in self.matches {
            let (catalogue, id) = catalogued(iri);
            external.entry(catalogue).or_insert(id);
        }
        Some(Draft {
            id: Some(iri),
            name,
            aliases: labels.chain(self.others).map(|alias| (alias, None)).collect(),
            external,
            ..Draft::default()
        })
    }
}

/// Whether a language is the wanted one, or one of its kinds: "en-GB" is within "en".
fn is_within(language: &str, wanted: &str) -> bool {
    let start = language.get(..wanted.len());
    start.is_some_and(|start| start.eq_ignore_ascii_case(wanted))
        && matches!(language.as_bytes().get(wanted.len()), None | Some(b'-'))
}

fn text_of(label: Literal) -> String {
    let (text, _, _) = label.destruct();
    text
}

/// The catalogue that an IRI belongs to, and the id in it: those of Wikidata by name, all others by
/// their host and whole.
fn catalogued(iri: String) -> (String, String) {
    let (_, address) = iri.split_once("://").unwrap_or(("", &iri));
    if let Some(id) = address.strip_prefix(WIKIDATA_ITEM) {
        return (WIKIDATA.to_owned(), id.to_owned());
    }
    let host = address.split(['/', '#', '?']).next().unwrap_or_default();
    (host.strip_prefix("www.").unwrap_or(host).to_owned(), iri)
}
