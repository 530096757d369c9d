//! Values as bytes of a file, one after the other, and back; every number is little endian.

use std::collections::HashMap;
use std::hash::Hash;

use crate::confidence::Confidence;
use crate::entity::{EntityId, EntityKind};
use crate::quote::{CueClass, QuoteKind};
use crate::text::{CharSpan, Span};

/// A value that is kept in a file.
pub(crate) trait Stored: Sized {
    fn write(&self, out: &mut Vec<u8>);

    /// The value that comes next; `None` where the bytes are none of this kind.
    fn read(from: &mut Bytes<'_>) -> Option<Self>;
}

/// The bytes that are still to be read.
#[derive(Debug)]
pub(crate) struct Bytes<'a>(pub(crate) &'a [u8]);

impl<'a> Bytes<'a> {
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (head, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(head)
    }
}

/// The bytes of a value.
pub(crate) fn written(value: &impl Stored) -> Vec<u8> {
    let mut out = Vec::new();
    value.write(&mut out);
    out
}

/// The value that all these bytes together are.
pub(crate) fn read<T: Stored>(bytes: &[u8]) -> Option<T> {
    let mut bytes = Bytes(bytes);
    let value = T::read(&mut bytes)?;
    bytes.0.is_empty().then_some(value)
}

/// Keeps a struct by these fields, in this order.
macro_rules! stored {
    ($type:ident { $($field:ident),+ $(,)? }) => {
        impl $crate::corpus::stored::Stored for $type {
            fn write(&self, out: &mut Vec<u8>) {
                $($crate::corpus::stored::Stored::write(&self.$field, out);)+
            }

            fn read(from: &mut $crate::corpus::stored::Bytes<'_>) -> Option<$type> {
                Some($type { $($field: $crate::corpus::stored::Stored::read(from)?),+ })
            }
        }
    };
}

pub(crate) use stored;

macro_rules! numbers {
    ($($number:ty),+) => {
        $(impl Stored for $number {
            fn write(&self, out: &mut Vec<u8>) {
                out.extend(self.to_le_bytes());
            }

            fn read(from: &mut Bytes<'_>) -> Option<$number> {
                let bytes = from.take(size_of::<$number>())?;
                bytes.try_into().ok().map(<$number>::from_le_bytes)
            }
        })+
    };
}

numbers!(u8, u16, u32, u64, i32);

/// The variants of these by their place among all.
macro_rules! named {
    ($($enum:ty),+) => {
        $(impl Stored for $enum {
            fn write(&self, out: &mut Vec<u8>) {
                let place = <$enum>::ALL.iter().position(|known| known == self);
                place.and_then(|place| u8::try_from(place).ok()).unwrap_or(u8::MAX).write(out);
            }

            fn read(from: &mut Bytes<'_>) -> Option<$enum> {
                <$enum>::ALL.get(usize::from(u8::read(from)?)).copied()
            }
        })+
    };
}

named!(QuoteKind, EntityKind, CueClass);

impl Stored for bool {
    fn write(&self, out: &mut Vec<u8>) {
        u8::from(*self).write(out);
    }

    fn read(from: &mut Bytes<'_>) -> Option<bool> {
        match u8::read(from)? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }
}

impl Stored for Box<str> {
    fn write(&self, out: &mut Vec<u8>) {
        length(self.len()).write(out);
        out.extend(self.as_bytes());
    }

    fn read(from: &mut Bytes<'_>) -> Option<Box<str>> {
        let count = u32::read(from)? as usize;
        std::str::from_utf8(from.take(count)?).ok().map(Box::from)
    }
}

impl Stored for EntityId {
    fn write(&self, out: &mut Vec<u8>) {
        Box::<str>::from(self.as_str()).write(out);
    }

    fn read(from: &mut Bytes<'_>) -> Option<EntityId> {
        Some(EntityId::new(String::from(Box::<str>::read(from)?)))
    }
}

impl Stored for Confidence {
    fn write(&self, out: &mut Vec<u8>) {
        self.permille().write(out);
    }

    fn read(from: &mut Bytes<'_>) -> Option<Confidence> {
        u16::read(from).map(Confidence::from_permille)
    }
}

stored!(Span { start, end });
stored!(CharSpan { start, end });

impl<A: Stored, B: Stored> Stored for (A, B) {
    fn write(&self, out: &mut Vec<u8>) {
        self.0.write(out);
        self.1.write(out);
    }

    fn read(from: &mut Bytes<'_>) -> Option<(A, B)> {
        Some((A::read(from)?, B::read(from)?))
    }
}

impl<T: Stored> Stored for Option<T> {
    fn write(&self, out: &mut Vec<u8>) {
        self.is_some().write(out);
        if let Some(value) = self {
            value.write(out);
        }
    }

    fn read(from: &mut Bytes<'_>) -> Option<Option<T>> {
        if bool::read(from)? { T::read(from).map(Some) } else { Some(None) }
    }
}

impl<T: Stored> Stored for Vec<T> {
    fn write(&self, out: &mut Vec<u8>) {
        length(self.len()).write(out);
        for value in self {
            value.write(out);
        }
    }

    fn read(from: &mut Bytes<'_>) -> Option<Vec<T>> {
        let count = u32::read(from)? as usize;
        // No more is asked for at once than the bytes that are there take.
        let mut values = Vec::with_capacity(count.min(from.0.len() / size_of::<T>().max(1)));
        for _ in 0..count {
            values.push(T::read(from)?);
        }
        Some(values)
    }
}

impl<T: Stored> Stored for Box<[T]> {
    fn write(&self, out: &mut Vec<u8>) {
        length(self.len()).write(out);
        for value in self {
            value.write(out);
        }
    }

    fn read(from: &mut Bytes<'_>) -> Option<Box<[T]>> {
        Vec::read(from).map(Vec::into)
    }
}

/// In order of the keys.
impl<K: Stored + Eq + Hash + Ord + Copy, V: Stored> Stored for HashMap<K, V> {
    fn write(&self, out: &mut Vec<u8>) {
        let mut entries: Vec<(&K, &V)> = self.iter().collect();
        entries.sort_unstable_by_key(|entry| *entry.0);
        length(entries.len()).write(out);
        for (key, value) in entries {
            key.write(out);
            value.write(out);
        }
    }

    fn read(from: &mut Bytes<'_>) -> Option<HashMap<K, V>> {
        Some(Vec::<(K, V)>::read(from)?.into_iter().collect())
    }
}

fn length(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
