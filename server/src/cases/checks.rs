//! What a schema cannot say about the parts of a case.

use amparo_store::Day;

use super::assessment::Assessment;
use super::model::{Custody, Entry, Need, NeedStatus};
use crate::foundation::{Fault, Refusal};

impl Custody {
    /// Refuses days that cannot be. `place` is where the stay stands in what was sent.
    pub fn check(&self, place: &str, today: Day) -> Result<(), Refusal> {
        let mut faults = Vec::new();
        let mut fault = |field: &str, code: &str, detail: &str| {
            faults.push(Fault::at(format!("{place}/{field}"), code, detail));
        };
        if self.arrived.is_some_and(|day| day > today) {
            fault("arrived", "in_the_future", "nobody is held there yet");
        }
        if self.left.is_some_and(|day| day > today) {
            fault("left", "in_the_future", "nobody has left yet");
        }
        if let (Some(arrived), Some(left)) = (self.arrived, self.left)
            && left < arrived
        {
            fault("left", "before_the_start", "nobody leaves before arriving");
        }
        refuse(faults)
    }
}

impl Assessment {
    /// Refuses an indicator that stands there twice, or that was seen without saying what.
    pub fn check(&self, place: &str) -> Result<(), Refusal> {
        let mut faults = Vec::new();
        for (index, one) in self.indicators.iter().enumerate() {
            let at = |field: &str| format!("{place}/indicators/{index}/{field}");
            let earlier = self.indicators.iter().take(index);
            if earlier
                .into_iter()
                .any(|other| other.indicator == one.indicator)
            {
                let detail = "stands there twice";
                faults.push(Fault::at(at("indicator"), "repeated", detail));
            }
            let seen = one.strength != super::assessment::Strength::NoneSeen;
            if seen && one.evidence.trim().is_empty() {
                let detail = "say what was seen or said";
                faults.push(Fault::at(at("evidence"), "missing", detail));
            }
        }
        refuse(faults)
    }
}

impl Entry {
    /// Refuses an entry that says nothing.
    pub fn check(&self, place: &str) -> Result<(), Refusal> {
        if self.text.trim().is_empty() && self.first_contact.is_none() {
            let at = format!("{place}/text");
            return Err(Refusal::fault(&at, "empty", "must not be empty"));
        }
        Ok(())
    }
}

impl Need {
    /// Refuses a state that only a referral brings about.
    pub fn check(&self, place: &str, before: NeedStatus) -> Result<(), Refusal> {
        let referral = |status| status == NeedStatus::InReferral;
        if self.status != before && (referral(self.status) || referral(before)) {
            let at = format!("{place}/status");
            return Err(Refusal::fault(
                &at,
                "not_here",
                "only a referral sets and ends this",
            ));
        }
        Ok(())
    }
}

fn refuse(faults: Vec<Fault>) -> Result<(), Refusal> {
    if faults.is_empty() {
        Ok(())
    } else {
        Err(Refusal::Invalid(faults))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pointers(refused: Result<(), Refusal>) -> Vec<String> {
        match refused {
            Err(Refusal::Invalid(faults)) => faults.into_iter().map(|f| f.pointer).collect(),
            _ => Vec::new(),
        }
    }

    #[test]
    fn a_stay_has_an_order() {
        let today: Day = "2026-11-24".parse().unwrap();
        let mut stay: Custody = serde_json::from_str(r#"{"facility":"Amygdaleza"}"#).unwrap();
        assert!(stay.check("", today).is_ok());
        stay.arrived = Some("2026-11-20".parse().unwrap());
        stay.left = Some("2026-11-19".parse().unwrap());
        assert_eq!(pointers(stay.check("", today)), ["/left"]);
        stay.arrived = Some("2026-11-25".parse().unwrap());
        stay.left = Some("2026-11-26".parse().unwrap());
        assert_eq!(
            pointers(stay.check("/custody/0", today)),
            ["/custody/0/arrived", "/custody/0/left"]
        );
    }

    #[test]
    fn an_indicator_stands_once_and_with_its_evidence() {
        let assessment: Assessment = serde_json::from_value(serde_json::json!({
            "indicators": [
                { "indicator": "deception", "strength": "strong", "evidence": "other work than said" },
                { "indicator": "isolation", "strength": "none_seen" },
                { "indicator": "deception", "strength": "medium" },
            ],
        }))
        .unwrap();
        let at = pointers(assessment.check(""));
        assert_eq!(at, ["/indicators/2/indicator", "/indicators/2/evidence"]);
    }

    #[test]
    fn only_a_referral_moves_a_need_into_a_referral_and_out() {
        let mut need: Need =
            serde_json::from_str(r#"{"category":"legal","urgency":"P2"}"#).unwrap();
        assert!(need.check("", NeedStatus::Open).is_ok());
        assert!(need.check("", NeedStatus::InReferral).is_err());
        need.status = NeedStatus::InReferral;
        assert!(need.check("", NeedStatus::InReferral).is_ok());
        assert!(need.check("", NeedStatus::Open).is_err());
    }
}
