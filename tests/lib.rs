//! The tests of the workspace, as one program.

mod auto_traits;
mod expectation;
mod fuzz;
mod hostile;
mod invariants;
mod layers;
mod pieces;
mod random;
mod vectors;
