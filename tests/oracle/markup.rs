//! Whether a page is well formed: every element closes, in order, and nothing stands outside.

/// Reads a page as XML would, of which nothing but text may come from elsewhere.
///
/// # Errors
///
/// What is wrong about it.
pub fn well_formed(page: &str) -> Result<(), String> {
    let page = page.strip_prefix("<!DOCTYPE html>\n").unwrap_or(page);
    let mut open: Vec<&str> = Vec::new();
    let mut rest = page;
    while let Some((text, tail)) = rest.split_once('<') {
        is_text(text)?;
        let (tag, tail) = tail.split_once('>').ok_or("an element without an end")?;
        rest = tail;
        if let Some(name) = tag.strip_prefix('/') {
            let last = open.pop();
            if last != Some(name) {
                return Err(format!("</{name}> closes {last:?}"));
            }
            continue;
        }
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        let is_void = tag.ends_with('/');
        let name = name.trim_end_matches('/');
        if name.is_empty() || !name.chars().all(|c| c.is_ascii_alphanumeric()) {
            return Err(format!("<{tag}> has no name"));
        }
        are_attributes(attributes.trim_end_matches('/'))?;
        if name == "style" {
            let (sheet, tail) = rest.split_once("</style>").ok_or("a sheet without an end")?;
            rest = tail;
            if sheet.contains(['<', '&']) {
                return Err("a sheet that is none in XML".into());
            }
        } else if name == "script" {
            return Err("a script".into());
        } else if !is_void {
            open.push(name);
        }
    }
    is_text(rest)?;
    if open.is_empty() { Ok(()) } else { Err(format!("{open:?} are not closed")) }
}

fn are_attributes(attributes: &str) -> Result<(), String> {
    let mut rest = attributes.trim();
    while !rest.is_empty() {
        let (name, tail) =
            rest.split_once("=\"").ok_or_else(|| format!("`{rest}` is no attribute"))?;
        if !name.trim().chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
            return Err(format!("`{name}` is no name of an attribute"));
        }
        if name.trim().starts_with("on") || name.trim() == "style" || name.trim() == "src" {
            return Err(format!("the attribute `{name}`"));
        }
        let (value, tail) = tail.split_once('"').ok_or("an attribute without an end")?;
        is_text(value)?;
        if name.trim() == "href" && !value.starts_with(['#', 'h']) {
            return Err(format!("a link to `{value}`"));
        }
        rest = tail;
    }
    Ok(())
}

/// Whether a text holds nothing that is to be escaped, or can do harm.
fn is_text(text: &str) -> Result<(), String> {
    let is_bad = |c: char| {
        (c.is_control() && c != '\n' && c != '\t')
            || matches!(c, '<' | '>' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    if let Some(bad) = text.chars().find(|&c| is_bad(c)) {
        return Err(format!("{bad:?} in `{text}`"));
    }
    for entity in text.split('&').skip(1) {
        if !["amp;", "lt;", "gt;", "quot;"].iter().any(|known| entity.starts_with(known)) {
            return Err(format!("& in `{text}`"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn planted_faults_are_found() {
        for fine in ["<p>a &amp; b</p>", "<p class=\"x\">a<br/>b</p>", "<a href=\"#x\">y</a>"] {
            assert_eq!(well_formed(fine), Ok(()), "{fine}");
        }
        for bad in [
            "<p>a",
            "<p>a</b></p>",
            "<p>a & b</p>",
            "<p class=x>a</p>",
            "<p onclick=\"x\">a</p>",
            "<a href=\"javascript:x\">a</a>",
            "<script>x</script>",
            "<p>\u{202E}</p>",
            "<p>\0</p>",
            "a>b",
        ] {
            assert!(well_formed(bad).is_err(), "{bad}");
        }
    }
}
