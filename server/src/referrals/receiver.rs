//! The receiver's side: notices that were sent to an inbox whose key the member holds.

use amparo_store::{Position, ReferralId};
use amparo_vault::{GroupKey, GroupPurpose, Kind, MailboxKey};

use super::ReferralView;
use super::events::{self, Read, Readers};
use super::model::State;
use super::notice::Notice;
use super::rows::{self, Row};
use super::seal::{self, Signature};
use super::witness;
use crate::foundation::{Act, Broken, Refusal};
use crate::register;
use crate::rights::{Object, Right};

/// A referral that the acting member may answer: she holds the inbox's key, and the notice opened.
#[derive(Debug)]
pub(super) struct Received {
    pub row: Row,
    pub notice: Notice,
    pub signature: Signature,
}

/// Finds it, or says what it says about a referral that does not exist.
pub(super) fn find(act: &mut Act<'_>, id: ReferralId, right: Right) -> Result<Received, Refusal> {
    let member = act.needs(right, Object::Referral)?;
    let row = rows::find(act.db(), id)?.ok_or(Refusal::NotFound)?;
    if row.receiver != member.organisation || !row.went_out() {
        return Err(Refusal::NotFound);
    }
    open(act, row)
}

/// The same, with the row locked until the act is over.
pub(super) fn lock(act: &mut Act<'_>, id: ReferralId, right: Right) -> Result<Received, Refusal> {
    act.needs(right, Object::Referral)?;
    rows::lock(act.db(), id)?;
    find(act, id, right)
}

/// Opens and checks the notice of a row of one's own inbox.
pub(super) fn open(act: &mut Act<'_>, row: Row) -> Result<Received, Refusal> {
    let keys = keys_of(act, &row)?;
    let context = seal::context(Kind::Notice, row.sender, row.id, Position::NONE);
    let opened = seal::open::<Notice, GroupKey>(act, &keys, &context, &row.notice, &[row.sender])?
        .ok_or_else(|| Broken::damage("a notice does not open with its inbox's key"))?;
    // An unsigned notice could name a stranger's mailbox, and the answers would go there.
    if opened.by != Some(row.sender) || opened.content.sender != row.sender {
        return Err(Broken::damage("a notice is not signed by its sender").into());
    }
    Ok(Received {
        row,
        notice: opened.content,
        signature: opened.signature,
    })
}

/// Every epoch that the member holds of the inbox a referral was sent to. Whoever holds none does
/// not know that the referral exists.
pub(super) fn keys_of<'a>(act: &Act<'a>, row: &Row) -> Result<Vec<&'a GroupKey>, Refusal> {
    let keys: Vec<&GroupKey> = act
        .member()?
        .keyring()
        .memberships()
        .iter()
        .map(|held| &held.key)
        .filter(|key| key.id() == row.inbox.as_bytes())
        .collect();
    if keys.is_empty() {
        Err(Refusal::NotFound)
    } else {
        Ok(keys)
    }
}

impl Received {
    /// To whom the receiver's acts are sealed: the case that the notice named, and the inbox.
    pub(super) fn readers(&self, act: &Act<'_>) -> Result<Readers, Refusal> {
        let member = act.member()?;
        let inbox = member.keyring().current(GroupPurpose::Inbox);
        Ok(Readers {
            sender: Some(MailboxKey::from_sealed_file(self.notice.mailbox)),
            receiver: inbox.map(|key| key.as_recipient(member.organisation.as_bytes())),
        })
    }

    /// Every event since it was sent, opened.
    pub(super) fn events(&self, act: &mut Act<'_>) -> Result<Vec<Read>, Refusal> {
        let keys = keys_of(act, &self.row)?;
        rows::events(act.db(), self.row.id, Position::NONE)?
            .iter()
            .filter(|event| event.state != State::Draft)
            .map(|event| events::read(act, &self.row, event, event.for_receiver.as_ref(), &keys))
            .collect()
    }

    /// As the receiver, who is called `own_name`, sees it, without events.
    pub(super) fn view(&self, own_name: String) -> ReferralView {
        let mut view = ReferralView::of(&self.row);
        view.sender.name.clone_from(&self.notice.sender_name);
        view.receiver.name = own_name;
        view.about = Some(self.notice.facts.clone());
        view.signature = Some(self.signature);
        view
    }

    /// As the receiver sees it, with its events, and with what does not agree in the sender's letters.
    pub(super) fn whole_view(&self, act: &mut Act<'_>) -> Result<ReferralView, Refusal> {
        let own = register::organisation(act, self.row.receiver)?;
        let mut view = self.view(own.profile.name);
        let events = self.events(act)?;
        let sender = self.row.sender;
        let heard = events.iter().filter_map(|read| read.witnessed_by(sender));
        let letters = self.notice.witnessed.clone().into_iter().chain(heard);
        view.doubts = witness::hear(act, sender, self.row.id, letters.collect())?;
        let steps = events.into_iter().filter(Read::is_step);
        view.events = Some(steps.map(Read::into_view).collect());
        Ok(view)
    }
}
