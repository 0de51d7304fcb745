//! What fields mean.

use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;

use super::*;
use crate::web::Schemas;
use crate::words::YesNoUnknown;

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "only its schema is looked at")]
struct Story {
    #[schema(min_length = 1, max_length = 20)]
    name: String,
    #[schema(max_length = 100)]
    note: Option<String>,
    count: Option<i32>,
    agreed: bool,
    urgent: Option<bool>,
    danger: YesNoUnknown,
    #[schema(max_items = 5)]
    tags: Vec<String>,
    #[schema(value_type = Option<String>, format = Date)]
    born: Option<String>,
    place: Option<Place>,
    #[schema(max_items = 5)]
    people: Option<Vec<Place>>,
    #[schema(max_length = 100, format = "password")]
    secret: Option<String>,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "only its schema is looked at")]
struct Place {
    #[schema(max_length = 20)]
    town: String,
    level: Option<i32>,
}

fn shape() -> std::sync::Arc<Shape> {
    Schemas::new(&json!({})).shape::<Story>().unwrap()
}

fn read(fields: &[(&str, &str)]) -> Value {
    let fields: Vec<(String, String)> = fields
        .iter()
        .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
        .collect();
    to_value(&fields, &shape())
}

#[test]
fn each_field_becomes_what_the_schema_says() {
    let value = read(&[
        ("name", " Ana "),
        ("note", ""),
        ("count", "٣"),
        ("urgent", "false"),
        ("danger", "unknown"),
        ("tags[]", "a"),
        ("tags[]", "b"),
        ("born.day", "7"),
        ("born.month", "2"),
        ("born.year", "1990"),
        ("place.town", "Oran"),
        ("place.level", "2"),
        ("people[0].town", "Fes"),
        ("people[3].town", "Rabat"),
        ("secret", " with spaces "),
    ]);
    let expected = json!({
        "name": "Ana", "count": 3, "agreed": false, "urgent": false, "danger": "unknown",
        "tags": ["a", "b"], "born": "1990-02-07", "place": {"town": "Oran", "level": 2},
        "people": [{"town": "Fes"}, {"town": "Rabat"}], "secret": " with spaces ",
    });
    assert_eq!(value, expected);
    shape().check(&value).unwrap();
}

#[test]
fn what_does_not_fit_is_left_for_the_check() {
    let value = read(&[
        ("name", ""),
        ("count", "many"),
        ("born.day", "7"),
        ("extra", "x"),
    ]);
    assert_eq!(value["name"], "");
    assert_eq!(value["count"], "many");
    assert_eq!(value["born"], "0000-00-07");
    assert_eq!(value["extra"], "x");
    assert!(shape().check(&value).is_err());
}

#[test]
fn empty_optional_fields_were_not_sent() {
    let value = read(&[
        ("name", "A"),
        ("place.town", ""),
        ("born.year", ""),
        ("urgent", ""),
    ]);
    assert_eq!(value["name"], "A");
    assert!(value.get("born").is_none());
    assert!(value.get("urgent").is_none());
    assert_eq!(value["agreed"], false);
    assert_eq!(value["tags"], json!([]));
}

#[test]
fn pointers_and_names_fit() {
    assert_eq!(name_of("/place/town"), "place.town");
    assert_eq!(name_of("/tags/1"), "tags[]");
    assert_eq!(name_of("/people/1/town"), "people[1].town");
    assert_eq!(name_of(""), "");
    assert!(is_secret("secret", &shape()));
    assert!(!is_secret("place.town", &shape()));
    let fields =
        from_value(&json!({"a": {"b": 1}, "t": ["x", "y"], "p": [{"q": true}], "n": null}));
    assert_eq!(fields["a.b"], ["1"]);
    assert_eq!(fields["t[]"], ["x", "y"]);
    assert_eq!(fields["p[0].q"], ["true"]);
}
