//! The talk with the mail server. Nothing of the database is in hand here.
//!
//! What must stay true: why a mail could not be sent is a code. The library's errors quote the
//! server's words, and those quote addresses: they go nowhere.

use std::error::Error as _;
use std::io;

use amparo_store::MailId;
use lettre::message::Mailbox;
use lettre::transport::smtp;
use lettre::transport::smtp::response::{Category, Code, Detail, Severity};
use lettre::{Message, SmtpTransport, Transport};

use super::letter::Letter;
use crate::foundation::config::MailConfig;
use crate::foundation::jobs::Failure;

/// Sends one mail, or says why not.
pub(super) fn send(config: &MailConfig, id: MailId, letter: &Letter) -> Result<(), Failure> {
    let from: Mailbox = config.from.parse().map_err(|_| Failure::Settings)?;
    let to: Mailbox = letter.to.parse().map_err(|_| Failure::RejectedAddress)?;
    let message = Message::builder()
        .message_id(Some(format!("<{id}@{}>", from.email.domain())))
        .from(from)
        .to(to)
        .subject(letter.subject.clone())
        .body(letter.text.clone())
        .map_err(|_| Failure::Broken)?;
    let server = SmtpTransport::from_url(&config.url)
        .map_err(|_| Failure::Settings)?
        .timeout(Some(config.timeout))
        .build();
    server
        .send(&message)
        .map(drop)
        .map_err(|error| failure_of(&error))
}

fn failure_of(error: &smtp::Error) -> Failure {
    if let Some(code) = error.status() {
        return said_no(code);
    }
    if error.is_tls() {
        return Failure::Tls;
    }
    if error.is_client() {
        return Failure::Settings;
    }
    match io_kind(error) {
        // A read that waited for too long ends as the first on some systems, as the second on Linux.
        Some(io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock) => Failure::TimedOut,
        // A handshake that failed while something was read.
        Some(io::ErrorKind::InvalidData) => Failure::Tls,
        // It talks, but not as a mail server does.
        _ if error.is_response() => Failure::Refused,
        _ => Failure::Unreachable,
    }
}

/// RFC 5321, 4.2.3: 550, 551 and 553 are about the mailbox, and for good.
fn said_no(code: Code) -> Failure {
    let for_good = code.severity == Severity::PermanentNegativeCompletion;
    let about_mailbox = code.category == Category::MailSystem
        && matches!(code.detail, Detail::Zero | Detail::One | Detail::Three);
    if for_good && about_mailbox {
        Failure::RejectedAddress
    } else {
        Failure::Refused
    }
}

/// What the operating system said, below the library's words.
fn io_kind(error: &smtp::Error) -> Option<io::ErrorKind> {
    let mut below = error.source();
    while let Some(why) = below {
        if let Some(why) = why.downcast_ref::<io::Error>() {
            return Some(why.kind());
        }
        below = why.source();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_lasting_no_to_the_mailbox_is_about_the_address() {
        let no = |severity, category, detail| {
            said_no(Code {
                severity,
                category,
                detail,
            })
        };
        let (now, ever) = (
            Severity::TransientNegativeCompletion,
            Severity::PermanentNegativeCompletion,
        );
        assert_eq!(
            no(ever, Category::MailSystem, Detail::Zero),
            Failure::RejectedAddress
        );
        // Not now; a mailbox that is full; a sender who must sign in first; a content not taken.
        assert_eq!(
            no(now, Category::MailSystem, Detail::Zero),
            Failure::Refused
        );
        assert_eq!(
            no(ever, Category::MailSystem, Detail::Two),
            Failure::Refused
        );
        assert_eq!(
            no(ever, Category::Unspecified3, Detail::Zero),
            Failure::Refused
        );
        assert_eq!(
            no(ever, Category::MailSystem, Detail::Four),
            Failure::Refused
        );
    }
}
