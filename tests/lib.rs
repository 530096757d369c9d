//! The tests of the workspace, as one program.

mod cli;
