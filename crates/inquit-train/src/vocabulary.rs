//! The words that the tagger knows one by one.

use std::collections::BTreeMap;

use inquit::training::{KnownWords, plain_word};

use crate::corpus::Annotated;

/// Words of closed classes.
const CLOSED: &str = "a an the this that these those my your his her its our their some any no \
    every each all both either neither another such i you he she it we they me him them us himself \
    herself itself themselves who whom whose which what when where why how whether if because \
    although though while since until unless before after as than so of in on at by for with about \
    against between into through during without under over from to up down out off near among \
    within toward towards upon despite per via like amid and or but nor yet not n't never also only \
    just still even too very more most be is are was were been being am 's 're 've 'd 'll 'm do does \
    did done doing have has had having will would shall should can could may might must ought there \
    here then now once again";

/// A word that is less often a cue than this counts as none.
const SHARES: [f64; 4] = [0.04, 0.15, 0.4, 0.7];
/// A cue must have been seen so often.
const LEAST: u32 = 2;

/// The closed classes, and the words that are cues in these articles.
pub(crate) fn known_words(corpus: &[Annotated]) -> KnownWords {
    let closed: Vec<&str> = CLOSED.split_whitespace().collect();
    let mut seen: BTreeMap<String, (u32, u32)> = BTreeMap::new();
    for it in corpus {
        let mut is_cue = vec![false; it.article.tokens().count()];
        for at in it.attributions.iter().flat_map(|it| &it.cue).cloned().flatten() {
            is_cue[at] = true;
        }
        for ((_, surface), is_cue) in it.article.tokens().zip(is_cue) {
            let counts = seen.entry(plain_word(surface)).or_default();
            counts.0 += 1;
            counts.1 += u32::from(is_cue);
        }
    }
    let cue = |word: &str, (all, cues): (u32, u32)| {
        let open = !closed.contains(&word) && word.starts_with(char::is_alphabetic);
        let share = f64::from(cues) / f64::from(all);
        let class = SHARES.iter().filter(|least| share >= **least).count() as u8;
        if open && cues >= LEAST { class } else { 0 }
    };
    let cues = seen.iter().map(|(word, counts)| (word.as_str(), cue(word, *counts)));
    let cues = cues.filter(|(_, class)| *class > 0).map(|(word, class)| (word, class, false));
    KnownWords::new(cues.chain(closed.iter().map(|word| (*word, 0, true))))
}
