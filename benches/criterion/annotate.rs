//! Annotating articles, alone and as a batch.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use inquit::{Annotations, Annotator, BatchOptions, Document, QuoteKind};
use inquit_bench::article::{Article, article};

/// A wrong answer must not look fast.
fn check(found: &Annotations, article: &Article) {
    let direct = found.quotes().iter().filter(|quote| quote.kind() == QuoteKind::Direct).count();
    assert_eq!(direct, article.quotations, "{}", article.text);
}

fn annotate(criterion: &mut Criterion) {
    let annotator = Annotator::new();
    let articles: Vec<Article> = (0..200).map(|number| article(number, 4_000)).collect();
    let documents: Vec<Document> = articles
        .iter()
        .enumerate()
        .map(|(number, article)| Document::new(number.to_string(), article.text.as_str()))
        .collect::<Result<_, _>>()
        .expect("short texts");
    for (found, article) in annotator.annotate_all(&documents).iter().zip(&articles) {
        check(found, article);
    }

    let mut group = criterion.benchmark_group("annotate");
    group.throughput(Throughput::Bytes(articles[0].text.len() as u64));
    group.bench_function("article/inquit", |bencher| {
        bencher.iter(|| annotator.annotate(&documents[0]));
    });
    group.throughput(Throughput::Bytes(articles.iter().map(|it| it.text.len() as u64).sum()));
    group.sample_size(10);
    for threads in [1, 2] {
        let options = BatchOptions::new().threads(threads);
        group.bench_function(format!("200-articles-{threads}-threads/inquit"), |bencher| {
            bencher.iter(|| annotator.annotate_all_with(&documents, options).expect("threads"));
        });
    }
    group.finish();
}

criterion_group!(benches, annotate);
criterion_main!(benches);
