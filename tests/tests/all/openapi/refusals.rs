//! How the published operations may refuse, and that every name in the document leads somewhere.

use std::collections::BTreeSet;

use amparo_tests::Value;
use amparo_tests::document::Document;

/// Every name of a schema that is used anywhere in a document.
fn names_of_schemas(value: &Value, names: &mut BTreeSet<String>) {
    if let Some(name) = value["$ref"].as_str() {
        names.insert(name.replace("#/components/schemas/", ""));
    }
    let parts = value.as_object().into_iter().flat_map(|it| it.values());
    let items = value.as_array().into_iter().flatten();
    parts
        .chain(items)
        .for_each(|part| names_of_schemas(part, names));
}

#[test]
fn every_schema_that_is_named_is_there() {
    let text = amparo::doors::document_json().unwrap();
    let document: Value = serde_json::from_str(&text).unwrap();
    let mut named = BTreeSet::new();
    names_of_schemas(&document, &mut named);
    assert!(named.len() > 50);
    let there = document["components"]["schemas"].as_object().unwrap();
    let missing: Vec<_> = named.iter().filter(|it| !there.contains_key(*it)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_operation_says_how_it_may_refuse() {
    for operation in Document::published().operations() {
        let responses = operation.entry["responses"].as_object().unwrap();
        let says = |status: &str| responses.contains_key(status);
        for status in ["401", "404", "409", "422", "500", "503", "default"] {
            assert!(says(status), "{}: {status}", operation.id);
        }
        let has_body = operation.body_schema().is_some();
        assert_eq!(says("413"), operation.entry.get("requestBody").is_some());
        assert!(!has_body || says("408") && says("413"), "{}", operation.id);
        assert_eq!(says("412"), says("428"), "{}", operation.id);
        assert!(
            !operation.changes_a_version() || says("412"),
            "{}",
            operation.id
        );
    }
}
