//! What a page says: messages of its language, with values in them.

use fluent_bundle::{FluentArgs, FluentValue};

use super::frame::Frame;
use crate::foundation::refusal::Fault;
use crate::languages;

/// A value that can stand in a message.
pub trait Said {
    /// As Fluent takes it.
    fn said(&self) -> FluentValue<'_>;
}

impl Said for str {
    fn said(&self) -> FluentValue<'_> {
        FluentValue::from(self)
    }
}

impl Said for String {
    fn said(&self) -> FluentValue<'_> {
        FluentValue::from(self.as_str())
    }
}

macro_rules! said_as_number {
    ($($kind:ty),+) => {
        $(impl Said for $kind {
            fn said(&self) -> FluentValue<'_> {
                FluentValue::from(*self)
            }
        })+
    };
}

said_as_number!(i32, i64, u8, u32, u64, usize);

impl<T: Said + ?Sized> Said for &T {
    fn said(&self) -> FluentValue<'_> {
        (**self).said()
    }
}

/// A sentence that may be in another language than the page around it.
#[derive(Debug)]
pub struct Passage {
    /// What it says.
    pub text: String,
    /// Its language.
    pub lang: &'static str,
    /// Its direction.
    pub dir: &'static str,
    /// Whether the page around it is in another language.
    pub is_foreign: bool,
}

impl Frame {
    /// A sentence that safety hangs on, or that is read to somebody: in the language that was
    /// chosen if it may be shown there, in English otherwise.
    pub fn passage(&self, id: impl AsRef<str>) -> Passage {
        let id = id.as_ref();
        let chosen = self.chosen();
        let language = if chosen.shows(id) {
            chosen
        } else {
            languages::english()
        };
        Passage {
            text: language.say(id, None, &FluentArgs::new()),
            lang: &language.tag,
            dir: language.direction(),
            is_foreign: language.tag != self.language.tag,
        }
    }

    /// A message.
    pub fn msg(&self, id: impl AsRef<str>) -> String {
        self.language.say(id.as_ref(), None, &FluentArgs::new())
    }

    /// A message with one value.
    pub fn msg1(&self, id: impl AsRef<str>, name: &str, value: impl Said) -> String {
        let mut args = FluentArgs::new();
        args.set(name, value.said());
        self.language.say(id.as_ref(), None, &args)
    }

    /// A message with two values.
    pub fn msg2(
        &self,
        id: impl AsRef<str>,
        name: &str,
        value: impl Said,
        other_name: &str,
        other: impl Said,
    ) -> String {
        let mut args = FluentArgs::new();
        args.set(name, value.said());
        args.set(other_name, other.said());
        self.language.say(id.as_ref(), None, &args)
    }

    /// The message of a word from a closed list: `t.word("role", "auditor")` is `role-auditor`.
    pub fn word(&self, list: &str, word: impl std::fmt::Display) -> String {
        self.msg(format!("{list}-{word}"))
    }

    /// A text that may be a word of a closed list, as what came of a need: a partner reports a word,
    /// and a caseworker may write her own.
    pub fn word_or_text(&self, list: &str, text: &str) -> String {
        let said = self.language.say_if_any(&format!("{list}-{text}"), None);
        said.unwrap_or_else(|| text.to_owned())
    }

    /// A part of a message that may be missing, such as the `.hint` under a label.
    pub fn part(&self, id: impl AsRef<str>, part: &str) -> Option<String> {
        self.language.say_if_any(id.as_ref(), Some(part))
    }

    /// Whether a message is shown in the page's language, or in English for want of a checked one.
    pub fn is_native(&self, id: impl AsRef<str>) -> bool {
        self.language.shows(id.as_ref())
    }

    /// What is wrong with a field, in the page's language.
    pub fn fault(&self, fault: &Fault) -> String {
        let id = format!("fault-{}", fault.code);
        let limit: String = fault
            .detail
            .chars()
            .skip_while(|c| !c.is_ascii_digit())
            .take_while(char::is_ascii_digit)
            .collect();
        if languages::english().shows(&id) {
            return self.msg1(&id, "limit", limit.parse::<i64>().unwrap_or_default());
        }
        let reason = format!("refused-{}", fault.code);
        // The detail is English, for programs: a code without words is a fault of ours.
        let is_said = languages::english().shows(&reason);
        self.msg(if is_said {
            reason.as_str()
        } else {
            "fault-not_possible"
        })
    }
}
