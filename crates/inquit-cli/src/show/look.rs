//! How pages look.

use anstyle::{AnsiColor, Style};

use crate::paint::paint;
use crate::streams::Terminal;

/// How pages look.
#[derive(Clone, Copy, Debug)]
pub(super) struct Look {
    pub(super) width: usize,
    pub(super) colour: bool,
}

pub(super) const TITLE: Style = Style::new().bold();
pub(super) const NAME: Style = AnsiColor::Cyan.on_default().bold();
pub(super) const NOBODY: Style = Style::new().italic();
pub(super) const ASIDE: Style = Style::new().dimmed();

/// Longer lines are hard to read, shorter ones hold no sentence.
const WIDTHS: (usize, usize) = (30, 100);

impl Look {
    pub(super) fn of(terminal: Terminal) -> Look {
        let width = terminal.width.clamp(WIDTHS.0, WIDTHS.1);
        Look { width, colour: terminal.stdout.colour }
    }

    pub(super) fn paint(self, style: Style, text: &str) -> String {
        paint(self.colour, style, text)
    }
}
