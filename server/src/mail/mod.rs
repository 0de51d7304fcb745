//! Mail: fixed sentences that name nobody, queued in the act's own transaction and sent by a job.
//!
//! Invariants: a queued mail is sealed under the instance key; its text says nothing about a case,
//! a person or an organisation; without a mail server configured nothing is queued. Known limit:
//! that an address gets mail from here proves that it uses the system.

use amparo_store::{MailId, Sealed};
use amparo_vault::{Context, Kind, Padding};
use chrono::TimeDelta;
use lettre::message::Mailbox;
use lettre::{Message, SmtpTransport, Transport};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::foundation::jobs::{self, Job, Runner};
use crate::foundation::{Act, Broken, Fault, Refusal};

mod rows;

/// Tries before a mail is given up.
const MOST_TRIES: i32 = 8;

#[derive(Serialize, Deserialize)]
struct Letter {
    to: String,
    subject: String,
    text: String,
}

/// Sends one queued mail.
#[derive(Debug, Serialize, Deserialize)]
pub struct SendMail {
    mail: MailId,
}

/// The room's jobs.
pub fn jobs() -> Vec<Runner> {
    vec![jobs::runner::<SendMail>()]
}

/// Queues the code of an invitation.
pub fn queue_invitation(act: &mut Act<'_>, to: &str, code: &str) -> Result<(), Refusal> {
    let text = format!(
        "You were invited to Amparo. Your code:\n\n{code}\n\nUse it on the page that you were told \
         about. If you were not told about one, delete this message.\n"
    );
    queue(act, to, "Your invitation", text)
}

/// Queues the sentence that something waits: no name, no need, no country, no case, no link.
pub fn queue_something_waits(act: &mut Act<'_>, to: &str) -> Result<(), Refusal> {
    let text = "Something waits for you in Amparo. Sign in as you always do to see it.\n\n\
                This message says no more on purpose, and holds no link.\n";
    queue(act, to, "Something waits for you", text.to_owned())
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

fn queue(act: &mut Act<'_>, to: &str, subject: &str, text: String) -> Result<(), Refusal> {
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
    jobs::enqueue(act, &SendMail { mail: id }, TimeDelta::zero())
}

fn context(id: MailId) -> Context {
    Context::of(Kind::Mail, [0; 16], id.as_bytes())
}

impl Job for SendMail {
    const NAME: &'static str = "send_mail";

    fn run(&self, act: &mut Act<'_>) -> Result<(), Refusal> {
        let Some((sealed, tries)) = rows::find(act.db(), self.mail)? else {
            return Ok(());
        };
        let plain = act
            .app()
            .instance
            .open(&context(self.mail), sealed.as_slice())?;
        let letter: Letter = serde_json::from_slice(plain.expose())?;
        match send(act, &letter) {
            Ok(()) => rows::delete(act.db(), self.mail),
            Err(_) if tries + 1 >= MOST_TRIES => {
                tracing::warn!("a mail was given up after {MOST_TRIES} tries");
                rows::delete(act.db(), self.mail)
            }
            Err(why) => {
                tracing::warn!(
                    what = why.what,
                    "a mail could not be sent; it will be tried again"
                );
                rows::count_try(act.db(), self.mail)?;
                jobs::enqueue(act, self, TimeDelta::minutes(1 << tries.min(6)))
            }
        }
    }
}

fn send(act: &Act<'_>, letter: &Letter) -> Result<(), Broken> {
    let config = act
        .app()
        .config
        .mail
        .as_ref()
        .ok_or_else(|| Broken::bug("mail is off"))?;
    let address = |text: &str| {
        text.parse::<Mailbox>()
            .map_err(|_| Broken::bug("an address cannot be read"))
    };
    let message = Message::builder()
        .from(address(&config.from)?)
        .to(address(&letter.to)?)
        .subject(letter.subject.clone())
        .body(letter.text.clone())
        .map_err(|_| Broken::bug("a mail cannot be written"))?;
    // The library's errors can quote addresses: they stay out of the log.
    let server = SmtpTransport::from_url(&config.url)
        .map_err(|_| Broken::bug("the address of the mail server cannot be read"))?
        .timeout(Some(std::time::Duration::from_secs(10)))
        .build();
    server
        .send(&message)
        .map_err(|_| Broken::bug("the mail server did not take a mail"))?;
    Ok(())
}
