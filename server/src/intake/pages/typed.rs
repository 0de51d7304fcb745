//! A call as it is typed: every field is text, so that a draft may hold half a number and a line
//! that drops loses nothing. `reading.rs` makes an intake of it.

use amparo_store::IntakeId;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::consent::Recipients;
use crate::intake::model::{Intake, RaisedPriority};
use crate::pages::Names;

/// A date as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct TypedDate {
    /// The day of the month.
    #[schema(max_length = 10)]
    pub day: String,
    /// The month's number.
    #[schema(max_length = 10)]
    pub month: String,
    /// The year; two digits are of this century.
    #[schema(max_length = 10)]
    pub year: String,
}

/// A call as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Call {
    /// The id of the draft: the page has it from the beginning.
    pub draft: Uuid,
    /// What the contact was. The only thing that is needed.
    #[schema(max_length = 40)]
    pub outcome: String,
    /// How it came.
    #[schema(max_length = 40)]
    pub channel: String,
    /// Somebody is in danger at this moment.
    #[schema(max_length = 40)]
    pub danger_now: String,
    /// Somebody is held.
    #[schema(max_length = 40)]
    pub detained: String,
    /// The day of removal.
    pub removal: TypedDate,
    /// Its time, where the person is.
    #[schema(max_length = 40)]
    pub removal_time: String,
    /// No day is known, but it is feared.
    #[schema(max_length = 40)]
    pub removal_feared: String,
    /// Somebody needs a doctor now.
    #[schema(max_length = 40)]
    pub urgent_medical: String,
    /// The person is under 18.
    #[schema(max_length = 40)]
    pub under_18: String,
    /// The person is pregnant or has children along.
    #[schema(max_length = 40)]
    pub pregnant_or_with_children: String,
    /// The person may be called back.
    #[schema(max_length = 40)]
    pub safe_to_call_back: String,
    /// A number.
    #[schema(max_length = 80)]
    pub phone: String,
    /// Whose it is.
    #[schema(max_length = 40)]
    pub whose: String,
    /// How it is safe to reach them.
    #[schema(max_length = 200)]
    pub how: String,
    /// The language to speak, by name or code.
    #[schema(max_length = 80)]
    pub language: String,
    /// Whether somebody interprets.
    #[schema(max_length = 40)]
    pub interpreter: String,
    /// Whose citizen the person is, by name or code.
    #[schema(max_length = 80)]
    pub citizen_of: String,
    /// The country the person is in, by name or code.
    #[schema(max_length = 80)]
    pub now_in: String,
    /// The town, camp or place of detention.
    #[schema(max_length = 200)]
    pub town: String,
    /// What is missing.
    #[schema(max_items = 12, max_length = 40)]
    pub needs: Vec<String>,
    /// That a file is kept.
    #[schema(max_length = 40)]
    pub consent_file: String,
    /// With whom something may be shared.
    #[schema(max_length = 40)]
    pub consent_share: String,
    /// Who explained it.
    #[schema(max_length = 40)]
    pub explained_by: String,
    /// The name to use, as they say it.
    #[schema(max_length = 200)]
    pub name_to_use: String,
    /// Who speaks.
    #[schema(max_length = 40)]
    pub caller_is: String,
    /// When they can be reached.
    #[schema(max_length = 200)]
    pub when: String,
    /// What to say so that they know who calls.
    #[schema(max_length = 80)]
    pub code_word: String,
    /// Whether a message may be left.
    #[schema(max_length = 40)]
    pub voicemail: String,
    /// What else was said.
    #[schema(max_length = 20_000)]
    pub notes: String,
    /// More urgent than the rules say.
    #[schema(max_length = 40)]
    pub raise_to: String,
    /// Why.
    #[schema(max_length = 500)]
    pub raise_reason: String,
    /// A number to come back with could be found: none is made.
    pub no_receipt: bool,
    /// The line may be recorded, and one is made all the same: it is handed over in writing.
    pub receipt_anyway: bool,
}

impl Call {
    /// The form of a new call: what most calls are is filled in.
    pub(super) fn new(draft: IntakeId) -> Self {
        Self {
            draft: draft.to_uuid(),
            outcome: "help_wanted".to_owned(),
            channel: "phone".to_owned(),
            ..Self::default()
        }
    }

    /// The form of a draft that was not written on the page.
    pub(super) fn of(draft: IntakeId, intake: &Intake, names: Names) -> Self {
        let (triage, contact) = (&intake.triage, &intake.contact);
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let date = triage.removal.date.map(|day| day.to_string());
        let mut date = date.as_deref().unwrap_or_default().split('-');
        let mut part = || date.next().unwrap_or_default().to_owned();
        let raised = intake.priority_raised.as_ref();
        Self {
            draft: draft.to_uuid(),
            outcome: word(&intake.outcome),
            channel: word(&intake.channel),
            danger_now: word(&triage.danger_now),
            detained: word(&triage.detained),
            removal: TypedDate {
                year: part(),
                month: part(),
                day: part(),
            },
            removal_time: text(&triage.removal.time),
            removal_feared: word(&triage.removal.feared),
            urgent_medical: word(&triage.urgent_medical),
            under_18: word(&triage.under_18),
            pregnant_or_with_children: word(&triage.pregnant_or_with_children),
            safe_to_call_back: word(&triage.safe_to_call_back),
            phone: word(&contact.phone),
            whose: word(&contact.whose),
            how: text(&contact.how),
            language: intake
                .language
                .as_ref()
                .map(|it| names.language_as_typed(it))
                .unwrap_or_default(),
            interpreter: word(&intake.interpreter),
            citizen_of: intake
                .citizen_of
                .as_ref()
                .map(|it| names.country_as_typed(it))
                .unwrap_or_default(),
            now_in: intake
                .now_in
                .as_ref()
                .map(|it| names.country_as_typed(it))
                .unwrap_or_default(),
            town: text(&intake.town),
            needs: intake.needs.iter().map(word).collect(),
            consent_file: word(&intake.consent.file),
            consent_share: share_word(intake.consent.share.as_ref()),
            explained_by: word(&intake.consent.explained_by),
            name_to_use: text(&intake.who.name_to_use),
            caller_is: word(&intake.who.caller_is),
            when: text(&contact.when),
            code_word: text(&contact.code_word),
            voicemail: word(&contact.voicemail),
            notes: text(&intake.notes),
            raise_to: word(&raised.map(|raised: &RaisedPriority| raised.to)),
            raise_reason: raised.map_or_else(String::new, |raised| raised.reason.clone()),
            no_receipt: false,
            receipt_anyway: false,
        }
    }
}

/// The word that a closed list is sent as; empty if there is none.
pub(super) fn word(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(Value::String(word)) => word,
        _ => String::new(),
    }
}

/// Partners by name are not chosen on the telephone; such a consent is asked for anew.
pub(super) fn share_word(share: Option<&Recipients>) -> String {
    match share {
        Some(Recipients::NobodyYet) => "nobody_yet",
        Some(Recipients::AskEachTime) => "ask_each_time",
        Some(Recipients::AnyPartner) => "any_partner",
        Some(Recipients::Named { .. }) | None => "",
    }
    .to_owned()
}
