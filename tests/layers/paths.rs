//! The paths by which a Rust file names modules of its own crate, and the items a file holds.

use std::iter::Peekable;

use proc_macro2::token_stream::IntoIter;
use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// Reads Rust code; comments are gone, strings are literals, doc comments are attributes.
pub(super) fn lex(code: &str) -> TokenStream {
    code.parse().expect("Rust code that compiles is made of tokens")
}

/// Every path in `code` that starts at the crate root, or leaves the module by `super`, from the
/// root on; `module` is where the code stands. A path that ends at the root is empty.
pub(super) fn paths(code: TokenStream, module: &[String]) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    let mut tokens = code.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Ident(ident) if ident == "crate" || ident == "super" => {
                let start = if ident == "crate" { Vec::new() } else { parent(module) };
                if skip_colons(&mut tokens) {
                    follow(&mut tokens, start, &mut found);
                } else if is_ident(tokens.peek(), "as") {
                    // Under another name the rest of its uses would go unseen.
                    found.push(start);
                }
            }
            TokenTree::Ident(ident) if ident == "mod" => {
                let name = tokens.next().map(|name| name.to_string());
                let Some(TokenTree::Group(body)) = tokens.peek() else { continue };
                let inner: Vec<String> = module.iter().cloned().chain(name).collect();
                found.extend(paths(body.stream(), &inner));
                tokens.next();
            }
            TokenTree::Group(group) => found.extend(paths(group.stream(), module)),
            TokenTree::Ident(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
    found
}

/// Follows a path whose first segments are known, through groups in braces.
fn follow(tokens: &mut Peekable<IntoIter>, mut path: Vec<String>, found: &mut Vec<Vec<String>>) {
    match tokens.peek() {
        Some(TokenTree::Ident(ident)) => {
            match ident.to_string().as_str() {
                "super" => path = parent(&path),
                "self" => {}
                name => path.push(name.to_owned()),
            }
            tokens.next();
            if skip_colons(tokens) {
                follow(tokens, path, found);
                return;
            }
            found.push(path);
        }
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
            let mut inner = group.stream().into_iter().peekable();
            tokens.next();
            while inner.peek().is_some() {
                follow(&mut inner, path.clone(), found);
                // What is left of this branch, `as` another name, and the comma.
                while inner.next().is_some_and(|token| !is_punct(Some(&token), ',')) {}
            }
        }
        // A glob, or generics: `crate::<…>` does not exist, so the path is complete.
        _ => found.push(path),
    }
}

fn parent(module: &[String]) -> Vec<String> {
    module.split_last().map_or_else(Vec::new, |(_, parent)| parent.to_vec())
}

/// Takes `::`, if it comes next.
fn skip_colons(tokens: &mut Peekable<IntoIter>) -> bool {
    if !is_punct(tokens.peek(), ':') {
        return false;
    }
    let mut ahead = tokens.clone();
    ahead.next();
    if !is_punct(ahead.next().as_ref(), ':') {
        return false;
    }
    tokens.nth(1);
    true
}

fn is_punct(token: Option<&TokenTree>, sign: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == sign)
}

fn is_ident(token: Option<&TokenTree>, name: &str) -> bool {
    matches!(token, Some(TokenTree::Ident(ident)) if ident == name)
}

/// The first item of a file that is not documentation, `mod name;` or `use …;`.
pub(super) fn first_item_but_mod_and_use(code: TokenStream) -> Option<String> {
    let mut tokens = code.into_iter().peekable();
    while tokens.peek().is_some() {
        let mut item = Vec::new();
        for token in tokens.by_ref() {
            let end = is_punct(Some(&token), ';');
            item.push(token);
            if end {
                break;
            }
        }
        let head = skip_attributes_and_visibility(&item);
        let is_use = is_ident(head.first(), "use");
        let is_mod = is_ident(head.first(), "mod") && head.len() == 3;
        if !(is_use || is_mod || head.is_empty()) {
            return Some(
                head.iter().take(4).map(ToString::to_string).collect::<Vec<_>>().join(" "),
            );
        }
    }
    None
}

fn skip_attributes_and_visibility(mut item: &[TokenTree]) -> &[TokenTree] {
    loop {
        item = match item {
            [TokenTree::Punct(hash), TokenTree::Punct(_), TokenTree::Group(_), rest @ ..]
                if hash.as_char() == '#' =>
            {
                rest
            }
            [TokenTree::Punct(hash), TokenTree::Group(_), rest @ ..] if hash.as_char() == '#' => {
                rest
            }
            [TokenTree::Ident(word), TokenTree::Group(_), rest @ ..] if word == "pub" => rest,
            [TokenTree::Ident(word), rest @ ..] if word == "pub" => rest,
            _ => return item,
        }
    }
}
