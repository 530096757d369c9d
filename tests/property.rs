//! How property tests are run.

use proptest::test_runner::{Config, RngSeed};

/// So many cases, the same at every run, so that a failure is one of the change at hand.
/// `PROPTEST_CASES` and `PROPTEST_RNG_SEED` give more and others.
pub(crate) fn config(cases: u32) -> Config {
    let given = Config::default();
    Config {
        cases: given.cases.max(cases),
        rng_seed: match given.rng_seed {
            RngSeed::Random => RngSeed::Fixed(1),
            fixed @ RngSeed::Fixed(_) => fixed,
        },
        // A text that failed becomes a vector, under a name.
        failure_persistence: None,
        ..given
    }
}
