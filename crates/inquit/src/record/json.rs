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

/// Text of JSON, kept or handed on.
pub(super) struct Json<'o> {
    text: Vec<u8>,
    /// Whether nothing stands between here and the bracket before.
    is_first: bool,
    out: Option<&'o mut dyn Write>,
    result: io::Result<()>,
}

/// What can stand after a key or in an array.
pub(super) trait Value {
    fn write(self, json: &mut Json<'_>);
}

impl<'o> Json<'o> {
    /// Text that is kept, of about so many bytes.
    pub(super) fn kept(bytes: usize) -> Json<'static> {
        let text = Vec::with_capacity(bytes);
        Json { text, is_first: true, out: None, result: Ok(()) }
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
        self.is_first = true;
        fields(self);
        self.is_first = false;
        self.text.push(b'}');
        if self.out.is_some() && self.text.len() > CHUNK {
            self.hand_on();
        }
    }

    /// A comma, unless nothing stands before in the same brackets.
    fn separate(&mut self) {
        if !self.is_first {
            self.text.push(b',');
        }
        self.is_first = false;
    }

    #[expect(clippy::inline_always, reason = "so that the length of the key is known")]
    #[inline(always)]
    fn key(&mut self, key: &'static str) {
        self.separate();
        self.text.push(b'"');
        self.text.extend_from_slice(key.as_bytes());
        self.text.extend_from_slice(b"\":");
    }

    /// A field of an object.
    #[expect(clippy::inline_always, reason = "so that the length of the key is known")]
    #[inline(always)]
    pub(super) fn field(&mut self, key: &'static str, value: impl Value) {
        self.key(key);
        value.write(self);
    }

    /// A field whose key is any text.
    pub(super) fn pair(&mut self, key: &str, value: &str) {
        self.separate();
        self.string(key);
        self.text.push(b':');
        self.string(value);
    }

    /// A field that is an object.
    pub(super) fn child(&mut self, key: &'static str, fields: impl FnOnce(&mut Json<'o>)) {
        self.key(key);
        self.object(fields);
    }

    /// A field that is an array, each of whose items is written by a function.
    pub(super) fn list<T>(
        &mut self,
        key: &'static str,
        items: impl IntoIterator<Item = T>,
        mut write: impl FnMut(&mut Json<'o>, T),
    ) {
        self.key(key);
        self.text.push(b'[');
        for (at, item) in items.into_iter().enumerate() {
            if at > 0 {
                self.text.push(b',');
            }
            write(self, item);
        }
        self.text.push(b']');
    }

    /// A field that is an array of values.
    pub(super) fn values<T: Value>(
        &mut self,
        key: &'static str,
        items: impl IntoIterator<Item = T>,
    ) {
        self.list(key, items, |json, item| item.write(json));
    }

    fn string(&mut self, text: &str) {
        self.text.push(b'"');
        let bytes = text.as_bytes();
        if is_plain(bytes) {
            self.text.extend_from_slice(bytes);
        } else {
            self.escaped(text);
        }
        self.text.push(b'"');
    }

    fn escaped(&mut self, text: &str) {
        let mut copied = 0;
        let places = text.bytes().enumerate().filter(|&(_, byte)| may_need_escape(byte));
        for (at, c) in places.filter_map(|(at, _)| Some((at, text.get(at..)?.chars().next()?))) {
            let short = match c {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '\u{8}' => "\\b",
                '\u{C}' => "\\f",
                // The last three would end a line for some readers of lines.
                '\0'..='\u{1F}' | '\u{85}' | '\u{2028}' | '\u{2029}' => "",
                _ => continue,
            };
            self.text.extend(text.as_bytes().get(copied..at).unwrap_or_default());
            copied = at + c.len_utf8();
            if short.is_empty() {
                self.text.extend(format!("\\u{:04x}", u32::from(c)).bytes());
            } else {
                self.text.extend(short.bytes());
            }
        }
        self.text.extend(text.as_bytes().get(copied..).unwrap_or_default());
    }
}

/// Whether every byte stands for itself in a string, whatever is beside it.
fn is_plain(bytes: &[u8]) -> bool {
    let (chunks, tail) = bytes.as_chunks::<8>();
    // Spaces are plain.
    let tail = rest(tail, b' ');
    chunks.iter().map(|chunk| u64::from_le_bytes(*chunk)).chain([tail]).all(are_plain)
}

/// Whether eight bytes are ASCII, and none is a control, a quotation mark or a backslash.
fn are_plain(bytes: u64) -> bool {
    (bytes | below(bytes, b' ') | equal(bytes, b'"') | equal(bytes, b'\\')) & HIGH == 0
}

/// Whether a character that begins with this byte may need an escape.
fn may_need_escape(byte: u8) -> bool {
    matches!(byte, ..b' ' | b'"' | b'\\' | 0xC2 | 0xE2)
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
        json.text.extend_from_slice(Decimal::of(self).as_bytes());
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
    fn brackets_and_commas() {
        let mut out = Vec::new();
        let mut json = Json::to(&mut out);
        json.object(|json| {
            json.values("empty", std::iter::empty::<u32>());
            json.child("object", |json| {
                json.pair("a\"", "b");
                json.pair("c", "d[");
            });
            json.list("list", [1_u32, 2], |json, at| json.object(|json| json.field("at", at)));
        });
        assert!(json.finish().is_ok());
        let expected = "{\"empty\":[],\"object\":{\"a\\\"\":\"b\",\"c\":\"d[\"},\
                        \"list\":[{\"at\":1},{\"at\":2}]}";
        assert_eq!(String::from_utf8(out).ok().as_deref(), Some(expected));
    }
}
