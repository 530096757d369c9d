//! How the words of a text are spelled when they are compared with those of an alias.

use crate::entity::unit::{Unit, UnitKind, Units};
use crate::text::{fold_accent, fold_case, fold_sign};

/// A way to spell words, such that those with equal spellings match.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Form {
    /// As written.
    Exact,
    /// The first letter of each word as written, the others in any case.
    FirstLetter,
    /// In any case; a word with small letters in it has no spelling.
    Capitals,
    /// In any case.
    Any,
}

/// The settings of a dictionary that change what is equal.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(in crate::entity) struct Spelling {
    /// Whether letters are equal to the same letters under accents.
    pub(in crate::entity) fold_accents: bool,
}

/// In which forms a stretch of text is spelled as an alias is. In any case it is in [`Form::Any`].
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Likeness {
    pub(super) exact: bool,
    pub(super) first_letters: bool,
    /// Whether the text has no small letters.
    pub(super) capitals: bool,
}

impl Form {
    pub(super) const ALL: [Form; 4] = [Form::Exact, Form::FirstLetter, Form::Capitals, Form::Any];
}

impl Spelling {
    /// Writes the spelling of a unit that is not a space, in place of the one before.
    pub(super) fn spell(self, form: Form, word: &str, spelling: &mut String) {
        spelling.clear();
        for c in word.chars().filter_map(fold_sign) {
            let c = match self.fold_accents.then(|| fold_accent(c)) {
                // A mark on nothing is all that there is to see.
                Some(None) if !spelling.is_empty() => continue,
                Some(Some(base)) => base,
                _ => c,
            };
            let keeps = match form {
                Form::Exact => true,
                Form::FirstLetter => spelling.is_empty(),
                Form::Capitals | Form::Any => false,
            };
            if keeps {
                spelling.push(c);
            } else {
                fold_case(c, |folded| spelling.push(folded));
            }
        }
    }

    /// The first letter of a word, as it is compared.
    pub(super) fn first_letter(self, word: &str) -> Option<char> {
        let first = word.chars().find_map(fold_sign)?;
        Some(if self.fold_accents { fold_accent(first).unwrap_or(first) } else { first })
    }

    /// The bytes of a word or sign to hash: they have the same hash as those of all that are equal to
    /// it in any case.
    pub(super) fn spelled<'s>(
        self,
        text: &'s str,
        unit: &Unit,
        spelling: &'s mut String,
    ) -> &'s [u8] {
        let bytes = text.as_bytes().get(unit.start..unit.end).unwrap_or_default();
        if bytes.is_ascii() {
            return bytes;
        }
        self.spell(Form::Any, unit_text(text, unit), spelling);
        spelling.as_bytes()
    }

    /// Compares an alias with the units of a text from this byte on: where the last of them ends and
    /// how alike they are, or `None` if they differ in any case.
    pub(super) fn compare(
        self,
        alias: &str,
        text: &str,
        start: usize,
    ) -> Option<(usize, Likeness)> {
        let mut likeness = Likeness { exact: true, first_letters: true, capitals: true };
        let mut units = Units::from(text, start, false);
        let (mut ours, mut theirs) = (String::new(), String::new());
        let mut end = start;
        for alias_unit in trimmed_units(alias) {
            let unit = units.next()?;
            end = unit.end;
            let blank = matches!(unit.kind, UnitKind::Space | UnitKind::Break);
            if matches!(alias_unit.kind, UnitKind::Space | UnitKind::Break) {
                // Any white space in an alias is a space.
                if unit.kind != UnitKind::Space {
                    return None;
                }
                continue;
            }
            if blank {
                return None;
            }
            likeness.capitals &= unit.kind != UnitKind::SmallWord;
            let (word, alias_word) = (unit_text(text, &unit), unit_text(alias, &alias_unit));
            if word == alias_word {
                continue;
            }
            self.spell(Form::Any, word, &mut ours);
            self.spell(Form::Any, alias_word, &mut theirs);
            if ours != theirs {
                return None;
            }
            self.spell(Form::Exact, word, &mut ours);
            self.spell(Form::Exact, alias_word, &mut theirs);
            likeness.exact &= ours == theirs;
            likeness.first_letters &= ours.chars().next() == theirs.chars().next();
        }
        Some((end, likeness))
    }
}

/// The units of an alias without white space at its ends.
pub(super) fn trimmed_units(alias: &str) -> impl Iterator<Item = Unit> {
    let is_space = |unit: &Unit| matches!(unit.kind, UnitKind::Space | UnitKind::Break);
    let mut units = Units::new(alias).skip_while(is_space).peekable();
    std::iter::from_fn(move || {
        let unit = units.next()?;
        // One space may follow another only across nothing, which units never do.
        (!is_space(&unit) || units.peek().is_some()).then_some(unit)
    })
}

/// Whether the first letter of a word is not a capital, so that the alias in capitals has others.
pub(super) fn starts_small(word: &str) -> bool {
    if let Some(first) = word.as_bytes().first().filter(|first| first.is_ascii()) {
        return first.is_ascii_lowercase();
    }
    let first = word.chars().find_map(fold_sign);
    first.is_some_and(|first| !first.to_uppercase().eq([first]))
}

pub(super) fn unit_text<'t>(text: &'t str, unit: &Unit) -> &'t str {
    text.get(unit.start..unit.end).unwrap_or_default()
}
