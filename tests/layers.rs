//! Holds the shape of the code: layers that import downward only, small files, thin `mod.rs`.

mod paths;

use std::fs;
use std::path::{Path, PathBuf};

use self::paths::{first_item_but_mod_and_use, lex, paths};

/// The layers of the core crate; each may use those before it.
const LAYERS: [&str; 13] = [
    "error",
    "named",
    "confidence",
    "text",
    "artefact",
    "lexicon",
    "document",
    "tagger",
    "entity",
    "quote",
    "annotate",
    "corpus",
    "record",
];

/// The crates, each with the crates of this workspace that it may use; only the binding crate may
/// know Python, and only the command line may know a terminal.
const CRATES: [(&str, &[&str]); 5] = [
    ("inquit", &[]),
    ("inquit-io", &["inquit"]),
    ("inquit-cli", &["inquit", "inquit-io"]),
    ("inquit-python", &["inquit", "inquit-io", "inquit-cli"]),
    ("inquit-train", &["inquit", "inquit-io"]),
];

const LONGEST_FILE: usize = 400;

#[test]
fn layers_import_downward_only() {
    let src = root().join("crates/inquit/src");
    let mut wrong = Vec::new();
    for file in rust_files(&src) {
        let place = file.strip_prefix(&src).expect("a file of the core").to_owned();
        wrong.extend(bad_imports(&place, &read(&file)));
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn planted_bad_imports_are_found() {
    let planted = [
        ("text/span.rs", "use crate::document::Document;"),
        ("text/span.rs", "use crate::{error::Error, document::Document};"),
        (
            "text/span.rs",
            "use crate::{\n    error::Error,\n    quote::{Quote, QuoteKind as Kind},\n};",
        ),
        ("text/span.rs", "use { crate::record };"),
        ("text/span.rs", "use super::super::annotate::Annotator;"),
        ("text/mod.rs", "use super::entity;"),
        ("error.rs", "use super::text::Span;"),
        ("error.rs", "fn f(_: &crate::text::Span) {}"),
        (
            "error.rs",
            "/// [`crate::error`]\n#[doc(alias = \"x\")]\nfn f() -> crate :: record /* */ :: Record { todo!() }",
        ),
        ("named.rs", "macro_rules! m { () => { $crate::record::Record } }"),
        ("entity/model.rs", "mod inner { use super::super::super::quote::Quote; }"),
        ("entity/model.rs", "pub(in crate::quote) fn f() {}"),
        // Through the facade, or a new name of the root, an import could go anywhere.
        ("corpus/story.rs", "use crate::Span;"),
        ("corpus/story.rs", "use crate::*;"),
        ("corpus/story.rs", "use crate as all; use all::record::Record;"),
        ("quote/utterance.rs", "use crate::misc::Thing;"),
        ("misc.rs", ""),
    ];
    for (place, code) in planted {
        assert!(!bad_imports(Path::new(place), code).is_empty(), "{place}: missed {code}");
    }
}

#[test]
fn good_imports_pass() {
    let fine = [
        ("lib.rs", "mod text; pub use crate::record::Record;"),
        ("text/span.rs", "use super::token::Token; use super::super::error::Error;"),
        (
            "text/span.rs",
            "use crate::text::{self, Span}; pub(crate) fn f() {} pub(super) fn g() {}",
        ),
        ("text/mod.rs", "mod span; use super::error::Error; pub(crate) use self::span::Span;"),
        ("text/span.rs", "// use crate::record::Record;\n/* crate::quote::Quote */ fn f() {}"),
        (
            "text/span.rs",
            "/// See [`Document`](crate::Document).\nconst S: &str = \"crate::quote\";",
        ),
        (
            "text/span.rs",
            "const S: &str = r#\"use crate::quote;\"#; fn f<'a>(c: &'a char) -> bool { *c == '\"' }",
        ),
        ("quote/detector.rs", "mod tests { use super::*; use super::super::model::Quote; }"),
        ("record.rs", "use crate::{annotate::Annotations, corpus::Story, text::{Span, CharSpan}};"),
    ];
    for (place, code) in fine {
        assert_eq!(bad_imports(Path::new(place), code), [""; 0], "{place}: {code}");
    }
}

#[test]
fn mod_files_only_declare_and_export() {
    let wrong: Vec<String> = all_rust_files()
        .into_iter()
        .filter(|file| file.ends_with("mod.rs"))
        .filter_map(|file| Some((first_item_but_mod_and_use(lex(&read(&file)))?, file)))
        .map(|(item, file)| format!("{}: `{item} …` belongs in a file of its own", shown(&file)))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn planted_items_in_mod_files_are_found() {
    let item = |code| first_item_but_mod_and_use(lex(code));
    let fine = "//! Docs.\n#![allow(x)]\n/// Docs.\n#[cfg(y)]\npub mod a;\nmod b;\npub(crate) use b::C;\nuse d::{E, F};";
    assert_eq!(item(fine), None);
    assert_eq!(item("mod a; pub(crate) fn f() {}").as_deref(), Some("fn f () { }"));
    assert_eq!(item("mod a { } use a::B;").as_deref(), Some("mod a { } use"));
    assert_eq!(item("const A: u8 = 1;").as_deref(), Some("const A : u8"));
}

#[test]
fn files_are_short_and_named_by_what_they_hold() {
    let mut wrong = Vec::new();
    for file in all_rust_files() {
        let lines = read(&file).lines().count();
        if lines > LONGEST_FILE {
            wrong.push(format!("{}: {lines} lines, more than {LONGEST_FILE}", shown(&file)));
        }
        let names = file.iter().filter_map(|part| Path::new(part).file_stem()?.to_str());
        if let Some(name) = names.into_iter().find(|name| says_nothing(name)) {
            wrong.push(format!("{}: `{name}` says nothing of what is inside", shown(&file)));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

fn says_nothing(name: &str) -> bool {
    name.split(['_', '-']).any(|word| {
        matches!(word, "util" | "utils" | "helper" | "helpers" | "common" | "misc" | "shared")
    })
}

#[test]
fn crates_depend_downward_only() {
    let mut wrong = Vec::new();
    for entry in fs::read_dir(root().join("crates")).expect("the crates") {
        let folder = entry.expect("a crate").path();
        let manifest: toml::Table =
            read(&folder.join("Cargo.toml")).parse().expect("a manifest that cargo reads");
        let name = manifest["package"]["name"].as_str().expect("a name");
        wrong.extend(bad_dependencies(name, &manifest));
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn planted_bad_dependencies_are_found() {
    let bad = |name, manifest: &str| bad_dependencies(name, &manifest.parse().unwrap()).len();
    assert_eq!(bad("inquit", "[dependencies]\nserde.workspace = true"), 0);
    assert_eq!(bad("inquit", "[dependencies]\npyo3 = '0.30'"), 1);
    assert_eq!(bad("inquit", "[target.'cfg(unix)'.dependencies]\npyo3-ffi = '0.30'"), 1);
    assert_eq!(bad("inquit", "[dev-dependencies]\ninquit-io.workspace = true"), 1);
    assert_eq!(bad("inquit-io", "[dependencies]\ninquit-cli.workspace = true\nclap = '4'"), 2);
    assert_eq!(bad("inquit-python", "[dependencies]\npyo3 = '0.30'\ninquit.workspace = true"), 0);
    assert_eq!(bad("inquit-new", ""), 1);
}

/// What is wrong about the imports of one file of the core, whose path starts below `src`.
fn bad_imports(place: &Path, code: &str) -> Vec<String> {
    let mut module: Vec<String> = place
        .with_extension("")
        .iter()
        .map(|part| part.to_str().expect("names in ASCII").to_owned())
        .collect();
    if module == ["lib"] {
        return Vec::new();
    }
    module.pop_if(|last| last == "mod");
    let Some(rank) = LAYERS.iter().position(|layer| *layer == module[0]) else {
        return vec![format!("{}: `{}` is not a layer", place.display(), module[0])];
    };
    let mut wrong = Vec::new();
    for path in paths(lex(code), &module) {
        let used = path.first().map_or("", String::as_str);
        let problem = match LAYERS.iter().position(|layer| *layer == used) {
            Some(other) if other <= rank => continue,
            Some(_) => format!("`{}` uses the later layer `{used}`", LAYERS[rank]),
            None => format!("import `crate::{}` by its layer", path.join("::")),
        };
        wrong.push(format!("{}: {problem}", place.display()));
    }
    wrong
}

fn bad_dependencies(name: &str, manifest: &toml::Table) -> Vec<String> {
    let Some((_, allowed)) = CRATES.iter().find(|(known, _)| *known == name) else {
        return vec![format!("crate `{name}` has no place in the layers of crates")];
    };
    let kinds = ["dependencies", "dev-dependencies", "build-dependencies"];
    let targets = manifest.get("target").and_then(toml::Value::as_table);
    let tables = targets.into_iter().flatten().filter_map(|(_, target)| target.as_table());
    std::iter::once(manifest)
        .chain(tables)
        .flat_map(|table| kinds.iter().filter_map(|kind| table.get(*kind)?.as_table()))
        .flat_map(toml::Table::keys)
        .filter(|used| match used.as_str() {
            used if used.starts_with("inquit") => !allowed.contains(&used),
            used if used.starts_with("pyo3") => name != "inquit-python",
            "clap" | "anstream" | "indicatif" => name != "inquit-cli",
            _ => false,
        })
        .map(|used| format!("crate `{name}` must not depend on `{used}`"))
        .collect()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests lie in the project").to_owned()
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// A path below the root of the project.
fn shown(file: &Path) -> String {
    file.strip_prefix(root()).unwrap_or(file).display().to_string()
}

fn all_rust_files() -> Vec<PathBuf> {
    ["crates", "tests", "benches"]
        .iter()
        .flat_map(|folder| rust_files(&root().join(folder)))
        .collect()
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display())) {
        let path = entry.expect("an entry").path();
        if path.is_dir() && !path.ends_with("target") {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}
