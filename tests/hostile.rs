//! Long texts made to hurt: each returns, on a small stack, in time that grows as its length does.

use std::fmt::Write;
use std::thread;
use std::time::Duration;

use inquit::{
    Annotations, Annotator, Dictionary, Document, Entity, Matcher, RecordOptions, pair_marks,
    tokenize,
};
use inquit_tests::violations;

use crate::pieces::PIECES;
use crate::random::Random;

/// A text repeated is named by what repeats; `{}` in it counts.
type Generator = (&'static str, fn(usize) -> String);

const STACK: usize = 128 << 10;
const SMALL: usize = 32 << 10;
const GROWTH: usize = 16;

/// How many times the time [`GROWTH`] times the text may take. Where the work grows with the square
/// of the length and that part comes to dominate, it takes up to `GROWTH * GROWTH` times as long.
const MOST_GROWTH: f64 = 30.0;

/// Less than this says nothing: caches and the allocator are still cold.
const TOO_SHORT: Duration = Duration::from_millis(1);

/// For [`SMALL`] bytes, even without optimisation on a busy machine.
const TOO_LONG: Duration = Duration::from_millis(250);

fn repeated(unit: &str, bytes: usize) -> String {
    unit.repeat(bytes / unit.len() + 1)
}

const GENERATORS: &[Generator] = &[
    ("straight marks", |n| repeated("\"", n)),
    ("opening marks", |n| repeated("“", n)),
    ("closing marks", |n| repeated("”", n)),
    ("opening marks of two kinds", |n| repeated("“‘", n)),
    ("opening marks of all kinds", |n| repeated("“‘«‹„‚「『", n)),
    ("apostrophes", |n| repeated("'", n)),
    ("backticks", |n| repeated("`", n)),
    ("marks that never close", |n| repeated("“a b ", n)),
    ("marks that never open", |n| repeated("a b” ", n)),
    ("single marks that never close", |n| repeated(" 'a", n)),
    ("a mark opens each paragraph", |n| repeated("“Words, words.\n\n", n)),
    ("marks nested deeply", |n| "“‘".repeat(n / 12) + &"’”".repeat(n / 12)),
    ("marks around marks", |n| repeated("\"a 'b \"c ", n)),
    ("guillemets as bullets", |n| repeated("» a\n", n)),
    ("one name", |n| repeated("Kent ", n)),
    ("one long name", |n| repeated("Clark ", n)),
    ("one long word", |n| repeated("Kent", n)),
    ("one-letter words", |n| repeated("a ", n)),
    ("one-letter names", |n| repeated("A ", n)),
    ("initials", |n| repeated("A.", n)),
    ("initials apart", |n| repeated("A. ", n)),
    ("titles", |n| repeated("Mr ", n)),
    ("offices", |n| repeated("president of the ", n)),
    ("cues", |n| repeated("said ", n)),
    ("cues and marks", |n| repeated("“a” said ", n)),
    ("quotations without a cue", |n| repeated("“A b c.” ", n)),
    ("quotations with a pronoun", |n| repeated("“A b c,” he said. ", n)),
    ("pronouns far before a name", |n| repeated("he went home and ", n) + ", Tom Berg."),
    ("pronouns and countries before a name", |n| {
        repeated("he went to France. ", n) + "Tom Berg left."
    }),
    ("pronouns that say something", |n| repeated("“‘he said it’ and ", n)),
    ("a long chain of reports", |n| repeated("Kent said that ", n)),
    ("according to whom", |n| repeated("according to ", n)),
    ("relative clauses", |n| repeated("Kent, who ", n)),
    ("commas", |n| repeated(", ", n)),
    ("colons", |n| repeated("KENT: ", n)),
    ("a transcript", |n| repeated("KENT: A b c.\n", n)),
    ("questions and answers", |n| repeated("Q: a?\nA: B.\n", n)),
    ("stops", |n| repeated(".", n)),
    ("sentences of one word", |n| repeated("A. B! c? ", n)),
    ("hyphens", |n| repeated("a-", n)),
    ("dashes", |n| repeated("— ", n)),
    ("digits and commas", |n| repeated("1,000,", n)),
    ("handles", |n| repeated("@kent#", n)),
    ("addresses", |n| repeated("https://", n)),
    ("white space", |n| repeated(" ", n)),
    ("lines", |n| repeated("\n", n)),
    ("lines of both kinds", |n| repeated("\r\n\n\r", n)),
    ("short lines", |n| repeated("A\n", n)),
    ("short paragraphs", |n| repeated("A b.\n\n", n)),
    ("paragraphs without a capital", |n| repeated("abcd\n\n", n)),
    ("signs of credits", |n| repeated("© a\n", n)),
    ("credits", |n| repeated("Photo: AP\n", n)),
    ("bylines", |n| repeated("By Clark Kent\n", n)),
    ("authors, then roles", |n| {
        repeated("By Clark Kent\n", n / 2) + &repeated("By Staff Writer\n", n / 2)
    }),
    ("brackets", |n| repeated("(", n)),
    ("NUL", |n| repeated("\0", n)),
    ("byte order marks", |n| repeated("\u{FEFF}", n)),
    ("words without width", |n| repeated("\u{200B}\u{2060}", n)),
    ("one letter under many accents", |n| format!("a{}", repeated("\u{301}", n))),
    ("words under accents", |n| repeated("a\u{301}\u{302}\u{303} ", n)),
    ("bidirectional controls", |n| repeated("\u{202E}\u{2066}a\u{2069}\u{202C}", n)),
    ("replacement characters", |n| repeated("\u{FFFD}", n)),
    ("right to left", |n| repeated("שלום ", n)),
    ("no spaces", |n| repeated("東京都", n)),
    ("families", |n| repeated("👨\u{200D}👩\u{200D}", n)),
    ("aliases cut short", |n| repeated("a ba ba ba bb ", n)),
    ("aliases inside aliases", |n| repeated("ka ", n)),
    ("many people", |n| many_people(n, "P")),
    ("many people who say something", |n| many_people(n, "“No,” said ")),
    ("all characters", all_characters),
    ("all pieces", all_pieces),
];

/// A new name each time: `Aab Kaab`, `Aac Kaac`, …
fn many_people(bytes: usize, before: &str) -> String {
    let mut text = String::new();
    let mut number = 0_u32;
    while text.len() < bytes {
        let letters: String = [26 * 26, 26, 1]
            .iter()
            .filter_map(|place| char::from_digit(10 + number / place % 26, 36))
            .collect();
        write!(text, "{before}A{letters} K{letters}. ").expect("a string grows");
        number += 1;
    }
    text
}

fn all_characters(bytes: usize) -> String {
    let mut text = String::new();
    for character in ('\0'..=char::MAX).cycle().step_by(7) {
        if text.len() >= bytes {
            break;
        }
        text.push(character);
    }
    text
}

fn all_pieces(bytes: usize) -> String {
    let mut random = Random::new(7);
    let mut text = String::new();
    while text.len() < bytes {
        text.push_str(random.pick(PIECES).expect("pieces"));
    }
    text
}

/// Aliases that nearly match, or lie inside each other, for a long way.
fn dictionary() -> Dictionary {
    let nested = (1..200).map(|n| Entity::new(format!("n{n}"), vec!["ka"; n].join(" ")));
    let cut = Entity::new("cut", "a ba ba ba bc");
    let known = Entity::new("kent", "Clark Kent").with_alias("Kent");
    Dictionary::compile(nested.chain([cut, known])).expect("names of their own")
}

/// Everything that reads a text.
fn everything(annotator: &Annotator, matcher: &Matcher, text: &str) -> Annotations {
    let document = Document::new("hostile", text).expect("within the limits");
    let found = annotator.annotate(&document);
    let json = found.to_json(RecordOptions::default());
    assert!(json.len() > 100);
    assert!(matcher.find_iter(text).count() <= tokenize(text).len());
    assert!(pair_marks(text).len() <= text.len());
    assert!(found.authors().len() <= text.len());
    found
}

/// On a thread with little stack, where recursion over the text would end the process.
fn on_a_small_stack<T: Send + 'static>(run: impl FnOnce() -> T + Send + 'static) -> T {
    let thread = thread::Builder::new().stack_size(STACK).spawn(run).expect("a thread");
    thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

/// The time this thread has run: the machine may be busy with others.
#[cfg(unix)]
fn time_of_thread() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::try_from(time).expect("a thread has run for some time")
}

