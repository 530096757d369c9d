//! Watch-lists of any size: names of which the text speaks, filled up with names of which it does
//! not.

use std::collections::HashSet;

use inquit::CaseRule;

use super::material::SPECIAL;
use super::names::{Named, Stock};
use super::random::Random;

/// One name to look for.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Alias {
    /// The name as written.
    pub(crate) text: String,
    /// How the letter case of a text may differ from it.
    pub(crate) rule: CaseRule,
}

/// The case rules of a watch-list.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Case {
    /// All four: 5 % acronym, which are the short names in capitals, 15 % exact, 10 % any, 70 %
    /// first-letter.
    Mix,
    /// One for all.
    Only(CaseRule),
}

impl Case {
    /// All of them.
    pub(crate) const ALL: [Case; 5] = [
        Case::Mix,
        Case::Only(CaseRule::Exact),
        Case::Only(CaseRule::FirstLetter),
        Case::Only(CaseRule::Acronym),
        Case::Only(CaseRule::Any),
    ];

    /// Its name in the results.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Case::Mix => "mix",
            Case::Only(rule) => rule.as_str(),
        }
    }

    fn draw(self, random: &mut Random, named: Named) -> CaseRule {
        // Drawn in any case, so that the names do not depend on the rules.
        let drawn = random.below(95);
        match self {
            Case::Only(rule) => rule,
            Case::Mix if named == Named::Letters => CaseRule::Acronym,
            Case::Mix if drawn < 15 => CaseRule::Exact,
            Case::Mix if drawn < 25 => CaseRule::Any,
            Case::Mix => CaseRule::FirstLetter,
        }
    }
}

/// Of a list of so many names, so many are such as the text speaks of.
const SPOKEN_OF: [(usize, usize); 5] =
    [(100, 100), (1_000, 600), (10_000, 3_000), (100_000, 9_000), (1_000_000, 14_000)];

/// A list of so many names, no two of which are equal in any letter case.
pub(crate) fn watch_list(stock: &Stock, count: usize, case: Case) -> Vec<Alias> {
    let random = &mut Random::new(count as u64);
    let mut list =
        List { random: random.clone(), case, count, seen: HashSet::new(), aliases: vec![] };
    let spoken_of = spoken_of(count);
    if count >= 1_000 {
        for name in SPECIAL {
            list.add(named_like(name), (*name).to_owned());
        }
    }
    // A third of them the most prominent; for the rest it was chance.
    let top = if count <= 100 { spoken_of } else { spoken_of / 3 };
    let (top, others) = stock.spoken_of.split_at(top.min(stock.spoken_of.len()));
    let mut others: Vec<&String> = others.iter().collect();
    random.shuffle(&mut others);
    for name in top.iter().chain(others.into_iter().take(spoken_of - top.len())) {
        list.add(named_like(name), name.clone());
    }
    while list.aliases.len() < count {
        let (named, name) = stock.any_name(random);
        list.add(named, name);
    }
    random.shuffle(&mut list.aliases);
    // Written anew in this order, as if read from a file: else what is measured of building is for
    // the most part how long it takes to fetch names from all over the memory.
    list.aliases.iter().map(|alias| Alias { text: alias.text.clone(), rule: alias.rule }).collect()
}

/// Between the sizes of the table, in proportion.
fn spoken_of(count: usize) -> usize {
    let mut below = (0, 0);
    for above in SPOKEN_OF {
        if count <= above.0 {
            return below.1 + (above.1 - below.1) * (count - below.0) / (above.0 - below.0);
        }
        below = above;
    }
    below.1
}

fn named_like(name: &str) -> Named {
    let is_short = name.len() <= 10 && name.len() > 1;
    let in_capitals = name.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'.');
    if is_short && in_capitals { Named::Letters } else { Named::Person }
}

struct List {
    random: Random,
    case: Case,
    count: usize,
    seen: HashSet<String>,
    aliases: Vec<Alias>,
}

impl List {
    fn add(&mut self, named: Named, text: String) {
        let rule = self.case.draw(&mut self.random, named);
        if self.aliases.len() < self.count && self.seen.insert(text.to_lowercase()) {
            self.aliases.push(Alias { text, rule });
        }
    }
}
