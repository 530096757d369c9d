//! Memory, in a program of its own: what other tests allocate at the same time would count too.

use serde_json::Value;

#[test]
fn what_a_library_keeps_is_counted() {
    let arguments =
        ["inquit-bench", "matcher", "--json", "--aliases", "1000", "--megabytes", "0.05"];
    let mut out = Vec::new();
    inquit_bench::run(arguments, &mut out).expect("rows");
    let rows = String::from_utf8(out).expect("text");
    assert!(rows.lines().count() > 5, "{rows}");
    for row in rows.lines() {
        let read: Value = serde_json::from_str(row).expect("JSON");
        let bytes_each = read["heap_mb"].as_f64().expect("a number") * 1e6 / 1_000.0;
        // A name has thirteen bytes; an automaton in which each byte is a state takes the most.
        assert!((10.0..2_000.0).contains(&bytes_each), "{row}");
    }
}
