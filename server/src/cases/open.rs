//! Opening a case.

use amparo_store::CaseId;
use amparo_vault::GroupPurpose;
use rand_core::Rng;
use serde::Deserialize;
use utoipa::ToSchema;

use super::assessment::Assessment;
use super::assign::{Assignment, assign_one};
use super::model::{Custody, Entry, Need, NeedStatus, Sheet};
use super::records::Part as _;
use super::summary;
use crate::casefile::{self, Card, CaseAccess, CaseStatus, Grantee};
use crate::consent::{self, Consent};
use crate::foundation::{Act, Fault, Refusal};
use crate::ledger::{About, What};
use crate::people::Person;
use crate::register;
use crate::rights::{Object, Right};
use crate::tasks::Removal;

/// Everything a case begins with. Only the sheet is required.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Opening {
    /// The sheet of the case: what it is about and how soon somebody must act.
    pub sheet: Sheet,
    /// The people it is about, the main person first. At most 30.
    #[serde(default)]
    #[schema(max_items = 30)]
    pub people: Vec<Person>,
    /// The places where they are or were held. At most 30.
    #[serde(default)]
    #[schema(max_items = 30)]
    pub custody: Vec<Custody>,
    /// The removals that are ahead, or were. At most 30.
    #[serde(default)]
    #[schema(max_items = 30)]
    pub removals: Vec<Removal>,
    /// The needs that are not met. At most 30; none can be `in_referral` yet.
    #[serde(default)]
    #[schema(max_items = 30)]
    pub needs: Vec<Need>,
    /// The consents they gave so far. At most 30.
    #[serde(default)]
    #[schema(max_items = 30)]
    pub consents: Vec<Consent>,
    /// What points to forced labour or trafficking. At most 10.
    #[serde(default)]
    #[schema(max_items = 10)]
    pub assessments: Vec<Assessment>,
    /// The timeline so far, oldest first. At most 100 lines.
    #[serde(default)]
    #[schema(max_items = 100)]
    pub entries: Vec<Entry>,
}

impl Opening {
    /// An opening with nothing but its head.
    pub fn new(sheet: Sheet) -> Self {
        Self {
            sheet,
            people: Vec::new(),
            custody: Vec::new(),
            removals: Vec::new(),
            needs: Vec::new(),
            consents: Vec::new(),
            assessments: Vec::new(),
            entries: Vec::new(),
        }
    }
}

/// Opens a case for the acting member and the supervisors. It is nobody's to work until it is
/// assigned or taken.
pub fn open(act: &mut Act<'_>, opening: Opening) -> Result<CaseId, Refusal> {
    act.needs(Right::Open, Object::Case)?;
    check(act, &opening)?;
    let card = first_card(act, &opening.sheet);
    let groups = first_groups(act)?;
    let id = casefile::open_new(act, card, &groups)?;
    casefile::change(act, id, Right::Write, |act, case| {
        fill(act, case, opening)?;
        summary::refresh(act, case)?;
        case.note(act, What::CaseOpened, About::default())
    })?;
    Ok(id)
}

/// The same, and works it from the first moment.
pub(super) fn open_own(act: &mut Act<'_>, opening: Opening) -> Result<CaseId, Refusal> {
    let id = open(act, opening)?;
    let own = Assignment {
        account: Some(act.member()?.account),
        team: None,
        reason: None,
    };
    assign_one(act, id, &own)?;
    Ok(id)
}

