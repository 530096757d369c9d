//! Documents together.

use inquit::{Duplicate, LinkedDocument, Placed, SharedEntity, Story};
use inquit::{EntityKind, Span};
use pyo3::prelude::*;

use crate::kinds::Member;
use crate::many::Many;
use crate::newtype::newtype;
use crate::number::Degree;
use crate::text::Text;
use crate::tuple::Items;
use crate::utterance::{boxed, shown};

fn strings(items: &[Box<str>]) -> Many<String> {
    items.iter().map(ToString::to_string).collect()
}

fn boxes(items: Items<Text>) -> Vec<Box<str>> {
    items.0.into_iter().map(|it| it.0.into()).collect()
}

newtype! {
    /// What is known of a document beside what it says.
    ///
    /// >>> import inquit
    /// >>> article = inquit.Document("a1", "Ferry sold\n\nIt was sold on Saturday.", outlet="The Gull")
    /// >>> inquit.link([article]).documents[0]
    /// LinkedDocument('a1', outlet='The Gull', title='Ferry sold')
    PyLinkedDocument(LinkedDocument) as "LinkedDocument", hashed by id;
    new (id, *, outlet = None, title = None, url = None, published = None) (
        id: Text,
        outlet: Option<Text>,
        title: Option<Text>,
        url: Option<Text>,
        published: Option<Text>,
    ) {
        LinkedDocument {
            id: id.0.into(),
            outlet: boxed(outlet),
            title: boxed(title),
            url: boxed(url),
            published: boxed(published),
        }
    }
    match (&'static str,) = ("id",);
    fields {
        /// Its id.
        Positional id: String = |it| it.id.to_string();
        /// The outlet, where it is known.
        Optional outlet: Option<String> = |it| shown(it.outlet.as_ref());
        /// Its title as metadata have it, else its headline.
        Optional title: Option<String> = |it| shown(it.title.as_ref());
        /// Its address.
        Optional url: Option<String> = |it| shown(it.url.as_ref());
        /// When it was published, as ISO 8601.
        Optional published: Option<String> = |it| shown(it.published.as_ref());
    }
}

newtype! {
    /// An entity across documents.
    ///
    /// >>> import inquit
    /// >>> links = inquit.link(["“No,” said Clark Kent.", "“Why not?” asked Clark Kent."])
    /// >>> [(entity.name, len(entity.members)) for entity in links.entities]
    /// [('Clark Kent', 2)]
    PySharedEntity(SharedEntity) as "SharedEntity", hashed by id, name;
    new (id, name, *, kind = None, members = Items(Vec::new())) (
        id: Text,
        name: Text,
        kind: Option<Member<EntityKind>>,
        members: Items<(Text, Text)>,
    ) {
        let member = |(document, id): (Text, Text)| (document.0.into(), id.0.into());
        SharedEntity {
            id: id.0.into(),
            name: name.0.into(),
            kind: kind.map(|kind| kind.0),
            members: members.0.into_iter().map(member).collect(),
        }
    }
    match (&'static str, &'static str) = ("id", "name");
    fields {
        /// Its id in a dictionary, or one made for these documents.
        Positional id: String = |it| it.id.to_string();
        /// Its name.
        Positional name: String = |it| it.name.to_string();
        /// What it is, if known.
        Optional kind: Option<Member<EntityKind>> = |it| it.kind.map(Member);
        /// The documents that name it, and its id in each.
        Optional members: Many<(String, String)> =
            |it| it.members.iter().map(|(document, id)| (document.to_string(), id.to_string())).collect();
    }
}

newtype! {
    /// Documents about one event.
    ///
    /// >>> import inquit
    /// >>> inquit.link(["“No,” said Clark Kent."]).stories
    /// (Story('s1', ('0',)),)
    PyStory(Story) as "Story", hashed by id, documents;
    new (id, documents) (id: Text, documents: Items<Text>) {
        Story { id: id.0.into(), documents: boxes(documents) }
    }
    match (&'static str, &'static str) = ("id", "documents");
    fields {
        /// Its id.
        Positional id: String = |it| it.id.to_string();
        /// The ids of its documents, in the order in which they were added.
        Positional documents: Many<String> = |it| strings(&it.documents);
    }
}

newtype! {
    /// Documents that are copies of one text, or of parts of it.
    ///
    /// >>> import inquit
    /// >>> inquit.Duplicate(["a1", "a2"], "a2", containment=0.97, agency="Reuters").fullest
    /// 'a2'
    PyDuplicate(Duplicate) as "Duplicate", hashed by documents, fullest;
    new (documents, fullest, *, containment, agency = None) (
        documents: Items<Text>,
        fullest: Text,
        containment: Degree,
        agency: Option<Text>,
    ) {
        Duplicate {
            documents: boxes(documents),
            fullest: fullest.0.into(),
            containment: containment.0,
            agency: boxed(agency),
        }
    }
    match (&'static str, &'static str) = ("documents", "fullest");
    fields {
        /// Their ids, in the order in which they were added.
        Positional documents: Many<String> = |it| strings(&it.documents);
        /// The id of the longest.
        Positional fullest: String = |it| it.fullest.to_string();
        /// How much of a copy is in another one, of the copy with least of it, from 0 to 1.
        Keyword containment: Degree = |it| Degree(it.containment);
        /// The news agency that one of them credits.
        Optional agency: Option<String> = |it| shown(it.agency.as_ref());
    }
}

newtype! {
    /// Where a part of a quote went.
    ///
    /// >>> import inquit
    /// >>> inquit.Linker().add("“We will never sell,” said Clark Kent.").placed[0].utterance
    /// 'u1'
    PyPlaced(Placed) as "Placed", hashed by quote, utterance;
    new (quote, utterance, *, byte_spans, is_new = false) (
        quote: Text,
        utterance: Text,
        byte_spans: Items<crate::utterance::Pair>,
        is_new: bool,
    ) {
        let span = |(start, end): crate::utterance::Pair| Span { start: start.0, end: end.0 };
        Placed {
            quote: quote.0.into(),
            spans: byte_spans.0.into_iter().map(span).collect(),
            utterance: utterance.0.into(),
            is_new,
        }
    }
    match (&'static str, &'static str) = ("quote", "utterance");
    fields {
        /// The id of the quote.
        Positional quote: String = |it| it.quote.to_string();
        /// The id of the utterance it belongs to.
        Positional utterance: String = |it| it.utterance.to_string();
        /// The part of its content, in bytes of UTF-8.
        Keyword byte_spans: Many<(u32, u32)> = |it| it.spans.iter().map(|it| (it.start, it.end)).collect();
        /// Whether the utterance began with it.
        Optional is_new: bool = |it| it.is_new;
    }
}
