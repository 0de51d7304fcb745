//! What a referral would tell, before it is sent: shown to the sender, who can open the file anyway.
//! It proves nothing; sending looks at consent and receiver again.

use amparo_store::{CaseId, Day, OrganisationId, RecordId, ReferralId};
use uuid::Uuid;

use super::disclose::{self, PacketContent, Parts};
use super::notice;
use super::send::may_receive;
use super::sender;
use super::{PartyView, ReferralView, State};
use crate::casefile::{self, CaseAccess, File};
use crate::cases::{Need, NeedStatus};
use crate::consent::{self, Consent, NEVER_OVERRIDDEN, Override, SharedSection, Sharing};
use crate::foundation::{Act, Reason, Refusal, RefusalKind};
use crate::ledger::{About, What};
use crate::register;
use crate::rights::Right;

/// Whether something could go out now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stand {
    /// A consent covers it, until this day if it has an end.
    Covered(Option<Day>),
    /// The person must be asked about this very sharing.
    Ask,
    /// No consent covers it, because of this.
    Missing(Reason),
}

/// Whether it could go out without consent if a life is in danger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rescue {
    /// If somebody says why.
    Possible,
    /// Not with these sections.
    NotThese,
    /// Not to this kind of organisation.
    NotThere,
}

/// What a referral to somebody could be made of.
#[derive(Debug)]
pub(super) struct Offer {
    pub pseudonym: String,
    pub need: Need,
    pub receiver: PartyView,
    /// What the newest consent that could cover it names.
    pub agreed: Option<Consent>,
    /// What is ticked before anybody has chosen.
    pub usual: Vec<SharedSection>,
    /// Nothing rules the receiver out.
    pub possible: bool,
}

/// Looks at a need of a case and at an organisation that it could be offered to.
pub(super) fn offer(
    act: &mut Act<'_>,
    case: CaseId,
    need: RecordId,
    receiver: OrganisationId,
) -> Result<Offer, Refusal> {
    let case = casefile::find(act, case, Right::Refer)?;
    let file = File::open(act, &case)?;
    let need = file.one::<Need>(need)?.body;
    let party = PartyView::of(act, receiver)?;
    let possible = match may_receive(act, &case, &file, &need, receiver) {
        Ok(_) => true,
        Err(Refusal::Because(_)) => false,
        Err(other) => return Err(other),
    };
    let agreed = consent::towards(act, &file, receiver, need.category)?;
    let usual = disclose::usual_sections(need.category)
        .into_iter()
        .filter(|one| agreed.as_ref().is_none_or(|it| it.sections.contains(one)))
        .collect();
    case.note(act, What::CaseSeen, About::default())?;
    Ok(Offer {
        pseudonym: case.card.pseudonym.clone(),
        need,
        receiver: party,
        agreed,
        usual,
        possible,
    })
}

/// A need as the page of suggestions shows it. The suggestions put the look on record.
pub(super) fn need(
    act: &mut Act<'_>,
    case: CaseId,
    need: RecordId,
) -> Result<(String, Need), Refusal> {
    let case = casefile::find(act, case, Right::Refer)?;
    let need = File::open(act, &case)?.one::<Need>(need)?.body;
    Ok((case.card.pseudonym.clone(), need))
}

/// A draft as the receiver would read it.
#[derive(Debug)]
pub(super) struct Preview {
    pub view: ReferralView,
    pub alternates: Vec<PartyView>,
    /// What would be told after acceptance.
    pub content: PacketContent,
    /// How many people of the case are not in it, because they did not agree themselves.
    pub left_out: usize,
    pub stand: Stand,
    pub rescue: Rescue,
    /// What no consent names.
    pub uncovered: Vec<SharedSection>,
    /// Words of the notice that are a part of somebody's name.
    pub named: Vec<String>,
}

/// What a draft would tell, before and after acceptance. Where it shows how the person is reached,
/// that look is on record as any other.
pub(super) fn preview(act: &mut Act<'_>, id: ReferralId) -> Result<Preview, Refusal> {
    let (case, preview) = look(act, id)?;
    if preview.content.contact.is_some() {
        case.note(act, What::ContactSeen, About::the(id.to_uuid()))?;
    }
    Ok(preview)
}

/// A draft of this very case and need, to be written anew; without what it would tell.
pub(super) fn draft_of(
    act: &mut Act<'_>,
    case: CaseId,
    need: RecordId,
    id: ReferralId,
) -> Result<Preview, Refusal> {
    let (_, mut preview) = look(act, id)?;
    if (preview.view.case, preview.view.need) != (Some(case), Some(need)) {
        return Err(Refusal::NotFound);
    }
    preview.content = PacketContent::default();
    Ok(preview)
}

