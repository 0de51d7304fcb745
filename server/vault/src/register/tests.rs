use super::*;
use crate::people::{ELSEWHERE, HOUSE, House, refusal, refuses_every_changed_byte};
use crate::{GroupPublic, GroupPurpose, Identity, VaultError};

const TEAM: [u8; 16] = [0x7e; 16];

fn entries(house: &mut House) -> Vec<([u8; 16], Entry)> {
    let group = house.group(0x7e, 2).public();
    let ana = &house.ana;
    vec![
        (
            ana.id,
            Entry::Member {
                member: ana.id,
                identity: ana.identity.public(),
                personal: ana.personal.public(),
            },
        ),
        (
            house.ben.id,
            Entry::Removed {
                member: house.ben.id,
                identity: house.ben.identity.public(),
                personal: house.ben.personal.public(),
            },
        ),
        (
            TEAM,
            Entry::Group {
                group,
                purpose: GroupPurpose::Team,
                label: "Night team".to_owned(),
                members: vec![ana.id, house.ben.id],
            },
        ),
        (
            HOUSE,
            Entry::Charter {
                groups: vec![(GroupPurpose::Team, TEAM)],
            },
        ),
        (
            [0x9b; 16],
            Entry::Published {
                group: GroupPublic {
                    id: [0x9b; 16],
                    ..house.ana.personal.public()
                },
                purpose: GroupPurpose::Inbox,
                number: 5,
                manifest: [7; 32],
                revoked: vec![house.ben.id],
            },
        ),
        (
            ELSEWHERE,
            Entry::Partner {
                organisation: ELSEWHERE,
                root: house.root.public(),
            },
        ),
    ]
}

#[test]
fn every_kind_of_entry_is_signed_and_checked() {
    let mut house = House::open();
    let root = house.root.public();
    for (subject, entry) in entries(&mut house) {
        let bytes =
            sign_entry(&house.certificate, &house.admin, HOUSE, subject, 3, &entry).unwrap();
        let check = |bytes: &[u8]| verify_entry(&root, HOUSE, subject, bytes);
        let verified = check(&bytes).unwrap();
        assert_eq!(verified.entry(), &entry);
        assert_eq!(verified.version(), 3);
        assert_eq!(verified.signer(), house.certificate.admin());
        assert!(verify_entry(&root, ELSEWHERE, subject, &bytes).is_err());
        assert!(verify_entry(&root, HOUSE, [0x55; 16], &bytes).is_err());
        refuses_every_changed_byte(&bytes, check);

        let json = serde_json::to_string(&entry).unwrap();
        assert_eq!(serde_json::from_str::<Entry>(&json).unwrap(), entry);
    }
}

#[test]
fn an_entry_gives_out_only_what_it_speaks_of() {
    let mut house = House::open();
    let root = house.root.public();
    let verified: Vec<_> = entries(&mut house)
        .into_iter()
        .map(|(subject, entry)| {
            let bytes =
                sign_entry(&house.certificate, &house.admin, HOUSE, subject, 1, &entry).unwrap();
            verify_entry(&root, HOUSE, subject, &bytes).unwrap()
        })
        .collect();
    let gives = |entry: &VerifiedEntry| {
        (
            entry.member().is_some(),
            entry.group().is_some(),
            entry.partner().is_some(),
        )
    };
    let all: Vec<_> = verified.iter().map(gives).collect();
    let nothing = (false, false, false);
    assert_eq!(
        all,
        [
            (true, false, false),
            nothing,
            (false, true, false),
            nothing,
            (false, true, false),
            (false, false, true)
        ]
    );
    assert!(verified[0].author().is_some() && verified[1].author().is_some());
    assert!(verified[2].author().is_none());
    let group = verified[2].group().unwrap();
    assert_eq!(
        (group.group(), group.organisation()),
        (Some((TEAM, 2)), Some(HOUSE))
    );
    let member = verified[0].member().unwrap();
    assert_eq!(member.personal().public(), house.ana.personal.public().key);
    assert_eq!(member.key().public(), house.ana.identity.public().opening);
}

#[test]
fn nobody_signs_without_an_appointment() {
    let mut house = House::open();
    let (subject, entry) = entries(&mut house).remove(0);
    let root = house.root.public();
    let sign = |certificate: &Certificate, signer: &Identity| {
        sign_entry(certificate, signer, HOUSE, subject, 1, &entry)
    };
    assert_eq!(
        refusal(sign(&house.certificate, &house.ben.identity)),
        VaultError::WrongKey
    );

    // A root of one's own makes a certificate that the pinned root does not know.
    let own = RootKey::generate(&mut house.rng);
    let certificate = own.appoint(HOUSE, house.ben.id, &house.ben.identity.public());
    let forged = sign(&certificate, &house.ben.identity).unwrap();
    assert!(verify_entry(&own.public(), HOUSE, subject, &forged).is_ok());
    assert_eq!(
        refusal(verify_entry(&root, HOUSE, subject, &forged)),
        VaultError::WrongKey
    );

    // An appointment for another organisation, by the same root.
    let other = house
        .root
        .appoint(ELSEWHERE, [1; 16], &house.admin.public());
    assert_eq!(refusal(sign(&other, &house.admin)), VaultError::WrongKey);
    assert_eq!(refusal(other.verify(&root, HOUSE)), VaultError::WrongKey);
}

