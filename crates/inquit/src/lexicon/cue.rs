//! Words that report, and how what they report stands beside them.

use super::table::rows;

/// The ways in which what a cue reports can stand beside it; see `data/cues.tsv` for examples.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Frames(u16);

impl Frames {
    /// A quotation stands next to it.
    pub(crate) const QUOTATION: Frames = Frames(1);
    /// It follows what it reports.
    pub(crate) const FOLLOWS: Frames = Frames(1 << 1);
    /// A clause with "that" follows.
    pub(crate) const THAT: Frames = Frames(1 << 2);
    /// A bare clause follows.
    pub(crate) const CLAUSE: Frames = Frames(1 << 3);
    /// A question follows.
    pub(crate) const QUESTION: Frames = Frames(1 << 4);
    /// An infinitive follows.
    pub(crate) const INFINITIVE: Frames = Frames(1 << 5);
    /// A noun phrase follows that tells what is said.
    pub(crate) const OBJECT: Frames = Frames(1 << 6);
    /// The one spoken to comes first.
    pub(crate) const ADDRESSEE: Frames = Frames(1 << 7);
    /// Its forms are nouns as well.
    pub(crate) const NOUN: Frames = Frames(1 << 8);

    /// A noun phrase and then a name for it follow: "She called the plan a disgrace."
    pub(crate) const NAMING: Frames = Frames(1 << 9);

    const LETTERS: [(char, Frames); 10] = [
        ('k', Frames::NAMING),
        ('q', Frames::QUOTATION),
        ('f', Frames::FOLLOWS),
        ('t', Frames::THAT),
        ('s', Frames::CLAUSE),
        ('w', Frames::QUESTION),
        ('i', Frames::INFINITIVE),
        ('o', Frames::OBJECT),
        ('a', Frames::ADDRESSEE),
        ('n', Frames::NOUN),
    ];

    fn parse(letters: &str) -> Frames {
        let known = Frames::LETTERS.iter().filter(|(letter, _)| letters.contains(*letter));
        Frames(known.fold(0, |bits, (_, frame)| bits | frame.0))
    }

    pub(crate) const fn has(self, frame: Frames) -> bool {
        self.0 & frame.0 != 0
    }
}

/// What a cue says that its source did.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Act {
    Speech,
    Writing,
    Attitude,
    Intention,
}

/// The form of the verb.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Form {
    Base,
    Third,
    /// Simple past or past participle.
    Past,
    Participle,
}

/// One reading of a word as a cue.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cue {
    pub(crate) act: Act,
    pub(crate) form: Form,
    pub(crate) frames: Frames,
    /// A word that must follow and belongs to the cue: "called for".
    pub(crate) particle: Option<&'static str>,
}

/// Every form in the table with its reading.
pub(super) fn cues() -> impl Iterator<Item = (&'static str, Cue)> {
    rows(include_str!("../../data/cues.tsv")).flat_map(|row| {
        let field = |at: usize| row.get(at).copied().unwrap_or_default();
        let act = match field(1) {
            "writing" => Act::Writing,
            "attitude" => Act::Attitude,
            "intention" => Act::Intention,
            _ => Act::Speech,
        };
        let frames = Frames::parse(field(2));
        let particle = Some(field(3)).filter(|particle| !particle.is_empty());
        let forms: Vec<&'static str> = field(0).split_whitespace().collect();
        let cues: Vec<_> = forms
            .into_iter()
            .enumerate()
            .map(|(at, form)| (form, Cue { act, form: form_of(form, at), frames, particle }))
            .collect();
        cues
    })
}

fn form_of(word: &str, at: usize) -> Form {
    match at {
        _ if word.ends_with("ing") && word.len() > 4 => Form::Participle,
        0 if !word.ends_with("ed") => Form::Base,
        _ if word.ends_with('s') && !word.ends_with("ss") => Form::Third,
        _ if at == 0 || at >= 2 => Form::Past,
        _ => Form::Third,
    }
}
