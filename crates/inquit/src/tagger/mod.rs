//! Sequence labelling by a linear chain over hashed features, and forests of decision trees.

mod chain;
mod chain_file;
mod exponential;
mod feature;
mod flat_tree;
mod forest;
mod forest_bytes;
mod linear;
mod marginals;
mod rows;
#[cfg(feature = "training")]
mod rows_build;
mod scarce;
mod sum;
mod viterbi;

#[cfg(feature = "training")]
pub(crate) use self::chain::Constraints;
pub(crate) use self::chain::{Chain, Context, LANES, LONGEST_WINDOW, Scored, Scores};
pub(crate) use self::exponential::probability;
pub(crate) use self::feature::{Feature, hash_word};
pub(crate) use self::forest::Forest;
#[cfg(feature = "training")]
pub(crate) use self::forest::{Node, Tree};
pub(crate) use self::linear::Linear;
pub(crate) use self::marginals::{Marginals, Room, marginals};
#[cfg(feature = "training")]
pub(crate) use self::rows::Rows;
pub(crate) use self::scarce::Scarce;
pub(crate) use self::sum::Sum;
pub(crate) use self::viterbi::{Best, Bias, Labels, decode};
