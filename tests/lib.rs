//! The tests of the workspace, as one program.

mod dictionary;
mod expectation;
mod invariants;
mod layers;
mod matching;
mod naive_matcher;
mod pieces;
mod vectors;
