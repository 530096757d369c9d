//! What was found as HTML: a page of what a linker found, and parts for a notebook.

mod changes;
mod fragment;
mod markup;
mod options;
mod page;
mod plain;
mod plan;
mod story;
mod tables;
mod timeline;
mod utterance;

pub use self::fragment::ToHtml;
pub use self::options::ReportOptions;
pub use self::page::{report_html, write_report};
