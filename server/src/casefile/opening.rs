//! A new case.

use amparo_store::{CaseId, Revision};
use amparo_vault::CaseKey;

use super::entitled::Grantee;
use super::model::Card;
use super::stop_state::Stop;
use super::{CaseAccess, cards, put_back, rekey, rows};
use crate::foundation::{Act, Refusal};

/// A new case: its key, the groups that may open it, and its card. The rooms above then change it.
pub fn open_new(act: &mut Act<'_>, card: Card, to: &[Grantee]) -> Result<CaseId, Refusal> {
    let organisation = act.member()?.organisation;
    let id = CaseId::from_uuid(act.fresh_id());
    let key = CaseKey::generate(id.as_bytes(), 1, act.rng());
    rows::insert_case(act.db(), id, organisation)?;
    let mut case = CaseAccess {
        id,
        organisation,
        key,
        length: 0,
        head: None,
        stop: Stop::default(),
        card,
    };
    rekey::admit_first(act, &mut case, to)?;
    rows::advance(act.db(), id, Revision::NONE, case.length.try_into()?)?;
    put_back::note(act, &case)?;
    cards::insert(act, &case)?;
    Ok(id)
}
