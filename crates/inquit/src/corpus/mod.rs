//! Many documents together: the same words across outlets, and what each made of them.

mod alignment;
mod wording;

pub use self::alignment::{
    Alteration, AlterationKind, Comparison, Fidelity, compare, compare_mixed,
};
