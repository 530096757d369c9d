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

/// How often each word is seen, and as a cue, in each article.
pub(crate) struct Vocabulary {
    /// Of each word all, and how many of them are cues.
    all: BTreeMap<String, Counts>,
    articles: Vec<BTreeMap<String, Counts>>,
}

/// How often a word is seen, and how often as a cue.
type Counts = (u32, u32);

impl Vocabulary {
    pub(crate) fn new(corpus: &[Annotated]) -> Vocabulary {
        let articles: Vec<BTreeMap<String, Counts>> = corpus.iter().map(counts).collect();
        let mut all: BTreeMap<String, Counts> = BTreeMap::new();
        for (word, (seen, cues)) in articles.iter().flatten() {
            let counts = all.entry(word.clone()).or_default();
            counts.0 += seen;
            counts.1 += cues;
        }
        all.retain(|_, (_, cues)| *cues >= LEAST);
        Vocabulary { all, articles }
    }

    /// The closed classes, and the words that are cues in the articles but those left out. What a
    /// tagger is told of the words of an article that it learns from must not come from there: it
    /// would believe more than holds of new articles.
    pub(crate) fn without(&self, left_out: impl Fn(usize) -> bool) -> KnownWords {
        let numbered = self.articles.iter().enumerate();
        let gone: Vec<_> = numbered.filter(|(at, _)| left_out(*at)).map(|(_, it)| it).collect();
        let closed: Vec<&str> = CLOSED.split_whitespace().collect();
        let cue = |word: &str, (mut all, mut cues): Counts| {
            for (seen, as_cue) in gone.iter().filter_map(|it| it.get(word)) {
                all -= seen;
                cues -= as_cue;
            }
            let open = !closed.contains(&word) && word.starts_with(char::is_alphabetic);
            let share = f64::from(cues) / f64::from(all.max(1));
            let class = SHARES.iter().filter(|least| share >= **least).count() as u8;
            if open && cues >= LEAST { class } else { 0 }
        };
        let cues = self.all.iter().map(|(word, counts)| (word.as_str(), cue(word, *counts)));
        let cues = cues.filter(|(_, class)| *class > 0).map(|(word, class)| (word, class, false));
        KnownWords::new(cues.chain(closed.iter().map(|word| (*word, 0, true))))
    }
}

/// The words of an article.
fn counts(it: &Annotated) -> BTreeMap<String, Counts> {
    let mut is_cue = vec![false; it.article.tokens().count()];
    for at in it.attributions.iter().flat_map(|it| &it.cue).cloned().flatten() {
        is_cue[at] = true;
    }
    let mut seen: BTreeMap<String, Counts> = BTreeMap::new();
    for ((_, surface), is_cue) in it.article.tokens().zip(is_cue) {
        let counts = seen.entry(plain_word(surface)).or_default();
        counts.0 += 1;
        counts.1 += u32::from(is_cue);
    }
    seen
}
