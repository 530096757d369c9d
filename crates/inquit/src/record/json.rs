//! JSON text, made piece by piece on one line.
//!
//! A document yields several bytes of JSON for each byte of its text, so that a serializer for any
//! value takes as long as half of the annotating. Here keys are written as they stand, and strings
//! are copied whole unless something in them needs an escape.

use std::io::{self, Write};

use crate::confidence::Confidence;
use crate::document::BlockKind;
use crate::entity::{EntityKind, MentionForm, Origin};
use crate::quote::{CueClass, QuoteKind, SourceKind};
use crate::text::{Decimal, HIGH, below, digit, equal, rest};

/// What is handed on at a time, in bytes.
const CHUNK: usize = 1 << 16;

/// Text of JSON, kept or handed on. Behind every value stands a comma, which the bracket that closes
/// the array or object takes the place of.
pub(super) struct Json<'o> {
    text: Vec<u8>,
    out: Option<&'o mut dyn Write>,
    result: io::Result<()>,
}

/// The key of a field as it is written.
macro_rules! key {
    ($name:literal) => {
        concat!("\"", $name, "\":")
    };
}

pub(super) use key;

/// What can stand after a key or in an array.
pub(super) trait Value {
    fn write(self, json: &mut Json<'_>);
}

impl<'o> Json<'o> {
    /// Text that is kept, of about so many bytes.
    pub(super) fn kept(bytes: usize) -> Json<'static> {
        Json { text: Vec::with_capacity(bytes), out: None, result: Ok(()) }
    }

