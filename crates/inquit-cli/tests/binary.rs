//! The `inquit` binary: what only a process of its own has. It stands here because Cargo tells the
//! path of a binary to the tests of its own package alone; everything else is tested in the process
//! of the tests of the workspace.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, Command, Output, Stdio};

const QUOTE: &str = "“We sail at noon, and we sail whatever the wind may say,” said Ida Holm.";

/// The command, in an environment that says nothing of terminals and colours.
fn inquit(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_inquit"));
    command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS"] {
        command.env_remove(name);
    }
    command.env("TERM", "xterm");
    command
}

fn output(command: &mut Command, stdin: &[u8]) -> Output {
    let mut child = command.spawn().expect("the binary starts");
    let mut input = child.stdin.take().expect("a pipe");
    // A run that is refused does not read.
    let _ = input.write_all(stdin);
    drop(input);
    child.wait_with_output().expect("it ends")
}

#[test]
fn scripts_see_how_it_ended() {
    for (args, stdin, code) in [
        (&["extract", "-"][..], QUOTE.as_bytes(), 0),
        (&["show"], QUOTE.as_bytes(), 0),
        (&["--version"], b"", 0),
        (&["extract", "-"], b"{\"text\": \"a\"}\n[]\n", 1),
        (&["show", "-"], b"\xFF", 1),
        (&["extract", "no such file.txt"], b"", 2),
        (&["extract", "--nonsense"], b"", 2),
        (&[], b"", 2),
    ] {
        let output = output(&mut inquit(args), stdin);
        assert_eq!(output.status.code(), Some(code), "{args:?}");
        assert_eq!(output.stderr.is_empty(), code == 0, "{args:?}");
    }
}

#[test]
fn a_reader_that_goes_away_ends_it_quietly() {
    let lines = format!("{{\"text\": \"{QUOTE}\"}}\n").repeat(20_000);
    for args in [&["extract", "-"][..], &["extract", "--format", "csv"], &["show", "-"]] {
        let mut child = inquit(args).spawn().expect("the binary starts");
        let mut first = [0; 10];
        let mut stdout = child.stdout.take().expect("a pipe");
        let mut stdin = child.stdin.take().expect("a pipe");
        let lines = lines.as_bytes();
        std::thread::scope(|scope| {
            // The run ends in the middle of its input, and so may this.
            scope.spawn(move || stdin.write_all(lines).is_ok());
            stdout.read_exact(&mut first).expect("a beginning");
            drop(stdout);
        });
        let output = child.wait_with_output().expect("it ends");
        assert_eq!(output.status.code(), Some(0), "{args:?}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{args:?}");
    }
}

#[test]
fn colours_follow_the_environment() {
    let colours = |args: &[&str], variables: &[(&str, &str)]| {
        let output = output(inquit(args).envs(variables.iter().copied()), QUOTE.as_bytes());
        String::from_utf8_lossy(&output.stdout).contains('\u{1b}')
    };
    assert!(!colours(&["show", "-"], &[]), "a pipe has no colours");
    assert!(colours(&["show", "-"], &[("CLICOLOR_FORCE", "1")]));
    assert!(!colours(&["show", "-"], &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
    assert!(!colours(&["show", "--color=never", "-"], &[("CLICOLOR_FORCE", "1")]));
    assert!(colours(&["show", "--color=always", "-"], &[("NO_COLOR", "1")]));
}

#[test]
fn lines_are_as_wide_as_the_environment_says() {
    let long = format!("“{}now,” said Ida Holm.", "We sail ".repeat(40));
    let lines = |columns: &str| {
        let output = output(inquit(&["show", "-"]).env("COLUMNS", columns), long.as_bytes());
        let page = String::from_utf8(output.stdout).expect("UTF-8");
        page.lines().map(|line| line.chars().count()).max().expect("lines")
    };
    assert!((30..=40).contains(&lines("40")));
    assert!((70..=80).contains(&lines("80")));
    for nonsense in ["", "0", "wide"] {
        assert_eq!(lines(nonsense), lines("80"));
    }
}

/// Sends a line and waits for the one that answers it.
fn answer(child: &mut Child, line: &str, answers: &mut impl BufRead) -> String {
    let stdin = child.stdin.as_mut().expect("a pipe");
    stdin.write_all(line.as_bytes()).expect("it reads");
    let mut answer = String::new();
    answers.read_line(&mut answer).expect("it answers");
    answer
}

#[test]
fn a_line_is_answered_before_the_next_one_comes() {
    let mut child = inquit(&["extract", "-"]).spawn().expect("the binary starts");
    let mut answers = BufReader::new(child.stdout.take().expect("a pipe"));
    for id in ["a", "b", "c"] {
        let line = format!("{{\"id\": \"{id}\", \"text\": \"{QUOTE}\"}}\n\n");
        let answer = answer(&mut child, &line, &mut answers);
        assert!(answer.contains(&format!("\"id\":\"{id}\"")), "{answer}");
    }
    drop(child.stdin.take());
    assert!(child.wait().expect("it ends").success());
}

#[cfg(unix)]
#[test]
fn an_interrupt_ends_it_at_once() {
    use std::os::unix::process::ExitStatusExt;

    let mut child = inquit(&["extract", "-"]).spawn().expect("the binary starts");
    let mut answers = BufReader::new(child.stdout.take().expect("a pipe"));
    answer(&mut child, "{\"text\": \"It runs.\"}\n", &mut answers);
    let kill = format!("kill -INT {}", child.id());
    assert!(Command::new("sh").args(["-c", &kill]).status().expect("a shell").success());
    let status = child.wait().expect("it ends");
    if ignores_interrupts() {
        // Whoever started this run wants no interrupts, as a shell does for its background jobs.
        assert!(status.success(), "{status}");
    } else {
        assert_eq!(status.signal(), Some(2), "{status}");
    }
}

/// Whether interrupts are ignored here, and so in every process started from here.
#[cfg(unix)]
fn ignores_interrupts() -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let mask = mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
    mask.is_some_and(|mask| mask & 1 << 1 != 0)
}

#[cfg(unix)]
#[test]
fn a_pipe_that_is_named_is_read_like_standard_input() {
    for (stdin, documents) in [("{\"text\": \"a\"}\n{\"text\": \"b\"}\n", 2), (QUOTE, 1)] {
        let output = output(&mut inquit(&["extract", "/dev/stdin"]), stdin.as_bytes());
        assert_eq!(output.status.code(), Some(0));
        let lines = String::from_utf8(output.stdout).expect("UTF-8");
        assert_eq!(lines.lines().count(), documents, "{lines}");
        assert!(lines.contains("\"id\":\"stdin"), "{lines}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_line_without_end_takes_no_more_memory_than_the_limit() {
    let mut child = inquit(&["extract", "-"]).spawn().expect("the binary starts");
    let mut answers = BufReader::new(child.stdout.take().expect("a pipe"));
    let stdin = child.stdin.as_mut().expect("a pipe");
    stdin.write_all(b"{\"text\": \"").expect("it reads");
    let part = vec![b'a'; 1 << 20];
    for _ in 0..300 {
        stdin.write_all(&part).expect("it reads");
    }
    answer(&mut child, "\"}\n{\"text\": \"The next one.\"}\n", &mut answers);
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).expect("alive");
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("a peak");
    let peak: u64 = peak.trim().trim_end_matches(" kB").parse().expect("a number");
    assert!(peak < 128 << 10, "{peak} KiB");
    drop(child.stdin.take());
    assert_eq!(child.wait().expect("it ends").code(), Some(1));
}
