//! What a section of a file holds, read by checked accessors.

/// A section, as bytes and as columns of numbers. Whatever is asked for beyond its end is `None`.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Section<'a> {
    bytes: &'a [u8],
}

impl<'a> Section<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Section<'a> {
        Section { bytes }
    }

    /// All of it.
    pub(crate) fn all(self) -> &'a [u8] {
        self.bytes
    }

    /// Its length in bytes.
    pub(crate) fn len(self) -> usize {
        self.bytes.len()
    }

    /// The numbers of 32 bits in it, as they are stored: read one with `u32::from_le_bytes`.
    pub(crate) fn quads(self) -> &'a [[u8; 4]] {
        self.bytes.as_chunks().0
    }

    /// The numbers of 64 bits in it, as they are stored: read one with `u64::from_le_bytes`.
    pub(crate) fn octets(self) -> &'a [[u8; 8]] {
        self.bytes.as_chunks().0
    }

    /// The number of 32 bits in this place of the column.
    #[inline]
    pub(crate) fn u32(self, at: usize) -> Option<u32> {
        self.quads().get(at).map(|bytes| u32::from_le_bytes(*bytes))
    }

    /// The number of 64 bits in this place of the column.
    #[inline]
    pub(crate) fn u64(self, at: usize) -> Option<u64> {
        self.octets().get(at).map(|bytes| u64::from_le_bytes(*bytes))
    }

    /// The byte in this place.
    #[inline]
    pub(crate) fn u8(self, at: usize) -> Option<u8> {
        self.bytes.get(at).copied()
    }

    /// So many bytes from this place on.
    pub(crate) fn bytes(self, at: usize, length: usize) -> Option<&'a [u8]> {
        self.bytes.get(at..at.checked_add(length)?)
    }

    /// So many bytes from this place on, if they are UTF-8.
    pub(crate) fn str(self, at: usize, length: usize) -> Option<&'a str> {
        std::str::from_utf8(self.bytes(at, length)?).ok()
    }
}
