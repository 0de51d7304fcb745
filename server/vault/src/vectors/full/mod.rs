//! Every kind of object with its key, its context and its content, and what must be refused.
//!
//! `amparo-v1-full.json` says of the objects in `amparo-v1.json` all that somebody needs who has
//! nothing else: which key opens them, in which context, to what, and with which changes they must
//! not open. The tests here read that file and know nothing else about the objects.

mod write;

use serde_json::Value;

use super::{hex, json};
use crate::opening_key::{HoldsOpeningKey, OpeningKey};
use crate::{Context, Key32, Kind, Opener, VaultError, envelope, primitives};

const FILE: &str = "amparo-v1-full.json";

/// A private key that boxes are sealed to.
struct Holder(OpeningKey);

impl HoldsOpeningKey for Holder {
    fn opening_key(&self) -> &OpeningKey {
        &self.0
    }
}

#[test]
fn every_object_opens_to_its_content() {
    let objects = objects();
    for object in &objects {
        let opened = open(object).unwrap_or_else(|error| panic!("{}: {error:?}", object["name"]));
        assert_eq!(opened, hex(&object["plaintext"]), "{}", object["name"]);
    }
    assert_eq!(objects.len(), json(FILE)["count"]);
}

#[test]
fn every_kind_is_there() {
    let there: Vec<String> = objects()
        .iter()
        .map(|object| object["context"]["kind"].as_str().unwrap().to_owned())
        .collect();
    for kind in Kind::ALL {
        assert!(there.iter().any(|one| one == kind.label()), "{kind:?}");
    }
}

#[test]
fn every_change_is_refused_as_the_file_says() {
    let mut refused = 0;
    for object in objects() {
        for case in object["refused"].as_array().unwrap() {
            let mut changed = object.clone();
            for (field, value) in case["with"].as_object().unwrap() {
                change(&mut changed, field, value);
            }
            let error = open(&changed).unwrap_err();
            let name = &object["name"];
            assert_eq!(
                format!("{error:?}"),
                case["error"],
                "{name}: {}",
                case["with"]
            );
            refused += 1;
        }
    }
    assert_eq!(refused, json(FILE)["refused"]);
}

#[test]
fn a_spoiled_file_is_noticed() {
    for mut object in objects() {
        let text = object["plaintext"].as_str().unwrap().to_owned() + "00";
        object["plaintext"] = Value::from(text);
        assert_ne!(open(&object).unwrap(), hex(&object["plaintext"]));
    }
}

fn objects() -> Vec<Value> {
    json(FILE)["objects"].as_array().unwrap().clone()
}

/// Opens an object by what the file says about it.
fn open(object: &Value) -> Result<Vec<u8>, VaultError> {
    let (context, sealed) = (context(&object["context"]), hex(&object["sealed"]));
    let key = key(&object["key"]);
    match object["form"].as_str().unwrap() {
        "envelope" => envelope::open_bound(&key, &context, &hex(&object["more"]), &sealed)
            .map(|it| it.expose().to_vec()),
        "box" => {
            let opened = Holder(OpeningKey::new(key)).open_sealed(&context, &sealed)?;
            Ok(opened.expose().to_vec())
        }
        "signed-box" => open_signed(object, key, &context, &sealed),
        other => panic!("{other}"),
    }
}

/// The signature covers the key that the message was sealed to.
fn open_signed(
    object: &Value,
    key: Key32,
    context: &Context,
    sealed: &[u8],
) -> Result<Vec<u8>, VaultError> {
    let message = Holder(OpeningKey::new(key)).open_signed(context, sealed)?;
    if message.signer() != fixed::<16>(&object["signer"]["id"]) {
        return Err(VaultError::WrongKey);
    }
    message.verify_by(&fixed(&object["signer"]["public"]))
}

fn key(key: &Value) -> Key32 {
    match key["purpose"].as_str() {
        Some(purpose) => primitives::derive(&hex(&key["material"]), &hex(&key["salt"]), purpose),
        None => Key32::from_bytes(&fixed(&key["material"])),
    }
}

fn context(fields: &Value) -> Context {
    let label = fields["kind"].as_str().unwrap();
    let kind = Kind::ALL.into_iter().find(|kind| kind.label() == label);
    let or_none = |field: &str| (!fields[field].is_null()).then(|| &fields[field]);
    Context {
        organisation: fixed(&fields["organisation"]),
        kind: kind.unwrap(),
        object: fixed(&fields["object"]),
        case: or_none("case").map(fixed),
        epoch: fields["epoch"].as_u64().unwrap().try_into().unwrap(),
        version: fields["version"].as_u64().unwrap(),
        previous: or_none("previous").map(fixed),
    }
}

fn fixed<const N: usize>(value: &Value) -> [u8; N] {
    hex(value).try_into().unwrap()
}

/// A change to an object, by its name in the file.
fn change(object: &mut Value, field: &str, value: &Value) {
    let number = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
    let mut sealed = hex(&object["sealed"]);
    match field {
        "turned" => sealed[number(value)] ^= 1,
        "cut to" => sealed.truncate(number(value)),
        "first byte" => sealed[0] = number(value).try_into().unwrap(),
        "second byte" => sealed[1] = number(value).try_into().unwrap(),
        "material" => object["key"]["material"] = value.clone(),
        "signer" => object["signer"]["public"] = value.clone(),
        "more" => object["more"] = value.clone(),
        field => object["context"][field] = value.clone(),
    }
    object["sealed"] = Value::from(data_encoding::HEXLOWER.encode(&sealed));
}
