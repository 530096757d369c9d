//! Runs the fuzz targets for a short while, on mutated texts of the vectors.
//!
//! The same at every run up to the number of executions, which the clock decides:
//! `INQUIT_FUZZ_SECONDS` gives each target more of it.

use std::env;
use std::panic::catch_unwind;
use std::time::{Duration, Instant};

use inquit::{Annotator, Document, Mode, RecordOptions};
use inquit_tests::entity_files::FILES;
use inquit_tests::targets;

use crate::pieces::PIECES;
use crate::random::Random;
use crate::vectors;

const LONGEST: usize = 4096;

#[test]
#[expect(clippy::print_stdout, reason = "how much was tried is part of the result")]
fn targets_survive_mutated_texts() {
    let seconds = env::var("INQUIT_FUZZ_SECONDS").map_or(2.0, |seconds| {
        seconds.parse().expect("INQUIT_FUZZ_SECONDS is a number of seconds")
    });
    let texts = vectors::all().into_iter().map(|(_, case)| case.text);
    let seeds: Vec<Vec<u8>> = texts
        .flat_map(|text| {
            let line = serde_json::json!({ "id": "a", "text": text }).to_string();
            [line, record(&text), text]
        })
        .chain(FILES.map(String::from))
        .map(String::into_bytes)
        .collect();
    for (name, target) in targets::ALL {
        let executions = fuzz(name, target, &seeds, Duration::from_secs_f64(seconds));
        println!("fuzz target {name}: {executions} executions");
    }
}

/// The line of `inquit extract --with-text` for a text.
fn record(text: &str) -> String {
    let document = Document::new("r", text).expect("a text of the vectors");
    let options = RecordOptions { with_text: true, ..RecordOptions::default() };
    Annotator::builder().mode(Mode::Rules).build().annotate(&document).to_json(options)
}

fn fuzz(name: &str, target: fn(&[u8]), seeds: &[Vec<u8>], time: Duration) -> u64 {
    let mut random = Random::new(1);
    let mut executions = 0;
    let start = Instant::now();
    while start.elapsed() < time {
        let mut data = random.pick(seeds).cloned().unwrap_or_default();
        for _ in 0..=random.below(6) {
            mutate(&mut data, seeds, &mut random);
        }
        data.truncate(LONGEST);
        let survived = catch_unwind(|| target(&data)).is_ok();
        assert!(survived, "target {name}, execution {executions}: b\"{}\"", data.escape_ascii());
        executions += 1;
    }
    executions
}

/// Changes something: a byte, a stretch, a piece put in, a part of another text put in.
fn mutate(data: &mut Vec<u8>, seeds: &[Vec<u8>], random: &mut Random) {
    let (from, to) = (random.below(data.len() + 1), random.below(data.len() + 1));
    let stretch = from.min(to)..from.max(to);
    match random.below(7) {
        0 => {
            if let Some(byte) = data.get_mut(from) {
                *byte ^= 1 << random.below(8);
            }
        }
        1 => drop(data.drain(stretch)),
        2 => data.truncate(from),
        3 => {
            let copy = data[stretch].to_vec();
            data.splice(from..from, copy);
        }
        4 => {
            let other = random.pick(seeds).map_or(&[][..], Vec::as_slice);
            let part = random.below(other.len() + 1)..other.len();
            data.splice(stretch, other[part].to_vec());
        }
        _ => {
            let piece = random.pick(PIECES).map_or("", |piece| piece);
            data.splice(from..from, piece.bytes());
        }
    }
}
