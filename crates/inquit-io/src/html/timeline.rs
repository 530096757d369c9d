//! Who reported when, as a drawing: a lane for each outlet, a dot where it reported.

use std::collections::HashMap;

use super::markup::Html;
use super::plain::{MINUTES_OF_DAY, Moment, count_of, counted, shortened};
use super::plan::PlannedStory;
use super::utterance::{known, reports};

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

/// Marks of a lane are so far from each other at least: between them is room for a number, and a lane
/// has no more of them than fit, however many articles there are.
const APART: i64 = 30;
/// A mark of one article is so large, and one of very many.
const RADIUS: (i64, i64) = (5, 9);

/// The documents of a lane at one place.
struct Mark {
    lane: usize,
    /// Where the first begins and the last ends, in minutes: a day without a time lasts all day.
    minutes: (i64, i64),
    has_time: bool,
    first: Moment,
    last: Moment,
    articles: usize,
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
        let outlet: &str = known(document.outlet.as_deref()).unwrap_or(&document.id);
        let lane = *numbers.entry(outlet).or_insert_with(|| {
            names.push(outlet);
            names.len() - 1
        });
        let (begin, has_time) = (moment.minute(), moment.has_time());
        dots.push(Mark {
            lane,
            minutes: (begin, if has_time { begin } else { begin + MINUTES_OF_DAY }),
            has_time,
            first: moment,
            last: moment,
            articles: 1,
            quotations: counts.get(&*document.id).copied().unwrap_or(0),
        });
    }
    if dots.len() < 2 || lanes == 0 {
        return;
    }
    let hidden = names.len().saturating_sub(lanes);
    names.truncate(lanes);
    dots.retain(|dot| dot.lane < lanes);
    let articles = dots.len();
    let scale = Scale::of(&dots);
    let marks = joined(dots, &scale);
    html.leaf("h4", &[], "When it was reported");
    html.element("figure", &[], |html| {
        let region = [
            ("class", "wide"),
            ("role", "region"),
            ("aria-label", "When it was reported"),
            ("tabindex", "0"),
        ];
        html.element("div", &region, |html| draw(html, &names, &marks, &scale, articles));
        html.element("figcaption", &[], |html| {
            html.text(
                "A dot is an article, or several close together; a bar is a day of which no time is \
                 known. The number beside it counts the quotations in it.",
            );
            if hidden > 0 {
                html.text(&format!(" Not drawn: {}.", count_of(hidden, "more outlet")));
            }
        });
    });
}

/// Marks that would lie on each other as one with the sum.
fn joined(mut dots: Vec<Mark>, scale: &Scale) -> Vec<Mark> {
    dots.sort_by_key(|it| (it.lane, it.has_time, it.minutes));
    let mut marks: Vec<Mark> = Vec::new();
    for dot in dots {
        let near = marks.last_mut().filter(|it| {
            let is_alike = (it.lane, it.has_time) == (dot.lane, dot.has_time);
            is_alike && scale.x(dot.minutes.0) - scale.x(it.minutes.0) < APART
        });
        match near {
            Some(mark) => {
                mark.minutes.1 = dot.minutes.1;
                mark.last = dot.last;
                mark.articles += 1;
                mark.quotations += dot.quotations;
            }
            None => marks.push(dot),
        }
    }
    marks
}