/// The time on the wall, where the system does not tell that of the thread.
#[cfg(not(unix))]
fn time_of_thread() -> Duration {
    static START: std::sync::LazyLock<std::time::Instant> =
        std::sync::LazyLock::new(std::time::Instant::now);
    START.elapsed()
}

#[test]
fn hostile_texts_are_well_formed_on_a_small_stack() {
    on_a_small_stack(|| {
        let matcher = Matcher::new(&dictionary());
        let annotators = [Annotator::new(), Annotator::builder().dictionary(&dictionary()).build()];
        for (name, generate) in GENERATORS {
            let text = generate(SMALL);
            for annotator in &annotators {
                let wrong = violations(&everything(annotator, &matcher, &text));
                assert!(wrong.is_empty(), "{name}: {}", wrong[..wrong.len().min(5)].join("\n"));
            }
        }
    });
}

/// What is wrong about the time that longer and longer texts of this kind take.
fn slowness(generate: fn(usize) -> String, time: impl Fn(&str) -> Duration) -> Option<String> {
    let (text, longer) = (generate(SMALL), generate(SMALL * GROWTH));
    let mut growth = 0.0;
    // A single slow run may be the machine's fault; each of four is the code's.
    for _ in 0..4 {
        let short = time(&text).max(TOO_SHORT);
        if short > TOO_LONG {
            return Some(format!("{} bytes took {short:?}", text.len()));
        }
        growth = time(&longer).as_secs_f64() / short.as_secs_f64();
        if growth <= MOST_GROWTH {
            return None;
        }
        if growth > 2.0 * MOST_GROWTH {
            break;
        }
    }
    Some(format!("{GROWTH} times the text took {growth:.0} times as long"))
}

#[test]
fn time_grows_as_the_text_does() {
    let slow = on_a_small_stack(|| {
        let dictionary = dictionary();
        let matcher = Matcher::new(&dictionary);
        let annotator = Annotator::builder().dictionary(&dictionary).build();
        let time = |text: &str| {
            let before = time_of_thread();
            everything(&annotator, &matcher, text);
            time_of_thread().saturating_sub(before)
        };
        let slow = GENERATORS.iter().filter_map(|(name, generate)| {
            slowness(*generate, time).map(|how| format!("{name}: {how}"))
        });
        slow.collect::<Vec<_>>()
    });
    assert!(slow.is_empty(), "\n{}", slow.join("\n"));
}