    /// Text that is handed on while it grows.
    pub(super) fn to(out: &'o mut dyn Write) -> Json<'o> {
        Json { out: Some(out), ..Json::kept(CHUNK + CHUNK / 4) }
    }

    /// The text that was kept.
    pub(super) fn into_text(self) -> String {
        String::from_utf8(self.text).unwrap_or_default()
    }

    /// Hands on the rest.
    pub(super) fn finish(mut self) -> io::Result<()> {
        self.hand_on();
        self.result
    }

    fn hand_on(&mut self) {
        if let Some(out) = &mut self.out {
            if self.result.is_ok() {
                self.result = out.write_all(&self.text);
            }
            self.text.clear();
        }
    }

    /// An object, whose fields are written by a function.
    pub(super) fn object(&mut self, fields: impl FnOnce(&mut Json<'o>)) {
        self.text.push(b'{');
        fields(self);
        self.close(b'}');
        if self.out.is_some() && self.text.len() > CHUNK {
            self.hand_on();
        }
    }

    /// Closes an array or object.
    fn close(&mut self, bracket: u8) {
        match self.text.last_mut() {
            Some(last) if *last == b',' => *last = bracket,
            _ => self.text.push(bracket),
        }
    }

    /// A field of an object.
    #[expect(clippy::inline_always, reason = "so that the length of the key is known")]
    #[inline(always)]
    pub(super) fn field(&mut self, key: &'static str, value: impl Value) {
        self.text.extend_from_slice(key.as_bytes());
        value.write(self);
        self.text.push(b',');
    }

    /// A field whose key is any text.
    pub(super) fn pair(&mut self, key: &str, value: &str) {
        self.string(key);
        self.text.push(b':');
        self.string(value);
        self.text.push(b',');
    }

    /// A field that is an object.
    pub(super) fn child(&mut self, key: &'static str, fields: impl FnOnce(&mut Json<'o>)) {
        self.text.extend_from_slice(key.as_bytes());
        self.object(fields);
        self.text.push(b',');
    }

    /// A field that is an array, each of whose items is written by a function.
    #[inline]
    pub(super) fn list<T>(
        &mut self,
        key: &'static str,
        items: impl IntoIterator<Item = T>,
        mut write: impl FnMut(&mut Json<'o>, T),
    ) {
        let items = items.into_iter();
        self.text.extend_from_slice(key.as_bytes());
        if items.size_hint().1 == Some(0) {
            return self.text.extend_from_slice(b"[],");
        }
        self.text.push(b'[');
        for item in items {
            write(self, item);
            self.text.push(b',');
        }
        self.close(b']');
        self.text.push(b',');
    }

    /// A field that is an array of values.
    #[inline]
    pub(super) fn values<T: Value>(
        &mut self,
        key: &'static str,
        items: impl IntoIterator<Item = T>,
    ) {
        self.list(key, items, |json, item| item.write(json));
    }

    fn string(&mut self, text: &str) {
        self.text.push(b'"');
        let mut rest = text.as_bytes();
        loop {
            let (plain, odd) = rest.split_at(plain_head(rest));
            self.text.extend_from_slice(plain);
            let Some((&byte, after)) = odd.split_first() else { break };
            self.escaped(byte);
            rest = after;
        }
        self.text.push(b'"');
    }

    /// A byte that may not stand for itself, or the last one of a character that may not.
    fn escaped(&mut self, byte: u8) {
        let short = match byte {
            b'"' => b"\\\"",
            b'\\' => b"\\\\",
            b'\n' => b"\\n",
            b'\r' => b"\\r",
            b'\t' => b"\\t",
            8 => b"\\b",
            12 => b"\\f",
            ..b' ' => return write!(self.text, "\\u{byte:04x}").unwrap_or_default(),
            _ => return self.last_byte(byte),
        };
        self.text.extend_from_slice(short);
    }

    /// The last byte of a character; whole lines end for some readers where three of them stand.
    fn last_byte(&mut self, byte: u8) {
        let code = match byte {
            0x85 => "\\u0085",
            0xA8 => "\\u2028",
            _ => "\\u2029",
        };
        let head: &[u8] = if byte == 0x85 { &[0xC2] } else { &[0xE2, 0x80] };
        if self.text.ends_with(head) {
            self.text.truncate(self.text.len() - head.len());
            self.text.extend_from_slice(code.as_bytes());
        } else {
            self.text.push(byte);
        }
    }
}

/// How many bytes at the start of a string stand for themselves.
fn plain_head(bytes: &[u8]) -> usize {
    let (chunks, tail) = bytes.as_chunks();
    let Some(last) = bytes.last_chunk() else { return few_plain(bytes) };
    let plain = match chunks.iter().position(any_odd) {
        None if tail.is_empty() || !any_odd(last) => return bytes.len(),
        place => place.unwrap_or(chunks.len()) * MANY,
    };
    let rest = bytes.get(plain..).unwrap_or_default();
    plain + rest.iter().position(|&byte| oddness(byte) != 0).unwrap_or(rest.len())
}

/// The same for fewer than [`MANY`].
fn few_plain(bytes: &[u8]) -> usize {
    let (eights, tail) = bytes.as_chunks::<8>();
    // Spaces are plain.
    let tail = rest(tail, b' ');
    if eights.iter().map(|eight| u64::from_le_bytes(*eight)).chain([tail]).all(are_plain) {
        return bytes.len();
    }
    bytes.iter().position(|&byte| oddness(byte) != 0).unwrap_or(bytes.len())
}

/// Whether eight bytes are ASCII, and none is a control, a quotation mark or a backslash.
fn are_plain(bytes: u64) -> bool {
    (bytes | below(bytes, b' ') | equal(bytes, b'"') | equal(bytes, b'\\')) & HIGH == 0
}

/// So many bytes are compared at once.
const MANY: usize = 32;

/// Whether any of them is looked at on its own: without branches.
fn any_odd(bytes: &[u8; MANY]) -> bool {
    bytes.iter().fold(0, |odd, &byte| odd | oddness(byte)) != 0
}

/// Not 0 if a byte is looked at on its own: it needs an escape, or a character that does may end
/// with it.
fn oddness(byte: u8) -> u8 {
    // With one bit turned the quotation mark stands right behind the controls.
    let low = u8::from(byte ^ 2 <= b' ');
    [b'\\', 0x85, 0xA8, 0xA9].iter().fold(low, |odd, &it| odd | u8::from(byte == it))
}

impl Value for &str {
    fn write(self, json: &mut Json<'_>) {
        json.string(self);
    }
}

/// Names of our own, which need no escape.
macro_rules! names {
    ($($name:ty),+) => {
        $(impl Value for $name {
            fn write(self, json: &mut Json<'_>) {
                json.text.push(b'"');
                json.text.extend_from_slice(self.as_str().as_bytes());
                json.text.push(b'"');
            }
        })+
    };
}

names!(BlockKind, CueClass, EntityKind, MentionForm, Origin, QuoteKind, SourceKind);

impl Value for bool {
    fn write(self, json: &mut Json<'_>) {
        json.text.extend_from_slice(if self { b"true" } else { b"false" });
    }
}

impl Value for u32 {
    fn write(self, json: &mut Json<'_>) {
        Decimal::of(self).write(&mut json.text);
    }
}

/// Start and end.
impl Value for [u32; 2] {
    fn write(self, json: &mut Json<'_>) {
        let [start, end] = self;
        json.text.push(b'[');
        start.write(json);
        json.text.push(b',');
        end.write(json);
        json.text.push(b']');
    }
}

/// A number with its three digits.
impl Value for Confidence {
    fn write(self, json: &mut Json<'_>) {
        let permille = u32::from(self.permille());
        let [ones, tenths, hundredths, last] =
            [1000, 100, 10, 1].map(|unit| digit(permille / unit));
        json.text.extend_from_slice(&[ones, b'.', tenths, hundredths, last]);
    }
}

impl<T: Value> Value for Option<T> {
    fn write(self, json: &mut Json<'_>) {
        match self {
            Some(value) => value.write(json),
            None => json.text.extend_from_slice(b"null"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(value: impl Value) -> String {
        let mut json = Json::kept(0);
        value.write(&mut json);
        json.into_text()
    }

    #[test]
    fn values() {
        assert_eq!(written(0), "0");
        assert_eq!(written(u32::MAX), "4294967295");
        assert_eq!(written([10, 200]), "[10,200]");
        assert_eq!(written(Confidence::from_permille(1000)), "1.000");
        assert_eq!(written(Confidence::from_permille(50)), "0.050");
        assert_eq!(written(None::<u32>), "null");
        assert_eq!(written(Some(true)), "true");
    }

    #[test]
    fn strings_read_back_and_stay_on_one_line() {
        let every: String = ('\0'..='\u{2FFF}').collect();
        let json = written(&*every);
        assert_eq!(serde_json::from_str::<String>(&json).ok(), Some(every));
        assert!(!json.contains(|c: char| c.is_control() && c < '\u{7F}' || c == '\u{85}'));
        assert!(!json.contains(['\u{2028}', '\u{2029}']));
        assert_eq!(written("“No,” \"she\" said\\."), "\"“No,” \\\"she\\\" said\\\\.\"");
    }

    #[test]
    fn an_escape_is_seen_in_every_place() {
        for length in 0..70 {
            for place in 0..=length {
                for odd in ["\"", "\\", "\u{1}", "\u{85}", "\u{2028}", "\u{a9}", "\u{300a}", ""] {
                    let text = ["a".repeat(place), odd.into(), "b".repeat(length - place)].concat();
                    let json = written(&*text);
                    let wanted = serde_json::to_string(&text).unwrap();
                    let wanted = wanted.replace('\u{85}', "\\u0085").replace('\u{2028}', "\\u2028");
                    assert_eq!(json, wanted);
                }
            }
        }
    }

    #[test]
    fn brackets_and_commas() {
        let mut out = Vec::new();
        let mut json = Json::to(&mut out);
        json.object(|json| {
            json.values(key!("empty"), std::iter::empty::<u32>());
            json.child(key!("object"), |json| {
                json.pair("a\"", "b");
                json.pair("c", "d[");
            });
            json.list(key!("list"), [1_u32, 2], |json, at| {
                json.object(|json| json.field(key!("at"), at));
            });
        });
        assert!(json.finish().is_ok());
        let expected = "{\"empty\":[],\"object\":{\"a\\\"\":\"b\",\"c\":\"d[\"},\
                        \"list\":[{\"at\":1},{\"at\":2}]}";
        assert_eq!(String::from_utf8(out).ok().as_deref(), Some(expected));
    }
}
