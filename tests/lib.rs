//! The tests of the workspace, as one program.

mod alterations;
mod articles;
mod attribution_model;
mod auto_traits;
mod cli;
mod dictionary;
mod entities;
mod expectation;
mod fuzz;
mod hostile;
mod invariants;
mod layers;
mod linked_records;
mod linking;
mod match_table;
mod matching;
mod names_model;
mod pieces;
mod property;
mod random;
mod readme_json;
mod saved_dictionary;
mod tables;
mod vectors;