/// Every fault of everything that was sent, at once.
fn check(act: &mut Act<'_>, opening: &Opening) -> Result<(), Refusal> {
    let today = act.now.to_day();
    let mut faults = Vec::new();
    for (index, person) in opening.people.iter().enumerate() {
        gather(
            &mut faults,
            person.check(&format!("/people/{index}"), today),
        )?;
    }
    for (index, custody) in opening.custody.iter().enumerate() {
        gather(
            &mut faults,
            custody.check(&format!("/custody/{index}"), today),
        )?;
    }
    for (index, one) in opening.removals.iter().enumerate() {
        gather(&mut faults, one.check(&format!("/removals/{index}"), today))?;
    }
    for (index, one) in opening.consents.iter().enumerate() {
        let place = format!("/consents/{index}");
        gather(&mut faults, consent::check(act, one, &place))?;
        let of_somebody = consent::must_be_of(&opening.people, one, &place);
        gather(&mut faults, of_somebody)?;
    }
    for (index, one) in opening.assessments.iter().enumerate() {
        gather(&mut faults, one.check(&format!("/assessments/{index}")))?;
    }
    for (index, need) in opening.needs.iter().enumerate() {
        if need.status == NeedStatus::InReferral {
            let place = format!("/needs/{index}/status");
            faults.push(Fault::at(place, "not_here", "only a referral sets this"));
        }
    }
    if faults.is_empty() {
        Ok(())
    } else {
        Err(Refusal::Invalid(faults))
    }
}

fn gather(faults: &mut Vec<Fault>, outcome: Result<(), Refusal>) -> Result<(), Refusal> {
    match outcome {
        Err(Refusal::Invalid(more)) => faults.extend(more),
        other => other?,
    }
    Ok(())
}

fn fill(act: &mut Act<'_>, case: &mut CaseAccess, opening: Opening) -> Result<(), Refusal> {
    case.add(act, opening.sheet)?;
    for mut person in opening.people {
        if person.person.is_nil() {
            person.person = act.fresh_id();
        }
        case.add(act, person)?;
    }
    for custody in opening.custody {
        custody.settle(act, case, None)?;
        case.add(act, custody)?;
    }
    for removal in opening.removals {
        case.add(act, removal)?;
    }
    for need in opening.needs {
        case.add(act, need)?;
    }
    for consent in opening.consents {
        case.add(act, consent)?;
    }
    for assessment in opening.assessments {
        case.add(act, assessment)?;
    }
    for entry in opening.entries {
        case.add(act, entry)?;
    }
    Ok(())
}

/// The opener alone and the supervisors.
fn first_groups(act: &mut Act<'_>) -> Result<Vec<Grantee>, Refusal> {
    let supervisors = register::standing_group(act, GroupPurpose::Supervisors)?;
    let supervisors = Grantee::shared(act, supervisors)?;
    Ok(vec![Grantee::oneself(act)?, supervisors])
}

fn first_card(act: &mut Act<'_>, sheet: &Sheet) -> Card {
    let today = act.now.to_day();
    Card {
        pseudonym: pseudonym(act.rng()),
        priority: sheet.priority,
        status: CaseStatus::Open,
        assigned: None,
        next: None,
        languages: Vec::new(),
        country: None,
        detained: false,
        removal_at: None,
        has_news: false,
        no_contact: false,
        open_needs: Vec::new(),
        override_unsigned: false,
        opened_on: today,
        touched_on: today,
        search: String::new(),
        access: casefile::NamedGroups::default(),
        head: None,
    }
}

/// Four signs of Crockford's alphabet, which has none that is taken for another. Two cases may
/// bear the same one: it is for saying aloud, the id is for telling apart.
fn pseudonym(rng: &mut impl Rng) -> String {
    const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let mut bytes = [0_u8; 4];
    rng.fill_bytes(&mut bytes);
    let signs = bytes.iter().filter_map(|byte| {
        let place = usize::from(byte % 32);
        SIGNS.get(place).map(|sign| char::from(*sign))
    });
    "C-".chars().chain(signs).collect()
}

#[cfg(test)]
mod tests {
    use rand_chacha::ChaCha20Rng;
    use rand_core::SeedableRng;

    use super::*;

    #[test]
    fn a_pseudonym_can_be_said_aloud() {
        let mut rng = ChaCha20Rng::from_seed([7; 32]);
        for _ in 0..200 {
            let name = pseudonym(&mut rng);
            assert_eq!(name.len(), 6);
            assert!(name.starts_with("C-"));
            assert!(!name.chars().skip(2).any(|sign| "ILOU".contains(sign)));
        }
    }
}
