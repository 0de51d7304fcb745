//! Text and ids that are made of other text and ids: for sorting, for searching, for the public.

use uuid::Uuid;

use crate::foundation::Refusal;
use crate::words::reference;

/// What lists are sorted by: the folded name, cut so that an index can hold it.
pub(super) fn sort_key(name: &str) -> String {
    reference::fold(name).chars().take(100).collect()
}

/// What a search looks through: folded, each word after a space.
pub(super) fn search_text<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    let mut text = String::new();
    for part in parts {
        let folded = reference::fold(part);
        if !folded.is_empty() {
            text.push(' ');
            text.extend(folded.chars().take(2_000));
        }
    }
    text
}

/// The words that somebody searches for, as they stand in such a text. At most 200 characters.
pub(super) fn words_of(search: Option<&str>) -> Result<Vec<String>, Refusal> {
    let search = search.unwrap_or_default();
    if search.chars().nth(200).is_some() {
        let detail = "may have at most 200 characters";
        return Err(Refusal::fault("/q", "too_long", detail));
    }
    let folded = reference::fold(search);
    let words = folded.split_whitespace().take(10);
    Ok(words.map(ToOwned::to_owned).collect())
}

/// An id that is always the same for the same parts: for what HSDS wants an id and we have none.
pub(super) fn derived_id(label: &str, parts: &[[u8; 16]]) -> Uuid {
    let mut bytes = format!("amparo/directory/{label}/").into_bytes();
    bytes.extend(parts.iter().flatten());
    let hash = amparo_vault::leaf_hash(&bytes);
    let first = hash.first_chunk::<16>().copied().unwrap_or_default();
    uuid::Builder::from_custom_bytes(first).into_uuid()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_finds_the_beginning_of_any_word() {
        let text = search_text(["Réfugiés & Co.", "Ἀθῆναι"]);
        assert_eq!(text, " refugies co αθηναι");
        assert!(text.contains(" co"));
    }

    #[test]
    fn ids_are_made_the_same_way_for_ever() {
        let id = derived_id("phone", &[[1; 16]]);
        assert_eq!(id, derived_id("phone", &[[1; 16]]));
        assert_ne!(id, derived_id("phone", &[[2; 16]]));
        assert_ne!(id, derived_id("language", &[[1; 16]]));
        assert_eq!(id.get_version_num(), 8);
    }

    #[test]
    fn a_long_name_is_cut_between_letters() {
        assert_eq!(sort_key(&"é".repeat(300)), "e".repeat(100));
    }
}
