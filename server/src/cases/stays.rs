//! Where somebody is held: one line through time. Pure.
//!
//! What must stay true: at most one stay is the present one. A newer one ends it, on the day on which
//! the newer one began; an older one that was not ended is refused until somebody says when it was.

use amparo_store::Day;

use super::model::Custody;
use crate::foundation::{Fault, Refusal};

/// The present stay: the one without an end that began last. Of two without a first day, the one
/// that was noted last.
pub fn present<'a>(stays: impl IntoIterator<Item = &'a Custody>) -> Option<&'a Custody> {
    stays
        .into_iter()
        .filter(|stay| stay.left.is_none())
        .max_by_key(|stay| stay.arrived)
}

/// What a new or changed stay without an end means for another one without an end: the last day of
/// that one.
pub fn ended_by(other: &Custody, new: &Custody, today: Day) -> Result<Option<Day>, Refusal> {
    if new.left.is_some() || other.left.is_some() {
        return Ok(None);
    }
    if new.arrived.is_some() && new.arrived < other.arrived {
        return Err(Refusal::Invalid(vec![Fault::at(
            "/left",
            "missing",
            "a later stay is on record: say when this one ended",
        )]));
    }
    let began = new.arrived.unwrap_or(today);
    // Nobody leaves before arriving.
    Ok(Some(
        other.arrived.map_or(began, |arrived| began.max(arrived)),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stay(facility: &str, arrived: Option<&str>, left: Option<&str>) -> Custody {
        serde_json::from_value(serde_json::json!({
            "facility": facility, "arrived": arrived, "left": left,
        }))
        .unwrap()
    }

    #[test]
    fn the_present_stay_is_the_one_that_began_last() {
        let stays = [
            stay("second", Some("2026-11-10"), None),
            // Noted later, about an earlier time.
            stay("first", Some("2026-11-01"), None),
            stay("ended", Some("2026-11-20"), Some("2026-11-21")),
        ];
        assert_eq!(present(&stays).unwrap().facility, "second");
        let undated = [stay("a", None, None), stay("b", None, None)];
        assert_eq!(present(&undated).unwrap().facility, "b");
        assert!(present(&stays[2..]).is_none());
    }

    #[test]
    fn a_newer_stay_ends_the_older_one() {
        let today: Day = "2026-11-24".parse().unwrap();
        let day = |text: &str| Some(text.parse::<Day>().unwrap());
        let here = stay("here", Some("2026-11-10"), None);
        let open = |arrived| stay("there", arrived, None);
        let ended = |new: &Custody| ended_by(&here, new, today);
        assert_eq!(ended(&open(Some("2026-11-15"))).unwrap(), day("2026-11-15"));
        assert_eq!(ended(&open(None)).unwrap(), day("2026-11-24"));
        assert!(ended(&open(Some("2026-11-01"))).is_err());
        let past = stay("there", Some("2026-11-01"), Some("2026-11-05"));
        assert_eq!(ended(&past).unwrap(), None);
    }
}
