//! Which candidates and which of their sources are right, by the annotation.

use std::ops::Range;

use inquit::training::{
    Article, Attribution, Model, SOURCE_VALUE_COUNT, VALUE_COUNT, shared_tokens,
};

use crate::corpus::Annotated;
use crate::forest::Examples;

/// How many words two lists of stretches share, or one has.
struct Words(Vec<u32>);

impl Words {
    fn new(article: &Article) -> Words {
        let mut count = 0;
        let mut before = vec![0];
        for at in 0..article.tokens().count() {
            count += u32::from(article.is_word(at));
            before.push(count);
        }
        Words(before)
    }

    fn count(&self, ranges: &[Range<usize>]) -> u32 {
        ranges.iter().map(|range| self.0[range.end] - self.0[range.start]).sum()
    }

    fn shared(&self, a: &[Range<usize>], b: &[Range<usize>]) -> u32 {
        let mut count = 0;
        for a in a {
            for b in b {
                let (start, end) = (a.start.max(b.start), a.end.min(b.end));
                if start < end {
                    count += self.0[end] - self.0[start];
                }
            }
        }
        count
    }

    /// Whether two stretches are the same for the greater part.
    fn same(&self, a: &[Range<usize>], b: &[Range<usize>], parts: u32) -> bool {
        let both = self.shared(a, b);
        both > 0 && both * parts >= self.count(a) + self.count(b) - both
    }
}

pub(crate) fn source_examples(
    annotated: &Annotated,
    model: &Model,
    examples: &mut Examples<SOURCE_VALUE_COUNT>,
) {
    let words = Words::new(&annotated.article);
    for example in annotated.article.source_examples(model) {
        let gold =
            annotated.attributions.iter().find(|it| words.same(&it.content, &example.content, 2));
        let Some(gold) = gold else { continue };
        for (source, values, wording) in example.sources {
            examples.words.push(wording);
            examples.values.push(values);
            examples.right.push(words.same(&gold.source, &[source], 3));
        }
    }
}

/// Returns how many attributions have a candidate that is right.
pub(crate) fn attribution_examples(
    annotated: &Annotated,
    model: &Model,
    fast: bool,
    examples: &mut Examples<VALUE_COUNT>,
) -> usize {
    let words = Words::new(&annotated.article);
    let mut found = vec![false; annotated.attributions.len()];
    for example in annotated.article.examples(model, fast) {
        let source = example.source.as_slice();
        let is_right = |gold: &Attribution| {
            let same_source = if gold.source.is_empty() {
                source.is_empty()
            } else {
                shared_tokens(&gold.source, source) > 0
            };
            same_source && words.same(&gold.content, &example.content, 2)
        };
        let mut right = false;
        for (found, gold) in found.iter_mut().zip(&annotated.attributions) {
            if is_right(gold) {
                (*found, right) = (true, true);
            }
        }
        examples.values.push(example.values);
        examples.right.push(right);
    }
    found.iter().filter(|it| **it).count()
}

/// The borders at which contents end, and those that they go past.
pub(crate) fn end_examples(annotated: &Annotated, model: &Model, examples: &mut Examples<0>) {
    let article = &annotated.article;
    let first = |range: &Range<usize>| range.clone().find(|&at| article.is_word(at));
    let last = |range: &Range<usize>| range.clone().rev().find(|&at| article.is_word(at));
    for example in article.end_examples(model) {
        let cue = std::slice::from_ref(&example.cue);
        let same = |gold: &&Attribution| {
            let start = gold.content.iter().find_map(first);
            start.is_some_and(|start| start.abs_diff(example.start) <= 1)
                && shared_tokens(&gold.cue, cue) > 0
        };
        let Some(gold) = annotated.attributions.iter().find(same) else { continue };
        let Some(end) = gold.content.iter().rev().find_map(last) else { continue };
        for (border, words) in example.borders {
            if border > end + 1 {
                break;
            }
            examples.words.push(words);
            examples.values.push([]);
            examples.right.push(border == end + 1);
        }
    }
}
