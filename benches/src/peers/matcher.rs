//! `inquit`.

use inquit::{Dictionary, Entity, Matcher};

use super::library::{Hit, Library};
use crate::news::Alias;

pub(super) struct Inquit(Matcher);

impl Inquit {
    /// One entity for each alias.
    pub(super) fn entities(aliases: &[Alias]) -> Vec<Entity> {
        let entity = |(number, alias): (usize, &Alias)| {
            Entity::new(number.to_string(), alias.text.as_str())
                .with_alias_case(alias.text.as_str(), alias.rule)
        };
        aliases.iter().enumerate().map(entity).collect()
    }

    pub(super) fn build(entities: Vec<Entity>) -> Inquit {
        let dictionary = Dictionary::compile(entities).expect("ids of their own");
        Inquit(Matcher::new(&dictionary))
    }
}

impl Library for Inquit {
    fn find(&self, text: &str, hits: &mut Vec<Hit>) {
        hits.extend(self.0.find_iter(text).map(|found| {
            let [entity] = found.candidates() else { panic!("aliases of their own") };
            let alias = entity.as_str().parse().expect("the number of an alias");
            Hit { start: found.span().start, end: found.span().end, alias }
        }));
    }
}
