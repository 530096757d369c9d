//! Where the frames of a document and their contents stand, in text order.

use super::model::Frame;

/// The stretches of content in order, the outer one first where two begin together.
pub(super) fn contents(frames: &[Frame<'_>]) -> Vec<(u32, u32, usize)> {
    let mut contents: Vec<_> = frames
        .iter()
        .enumerate()
        .flat_map(|(frame, it)| it.content.iter().map(move |span| (span.start, span.end, frame)))
        .collect();
    contents.sort_by_key(|&(start, end, frame)| (start, std::cmp::Reverse(end), frame));
    contents
}

/// Where each frame begins: with its source or its content.
pub(super) fn begins(frames: &[Frame<'_>]) -> Vec<(u32, usize)> {
    let mut begins: Vec<_> = frames
        .iter()
        .enumerate()
        .filter_map(|(frame, it)| {
            let content = it.content.first().map(|span| span.start);
            let source = it.source.map(|span| span.start);
            Some((content.into_iter().chain(source).min()?, frame))
        })
        .collect();
    begins.sort_unstable();
    begins
}
