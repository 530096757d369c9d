//! `inquit dictionary info`: what is in a dictionary.

use std::io::Write;

use inquit::{Dictionary, EntityKind};
use inquit_io::{Contradiction, DictionarySummary};

use crate::args::Info;
use crate::batches::Stop;

/// More contradictions than this are only counted.
const MOST_SHOWN: usize = 20;

/// Runs it. The dictionary is verified as it is opened.
pub(crate) fn info(options: &Info, mut stdout: impl Write) -> Result<u64, Stop> {
    let dictionary = Dictionary::open(&options.path).map_err(Stop::Core)?;
    let summary = DictionarySummary::of(&dictionary);
    let mut lines = vec![
        format!("format: {}", Dictionary::FORMAT),
        format!("bytes: {}", dictionary.as_bytes().len()),
        format!("entities: {}", summary.entities),
    ];
    for (kind, count) in &summary.kinds {
        lines
            .push(format!("entities of kind {}: {count}", kind.map_or("none", EntityKind::as_str)));
    }
    lines.push(format!("aliases: {}", summary.aliases));
    for (rule, count) in &summary.case_rules {
        lines.push(format!("aliases of case rule {rule}: {count}"));
    }
    lines.push(format!("ambiguous aliases: {}", summary.ambiguous));
    lines.push(format!("aliases that contradict the atlas: {}", summary.contradictions.len()));
    for Contradiction { alias, entity, atlas } in summary.contradictions.iter().take(MOST_SHOWN) {
        lines.push(format!(
            "warning: `{alias}` of {entity} is {} ({}) in the atlas; the dictionary wins",
            atlas.id(),
            atlas.name()
        ));
    }
    lines.push("verified: yes\n".to_owned());
    let lines = lines.join("\n");
    let written = stdout.write_all(lines.as_bytes()).and_then(|()| stdout.flush());
    written.map_err(|source| Stop::Output { to: "standard output".into(), source })?;
    Ok(0)
}
