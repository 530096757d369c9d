//! "The company", "the ministry", "the paper": bodies that a source means without naming them.

use std::ops::Range;

use super::cast::Cast;
use super::model::{MemberId, Reference};
use crate::entity::model::{EntityKind, MentionForm, Origin};
use crate::entity::words::Words;
use crate::lexicon::{Class, Role, Sort, is_company};

/// So many names back a body is looked for whose name has the noun.
const NAMES_BACK: usize = 40;
/// So many tokens back any other may be meant, if there is only one.
const REACH: usize = 80;

/// Nouns for bodies of any name.
const BODIES: [&str; 4] = ["charity", "group", "organisation", "organization"];

/// Nouns for companies.
const COMPANIES: [&str; 11] = [
    "airline",
    "automaker",
    "brand",
    "carmaker",
    "chain",
    "company",
    "conglomerate",
    "firm",
    "manufacturer",
    "retailer",
    "startup",
];

/// Words in the names of bodies that are no companies.
const PUBLIC: [&str; 34] = [
    "academy",
    "agency",
    "alliance",
    "army",
    "assembly",
    "association",
    "authority",
    "bureau",
    "church",
    "coalition",
    "college",
    "commission",
    "committee",
    "congress",
    "council",
    "court",
    "department",
    "embassy",
    "federation",
    "foundation",
    "front",
    "government",
    "hospital",
    "ministry",
    "movement",
    "navy",
    "office",
    "parliament",
    "party",
    "police",
    "school",
    "senate",
    "union",
    "university",
];

/// Finds the bodies that sources mean, given the other mentions in order.
pub(super) fn bodies(
    words: Words<'_>,
    cast: &Cast,
    references: &[Reference],
    sources: &[Range<usize>],
) -> Vec<Reference> {
    let finder = Finder { words, cast, references };
    let mut found: Vec<Reference> = sources
        .iter()
        .filter_map(|source| {
            let the = words.surface(source.start).eq_ignore_ascii_case("the");
            let noun = source.start + 1;
            let member = Some(noun)
                .filter(|_| the && source.len() == 2)
                .and_then(|noun| finder.by_noun(noun).or_else(|| finder.only_one(noun)))?;
            Some(Reference {
                span: words.span(source.start, source.end),
                start: source.start,
                end: source.end,
                member,
                form: MentionForm::Nominal,
                origin: Origin::Coreference,
                permille: 700,
                name: None,
                kind: cast.kind(member),
            })
        })
        .collect();
    found.sort_by_key(|it| it.start);
    found.dedup_by_key(|it| it.start);
    found
}

struct Finder<'a> {
    words: Words<'a>,
    cast: &'a Cast,
    references: &'a [Reference],
}

impl<'a> Finder<'a> {
    /// The bodies named before a token, the latest first; none if a mention begins there.
    fn before(&self, at: usize) -> impl Iterator<Item = &'a Reference> {
        let count = self.references.partition_point(|it| it.start < at);
        let free = self.references.get(count).is_none_or(|it| it.start > at);
        let before = self.references.get(..count).filter(|_| free).unwrap_or_default();
        before.iter().rev().take(NAMES_BACK).filter(|it| {
            let body = matches!(it.kind, Some(EntityKind::Organization | EntityKind::Group));
            body && it.name.is_some() && it.form != MentionForm::Demonym
        })
    }

    /// The latest body whose name has the noun for its head: "the ministry" is the Ministry of
    /// Tides.
    fn by_noun(&self, noun: usize) -> Option<MemberId> {
        let key = self.words.key(noun);
        let has = |it: &&Reference| {
            it.end - it.start > 1 && self.head(it).is_some_and(|at| self.words.key(at) == key)
        };
        self.before(noun).find(has).map(|it| it.member)
    }

    /// The head of a name: its last word, or the one before "of".
    fn head(&self, name: &Reference) -> Option<usize> {
        let of = |&at: &usize| matches!(self.words.surface(at), "of" | "for");
        let end = (name.start..name.end).find(of).unwrap_or(name.end);
        // "Weir Bank Ltd" is a bank.
        let form = |at: &usize| self.words.role(*at).any(Role::CORPORATE);
        let legal = end > name.start + 2 && form(&(end - 1));
        (end - usize::from(legal)).checked_sub(1).filter(|&at| at >= name.start)
    }

    /// Whether a body may be a company: one that the lists do not know and whose name has no word
    /// of another body, a listed company, or one with the legal form of a company.
    fn is_company(&self, name: &Reference) -> bool {
        let any = |role| (name.start..name.end).any(|at| self.words.role(at).any(role));
        let public =
            |at: usize| PUBLIC.iter().any(|it| self.words.surface(at).eq_ignore_ascii_case(it));
        let listed = self.cast.get(name.member).and_then(|it| it.listed);
        name.kind == Some(EntityKind::Organization)
            && (any(Role::CORPORATE)
                || listed.is_none_or(|it| is_company(it.name))
                    && !(name.start..name.end).any(public))
    }

    /// The only body of its sort in reach: "the company", "the paper".
    fn only_one(&self, noun: usize) -> Option<MemberId> {
        let paper = self.words.word(noun).classes.any(Class::OUTLET);
        let reporter = self.words.surface(noun).starts_with("reporter");
        let company = COMPANIES.contains(&self.words.surface(noun));
        if !(paper && !reporter || company || BODIES.contains(&self.words.surface(noun))) {
            return None;
        }
        let is_outlet = |member| {
            let listed = self.cast.get(member).and_then(|it| it.listed);
            listed.is_some_and(|it| matches!(it.sort, Sort::Outlet | Sort::Agency))
        };
        let mut members = self
            .before(noun)
            .take_while(|it| it.start + REACH >= noun)
            .filter(|it| !company || self.is_company(it))
            .map(|it| it.member)
            .filter(|&member| is_outlet(member) == paper);
        let first = members.next()?;
        members.all(|member| member == first).then_some(first)
    }
}

#[cfg(test)]
mod tests {
    use crate::entity::resolver::reading::speaks;

    #[test]
    fn a_body_without_its_name() {
        let text = "So Quillan Ministry of Tides met Weir Bank. The ministry said no.";
        speaks(text, "no", "The ministry", "Quillan Ministry of Tides");
        speaks("So Weir Bank fell. The company said no.", "no", "The company", "Weir Bank");
        speaks("So Weir Bank met Norfjord Bank. The company said no.", "no", "The company", "");
        speaks("So Reuters met Weir Bank. The agency said no.", "no", "The agency", "Reuters");
        speaks("So Weir Bank fell. The man said no.", "no", "The man", "");
    }

    #[test]
    fn only_companies_are_the_company() {
        for body in ["The FBI", "The United Nations", "The Labour Party", "The Ministry of Tides"] {
            let text = format!("{body} sat on Tuesday. The company said no.");
            speaks(&text, "no", "The company", "");
        }
        speaks(
            "So the FBI raided Weir Bank. The company said no.",
            "no",
            "The company",
            "Weir Bank",
        );
    }

    #[test]
    fn a_body_goes_by_the_head_of_its_name() {
        let text = "So the State Department sat. The state said no.";
        speaks(text, "no", "The state", "");
        let text = "So the State Department sat. The department said no.";
        speaks(text, "no", "The department", "State Department");
        speaks("So Weir Bank Ltd fell. The bank said no.", "no", "The bank", "Weir Bank Ltd");
    }
}
