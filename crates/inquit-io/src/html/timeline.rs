//! Who reported when, as a drawing: a lane for each outlet, a dot for each document.

use std::collections::HashMap;

use super::markup::Html;
use super::plain::{MINUTES_OF_DAY, Moment, count_of, counted, shortened};
use super::plan::PlannedStory;
use super::utterance::reports;

const WIDTH: i64 = 720;
/// Where lanes begin; names of outlets stand left of it.
const LEFT: i64 = 190;
const RIGHT: i64 = WIDTH - 40;
const TOP: i64 = 14;
const LANE: i64 = 26;
/// Letters of the name of an outlet that fit.
const NAME: usize = 26;
/// So many days at most have a line.
const MOST_LINES: i64 = 7;

/// A document with a date.
struct Dot {
    lane: usize,
    minute: i64,
    quotations: usize,
}

/// Writes the drawing, where there are two documents with a date to be seen on it.
pub(super) fn timeline(html: &mut Html, story: &PlannedStory<'_>, lanes: usize) {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for member in story.utterances.iter().flat_map(|it| reports(it)) {
        *counts.entry(&member.document).or_default() += 1;
    }
    let mut names: Vec<&str> = Vec::new();
    let mut numbers: HashMap<&str, usize> = HashMap::new();
    let mut dots = Vec::new();
    for document in &story.documents {
        let Some(moment) = document.published.as_deref().and_then(Moment::of) else { continue };
        let outlet: &str = document.outlet.as_deref().unwrap_or(&document.id);
        let lane = *numbers.entry(outlet).or_insert_with(|| {
            names.push(outlet);
            names.len() - 1
        });
        let quotations = counts.get(&*document.id).copied().unwrap_or(0);
        dots.push(Dot { lane, minute: moment.minute(), quotations });
    }
    if dots.len() < 2 || lanes == 0 {
        return;
    }
    let hidden = names.len().saturating_sub(lanes);
    names.truncate(lanes);
    dots.retain(|dot| dot.lane < lanes);
    html.leaf("h4", &[], "When it was reported");
    html.element("figure", &[("class", "wide"), ("tabindex", "0")], |html| {
        draw(html, &names, &dots);
        html.element("figcaption", &[], |html| {
            html.text("A dot is an article; the number beside it counts the quotations in it.");
            if hidden > 0 {
                html.text(&format!(" Not drawn: {}.", count_of(hidden, "more outlet")));
            }
        });
    });
}

fn draw(html: &mut Html, names: &[&str], dots: &[Dot]) {
    let scale = Scale::of(dots);
    let lanes = i64::try_from(names.len()).unwrap_or(0);
    let bottom = TOP + lanes * LANE;
    let view = format!("0 0 {WIDTH} {}", bottom + 26);
    let what =
        format!("{} of {}", count_of(dots.len(), "article"), count_of(names.len(), "outlet"));
    let attributes = [
        ("class", "timeline"),
        ("viewBox", &*view),
        ("role", "img"),
        ("aria-label", &*what),
        ("xmlns", "http://www.w3.org/2000/svg"),
    ];
    html.element("svg", &attributes, |html| {
        for day in scale.days() {
            let x = scale.x(day * MINUTES_OF_DAY).to_string();
            let (top, bottom) = (TOP.to_string(), bottom.to_string());
            html.void("line", &[("x1", &x), ("x2", &x), ("y1", &top), ("y2", &bottom)]);
            let y = (TOP + lanes * LANE + 18).to_string();
            let label = Moment::of_day(day).short_day();
            html.leaf("text", &[("class", "day"), ("x", &x), ("y", &y)], &label);
        }
        for (lane, name) in (0..).zip(names) {
            let y = (TOP + lane * LANE + LANE / 2 + 4).to_string();
            let x = (LEFT - 14).to_string();
            let attributes = [("class", "lane"), ("x", &*x), ("y", &*y)];
            html.leaf("text", &attributes, &fitting(name));
        }
        for dot in dots {
            let lane = i64::try_from(dot.lane).unwrap_or(0);
            let y = TOP + lane * LANE + LANE / 2;
            let x = scale.x(dot.minute);
            let title = count_of(dot.quotations, "quotation");
            html.element("g", &[], |html| {
                html.leaf("title", &[], &title);
                let (cx, cy) = (x.to_string(), y.to_string());
                html.void("circle", &[("cx", &cx), ("cy", &cy), ("r", "5")]);
                let (x, y) = ((x + 9).to_string(), (y + 4).to_string());
                html.leaf("text", &[("x", &x), ("y", &y)], &counted(dot.quotations));
            });
        }
    });
}

/// A name that does not run into the lanes.
fn fitting(name: &str) -> String {
    let name = shortened(name, NAME);
    if name.chars().count() <= NAME {
        return name;
    }
    let mut short: String = name.chars().take(NAME - 1).collect();
    short.push('…');
    short
}

/// From minutes to places.
struct Scale {
    first: i64,
    last: i64,
}

impl Scale {
    fn of(dots: &[Dot]) -> Scale {
        let minutes = || dots.iter().map(|dot| dot.minute);
        let first = minutes().min().unwrap_or(0);
        Scale { first, last: minutes().max().unwrap_or(first) }
    }

    fn x(&self, minute: i64) -> i64 {
        let all = (self.last - self.first).max(1);
        if self.last == self.first {
            return LEFT;
        }
        LEFT + (minute - self.first) * (RIGHT - LEFT) / all
    }

    /// The days that have a line: the midnights inside, not too many, or the day of all.
    fn days(&self) -> Vec<i64> {
        let first = (self.first + MINUTES_OF_DAY - 1).div_euclid(MINUTES_OF_DAY);
        let last = self.last.div_euclid(MINUTES_OF_DAY);
        let steps = [1, 2, 7, 14, 28, 91, 182, 365, 3_650, 36_500];
        let count = |step: &i64| (last - first) / step < MOST_LINES;
        let step = steps.into_iter().find(count).unwrap_or((last - first).max(1));
        (first..=last).step_by(usize::try_from(step).unwrap_or(usize::MAX)).collect()
    }
}