fn look(act: &mut Act<'_>, id: ReferralId) -> Result<(CaseAccess, Preview), Refusal> {
    let row = sender::locate(act, id, Right::Refer)?;
    let case = casefile::find(act, row.case, Right::Refer)?;
    let file = File::open(act, &case)?;
    if row.state != State::Draft {
        return Err(Refusal::Because(Reason::ReferralNotDraft));
    }
    let view = sender::view(act, &case, &file, &row)?;
    let record = sender::record_of(&file, id)?.body;
    let need = file.one::<Need>(record.need)?;
    let parts = Parts::of(&file, &need.body)?;
    let alternates = record.alternates.iter();
    let alternates = alternates
        .map(|other| PartyView::of(act, *other))
        .collect::<Result<_, _>>()?;
    let ask = asking(row.receiver, &record.sections, &need.body);
    let others = consent::others_towards(act, &file, &ask)?;
    let others: Vec<Uuid> = others.iter().map(|one| one.person).collect();
    let agreed = consent::towards(act, &file, row.receiver, need.body.category)?;
    let named = agreed.map(|consent| consent.sections).unwrap_or_default();
    let mut uncovered = record.sections.clone();
    uncovered.retain(|one| !named.contains(one));
    let region = record.about.region.as_deref().unwrap_or_default();
    let told = format!("{} {region}", record.about.question);
    case.note(act, What::ReferralSeen, About::the(id.to_uuid()))?;
    let content = disclose::of_sections(&parts, &record.sections, &others, act.now.to_day());
    let preview = Preview {
        named: notice::parts_of_names(&parts, &told),
        left_out: disclose::left_out(&parts, &content),
        stand: stand(act, &case, &file, ask)?,
        rescue: rescue(act, row.receiver, &record.sections)?,
        view,
        alternates,
        content,
        uncovered,
    };
    Ok((case, preview))
}

fn asking(recipient: OrganisationId, sections: &[SharedSection], need: &Need) -> Sharing {
    Sharing {
        recipient,
        sections: sections.to_vec(),
        need: need.category,
        confirmed_now: false,
    }
}

fn stand(
    act: &Act<'_>,
    case: &CaseAccess,
    file: &File,
    mut ask: Sharing,
) -> Result<Stand, Refusal> {
    let mut why = Reason::NothingOnRecord;
    for confirmed_now in [false, true] {
        ask.confirmed_now = confirmed_now;
        match consent::covering(act, case, file, &ask) {
            Ok(_) if confirmed_now => return Ok(Stand::Ask),
            Ok(covering) => return Ok(Stand::Covered(covering.until())),
            Err(Refusal::Because(reason)) if reason.kind() == RefusalKind::NoConsent => {
                why = reason;
            }
            Err(other) => return Err(other),
        }
    }
    Ok(Stand::Missing(why))
}

fn rescue(
    act: &mut Act<'_>,
    receiver: OrganisationId,
    sections: &[SharedSection],
) -> Result<Rescue, Refusal> {
    let kind = register::organisation(act, receiver)?.kind();
    if !consent::may_receive_overridden(kind) {
        return Ok(Rescue::NotThere);
    }
    let never = |one: &SharedSection| NEVER_OVERRIDDEN.contains(one);
    Ok(if sections.iter().any(never) {
        Rescue::NotThese
    } else {
        Rescue::Possible
    })
}

/// The need of a referral that ended without help, if it still waits for somebody. `None` if
/// another has taken it up, or it is not needed any more.
pub(super) fn still_waits(
    act: &mut Act<'_>,
    view: &ReferralView,
) -> Result<Option<(CaseId, RecordId)>, Refusal> {
    let Some(id) = view.case else {
        return Ok(None);
    };
    let case = casefile::find(act, id, Right::Read)?;
    if case.must_be_open().is_err() {
        return Ok(None);
    }
    let file = File::open(act, &case)?;
    let record = sender::record_of(&file, view.id)?.body;
    let need = file.one::<Need>(record.need)?.body;
    // What the receiver did is not in the case yet: the need still says that it is on its way.
    let unfolded = record.state != view.state && need.status == NeedStatus::InReferral;
    let waits = need.status == NeedStatus::Open || unfolded;
    Ok(waits.then_some((id, record.need)))
}

/// What somebody vouched for without a consent, if this referral rests on that.
pub(super) fn rests_on_override(
    act: &mut Act<'_>,
    view: &ReferralView,
) -> Result<Option<Override>, Refusal> {
    let Some(id) = view.case else {
        return Ok(None);
    };
    let case = casefile::find(act, id, Right::Read)?;
    let file = File::open(act, &case)?;
    let basis = sender::record_of(&file, view.id)?.body.basis;
    let all = file.all::<Override>()?;
    let found = all.into_iter().find(|one| Some(one.id) == basis);
    Ok(found.map(|one| one.body))
}
