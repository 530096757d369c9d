//! Finding names of a dictionary.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use inquit::Matcher;
use inquit_bench::{article, dictionary};

fn find(criterion: &mut Criterion) {
    let text = article(1, 100_000).text;
    let mut group = criterion.benchmark_group("match");
    group.throughput(Throughput::Bytes(text.len() as u64));
    let mut counts = Vec::new();
    for entities in [64, 10_000] {
        let matcher = Matcher::new(&dictionary(entities));
        counts.push(matcher.find_iter(&text).count());
        group.bench_function(format!("{entities}-entities/inquit"), |bencher| {
            bencher.iter(|| matcher.find_iter(&text).count());
        });
    }
    group.finish();
    // The further names stand nowhere in the text.
    assert!(counts[0] > 500 && counts[0] == counts[1], "{counts:?}");
}

fn compile(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("compile");
    group.sample_size(10);
    group.bench_function("10000-entities/inquit", |bencher| bencher.iter(|| dictionary(10_000)));
    group.finish();
}

criterion_group!(benches, find, compile);
criterion_main!(benches);
