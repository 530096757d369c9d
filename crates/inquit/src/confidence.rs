//! How sure a finding is, as a whole number so that it is the same on every machine.

use std::fmt;

/// How sure a finding is, in thousandths: 0 is not at all, 1000 is certain.
///
/// ```
/// use inquit::Confidence;
///
/// let confidence = Confidence::from_permille(930);
/// assert_eq!(confidence.to_string(), "0.930");
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Confidence(u16);

impl Confidence {
    /// So many thousandths; more than 1000 count as 1000.
    pub const fn from_permille(permille: u16) -> Confidence {
        Confidence(if permille > 1000 { 1000 } else { permille })
    }

    /// In thousandths.
    pub const fn permille(self) -> u16 {
        self.0
    }
}

impl fmt::Display for Confidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:03}", self.0 / 1000, self.0 % 1000)
    }
}