#[test]
fn an_entry_about_another_subject_is_refused() {
    let mut house = House::open();
    for (subject, entry) in entries(&mut house) {
        let sign =
            |subject| sign_entry(&house.certificate, &house.admin, HOUSE, subject, 1, &entry);
        assert!(sign(subject).is_ok());
        assert_eq!(refusal(sign([0x55; 16])), VaultError::Tampered);
    }
}

#[test]
fn a_certificate_comes_back_from_its_bytes() {
    let house = House::open();
    let bytes = house.certificate.to_bytes();
    assert_eq!(bytes.len(), 130);
    assert_eq!(
        Certificate::from_bytes(&bytes),
        Ok(house.certificate.clone())
    );
    refuses_every_changed_byte(&bytes, |bytes| {
        Certificate::from_bytes(bytes)
            .and_then(|certificate| certificate.verify(&house.root.public(), HOUSE))
    });
}

/// Signed entries, each with its subject.
type Signed = Vec<([u8; 16], Vec<u8>)>;

fn manifest(house: &mut House, number: u64) -> (Manifest, Signed) {
    let mut manifest = Manifest {
        number,
        ..Manifest::default()
    };
    let mut all = Vec::new();
    for (subject, entry) in entries(house) {
        let signed = sign_entry(&house.certificate, &house.admin, HOUSE, subject, 3, &entry);
        let signed = signed.unwrap();
        manifest.list(subject, 3, &entry, &signed);
        all.push((subject, signed));
    }
    (manifest, all)
}

#[test]
fn only_what_the_manifest_lists_exists() {
    let mut house = House::open();
    let root = house.root.public();
    let (listed, all) = manifest(&mut house, 5);
    let bytes = sign_manifest(&house.certificate, &house.admin, HOUSE, &listed).unwrap();
    let check = |bytes: &[u8]| verify_manifest(&root, HOUSE, bytes);
    let verified = check(&bytes).unwrap();
    assert_eq!((verified.number(), verified.manifest()), (5, &listed));
    for (subject, signed) in &all {
        assert!(verified.entry(*subject, signed).is_ok());
        // Signed by the same administrator in her time, and not what is listed.
        let entry = verify_entry(&root, HOUSE, *subject, signed).unwrap();
        let other = sign_entry(
            &house.certificate,
            &house.admin,
            HOUSE,
            *subject,
            2,
            entry.entry(),
        );
        let other = verified.entry(*subject, &other.unwrap());
        assert_eq!(refusal(other), VaultError::Tampered);
    }
    assert_eq!(
        refusal(verified.entry([0x55; 16], &all[0].1)),
        VaultError::WrongKey
    );
    assert_eq!(verified.group(TEAM).unwrap().group(), Some((TEAM, 2)));
    assert!(verified.group(house.ana.id).is_none());
    assert!(verify_manifest(&root, ELSEWHERE, &bytes).is_err());
    refuses_every_changed_byte(&bytes, check);
}

#[test]
fn who_left_signs_no_manifest() {
    let mut house = House::open();
    let root = house.root.public();
    let (mut listed, _) = manifest(&mut house, 5);
    listed.revoked.push(house.certificate.admin());
    let sign = |manifest: &Manifest, certificate: &Certificate, signer: &Identity| {
        sign_manifest(certificate, signer, HOUSE, manifest)
    };
    assert!(sign(&listed, &house.certificate, &house.admin).is_err());
    // Whoever leaves the check out signs bytes that nobody believes.
    listed.revoked.clear();
    assert!(sign(&listed, &house.certificate, &house.ben.identity).is_err());
    let own = RootKey::generate(&mut house.rng);
    let certificate = own.appoint(HOUSE, house.ben.id, &house.ben.identity.public());
    let forged = sign(&listed, &certificate, &house.ben.identity).unwrap();
    assert_eq!(
        refusal(verify_manifest(&root, HOUSE, &forged)),
        VaultError::WrongKey
    );
}

#[test]
fn a_manifest_opens_for_its_epoch_and_number_only() {
    let mut house = House::open();
    let everyone = house.group(9, 2);
    let sealed = everyone.seal_manifest(HOUSE, 5, b"manifest", &mut house.rng);
    let sealed = sealed.unwrap();
    assert_eq!(sealed.len(), 2 + 24 + 32 + 4096 + 16);
    let opened = everyone.open_manifest(HOUSE, 5, &sealed).unwrap();
    assert_eq!(opened.expose(), b"manifest");
    assert!(everyone.open_manifest(HOUSE, 4, &sealed).is_err());
    assert!(everyone.open_manifest(ELSEWHERE, 5, &sealed).is_err());
    assert!(house.group(9, 3).open_manifest(HOUSE, 5, &sealed).is_err());
}
