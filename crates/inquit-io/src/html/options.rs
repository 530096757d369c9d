//! What can be set of a report.

/// How much of what was found a report shows. What is not shown is counted: "and 312 more".
///
/// The page grows with these, not with the corpus: with the defaults, and quotations of usual length,
/// it has at most a few million bytes however many articles there are. Where words are limited so are
/// characters, [`ReportOptions::LETTERS`] for each word, as there are scripts without spaces.
///
/// ```
/// use inquit_io::ReportOptions;
///
/// let options = ReportOptions::new().with_title("The ferry").with_stories(10);
/// assert_eq!(options, options.clone().with_reports(12));
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ReportOptions {
    pub(super) title: String,
    pub(super) stories: usize,
    pub(super) documents: usize,
    pub(super) utterances: usize,
    pub(super) reports: usize,
    pub(super) rows: usize,
    pub(super) columns: usize,
    pub(super) words: usize,
}

impl ReportOptions {
    /// How many stories are shown by default.
    pub const STORIES: usize = 60;
    /// How many articles of a story are shown by default.
    pub const DOCUMENTS: usize = 40;
    /// How many utterances of a story are shown by default.
    pub const UTTERANCES: usize = 30;
    /// How many reports of an utterance beside its fullest wording are shown by default.
    pub const REPORTS: usize = 12;
    /// How many rows of a table, and lanes of a time line, are shown by default.
    pub const ROWS: usize = 40;
    /// How many outlets of the table of speakers are shown by default.
    pub const COLUMNS: usize = 10;
    /// How many words of a quotation, a title or a name are shown by default.
    pub const WORDS: usize = 150;
    /// How many characters are shown for each word that may be.
    pub const LETTERS: usize = 20;

    /// The title by default.
    pub const TITLE: &'static str = "Who said what";

    /// The defaults.
    pub fn new() -> ReportOptions {
        ReportOptions {
            title: ReportOptions::TITLE.to_owned(),
            stories: ReportOptions::STORIES,
            documents: ReportOptions::DOCUMENTS,
            utterances: ReportOptions::UTTERANCES,
            reports: ReportOptions::REPORTS,
            rows: ReportOptions::ROWS,
            columns: ReportOptions::COLUMNS,
            words: ReportOptions::WORDS,
        }
    }

    /// The title of the page; [`ReportOptions::TITLE`] by default.
    #[must_use]
    pub fn with_title(self, title: impl Into<String>) -> ReportOptions {
        ReportOptions { title: title.into(), ..self }
    }

    /// Stories, those of most articles first; [`ReportOptions::STORIES`] by default.
    #[must_use]
    pub fn with_stories(self, stories: usize) -> ReportOptions {
        ReportOptions { stories, ..self }
    }

    /// Articles of a story, in order of publication; [`ReportOptions::DOCUMENTS`] by default.
    #[must_use]
    pub fn with_documents(self, documents: usize) -> ReportOptions {
        ReportOptions { documents, ..self }
    }

    /// Utterances of a story, those in most articles first; [`ReportOptions::UTTERANCES`] by default.
    #[must_use]
    pub fn with_utterances(self, utterances: usize) -> ReportOptions {
        ReportOptions { utterances, ..self }
    }

    /// Reports of an utterance beside its fullest wording; [`ReportOptions::REPORTS`] by default.
    #[must_use]
    pub fn with_reports(self, reports: usize) -> ReportOptions {
        ReportOptions { reports, ..self }
    }

    /// Rows of a table, and lanes of a time line; [`ReportOptions::ROWS`] by
    /// default.
    #[must_use]
    pub fn with_rows(self, rows: usize) -> ReportOptions {
        ReportOptions { rows, ..self }
    }

    /// Outlets that have a column of their own in the table of speakers; [`ReportOptions::COLUMNS`] by default.
    #[must_use]
    pub fn with_columns(self, columns: usize) -> ReportOptions {
        ReportOptions { columns, ..self }
    }

    /// Words of a quotation, a title or a name; [`ReportOptions::WORDS`] by default.
    #[must_use]
    pub fn with_words(self, words: usize) -> ReportOptions {
        ReportOptions { words, ..self }
    }
}

impl Default for ReportOptions {
    fn default() -> ReportOptions {
        ReportOptions::new()
    }
}
