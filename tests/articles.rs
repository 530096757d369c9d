//! Runs the articles of `articles/`: each `NAME.txt` has an answer sheet `NAME.toml` beside it.

use std::fs;
use std::path::Path;

use inquit::Mode;

use crate::expectation::{check, read_sheet};

#[test]
fn every_article_is_annotated_as_its_sheet_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("articles");
    let mut failed = Vec::new();
    let mut texts = Vec::new();
    let mut sheets = Vec::new();
    for entry in folder.read_dir().expect("the folder of articles") {
        let path = entry.expect("an entry").path();
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("txt") => texts.push(path),
            Some("toml") => sheets.push(path),
            _ => {}
        }
    }
    texts.sort();
    assert!(!texts.is_empty(), "no articles in {}", folder.display());
    assert_eq!(texts.len(), sheets.len(), "as many articles as answer sheets");
    for file in texts {
        let name = file.file_stem().expect("a name").to_string_lossy().into_owned();
        let text = fs::read_to_string(&file).expect("an article in UTF-8");
        let wrong = check(&read_sheet(&file.with_extension("toml")), &name, &text, Mode::default());
        if !wrong.is_empty() {
            failed.push(format!("{name}\n{}\n", wrong.join("\n")));
        }
    }
    assert!(failed.is_empty(), "{} articles\n\n{}", failed.len(), failed.join("\n----\n"));
}
