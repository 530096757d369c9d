//! Head and table of a file.

use std::ops::Range;

use super::checksum::checksum;
use super::section::Section;
use crate::error::ErrorKind;

/// What every file begins with. The first byte is in no text, the line break in none that was
/// translated.
pub(super) const MARK: [u8; 8] = *b"\x93inquit\n";

/// Length of the head.
pub(super) const HEAD: usize = 40;
/// Length of an entry of the table.
pub(super) const ENTRY: usize = 32;
/// Most sections of a file.
pub(super) const MOST_SECTIONS: usize = 64;

const CHECKED: Range<usize> = 0..32;

/// What a file is for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Kind {
    /// In the file.
    pub(crate) tag: [u8; 4],
    /// In messages: "dictionary".
    pub(crate) name: &'static str,
    /// The version of its format that is written, and the newest that can be read.
    pub(crate) version: u32,
}

/// The table of a file whose head and table are in order.
#[derive(Clone, Debug)]
pub(super) struct Layout {
    pub(super) entries: Vec<Entry>,
}

/// A section of a file: it lies inside.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) tag: [u8; 4],
    pub(super) range: Range<usize>,
    pub(super) checksum: u64,
}

/// A section of a file yet to be written.
pub(super) struct Planned {
    pub(super) tag: [u8; 4],
    pub(super) length: usize,
    pub(super) checksum: u64,
}

/// The place at or after this one where a section may begin.
pub(super) fn aligned(at: usize) -> usize {
    at.next_multiple_of(8)
}

/// Head and table of a file with these sections, and its length.
pub(super) fn head_and_table(kind: Kind, sections: &[Planned]) -> (Vec<u8>, usize) {
    let mut table = Vec::with_capacity(sections.len() * ENTRY);
    let mut end = HEAD + sections.len() * ENTRY;
    for section in sections {
        let offset = aligned(end);
        end = offset + section.length;
        table.extend(section.tag);
        table.extend([0; 4]);
        table.extend((offset as u64).to_le_bytes());
        table.extend((section.length as u64).to_le_bytes());
        table.extend(section.checksum.to_le_bytes());
    }
    let mut head = MARK.to_vec();
    head.extend(kind.tag);
    head.extend(kind.version.to_le_bytes());
    let count = u32::try_from(sections.len()).unwrap_or(u32::MAX);
    head.extend(count.to_le_bytes());
    head.extend([0; 4]);
    head.extend((end as u64).to_le_bytes());
    let sum = head_checksum(&head, &table);
    head.extend(sum.to_le_bytes());
    head.extend(table);
    (head, end)
}

fn head_checksum(head: &[u8], table: &[u8]) -> u64 {
    checksum(&[head, table].concat())
}

impl Layout {
    /// Reads head and table; `start` are the first bytes of a file of this length, as many as they
    /// take at most, or all.
    pub(super) fn read(
        start: &[u8],
        length: u64,
        kind: Kind,
        place: &str,
    ) -> Result<Layout, ErrorKind> {
        let damaged = |what: &str| ErrorKind::DamagedArtefact {
            kind: kind.name,
            place: place.into(),
            what: what.into(),
        };
        let not_ours = || ErrorKind::NotArtefact { kind: kind.name, place: place.into() };
        let head = Section::new(start.get(..HEAD).unwrap_or(start));
        if !head.all().starts_with(&MARK) {
            return Err(not_ours());
        }
        let (Some(tag), Some(version)) = (head.bytes(8, 4), head.u32(3)) else {
            return Err(damaged("it ends within its head"));
        };
        if tag != kind.tag {
            let found = tag.escape_ascii().to_string().into();
            let expected = kind.tag.escape_ascii().to_string().into();
            return Err(ErrorKind::OtherArtefact {
                kind: kind.name,
                place: place.into(),
                found,
                expected,
            });
        }
        if version > kind.version {
            return Err(ErrorKind::NewerArtefact {
                kind: kind.name,
                place: place.into(),
                version,
                newest: kind.version,
            });
        }
        let (Some(count), Some(zero), Some(stated), Some(sum)) =
            (head.u32(4), head.u32(5), head.u64(3), head.u64(4))
        else {
            return Err(damaged("it ends within its head"));
        };
        if stated != length {
            return Err(damaged(&format!("it has {length} bytes, not the {stated} it states")));
        }
        let count = usize::try_from(count).unwrap_or(usize::MAX);
        if count > MOST_SECTIONS || zero != 0 {
            return Err(damaged("its head makes no sense"));
        }
        let table = start.get(HEAD..HEAD + count * ENTRY);
        let table = table.ok_or_else(|| damaged("it ends within its table of sections"))?;
        if head_checksum(head.all().get(CHECKED).unwrap_or_default(), table) != sum {
            return Err(damaged("the checksum of its head is wrong"));
        }
        let entries = entries(table, length).ok_or_else(|| damaged("its sections do not fit"))?;
        Ok(Layout { entries })
    }

    /// The most bytes that head and table take.
    pub(super) const MOST: usize = HEAD + MOST_SECTIONS * ENTRY;
}

/// The entries of a table, if they follow each other up to the end of the file.
fn entries(table: &[u8], length: u64) -> Option<Vec<Entry>> {
    let mut entries = Vec::with_capacity(table.len() / ENTRY);
    let mut end = HEAD + table.len();
    for entry in table.as_chunks::<ENTRY>().0 {
        let entry = Section::new(entry);
        let offset = usize::try_from(entry.u64(1)?).ok()?;
        let section = usize::try_from(entry.u64(2)?).ok()?;
        if offset != aligned(end) || entry.u32(1)? != 0 {
            return None;
        }
        end = offset.checked_add(section)?;
        entries.push(Entry {
            tag: entry.bytes(0, 4)?.try_into().ok()?,
            range: offset..end,
            checksum: entry.u64(3)?,
        });
        if end as u64 > length {
            return None;
        }
    }
    (end as u64 == length).then_some(entries)
}
