//! The life of a referral as one pure function: who may do what, in which state, and what follows.

use crate::foundation::{Reason, Refusal};

amparo_store::text_enum! {
    /// Where a referral stands.
    pub enum State {
        /// Written, and seen by nobody at the receiver.
        Draft = "draft",
        /// In the receiver's inbox.
        Sent = "sent",
        /// Somebody at the receiver looked at the notice.
        Viewed = "viewed",
        /// The receiver takes it; the packet may be opened.
        Accepted = "accepted",
        /// Taken, but there is no room yet.
        Waitlisted = "waitlisted",
        /// The receiver works on it.
        Started = "started",
        /// Done, with an outcome.
        Completed = "completed",
        /// The receiver does not take it.
        Declined = "declined",
        /// Taken, and given back.
        Returned = "returned",
        /// Nobody answered in time.
        Expired = "expired",
        /// The sender took it back.
        Recalled = "recalled",
        /// The person does not want it any more.
        EndedByPerson = "ended_by_person",
    }
}

const STATES: &str = "Where a referral stands. `draft`: written, not sent. `sent`: in the \
    receiver's inbox. `viewed`: somebody there looked at the notice. `accepted`: the receiver \
    takes it and may open the packet. `waitlisted`: taken, but there is no room yet. `started`: \
    the receiver works on it. `completed`: done, with an outcome. `declined`: the receiver does \
    not take it. `returned`: taken, and given back. `expired`: nobody answered in time. \
    `recalled`: the sender took it back. `ended_by_person`: the person ended the sharing. No \
    step follows the last six, and their packet is removed.";

crate::words::enum_schema!(State, "ReferralState", STATES);

impl State {
    /// Whether anything can still happen.
    pub fn is_live(self) -> bool {
        self == Self::Draft || self.keeps_packet()
    }

    /// Whether the receiver owes an answer.
    pub fn waits(self) -> bool {
        matches!(self, Self::Sent | Self::Viewed)
    }

    /// Whether the server hands the packet out. A rule of the server, not of a cipher.
    pub fn hands_out_packet(self) -> bool {
        matches!(self, Self::Accepted | Self::Waitlisted | Self::Started)
    }

    /// Whether the packet is kept at all: what will never be handed out again is removed.
    pub fn keeps_packet(self) -> bool {
        self.waits() || self.hands_out_packet()
    }
}

amparo_store::text_enum! {
    /// Who takes a step.
    pub enum Side {
        /// The organisation that sent it.
        Sender = "sender",
        /// The organisation it was sent to.
        Receiver = "receiver",
        /// The person, who withdrew the consent or stopped sharing.
        Person = "person",
        /// The answer time is over.
        Clock = "clock",
    }
}

amparo_store::text_enum! {
    /// One step in the life of a referral.
    pub enum Step {
        /// A draft goes out.
        Send = "send",
        /// The receiver looks for the first time.
        View = "view",
        /// The receiver takes it.
        Accept = "accept",
        /// The receiver does not take it.
        Decline = "decline",
        /// The work begins.
        Start = "start",
        /// The work is done.
        Complete = "complete",
        /// The receiver gives it back.
        Return = "return",
        /// Taken, but there is no room yet.
        Waitlist = "waitlist",
        /// The sender takes it back.
        Recall = "recall",
        /// The person ends it.
        EndByPerson = "end_by_person",
        /// Nobody answered in time.
        Expire = "expire",
    }
}

impl Step {
    /// The one side that can take this step.
    pub fn side(self) -> Side {
        match self {
            Self::Send | Self::Recall => Side::Sender,
            Self::View
            | Self::Accept
            | Self::Decline
            | Self::Start
            | Self::Complete
            | Self::Return
            | Self::Waitlist => Side::Receiver,
            Self::EndByPerson => Side::Person,
            Self::Expire => Side::Clock,
        }
    }

    /// The state this step leads to.
    pub fn leads_to(self) -> State {
        match self {
            Self::Send => State::Sent,
            Self::View => State::Viewed,
            Self::Accept => State::Accepted,
            Self::Decline => State::Declined,
            Self::Start => State::Started,
            Self::Complete => State::Completed,
            Self::Return => State::Returned,
            Self::Waitlist => State::Waitlisted,
            Self::Recall => State::Recalled,
            Self::EndByPerson => State::EndedByPerson,
            Self::Expire => State::Expired,
        }
    }
}

