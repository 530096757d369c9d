//! What holds for every file of entities, whatever is in it.

use std::io::{BufReader, Read};

use inquit::Dictionary;
use inquit_io::{Entities, EntityFormat, EntityOptions};

/// A small file of each format.
pub const FILES: [&str; 5] = [
    "id,name,kind,aliases,case_rule,prior,wikidata\nE1,\"Ada \"\"A\"\" Okoro\",person,Okoro|AO,,3,Q7\n",
    "{\"id\": \"E1\", \"name\": \"Ada Okoro\", \"kind\": \"person\", \"aliases\": [\"AO\", {\"text\": \"Okoro\", \
     \"case_rule\": \"exact\"}], \"external\": {\"wikidata\": \"Q7\"}, \"prior\": 3}\n",
    "[\n{\"type\":\"item\",\"id\":\"Q7\",\"labels\":{\"en\":{\"value\":\"Ada Okoro\"}},\"aliases\":{\"en\":[{\"value\":\
     \"AO\"}]},\"claims\":{\"P31\":[{\"mainsnak\":{\"datavalue\":{\"value\":{\"id\":\"Q5\"}}}}]},\"sitelinks\":{}},\n]\n",
    "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n<http://a.example/> skos:prefLabel \
     \"Ada Okoro\"@en ; skos:altLabel \"AO\" ; skos:exactMatch <http://b.example/> .\n",
    "{\"@context\": {\"skos\": \"http://www.w3.org/2004/02/skos/core#\"}, \"@graph\": [{\"@id\": \
     \"http://a.example/\", \"skos:prefLabel\": \"Ada Okoro\"}]}",
];

/// Reads a file in every format: that ends, how the stream is cut changes nothing, and what comes
/// out can be compiled.
///
/// # Panics
///
/// When that is not so.
pub fn entity_files(data: &[u8]) {
    for &format in EntityFormat::ALL {
        let options = EntityOptions::new().with_format(format);
        let whole = read(data, data.len() + 1, &options);
        assert_eq!(whole, read(data, 7, &options), "{format}, cut");
        assert!(!whole.is_empty(), "{format}");
    }
}

/// The entities and errors of a file that comes in pieces of so many bytes.
fn read(data: &[u8], piece: usize, options: &EntityOptions) -> Vec<String> {
    let reader = BufReader::with_capacity(piece, Pieces(data, piece));
    let entities = match Entities::new(reader, "fuzz", options) {
        Ok(entities) => entities,
        Err(error) => return vec![error.to_string()],
    };
    let shown = |entity| match entity {
        Ok(entity) => {
            let compiled = Dictionary::compile([entity]).expect("readers check what they give");
            format!("{:?}", compiled.iter().next())
        }
        Err(error) => format!("{error}"),
    };
    // Far more than there can be.
    let found: Vec<String> = entities.take(4 * data.len() + 200).map(shown).collect();
    assert!(found.len() < 4 * data.len() + 200, "reading does not end");
    found
}

/// Gives at most so many bytes at a time.
struct Pieces<'a>(&'a [u8], usize);

impl Read for Pieces<'_> {
    fn read(&mut self, bytes: &mut [u8]) -> std::io::Result<usize> {
        let most = bytes.len().min(self.1);
        self.0.read(bytes.get_mut(..most).unwrap_or_default())
    }
}
