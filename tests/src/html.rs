//! As much of HTML as our own pages use: tags with their attributes, forms with their fields, and
//! what is left when the tags are gone.

use std::collections::{BTreeMap, BTreeSet};

/// A tag.
#[derive(Clone, Debug)]
pub struct Tag {
    /// Lower case, without the stroke.
    pub name: String,
    /// Whether it ends an element.
    pub closes: bool,
    /// Its attributes; those without a value are empty.
    pub attributes: BTreeMap<String, String>,
    start: usize,
    end: usize,
}

impl Tag {
    /// An attribute, if it is there.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }

    fn opens(&self, name: &str) -> bool {
        self.name == name && !self.closes
    }

    fn text_of(&self, name: &str) -> String {
        self.attribute(name).unwrap_or_default().to_owned()
    }
}

/// Every tag, in order.
pub fn tags(html: &str) -> Vec<Tag> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = html[at..].find('<').map(|it| at + it) {
        let end = end_of_tag(html, start);
        if let Some(tag) = tag(html, start, end) {
            found.push(tag);
        }
        at = end;
    }
    found
}

/// One past the `>` that ends a tag; a `>` within quotes does not.
fn end_of_tag(html: &str, start: usize) -> usize {
    let mut quote = None;
    for (index, c) in html[start..].char_indices() {
        match (quote, c) {
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), _) if c == open => quote = None,
            (None, '>') => return start + index + 1,
            _ => {}
        }
    }
    html.len()
}

fn tag(html: &str, start: usize, end: usize) -> Option<Tag> {
    let inner = html[start..end].strip_prefix('<')?.trim_end_matches('>');
    let (closes, inner) = match inner.strip_prefix('/') {
        Some(rest) => (true, rest),
        None => (false, inner),
    };
    let name: String = inner
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .collect();
    let rest = &inner[name.len()..];
    (!name.is_empty()).then(|| Tag {
        name: name.to_ascii_lowercase(),
        closes,
        attributes: attributes(rest),
        start,
        end,
    })
}

fn attributes(mut rest: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        let length = rest
            .find(|c: char| c.is_whitespace() || c == '=')
            .unwrap_or(rest.len());
        if length == 0 {
            return found;
        }
        let (name, after) = rest.split_at(length);
        let (value, after) = match after.strip_prefix("=\"") {
            Some(quoted) => quoted.split_once('"').unwrap_or((quoted, "")),
            None => ("", after),
        };
        found.insert(name.to_ascii_lowercase(), plain(value));
        rest = after;
    }
}

/// The text of every element of this name.
pub fn inside(html: &str, name: &str) -> Vec<String> {
    let tags = tags(html);
    let opened = tags.iter().enumerate().filter(|(_, tag)| tag.opens(name));
    opened
        .map(|(index, tag)| {
            let closing = tags[index..].iter().find(|it| it.closes && it.name == name);
            text(&html[tag.end..closing.map_or(html.len(), |it| it.start)])
        })
        .collect()
}

