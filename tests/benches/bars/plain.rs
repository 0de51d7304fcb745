//! The handler that sealing is compared with: the same door, the same checked body, the same act in
//! one transaction with a line in the ledger, and everything in clear text. It lives only here.

use actix_web::post;
use amparo::foundation::{Act, Label, Line, Refusal};
use amparo::rights::{Object, Right};
use amparo::web::{Answer, Body, Door, Reply};
use amparo_store::{Digest, LedgerLineId, OrganisationId, Sealed};
use amparo_vault::leaf_hash;
use data_encoding::HEXLOWER;
use diesel::connection::SimpleConnection;
use diesel::{ExpressionMethods, RunQueryDsl};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::intake::Asked;
use crate::server::Server;

diesel::table! {
    plain_intakes (id) {
        id -> Binary,
        organisation_id -> Binary,
        state -> Text,
        body -> Text,
        revision -> BigInt,
        created_on -> Text,
    }
}

/// Makes the table, in the shape of the sealed one.
pub fn prepare(server: &Server) {
    let (bytes, end) = match server.name() {
        "SQLite" => ("blob", "strict, without rowid"),
        _ => ("bytea", ""),
    };
    let statement = format!(
        "create table plain_intakes (id {bytes} primary key, organisation_id {bytes} not null, \
         state text not null, body text not null, revision bigint not null, created_on text not null) {end}"
    );
    // SQLite's strict tables know one kind of whole number.
    let statement = match server.name() {
        "SQLite" => statement.replace("bigint", "integer"),
        _ => statement,
    };
    let index = "create index plain_intakes_of on plain_intakes (organisation_id, state)";
    server
        .app
        .store
        .write::<_, Refusal>(|db| {
            db.batch_execute(&statement).unwrap();
            db.batch_execute(index).unwrap();
            Ok(())
        })
        .unwrap();
}

/// Keeps an intake in clear text.
#[post("/bench/intakes")]
pub async fn take(door: Door, body: Body<Asked>) -> Answer {
    door.write(move |act| keep(act, &body.0.0)).await
}

fn keep(act: &mut Act<'_>, intake: &Value) -> Result<Reply, Refusal> {
    let member = act.needs(Right::Write, Object::Draft)?;
    let organisation = member.organisation;
    let id = act.fresh_id();
    let today = act.now.to_day().to_string();
    let body = serde_json::to_string(intake)?;
    diesel::insert_into(plain_intakes::table)
        .values((
            plain_intakes::id.eq(id.as_bytes().to_vec()),
            plain_intakes::organisation_id.eq(organisation.as_bytes().to_vec()),
            plain_intakes::state.eq("waiting"),
            plain_intakes::body.eq(body),
            plain_intakes::revision.eq(1_i64),
            plain_intakes::created_on.eq(today.as_str()),
        ))
        .execute(act.db())?;
    witness(act, organisation, id)?;
    Reply::created(
        format!("/bench/intakes/{id}"),
        &json!({ "id": id, "state": "waiting" }),
    )
}

/// A line in clear text, which passes for sealed by its first byte.
fn witness(act: &mut Act<'_>, organisation: OrganisationId, id: Uuid) -> Result<(), Refusal> {
    let name = act.member()?.display_name.clone();
    let line = json!({
        "at": act.now,
        "actor": { "kind": "member", "account": act.member()?.account, "name": name },
        "what": "intake_handed_over",
        "case": null,
        "subject": id,
        "reason": null,
    });
    let mut bytes = vec![1];
    serde_json::to_writer(&mut bytes, &line)?;
    let (id, sealed) = (LedgerLineId::from_uuid(act.fresh_id()), Sealed::new(bytes)?);
    let line = Line {
        id,
        organisation,
        // As random as the id, and of the length of a label.
        label: Label::Random(Digest::from(leaf_hash(sealed.as_slice()))),
        // The plain line has the code without which the fold would read it again each second.
        mac: code(act, organisation, id, &sealed),
        sealed_for_case: sealed.clone(),
        sealed,
    };
    act.witness(line);
    Ok(())
}

/// What `ledger` writes beside a line about no case. If it differs, the fold reads the plain lines
/// again and again, and the comparison flatters us.
fn code(act: &Act<'_>, organisation: OrganisationId, id: LedgerLineId, sealed: &Sealed) -> Digest {
    let leaf = HEXLOWER.encode(&leaf_hash(sealed.as_slice()));
    let text = format!("{organisation}\n{id}\n\n{leaf}");
    act.app().instance.lookup_tag("ledger line", &text).into()
}
