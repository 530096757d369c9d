//! What of everything a page shows, and under which number.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

use inquit::{EntityId, LinkedDocument, Links, Utterance};

use super::options::ReportOptions;
use super::plain::{Moment, shortened};
use super::utterance::{outlet, reports};

/// What a page shows.
#[derive(Debug)]
pub(super) struct Plan<'a> {
    pub(super) links: &'a Links,
    pub(super) options: &'a ReportOptions,
    pub(super) documents: HashMap<&'a str, &'a LinkedDocument>,
    pub(super) stories: Vec<PlannedStory<'a>>,
    names: HashMap<&'a EntityId, &'a str>,
    /// The numbers of the utterances that are shown.
    numbers: HashMap<&'a str, usize>,
    /// The numbers of the documents that are shown in a list.
    articles: HashMap<&'a str, usize>,
}

/// A story that is shown.
#[derive(Debug)]
pub(super) struct PlannedStory<'a> {
    /// Its documents by day of publication, within a day by time; those without a time come last of
    /// their day, those without a date last of all.
    pub(super) documents: Vec<&'a LinkedDocument>,
    /// Its utterances, those in most documents first; the rest is not shown.
    pub(super) utterances: Vec<&'a Utterance>,
}

impl<'a> Plan<'a> {
    pub(super) fn new(links: &'a Links, options: &'a ReportOptions) -> Plan<'a> {
        let documents: HashMap<&str, &LinkedDocument> =
            links.documents.iter().map(|it| (&*it.id, it)).collect();
        let mut said: HashMap<&str, Vec<&Utterance>> = HashMap::new();
        for utterance in &links.utterances {
            said.entry(&utterance.story).or_default().push(utterance);
        }
        let mut stories: Vec<PlannedStory<'a>> = links
            .stories
            .iter()
            .map(|story| {
                let known = story.documents.iter().filter_map(|id| documents.get(&**id).copied());
                PlannedStory {
                    documents: known.collect(),
                    utterances: said.remove(&*story.id).unwrap_or_default(),
                }
            })
            .collect();
        stories.sort_by_key(|it| Reverse((it.documents.len(), it.utterances.len())));
        let mut numbers = HashMap::new();
        let mut articles = HashMap::new();
        for story in stories.iter_mut().take(options.stories) {
            story.documents.sort_by_cached_key(|it| {
                let moment = it.published.as_deref().and_then(Moment::of);
                (moment.is_none(), moment.map(Moment::order))
            });
            for document in story.documents.iter().take(options.documents) {
                articles.insert(&*document.id, articles.len() + 1);
            }
            story.utterances.sort_by_cached_key(|it| {
                Reverse(reports(it).map(|it| &*it.document).collect::<BTreeSet<&str>>().len())
            });
            for utterance in story.utterances.iter().take(options.utterances) {
                numbers.insert(&*utterance.id, numbers.len() + 1);
            }
        }
        let names = links.entities.iter().map(|it| (&it.id, &*it.name)).collect();
        Plan { links, options, documents, stories, names, numbers, articles }
    }

    /// The stories that are shown, each with its number.
    pub(super) fn shown(&self) -> impl Iterator<Item = (usize, &PlannedStory<'a>)> {
        (1..).zip(self.stories.iter().take(self.options.stories))
    }

    /// The number of an utterance, if it is shown.
    pub(super) fn number(&self, utterance: &Utterance) -> Option<usize> {
        self.numbers.get(&*utterance.id).copied()
    }

    /// What links to a document, if its list shows it.
    pub(super) fn article(&self, document: &str) -> Option<String> {
        self.articles.get(document).map(|number| format!("article-{number}"))
    }

    /// The name of an entity.
    pub(super) fn name(&self, id: &EntityId) -> String {
        let name = self.names.get(id).copied().unwrap_or(id.as_str());
        shortened(name, self.options.words)
    }

    /// The names of whom an utterance is about.
    pub(super) fn about(&self, utterance: &Utterance) -> BTreeSet<String> {
        about(utterance).into_iter().map(|id| self.name(id)).collect()
    }
}

/// Whom an utterance is about, by any of its reports; nobody speaks about themselves here.
pub(super) fn about(utterance: &Utterance) -> BTreeSet<&EntityId> {
    let about = reports(utterance).flat_map(|it| &it.about);
    about.filter(|id| Some(*id) != utterance.speaker.as_ref()).collect()
}

/// The outlets that report an utterance.
pub(super) fn outlets(utterance: &Utterance) -> BTreeSet<&str> {
    reports(utterance).map(outlet).collect()
}

/// What links to an utterance.
pub(super) fn anchor(number: usize) -> String {
    format!("quotation-{number}")
}

/// What links to a story.
pub(super) fn story_anchor(number: usize) -> String {
    format!("story-{number}")
}

impl PlannedStory<'_> {
    /// What the story is called: the title of its first document that has one.
    pub(super) fn title(&self, words: usize) -> String {
        let first = self.documents.iter().find(|it| it.title.is_some()).or(self.documents.first());
        let title = first.map_or("", |it| it.title.as_deref().unwrap_or(&it.id));
        shortened(title, words)
    }
}