/// The state after `side` takes `step` in `state`. Every edge is decided here and nowhere else.
///
/// A step that led to the present state may be repeated and changes nothing. A side that cannot
/// take the step at all, and a receiver who looks for a draft, hear what they would hear about a
/// referral that does not exist.
pub fn next(state: State, side: Side, step: Step) -> Result<State, Refusal> {
    use State::{Accepted, Draft, Sent, Started, Viewed, Waitlisted};
    if side != step.side() || (side == Side::Receiver && state == Draft) {
        return Err(Refusal::NotFound);
    }
    let after = step.leads_to();
    if state == after {
        return Ok(after);
    }
    let possible = match step {
        Step::Send => state == Draft,
        // Looking later than first changes nothing, whatever the state is by then.
        Step::View if state != Sent => return Ok(state),
        Step::View => true,
        Step::Accept | Step::Decline | Step::Expire => matches!(state, Sent | Viewed),
        Step::Start => matches!(state, Accepted | Waitlisted),
        Step::Waitlist => matches!(state, Accepted | Started),
        Step::Return => matches!(state, Accepted | Waitlisted | Started),
        Step::Complete => state == Started,
        Step::Recall | Step::EndByPerson => state.is_live(),
    };
    if possible {
        Ok(after)
    } else {
        Err(Refusal::Because(why_not(state)))
    }
}

fn why_not(state: State) -> Reason {
    match state {
        State::Draft => Reason::ReferralDraft,
        State::Sent | State::Viewed => Reason::ReferralUnanswered,
        State::Accepted | State::Waitlisted => Reason::ReferralAccepted,
        State::Started => Reason::ReferralStarted,
        State::Completed => Reason::ReferralCompleted,
        State::Declined => Reason::ReferralDeclined,
        State::Returned => Reason::ReferralReturned,
        State::Expired => Reason::ReferralExpired,
        State::Recalled => Reason::ReferralRecalled,
        State::EndedByPerson => Reason::ReferralEndedByPerson,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// For each step, in which states it leads on. Everything else is refused or changes nothing.
    const EDGES: &[(Step, &[State])] = &[
        (Step::Send, &[State::Draft]),
        (Step::View, &[State::Sent]),
        (Step::Accept, &[State::Sent, State::Viewed]),
        (Step::Decline, &[State::Sent, State::Viewed]),
        (Step::Start, &[State::Accepted, State::Waitlisted]),
        (Step::Complete, &[State::Started]),
        (
            Step::Return,
            &[State::Accepted, State::Waitlisted, State::Started],
        ),
        (Step::Waitlist, &[State::Accepted, State::Started]),
        (
            Step::Recall,
            &[
                State::Draft,
                State::Sent,
                State::Viewed,
                State::Accepted,
                State::Waitlisted,
                State::Started,
            ],
        ),
        (
            Step::EndByPerson,
            &[
                State::Draft,
                State::Sent,
                State::Viewed,
                State::Accepted,
                State::Waitlisted,
                State::Started,
            ],
        ),
        (Step::Expire, &[State::Sent, State::Viewed]),
    ];

    #[test]
    fn every_cell_of_state_side_and_step_is_decided() {
        let mut cells = 0;
        for &(step, from) in EDGES {
            for &side in Side::ALL {
                for &state in State::ALL {
                    cells += 1;
                    let answer = next(state, side, step);
                    let hidden =
                        side != step.side() || (side == Side::Receiver && state == State::Draft);
                    if hidden {
                        assert!(matches!(answer, Err(Refusal::NotFound)), "{state} {step}");
                    } else if from.contains(&state) || state == step.leads_to() {
                        assert_eq!(answer.unwrap(), step.leads_to(), "{state} {step}");
                    } else if step == Step::View {
                        assert_eq!(answer.unwrap(), state, "{state} {step}");
                    } else {
                        let refused = matches!(answer, Err(Refusal::Because(_)));
                        assert!(refused, "{state} {side} {step}");
                    }
                }
            }
        }
        assert_eq!(cells, 11 * 4 * 12);
    }

    #[test]
    fn nothing_leaves_a_state_that_is_not_live() {
        for &state in State::ALL.iter().filter(|state| !state.is_live()) {
            assert!(!state.keeps_packet());
            for &step in Step::ALL {
                if let Ok(after) = next(state, step.side(), step) {
                    assert_eq!(after, state, "{step}");
                }
            }
        }
    }

    #[test]
    fn a_packet_is_handed_out_only_after_acceptance() {
        let open: Vec<&str> = State::ALL
            .iter()
            .filter(|state| state.hands_out_packet())
            .map(|state| state.as_str())
            .collect();
        assert_eq!(open, ["accepted", "waitlisted", "started"]);
    }
}
