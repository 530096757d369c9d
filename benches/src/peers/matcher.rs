//! `inquit`.

use inquit::{Dictionary, Entity, Matcher};

use super::library::{Hit, Library};
use crate::news::Alias;

pub(super) struct Inquit(Matcher);

/// One entity for each alias, with its number, made as it is asked for.
pub(crate) fn entities(aliases: &[Alias]) -> impl Iterator<Item = Entity> {
    let entity = |(number, alias): (usize, &Alias)| {
        Entity::new(number.to_string(), alias.text.as_str())
            .with_alias_case(alias.text.as_str(), alias.rule)
    };
    aliases.iter().enumerate().map(entity)
}

impl Inquit {
    pub(super) fn build(aliases: &[Alias]) -> Inquit {
        let dictionary = Dictionary::compile(entities(aliases)).expect("ids of their own");
        Inquit(Matcher::new(&dictionary))
    }
}

impl Library for Inquit {
    fn find(&self, text: &str, hits: &mut Vec<Hit>) {
        self.0.find_flat(text, hits);
    }
}
