//! How thoroughly quotes are looked for.

use crate::named::named;

named! {
    /// How thoroughly quotes are looked for.
    pub enum Mode("mode") {
        /// By rules and by the model of attributions. The default.
        Full = "full",
        /// The same, but the model is asked only about sentences in which a likely cue reports what the
        /// rules do not surely read, and reads them once: faster, less exact.
        Fast = "fast",
        /// By rules alone: quotations and plainly reported speech; several times as fast.
        Rules = "rules",
    }
}

#[expect(clippy::derivable_impls, reason = "the macro names the variants")]
impl Default for Mode {
    fn default() -> Mode {
        Mode::Full
    }
}
