//! Benchmarks of `inquit` against other libraries: see `README.md` beside this package.

pub mod article;
mod command;
mod linking;
mod measure;
mod news;
mod peers;

pub use self::command::run;
