//! Mail: fixed sentences that name nobody, queued in the act's own transaction and sent by a job.
//!
//! Invariants: a queued mail is sealed under the instance key; its text says nothing about a case,
//! a person or an organisation; without a mail server configured nothing is queued. It is sent
//! outside any act, so that a silent mail server holds up nobody. A mail is sent once, but twice
//! after a crash between sending and recording: both carry the same `Message-ID`, by which mail
//! programs know them for one. Known limit: that an address gets mail from here proves that it uses
//! the system.

use amparo_store::{MailId, OrganisationId, Sealed};
use amparo_vault::{Context, Kind, Padding};
use lettre::message::Mailbox;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::foundation::jobs::{self, Failure, OutsideJob, Runner};
use crate::foundation::{Act, Config, Fault, Refusal};

mod letter;
mod rows;
mod send;

use letter::Letter;

/// Sends one queued mail.
#[derive(Debug, Serialize, Deserialize)]
pub struct SendMail {
    mail: MailId,
}

/// The room's jobs.
pub fn jobs() -> Vec<Runner> {
    vec![jobs::outside_runner::<SendMail>()]
}

/// Queues the code of an invitation to `organisation`.
pub fn queue_invitation(
    act: &mut Act<'_>,
    organisation: OrganisationId,
    to: &str,
    code: &str,
) -> Result<(), Refusal> {
    let text = format!(
        "You were invited to Amparo. Your code:\n\n{code}\n\nUse it on the page that you were told \
         about. If you were not told about one, delete this message.\n"
    );
    queue(act, organisation, to, "Your invitation", text)
}

/// Queues the sentence that something waits at `organisation`: no name, no need, no country, no case,
/// no link.
pub fn queue_something_waits(
    act: &mut Act<'_>,
    organisation: OrganisationId,
    to: &str,
) -> Result<(), Refusal> {
    let text = "Something waits for you in Amparo. Sign in as you always do to see it.\n\n\
                This message says no more on purpose, and holds no link.\n";
    let text = text.to_owned();
    queue(act, organisation, to, "Something waits for you", text)
}

/// Whether a mail could be sent to `text`.
pub fn is_address(text: &str) -> bool {
    text.parse::<Mailbox>().is_ok()
}

/// What is said of one that is none.
pub fn not_an_address() -> Refusal {
    Refusal::fault("/mail", "bad_format", "is not a mail address")
}

/// Whether this server sends mail at all.
pub fn is_on(act: &Act<'_>) -> bool {
    act.app().config.mail.is_some()
}

fn queue(
    act: &mut Act<'_>,
    organisation: OrganisationId,
    to: &str,
    subject: &str,
    text: String,
) -> Result<(), Refusal> {
    if !is_on(act) {
        return Err(Refusal::Invalid(vec![Fault::at(
            "/mail",
            "no_mail",
            "this server sends no mail: hand the code over yourself",
        )]));
    }
    if !is_address(to) {
        return Err(not_an_address());
    }
    let id = MailId::from_uuid(act.fresh_id());
    let letter = Letter {
        to: to.to_owned(),
        subject: subject.to_owned(),
        text,
    };
    let plain = Zeroizing::new(serde_json::to_vec(&letter)?);
    let app = act.app();
    let sealed = app
        .instance
        .seal(&context(id), &plain, Padding::Record, act.rng())?;
    rows::insert(act.db(), id, Sealed::new(sealed)?)?;
    jobs::enqueue_outside(act, &SendMail { mail: id }, organisation)
}

fn context(id: MailId) -> Context {
    Context::of(Kind::Mail, [0; 16], id.as_bytes())
}

impl OutsideJob for SendMail {
    const NAME: &'static str = "send_mail";

    type Load = (MailId, Letter);

    fn load(&self, act: &mut Act<'_>) -> Result<Option<Self::Load>, Refusal> {
        let Some(sealed) = rows::find(act.db(), self.mail)? else {
            return Ok(None);
        };
        let instance = &act.app().instance;
        let plain = instance.open(&context(self.mail), sealed.as_slice())?;
        Ok(Some((self.mail, serde_json::from_slice(plain.expose())?)))
    }

    fn carry_out(load: &Self::Load, config: &Config) -> Result<(), Failure> {
        let (id, letter) = load;
        // Mail was turned off after this one was queued.
        let config = config.mail.as_ref().ok_or(Failure::Settings)?;
        send::send(config, *id, letter)
    }

    fn forget(&self, act: &mut Act<'_>) -> Result<(), Refusal> {
        rows::delete(act.db(), self.mail)
    }
}
