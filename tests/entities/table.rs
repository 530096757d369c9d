//! CSV and TSV.

use inquit_io::EntityFormat::{Csv, Tsv};
use inquit_io::EntityOptions;

use super::{bad, found};

#[test]
fn a_table_with_every_column() {
    let table = "\
id,prior,name,kind,aliases,case_rule,wikidata,external:viaf,notes
E1,7,Ada Okoro,person,Okoro|Ms Okoro,,Q7,12,x
,,World Health Organization,Organization,WHO|W.H.O.,,Q7817,,
,,Gull,,The Gull,exact,,,
";
    assert_eq!(
        found(Csv, table),
        [
            "E1: Ada Okoro/person [Ada Okoro, Okoro, Ms Okoro] {viaf=12, wikidata=Q7} *7",
            "Q7817: World Health Organization/organization [World Health Organization, \
             WHO~acronym, W.H.O.~acronym] {wikidata=Q7817}",
            "Gull: Gull [Gull~exact, The Gull~exact]",
        ]
    );
}

#[test]
fn without_a_header_the_columns_are_name_kind_and_aliases() {
    let plain = ["Ada Okoro: Ada Okoro/person [Ada Okoro, Okoro]", "Gull: Gull [Gull]"];
    assert_eq!(found(Csv, "Ada Okoro,person,Okoro\nGull\n"), plain);
    assert_eq!(found(Tsv, "Ada Okoro\tperson\tOkoro\nGull\t\t\n"), plain);
    let header = bad(Csv, "title,type\nGull,organization\n");
    assert_eq!(header.len(), 1);
    assert!(header[0].starts_with("list:1: unknown entity kind `type`; expected one of person, "));
}

#[test]
fn the_sign_between_fields_is_found_out() {
    let expected = ["Okoro, Ada: Okoro, Ada/person [Okoro, Ada, A; O]"];
    for table in [
        "name,kind,aliases\n\"Okoro, Ada\",person,A; O\n",
        "name;kind;aliases\nOkoro, Ada;person;\"A; O\"\n",
        "name\tkind\taliases\nOkoro, Ada\tperson\tA; O\n",
    ] {
        assert_eq!(found(Csv, table), expected, "{table}");
    }
    assert_eq!(found(Tsv, "Okoro, Ada\tperson\tA; O"), expected);
    assert_eq!(found(Csv, "\"a;b;c\",person\n"), ["a;b;c: a;b;c/person [a;b;c]"]);
}

#[test]
fn quotation_marks_line_ends_and_marks_of_order() {
    let okoro = ["Ada \"Ace\" Okoro: Ada \"Ace\" Okoro/person [Ada \"Ace\" Okoro, Okoro]"];
    for table in [
        "name,kind,aliases\n\"Ada \"\"Ace\"\" Okoro\",person,Okoro\n",
        "\u{FEFF}name,kind,aliases\r\n\"Ada \"\"Ace\"\" Okoro\",person,Okoro\r\n",
        "\n \r\nname,kind,aliases\n\n\n\"Ada \"\"Ace\"\" Okoro\",\"person\",\"Okoro\"",
        " Name , KIND ,Aliases\n \n Ada \"Ace\" Okoro ,Person, Okoro ||  \n,,\n",
        "kind,aliases,name,page\nperson,Okoro,\"Ada \"\"Ace\"\" Okoro\n\",\"one\n\ntwo\r\n\"\n",
    ] {
        assert_eq!(found(Csv, table), okoro, "{table:?}");
    }
}

#[test]
fn a_bad_row_is_named_and_the_others_go_on() {
    let row = |row: &str| {
        let table = format!("name,kind,prior,case_rule,notes\nA b,person,1,,\n{row}\nC d,person\n");
        let (errors, all) =
            (bad(Csv, &table), super::read("list", &table, &EntityOptions::default()));
        assert_eq!((errors.len(), all.len()), (1, 3), "{errors:?}");
        errors.into_iter().next().unwrap()
    };
    for (bad, message) in [
        (",person,", "list:3: the entity has no name; give it one"),
        ("X y,human", "list:3: unknown entity kind `human`; expected one of person, "),
        ("X y,,many", "list:3: `prior` is `many`; expected a whole number from 0 to 4294967295"),
        ("X y,,-1", "list:3: `prior` is `-1`; "),
        ("X y,,4294967296", "list:3: `prior` is `4294967296`; "),
        ("X y,,,upper", "list:3: unknown case rule `upper`; expected one of exact, "),
        ("X,y,,,,,", "list:3: the row has 7 fields, but there are 5 columns; quote the field"),
        ("\u{200B}\u{AD}", "list:3: dictionary entity `\u{200B}\u{AD}` has an empty name or alias"),
        ("\"X\ny\"", "list:3: the name that begins with `X` has a line break in it; "),
    ] {
        let error = row(bad);
        assert!(error.starts_with(message), "{bad}: {error}");
    }
}

#[test]
fn lines_are_counted_through_quotations_and_blank_lines() {
    let table = "name,notes,kind\nA b,\"1\n\n2\r\n3\",\n\n\n,x,person\nC d,,thing\n";
    let errors = bad(Csv, table);
    assert!(errors[0].starts_with("list:8: the entity has no name"), "{errors:?}");
    assert!(errors[1].starts_with("list:9: unknown entity kind `thing`"), "{errors:?}");
    assert_eq!(errors.len(), 2);
}

#[test]
fn an_open_quotation_mark_is_named_by_its_line() {
    let table = "name,kind\nA b,person\n\"C d,person\nE f,person\n";
    let message = "list:3: a quotation mark is not closed before the file ends; close or double it";
    assert_eq!(bad(Csv, table), [message]);
}

#[test]
fn a_column_named_twice_is_refused() {
    let errors = bad(Csv, "name,kind,Name\nA,person,B\n");
    assert_eq!(errors[0], "list:1: the column `Name` is named twice; keep one");
    assert_eq!(found(Csv, "name,x,x\nAb,1,2\n"), ["Ab: Ab [Ab]"]);
}

#[test]
fn a_file_without_entities_is_an_error() {
    let message = "list: holds no entities; check its format, and the languages asked for";
    for table in ["", "\n\n", "name,kind\n", "\u{FEFF}", "name\n,,\n"] {
        assert_eq!(bad(Csv, table), [message], "{table:?}");
    }
}
