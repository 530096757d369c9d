//! The tests of the workspace, as one program.

mod expectation;
mod invariants;
mod layers;
mod pieces;
mod vectors;
