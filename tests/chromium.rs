//! The page of a report in a browser: it shows its words in light and in dark, complains of nothing,
//! and asks for nothing. Passed over only where no Chromium is installed.

use std::fs;
use std::io::Read;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use flate2::read::ZlibDecoder;

use crate::cli::Folder;
use crate::html::{hostile_links, page};

/// Under one of these names it is installed.
const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

fn chromium() -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    let files =
        std::env::split_paths(&folders).flat_map(|folder| NAMES.map(|name| folder.join(name)));
    files.into_iter().find(|file| file.is_file())
}

fn browse(chromium: &Path, folder: &Folder, more: &[&str]) -> Output {
    let profile = format!("--user-data-dir={}", folder.path("profile").display());
    let output = Command::new(chromium)
        .args([
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--hide-scrollbars",
        ])
        .args(["--disable-background-networking", "--disable-component-update", "--disable-sync"])
        .args(["--enable-logging=stderr", "--v=0", "--window-size=1000,1400", &profile])
        .args(more)
        .arg(format!("file://{}", folder.path("report.html").display()))
        .output()
        .expect("Chromium starts");
    let errors = String::from_utf8_lossy(&output.stderr);
    let said: Vec<&str> = errors.lines().filter(|line| line.contains("CONSOLE")).collect();
    assert!(said.is_empty(), "{said:#?}");
    output
}

#[test]
#[expect(clippy::print_stdout, reason = "that nothing was tried is part of the result")]
fn a_browser_shows_the_page_and_fetches_nothing() {
    let Some(chromium) = chromium() else {
        println!("no Chromium is installed: the page was not opened");
        return;
    };
    // Whoever follows an address of an article comes here.
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.set_nonblocking(true).expect("a listener that does not wait");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    let folder = Folder::new();
    folder.write("report.html", page(&hostile_links(&address)));

    let shown = browse(&chromium, &folder, &["--dump-dom"]).stdout;
    let shown = String::from_utf8_lossy(&shown);
    for words in ["We will not sell the ", "<svg", "<del", "<ins", "Who speaks"] {
        assert!(shown.contains(words), "{words}\n{shown}");
    }
    assert!(!shown.contains("<script") && !shown.contains("<img"), "{shown}");
    for (scheme, is_dark) in [("1", false), ("0", true)] {
        let picture = folder.path(&format!("{scheme}.png"));
        let screenshot = format!("--screenshot={}", picture.display());
        let scheme = format!("--blink-settings=preferredColorScheme={scheme}");
        browse(&chromium, &folder, &[&screenshot, &scheme]);
        let light = lightness(&fs::read(&picture).expect("a picture"));
        let bright = light.iter().filter(|&&it| it > 190).count() * 1000 / light.len();
        let dark = light.iter().filter(|&&it| it < 80).count() * 1000 / light.len();
        // Words cover a part of the paper, and never most of it.
        let (paper, ink) = if is_dark { (dark, bright) } else { (bright, dark) };
        assert!(paper > 700 && ink > 5, "dark: {is_dark}; paper {paper} ‰, ink {ink} ‰");
    }
    assert!(listener.accept().is_err(), "the page fetched something");
}

/// How light each pixel of a picture is: PNG of eight bits a channel, as browsers write it (ISO/IEC
/// 15948, filters of clause 9).
fn lightness(png: &[u8]) -> Vec<u8> {
    let mut chunks = &png[8..];
    let (mut width, mut channels, mut packed) = (0, 0, Vec::new());
    while let Some((head, rest)) = chunks.split_first_chunk::<8>() {
        let length = u32::from_be_bytes([head[0], head[1], head[2], head[3]]) as usize;
        match &head[4..] {
            b"IHDR" => {
                width = u32::from_be_bytes([rest[0], rest[1], rest[2], rest[3]]) as usize;
                assert_eq!((rest[8], rest[12]), (8, 0), "eight bits, not interlaced");
                channels = if rest[9] == 6 { 4 } else { 3 };
            }
            b"IDAT" => packed.extend_from_slice(&rest[..length]),
            _ => {}
        }
        chunks = &rest[length + 4..];
    }
    let mut bytes = Vec::new();
    ZlibDecoder::new(&*packed).read_to_end(&mut bytes).expect("pixels");
    let stride = width * channels;
    let mut above = vec![0_u8; stride];
    let mut light = Vec::new();
    for row in bytes.chunks_exact(stride + 1) {
        let (filter, row) = (row[0], &row[1..]);
        let mut line = vec![0_u8; stride];
        for at in 0..stride {
            let left = if at < channels { 0 } else { line[at - channels] };
            let corner = if at < channels { 0 } else { above[at - channels] };
            let guess = match filter {
                0 => 0,
                1 => left,
                2 => above[at],
                3 => u8::midpoint(left, above[at]),
                _ => paeth(left, above[at], corner),
            };
            line[at] = row[at].wrapping_add(guess);
        }
        light.extend(line.chunks_exact(channels).map(|pixel| pixel[1]));
        above = line;
    }
    light
}

fn paeth(left: u8, above: u8, corner: u8) -> u8 {
    let sum = i16::from(left) + i16::from(above) - i16::from(corner);
    let far = |it: u8| (sum - i16::from(it)).abs();
    if far(left) <= far(above) && far(left) <= far(corner) {
        left
    } else if far(above) <= far(corner) {
        above
    } else {
        corner
    }
}
