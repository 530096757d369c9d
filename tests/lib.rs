//! The tests of the workspace, as one program.

mod articles;
mod auto_traits;
mod cli;
mod dictionary;
mod expectation;
mod fuzz;
mod hostile;
mod invariants;
mod layers;
mod matching;
mod pieces;
mod property;
mod random;
mod readme_json;
mod saved_dictionary;
mod tables;
mod vectors;