/// What a reader reads: no tags, one space between words, none of the marks of direction.
pub fn text(html: &str) -> String {
    let mut text = String::new();
    let mut at = 0;
    for tag in tags(html) {
        text.push_str(&html[at..tag.start]);
        let within_words = ["b", "em", "strong", "span", "bdi", "code", "a", "time"];
        if !within_words.contains(&tag.name.as_str()) {
            text.push(' ');
        }
        at = tag.end;
    }
    text.push_str(&html[at..]);
    let marks = |c: &char| !matches!(c, '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}');
    let text: String = plain(&text).chars().filter(marks).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A form and the fields that a browser would send.
#[derive(Debug)]
pub struct FoundForm {
    /// Where it is sent.
    pub action: String,
    /// What is filled in or chosen.
    pub fields: Vec<(String, String)>,
    /// Every name that could be sent.
    pub offered: BTreeSet<String>,
}

/// Every form that is sent by POST.
pub fn forms(html: &str) -> Vec<FoundForm> {
    let tags = tags(html);
    let mut forms = Vec::new();
    let begun = tags
        .iter()
        .enumerate()
        .filter(|(_, tag)| tag.opens("form") && tag.attribute("method") == Some("post"));
    for (index, tag) in begun {
        let length = tags[index..]
            .iter()
            .position(|it| it.closes && it.name == "form");
        let length = length.unwrap_or(tags.len() - index);
        let mut form = FoundForm {
            action: tag.text_of("action"),
            fields: Vec::new(),
            offered: BTreeSet::new(),
        };
        form.read(html, &tags[index..index + length]);
        forms.push(form);
    }
    forms
}

impl FoundForm {
    fn read(&mut self, html: &str, tags: &[Tag]) {
        let mut list = String::new();
        for (index, tag) in tags.iter().enumerate().filter(|(_, tag)| !tag.closes) {
            let name = tag.text_of("name");
            if !name.is_empty()
                && ["input", "textarea", "select", "button"].contains(&tag.name.as_str())
            {
                self.offered.insert(name.clone());
            }
            match tag.name.as_str() {
                "input" if !name.is_empty() => self.read_input(name, tag),
                "textarea" => {
                    let end = tags.get(index + 1).map_or(html.len(), |next| next.start);
                    self.fields.push((name, plain(&html[tag.end..end])));
                }
                "select" => list = name,
                "option" => self.read_option(&list, tag),
                _ => {}
            }
        }
    }

    fn read_input(&mut self, name: String, tag: &Tag) {
        let value = tag.text_of("value");
        match tag.attribute("type") {
            Some("checkbox" | "radio") if tag.attribute("checked").is_none() => {}
            Some("submit" | "button" | "file") => {}
            _ => self.fields.push((name, value)),
        }
    }

    /// The option that is chosen; the first one if none is.
    fn read_option(&mut self, list: &str, tag: &Tag) {
        let chosen = tag.attribute("selected").is_some();
        let known = self.fields.iter_mut().find(|(name, _)| name == list);
        match known {
            Some((_, value)) if chosen => *value = tag.text_of("value"),
            Some(_) => {}
            None => self.fields.push((list.to_owned(), tag.text_of("value"))),
        }
    }
}

/// Without the references that stand for characters.
fn plain(text: &str) -> String {
    let known = [
        ("&#34;", "\""),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&#60;", "<"),
        ("&lt;", "<"),
        ("&#62;", ">"),
        ("&gt;", ">"),
        ("&#38;", "&"),
        ("&amp;", "&"),
    ];
    let mut plain = text.to_owned();
    for (reference, character) in known {
        plain = plain.replace(reference, character);
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_read_as_a_browser_sends_it() {
        let page = r#"<form method="post" action="/en/x?a=1&#38;b=2"><input type="hidden" name="_key" value="a&#34;b">
            <input type="radio" name="r" value="1"><input type="radio" name="r" value="2" checked>
            <input type="checkbox" name="c[]" value="true">
            <textarea name="t" title="a > b">two
lines &#60;b&#62;</textarea><select name="s"><option value="">–</option><option value="v" selected>V</option></select>
            <button type="submit">Go</button></form>"#;
        let form = &forms(page)[0];
        assert_eq!(form.action, "/en/x?a=1&b=2");
        let expected = [
            ("_key", "a\"b"),
            ("r", "2"),
            ("t", "two\nlines <b>"),
            ("s", "v"),
        ];
        let expected: Vec<(String, String)> = expected
            .iter()
            .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
            .collect();
        assert_eq!(form.fields, expected);
        assert!(form.offered.contains("c[]"));
    }

    #[test]
    fn text_is_what_is_read() {
        assert_eq!(
            text("<p>one <b>t</b>wo</p><p>&#38; three</p>"),
            "one two & three"
        );
        assert_eq!(inside("<h1 class=\"a\">One\n two</h1>", "h1"), ["One two"]);
    }
}
