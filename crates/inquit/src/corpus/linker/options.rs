//! What can be set of a linker.

use crate::corpus::stored::stored;
use crate::quote::CueClass;

/// How documents are linked.
///
/// ```
/// use inquit::{CueClass, Linker, LinkerOptions};
///
/// let options = LinkerOptions::new().with_days(3).with_classes(&CueClass::ALL);
/// assert_eq!(Linker::with_options(options).len(), 0);
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct LinkerOptions {
    days: u32,
    classes: Vec<CueClass>,
}

stored!(LinkerOptions { days, classes });

impl LinkerOptions {
    /// The defaults: seven days, speech and writing.
    pub fn new() -> LinkerOptions {
        LinkerOptions { days: 7, classes: vec![CueClass::Speech, CueClass::Writing] }
    }

    /// How many days may lie between the first report of an utterance and another one. The same words
    /// after that are an utterance of their own.
    #[must_use]
    pub fn with_days(self, days: u32) -> LinkerOptions {
        LinkerOptions { days, ..self }
    }

    /// What the sources of quotes must have done for them to be linked.
    #[must_use]
    pub fn with_classes(self, classes: &[CueClass]) -> LinkerOptions {
        LinkerOptions { classes: classes.to_vec(), ..self }
    }

    pub(crate) fn days(&self) -> i32 {
        i32::try_from(self.days).unwrap_or(i32::MAX)
    }

    pub(crate) fn takes(&self, class: CueClass) -> bool {
        self.classes.contains(&class)
    }
}

impl Default for LinkerOptions {
    fn default() -> LinkerOptions {
        LinkerOptions::new()
    }
}
