//! What a file gave.

use inquit::{CaseRule, Entity};
use inquit_io::{Entities, EntityFormat, EntityOptions, Error};

/// What a file of this name and content gives, under these options.
pub(crate) fn read(
    name: &str,
    bytes: impl AsRef<[u8]>,
    options: &EntityOptions,
) -> Vec<Result<Entity, Error>> {
    let entities = Entities::new(bytes.as_ref(), name, options).expect("a stream of bytes");
    // Reading must end; that it may not is part of what is tested.
    entities.take(10_000).collect()
}

fn of_format(format: EntityFormat, text: &str) -> Vec<Result<Entity, Error>> {
    read("list", text, &EntityOptions::new().with_format(format))
}

/// The entities of a text, in a short form; there must be no error.
#[track_caller]
pub(crate) fn found(format: EntityFormat, text: &str) -> Vec<String> {
    let shown = |entity: Result<Entity, Error>| short(&entity.expect("an entity"));
    of_format(format, text).into_iter().map(shown).collect()
}

/// The errors of a text.
pub(crate) fn bad(format: EntityFormat, text: &str) -> Vec<String> {
    let errors = of_format(format, text).into_iter().filter_map(Result::err);
    errors.map(|error| error.to_string()).collect()
}

/// `id: name/kind [alias, alias] {catalogue=id} *prior`; a case rule other than the default follows
/// its alias.
fn short(entity: &Entity) -> String {
    let rule = |rule| match rule {
        CaseRule::FirstLetter => String::new(),
        rule => format!("~{rule}"),
    };
    let aliases = entity.aliases().iter();
    let aliases: Vec<_> = aliases.map(|it| format!("{}{}", it.text, rule(it.case_rule))).collect();
    let external: Vec<_> = entity.external().map(|(key, id)| format!("{key}={id}")).collect();
    [
        format!("{}: {}", entity.id(), entity.name()),
        entity.kind().map(|kind| format!("/{kind}")).unwrap_or_default(),
        format!(" [{}]", aliases.join(", ")),
        if external.is_empty() { String::new() } else { format!(" {{{}}}", external.join(", ")) },
        if entity.prior() == 0 { String::new() } else { format!(" *{}", entity.prior()) },
    ]
    .concat()
}
