//! How files of entities are read.

use inquit::Limits;

use super::format::EntityFormat;

/// How files of entities are read.
///
/// ```
/// use inquit_io::{EntityFormat, EntityOptions};
///
/// let options = EntityOptions::new()
///     .with_format(EntityFormat::Wikidata)
///     .with_languages(["de", "en"])
///     .with_min_sitelinks(5);
/// assert!(options.languages().eq(["de", "en"]));
/// ```
#[derive(Clone, Debug)]
pub struct EntityOptions {
    format: Option<EntityFormat>,
    languages: Vec<Box<str>>,
    min_sitelinks: u32,
    limits: Limits,
}

impl EntityOptions {
    /// The format is told by each file; labels are English.
    pub fn new() -> EntityOptions {
        EntityOptions {
            format: None,
            languages: vec!["en".into()],
            min_sitelinks: 0,
            limits: Limits::new(),
        }
    }

    /// The same for files of this format, whatever their names.
    #[must_use]
    pub fn with_format(self, format: EntityFormat) -> EntityOptions {
        EntityOptions { format: Some(format), ..self }
    }

    /// The same with these languages of labels, the preferred one first, each as in BCP 47.
    #[must_use]
    pub fn with_languages<L: Into<Box<str>>>(
        self,
        languages: impl IntoIterator<Item = L>,
    ) -> EntityOptions {
        let languages = languages.into_iter().map(Into::into).collect();
        EntityOptions { languages, ..self }
    }

    /// The same without the items of Wikidata that fewer Wikipedias and sister projects write of.
    #[must_use]
    pub fn with_min_sitelinks(self, min_sitelinks: u32) -> EntityOptions {
        EntityOptions { min_sitelinks, ..self }
    }

    /// The same with these limits.
    #[must_use]
    pub fn with_limits(self, limits: Limits) -> EntityOptions {
        EntityOptions { limits, ..self }
    }

    /// The format of all files, if given.
    pub fn format(&self) -> Option<EntityFormat> {
        self.format
    }

    /// The languages of labels, the preferred one first.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.languages.iter().map(|language| &**language)
    }

    /// How many projects must write of an item of Wikidata.
    pub fn min_sitelinks(&self) -> u32 {
        self.min_sitelinks
    }

    /// How long a line may be.
    pub fn limits(&self) -> Limits {
        self.limits
    }
}

impl Default for EntityOptions {
    fn default() -> EntityOptions {
        EntityOptions::new()
    }
}
