//! A process that is killed while it saves a linker leaves the old file or the new one.

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::process::{Command, Stdio};
use std::time::Duration;

use inquit::Linker;
use inquit_tests::linkers;

use crate::cli::Folder;
use crate::random::Random;

/// So often it is killed; `INQUIT_KILLS` says otherwise.
const KILLS: usize = 30;

#[test]
fn a_saved_linker_is_the_old_one_or_the_new_one() {
    let kills = std::env::var("INQUIT_KILLS")
        .map_or(KILLS, |kills| kills.parse().expect("INQUIT_KILLS is a number"));
    let files = linkers().map(|linker| linker.to_bytes());
    let folder = Folder::new();
    let path = folder.path("corpus.linker");
    let mut random = Random::new(7);
    let (mut seen, mut half_way) = ([0; 2], 0);
    for kill in 0..kills {
        let mut child = Command::new(env!("CARGO_BIN_EXE_save-in-turn"))
            .arg(&path)
            .stdout(Stdio::piped())
            .spawn()
            .expect("it starts");
        let mut out = BufReader::new(child.stdout.take().expect("a pipe"));
        let mut line = String::new();
        out.read_line(&mut line).expect("a line");
        assert_eq!(line, "saved\n");
        // What it says is read on, so that it never waits for that.
        let reader = std::thread::spawn(move || out.read_to_end(&mut Vec::new()));
        let moment = u64::try_from(random.below(12_000)).expect("a small number");
        std::thread::sleep(Duration::from_micros(moment));
        child.kill().expect("SIGKILL, where there are signals");
        child.wait().expect("it ends");
        reader.join().expect("a thread").expect("a pipe");

        let found = fs::read(&path).expect("it was saved once at least");
        let which = files.iter().position(|file| *file == found);
        seen[which.unwrap_or_else(|| panic!("kill {kill}: {} bytes of neither", found.len()))] += 1;
        Linker::open(&path).expect("a linker");
        for entry in fs::read_dir(folder.root()).expect("the folder") {
            let entry = entry.expect("a file").path();
            if entry != path {
                half_way += 1;
                fs::remove_file(entry).expect("what was left half-way");
            }
        }
    }
    assert!(seen.iter().all(|&count| count > 0), "each is seen: {seen:?}");
    assert!(half_way > 0, "no kill came while it was writing");
}
