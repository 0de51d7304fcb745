//! A register of one's own, signed by somebody who left.

use amparo::foundation::Caller;
use amparo_tests::{House, json};
use amparo_vault::{GroupPurpose, Manifest, sign_manifest, verify_manifest};

use super::{caller, organisation, removes};

/// Between a removal and the change of everyone's key she still opens and seals the register.
#[actix_web::test]
async fn a_manifest_that_forgets_who_left_is_refused() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let (sofia, samira) = (hotline.supervisor(), hotline.second_supervisor());
    let kept = caller(&house, &samira).await;
    let of = organisation(&hotline).as_bytes();
    // While she signs by right, the same is believed.
    sign_the_next(&house, &kept, of);
    sofia.get("/teams").await.expect(200);
    removes(&sofia, &samira).await.expect(204);
    sofia.get("/teams").await.expect(200);
    sign_the_next(&house, &kept, of);
    sofia.get("/teams").await.expect(409);
    let team = json!({"label": "Night"});
    sofia.post("/teams", team).await.expect(409);
}

/// The next manifest: it lists what the present one lists, names it, and revokes nobody.
fn sign_the_next(house: &House, signer: &Caller, of: [u8; 16]) {
    let member = signer.member().unwrap();
    let everyone = member.keyring().current(GroupPurpose::Everyone).unwrap();
    let root = member.keyring().root_of(of).unwrap();
    let hex = |bytes: &[u8]| bytes.iter().map(|b| format!("{b:02x}")).collect::<String>();
    let own = hex(&of);
    let columns = ["organisation_id", "number", "sealed"].map(ToOwned::to_owned);
    let rows = house.texts("register_manifests", &columns);
    let row = rows.iter().find(|row| row[0] == own).unwrap();
    let number: u64 = row[1].parse().unwrap();
    let sealed: Vec<u8> = (0..row[2].len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&row[2][at..at + 2], 16).unwrap())
        .collect();
    let signed = everyone.open_manifest(of, number, &sealed).unwrap();
    let present = verify_manifest(root, of, signed.expose()).unwrap();
    let next = Manifest {
        number: number + 1,
        previous: present.hash(),
        revoked: Vec::new(),
        ..present.manifest().clone()
    };
    let certificate = member.certificate.as_ref().unwrap();
    let signed = sign_manifest(certificate, member.identity(), of, &next).unwrap();
    let mut rng = amparo::foundation::rng::fresh().unwrap();
    let sealed = everyone.seal_manifest(of, next.number, &signed, &mut rng);
    house.sql(&format!(
        "update register_manifests set number = {}, sealed = {{x:{}}} where organisation_id = {{x:{own}}}",
        next.number,
        hex(&sealed.unwrap()),
    ));
}
