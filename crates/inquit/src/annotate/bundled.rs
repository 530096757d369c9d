//! The model that the library brings along.

use crate::entity::NamesModel;
use crate::quote::AttributionModel;

/// The model of attributions that the library brings along.
#[cfg(feature = "models")]
pub(super) fn bundled() -> Option<&'static AttributionModel> {
    use std::sync::LazyLock;

    static BYTES: &[u8] = include_bytes!("../../models/attribution.model");
    static MODEL: LazyLock<Option<AttributionModel>> =
        LazyLock::new(|| AttributionModel::from_static(BYTES).ok());
    MODEL.as_ref()
}

/// Built without models there is none.
#[cfg(not(feature = "models"))]
pub(super) fn bundled() -> Option<&'static AttributionModel> {
    None
}

/// The model of names that the library brings along.
#[cfg(feature = "models")]
pub(super) fn bundled_names() -> Option<&'static NamesModel> {
    use std::sync::LazyLock;

    static BYTES: &[u8] = include_bytes!("../../models/names.model");
    static MODEL: LazyLock<Option<NamesModel>> =
        LazyLock::new(|| NamesModel::from_static(BYTES).ok());
    MODEL.as_ref()
}

/// Built without models there is none.
#[cfg(not(feature = "models"))]
pub(super) fn bundled_names() -> Option<&'static NamesModel> {
    None
}