fn draw(html: &mut Html, names: &[&str], marks: &[Mark], scale: &Scale, articles: usize) {
    let lanes = i64::try_from(names.len()).unwrap_or(0);
    let bottom = TOP + lanes * LANE;
    let view = format!("0 0 {WIDTH} {}", bottom + 44);
    let what = format!("{} of {}", count_of(articles, "article"), count_of(names.len(), "outlet"));
    let attributes = [
        ("class", "timeline"),
        ("viewBox", &*view),
        ("role", "img"),
        ("aria-label", &*what),
        ("xmlns", "http://www.w3.org/2000/svg"),
    ];
    html.element("svg", &attributes, |html| {
        let mut year = scale.first.year();
        for day in scale.days() {
            let x = scale.x(day * MINUTES_OF_DAY).to_string();
            let (top, bottom, y) = (TOP.to_string(), bottom.to_string(), (bottom + 18).to_string());
            html.void("line", &[("x1", &x), ("x2", &x), ("y1", &top), ("y2", &bottom)]);
            let day = Moment::of_day(day);
            let label = if day.year() == year { day.short_day() } else { day.short() };
            year = day.year();
            html.leaf("text", &[("class", "day"), ("x", &x), ("y", &y)], &label);
        }
        let y = (bottom + 38).to_string();
        let (first, last) = (scale.first.short(), scale.last.short());
        html.leaf("text", &[("class", "end"), ("x", &LEFT.to_string()), ("y", &y)], &first);
        if first != last {
            let x = RIGHT.to_string();
            html.leaf("text", &[("class", "end last"), ("x", &x), ("y", &y)], &last);
        }
        for (lane, name) in (0..).zip(names) {
            let y = (TOP + lane * LANE + LANE / 2 + 4).to_string();
            let x = (LEFT - 14).to_string();
            let attributes = [("class", "lane"), ("x", &*x), ("y", &*y)];
            html.leaf("text", &attributes, &fitting(name));
        }
        for mark in marks {
            html.element("g", &[], |html| drawn(html, mark, scale));
        }
    });
}

/// Draws a mark: a dot, or a hollow bar where only the day is known.
fn drawn(html: &mut Html, mark: &Mark, scale: &Scale) {
    let y = TOP + i64::try_from(mark.lane).unwrap_or(0) * LANE + LANE / 2;
    let (from, to) = (scale.x(mark.minutes.0), scale.x(mark.minutes.1));
    let more = i64::try_from(mark.articles.saturating_sub(1)).unwrap_or(i64::MAX);
    let radius = RADIUS.0.saturating_add(more).min(RADIUS.1);
    let (first, last) = (mark.first.short(), mark.last.short());
    let when = if first == last { first } else { format!("{first} to {last}") };
    let unknown = if mark.has_time { "" } else { ", time not known" };
    let (articles, quotations) =
        (count_of(mark.articles, "article"), count_of(mark.quotations, "quotation"));
    html.leaf("title", &[], &format!("{articles}, {quotations}: {when}{unknown}"));
    let end = if mark.has_time {
        let (cx, cy, r) = (from.to_string(), y.to_string(), radius.to_string());
        html.void("circle", &[("cx", &cx), ("cy", &cy), ("r", &r)]);
        from + radius
    } else {
        let width = (to - from).max(2 * radius);
        let (x, top) = (from.to_string(), (y - radius).to_string());
        let (wide, high) = (width.to_string(), (2 * radius).to_string());
        let place = [("x", &*x), ("y", &*top), ("width", &*wide), ("height", &*high)];
        html.void("rect", &place);
        from + width
    };
    let (x, y) = ((end + 4).to_string(), (y + 4).to_string());
    html.leaf("text", &[("x", &x), ("y", &y)], &counted(mark.quotations));
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
    minutes: (i64, i64),
    /// The moments at the ends.
    first: Moment,
    last: Moment,
}

impl Scale {
    fn of(dots: &[Mark]) -> Scale {
        let first = dots.iter().min_by_key(|dot| dot.minutes.0);
        let last = dots.iter().max_by_key(|dot| dot.minutes.1);
        Scale {
            minutes: (first.map_or(0, |it| it.minutes.0), last.map_or(0, |it| it.minutes.1)),
            first: first.map_or(Moment::of_day(0), |it| it.first),
            last: last.map_or(Moment::of_day(0), |it| it.last),
        }
    }

    fn x(&self, minute: i64) -> i64 {
        let (first, last) = self.minutes;
        LEFT + (minute - first) * (RIGHT - LEFT) / (last - first).max(1)
    }

    /// The days that have a line: the midnights inside, not too many, or the day of all.
    fn days(&self) -> Vec<i64> {
        let first = (self.minutes.0 + MINUTES_OF_DAY - 1).div_euclid(MINUTES_OF_DAY);
        let last = self.minutes.1.div_euclid(MINUTES_OF_DAY);
        let steps = [1, 2, 7, 14, 28, 91, 182, 365, 3_650, 36_500];
        let count = |step: &i64| (last - first) / step < MOST_LINES;
        let step = steps.into_iter().find(count).unwrap_or((last - first).max(1));
        (first..=last).step_by(usize::try_from(step).unwrap_or(usize::MAX)).collect()
    }
}
