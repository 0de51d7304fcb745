//! Founding an organisation: its root, its first two key holders, its standing groups.

use amparo_store::{GroupId, OrganisationId};
use amparo_vault::{
    Entry, GroupKey, GroupPurpose, Membership, Passphrase, RootKey, RootPublic, SecretText,
    deliver, verify_entry,
};

use super::deliveries::{Papers, post};
use super::enrol::{Enrolment, Handout, NewMember, keep, prepare, random_id};
use super::model::roles_fit;
use crate::foundation::{Act, App, Caller, Fault, Refusal, Role, rng};
use crate::ledger::{self, About, What};
use crate::register::{self, OrganisationKind, OrganisationProfile, Signer};
use crate::words::Country;

/// The groups every organisation has, and what they are called until somebody renames them.
const STANDING: [(GroupPurpose, &str); 5] = [
    (GroupPurpose::Everyone, "Everyone"),
    (GroupPurpose::Supervisors, "Supervisors"),
    (GroupPurpose::Queue, "Intake queue"),
    (GroupPurpose::Inbox, "Referral inbox"),
    (GroupPurpose::Auditors, "Auditors"),
];

/// What is needed to found an organisation.
#[derive(Clone, Debug)]
pub struct Founding {
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: OrganisationKind,
    /// Where it works.
    pub country: Country,
    /// Its first two key holders: supervisors.
    pub holders: [NewMember; 2],
    /// Its administrator, who holds no key.
    pub administrator: NewMember,
}

/// What is shown once, to be kept on paper.
#[derive(Debug)]
pub struct Founded {
    /// The organisation.
    pub organisation: OrganisationId,
    /// The root key. Whoever has it can appoint key administrators.
    pub root_phrase: SecretText,
    /// The twelve words to compare.
    pub fingerprint: Vec<String>,
    /// What each of the three takes home, with the passphrase that was made for her.
    pub handouts: Vec<(Handout, Passphrase)>,
}

/// Founds an organisation.
pub fn found(app: &App, founding: &Founding) -> Result<Founded, Refusal> {
    check(founding)?;
    let mut rng = rng::fresh()?;
    let organisation = OrganisationId::from_bytes(random_id(&mut rng));
    let root = RootKey::generate(&mut rng);
    let mut people = Vec::new();
    let mut handouts = Vec::new();
    for member in founding.holders.iter().chain([&founding.administrator]) {
        let passphrase = Passphrase::generate(6, &mut rng);
        let (enrolment, handout) = prepare(app, organisation, root.public(), member, &passphrase)?;
        people.push(enrolment);
        handouts.push((handout, passphrase));
    }
    for holder in people.iter_mut().take(2) {
        let certificate = root.appoint(
            organisation.as_bytes(),
            holder.id.as_bytes(),
            &holder.identity.public(),
        );
        holder.profile.certificate = Some(certificate.to_bytes());
    }
    // The first holder has the keys; the second is sent them, as any newcomer is.
    if let Some(first) = people.first_mut() {
        for (purpose, label) in STANDING {
            first.keyring.add(Membership {
                key: GroupKey::generate(random_id(&mut rng), 1, &mut rng),
                label: label.to_owned(),
                purpose,
            });
        }
    }
    let profile = OrganisationProfile {
        name: founding.name.clone(),
        kind: founding.kind,
        country: founding.country.clone(),
        root: root.public(),
        revoked: Vec::new(),
    };
    app.write(&Caller::Visitor, |act| {
        register::found(act, organisation, &profile)?;
        write(act, organisation, &root.public(), &people)?;
        let about = About::the(organisation.to_uuid());
        ledger::note_in(act, organisation, What::OrganisationFounded, about)
    })?;
    Ok(Founded {
        organisation,
        fingerprint: root.public().fingerprint().map(ToOwned::to_owned).to_vec(),
        root_phrase: root.phrase(),
        handouts,
    })
}

fn check(founding: &Founding) -> Result<(), Refusal> {
    let mut faults = Vec::new();
    for (holder, place) in founding.holders.iter().zip(["/holders/0", "/holders/1"]) {
        if !holder.roles.has(Role::Supervisor) {
            faults.push(Fault::at(
                place,
                "not_a_supervisor",
                "a key holder is a supervisor",
            ));
        }
        roles_fit(&holder.roles.0)?;
    }
    if founding.administrator.roles.0 != [Role::Administrator] {
        faults.push(Fault::at(
            "/administrator",
            "other_role",
            "an administrator is nothing else",
        ));
    }
    if founding.name.trim().is_empty() {
        faults.push(Fault::at("/name", "empty", "must not be empty"));
    }
    if faults.is_empty() {
        Ok(())
    } else {
        Err(Refusal::Invalid(faults))
    }
}

fn write(
    act: &mut Act<'_>,
    organisation: OrganisationId,
    root: &RootPublic,
    people: &[Enrolment],
) -> Result<(), Refusal> {
    for person in people {
        keep(act, person)?;
    }
    let [first, second, ..] = people else {
        return Err(Refusal::NotFound);
    };
    let certificate = first.profile.certificate()?.ok_or(Refusal::NotFound)?;
    let signer = Signer {
        certificate: &certificate,
        identity: &first.identity,
        organisation,
        everyone: first
            .keyring
            .current(GroupPurpose::Everyone)
            .ok_or(Refusal::NotFound)?,
    };
    let signer_entry = register::put_as(act, &signer, first.id.to_uuid(), &member_entry(first))?;
    let entry = register::put_as(act, &signer, second.id.to_uuid(), &member_entry(second))?;
    let second_member = verify_entry(root, organisation.as_bytes(), second.id.as_bytes(), &entry)?
        .member()
        .ok_or(Refusal::NotFound)?;
    let members = vec![first.id.as_bytes(), second.id.as_bytes()];
    let mut charter = Vec::new();
    for held in first.keyring.memberships() {
        if held.purpose == GroupPurpose::Personal {
            continue;
        }
        charter.push((held.purpose, held.key.id()));
        let group_entry = put_group(act, &signer, held, &members)?;
        let delivery = deliver(
            held,
            organisation.as_bytes(),
            &second_member,
            &first.identity,
            first.id.as_bytes(),
            act.rng(),
        )?;
        let papers = Papers {
            signer_entry: signer_entry.clone(),
            group_entry,
        };
        post(act, &second_member, delivery, &papers)?;
    }
    register::put_as(
        act,
        &signer,
        organisation.to_uuid(),
        &Entry::Charter { groups: charter },
    )?;
    Ok(())
}

fn put_group(
    act: &mut Act<'_>,
    signer: &Signer<'_>,
    held: &Membership,
    members: &[[u8; 16]],
) -> Result<Vec<u8>, Refusal> {
    let entry = Entry::Group {
        group: held.key.public(),
        purpose: held.purpose,
        label: held.label.clone(),
        members: members.to_vec(),
    };
    let id = GroupId::from_bytes(held.key.id());
    let statement = register::put_as(act, signer, id.to_uuid(), &entry)?;
    Ok(statement)
}

fn member_entry(person: &Enrolment) -> Entry {
    Entry::Member {
        member: person.id.as_bytes(),
        identity: person.profile.identity.clone(),
        personal: person.personal.clone(),
    }
}
