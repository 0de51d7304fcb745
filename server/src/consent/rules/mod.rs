//! Whether a consent covers a sharing: pure rules.
//!
//! What must stay true: a rule that is not met has a name, and the name is what the helper is told.
//! What a consent must be to prove anything (explained, given by somebody entitled, for a child more
//! than the child's word) is asked before what it names.

use amparo_store::Day;
use uuid::Uuid;

use super::model::{
    ChildDecision, ChildView, Consent, ExplainedBy, Given, ProxyRole, Purpose, Recipients,
    SharedSection, Sharing,
};
use crate::foundation::Reason;
use crate::people::{AgeBand, Part, Person};
use crate::words::NeedCategory;

/// Whose data would be shared, as far as the rules ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Subject {
    person: Uuid,
    main: bool,
    child: bool,
}

impl Subject {
    /// The one that a case is about: the main person, or else the first. Nobody is on file: nobody
    /// in particular, and no child.
    pub fn main_of(people: &[Person], today: Day) -> Self {
        let main = people
            .iter()
            .find(|person| person.part == Part::Main)
            .or(people.first());
        let nobody = Self {
            person: Uuid::nil(),
            main: true,
            child: false,
        };
        main.map_or(nobody, |person| Self {
            main: true,
            ..Self::of(person, today)
        })
    }

    /// Somebody else in a case.
    pub fn of(person: &Person, today: Day) -> Self {
        Self {
            person: person.person,
            main: person.part == Part::Main,
            child: person.age_band(today) == AgeBand::Child,
        }
    }

    /// The human being.
    pub fn person(&self) -> Uuid {
        self.person
    }

    /// Whether she is under 18, as far as anybody knows.
    pub fn is_child(&self) -> bool {
        self.child
    }

    /// Whether a consent is about her data. Who is named nowhere in it is the main person.
    pub fn is_of(&self, consent: &Consent) -> bool {
        consent
            .person
            .map_or(self.main, |person| person == self.person)
    }
}

/// The needs for which something may be shared under a purpose. For what is said in words, a
/// person is asked about the very sharing.
pub const fn needs_of(purpose: Purpose) -> &'static [NeedCategory] {
    use NeedCategory as N;
    match purpose {
        Purpose::Referral | Purpose::Other => &NeedCategory::ALL,
        Purpose::LegalRepresentation => &[N::Legal, N::Documents, N::WagesLabour, N::Safety],
        Purpose::Medical => &[N::Health, N::MentalHealth],
        Purpose::Shelter => &[N::Shelter, N::FoodCash, N::Safety],
        Purpose::FamilyTracing => &[N::FamilyTracing],
        Purpose::Statistics => &[],
    }
}

/// Whether a consent proves that anybody agreed: it was explained, whoever gave it may give it, and
/// for a child somebody else decided too.
pub fn proves(consent: &Consent, of_child: bool) -> Result<(), Reason> {
    if consent.explained.by == ExplainedBy::NotPossible {
        return Err(Reason::NotExplained);
    }
    let role = match &consent.given {
        Given::Spoken | Given::Signed => None,
        Given::Proxy { role, .. } => Some(*role),
    };
    if role == Some(ProxyRole::Other) {
        return Err(Reason::GiverNotEntitled);
    }
    if of_child {
        decided_for_child(consent, role)?;
    }
    Ok(())
}

/// A child is not alone with it, and is not passed over.
fn decided_for_child(consent: &Consent, role: Option<ProxyRole>) -> Result<(), Reason> {
    use ProxyRole::{Appointed, Guardian, Parent};
    if let Some(child) = &consent.child {
        let reasoned = !child.reasons.trim().is_empty();
        if child.decided == ChildDecision::BestInterests && reasoned {
            return Ok(());
        }
        if child.view == ChildView::Objects {
            return Err(Reason::ChildObjects);
        }
    }
    match role {
        Some(Parent | Guardian | Appointed) => Ok(()),
        _ => Err(Reason::ChildNeedsGuardian),
    }
}

/// Why a consent covers no sharing whatever, if so, apart from its time. For showing beside it.
pub fn covers_nothing(consent: &Consent, of_child: bool) -> Option<Reason> {
    match proves(consent, of_child) {
        Err(why) => Some(why),
        Ok(()) => needs_of(consent.purpose)
            .is_empty()
            .then_some(Reason::PurposeOther),
    }
}

/// Whether a consent covers a sharing of somebody's data today, or which rule is not met. That she
/// must be asked is said only where nothing else is missing.
pub fn covers(consent: &Consent, ask: &Sharing, whose: &Subject, today: Day) -> Result<(), Reason> {
    if !whose.is_of(consent) {
        return Err(Reason::NothingOnRecord);
    }
    holds_today(consent, today)?;
    proves(consent, whose.child)?;
    match &consent.recipients {
        Recipients::NobodyYet => return Err(Reason::NobodyYet),
        Recipients::Named { organisations } if !organisations.contains(&ask.recipient) => {
            return Err(Reason::RecipientNotNamed);
        }
        Recipients::AskEachTime | Recipients::Named { .. } | Recipients::AnyPartner => {}
    }
    if !needs_of(consent.purpose).contains(&ask.need) {
        return Err(Reason::PurposeOther);
    }
    names_all(consent, ask)?;
    let must_ask =
        consent.recipients == Recipients::AskEachTime || consent.purpose == Purpose::Other;
    if must_ask && !ask.confirmed_now {
        return Err(Reason::AskEachTime);
    }
    Ok(())
}

fn holds_today(consent: &Consent, today: Day) -> Result<(), Reason> {
    if consent.withdrawn.is_some() {
        return Err(Reason::ConsentWithdrawn);
    }
    if consent.given_on > today {
        return Err(Reason::ConsentNotBegun);
    }
    if consent.until.is_some_and(|last| last < today) {
        return Err(Reason::ConsentOver);
    }
    Ok(())
}

fn names_all(consent: &Consent, ask: &Sharing) -> Result<(), Reason> {
    let missing = |section: &SharedSection| !consent.sections.contains(section);
    let status = SharedSection::ImmigrationStatus;
    if ask.sections.contains(&status) && missing(&status) {
        return Err(Reason::StatusNotNamed);
    }
    if ask.sections.iter().any(missing) {
        return Err(Reason::SectionNotCovered);
    }
    Ok(())
}

#[cfg(test)]
mod tests;
