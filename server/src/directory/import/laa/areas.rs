//! The areas of law of the Legal Aid Agency, and the needs they answer.

use super::super::model::NeedCategory;

use NeedCategory as N;

/// Code, what people call it, and the needs it answers.
pub(super) type Area = (&'static str, &'static str, &'static [NeedCategory]);

/// The areas that become services. A housing lawyer is legal help and no
/// bed, so the area of law does not turn into another need.
pub(super) const AREAS: &[(&str, &str, &[NeedCategory])] = &[
    ("IMMAS", "Immigration and asylum", &[N::Legal, N::Documents]),
    ("PUB", "Public law", &[N::Legal]),
    ("AAP", "Claims against public authorities", &[N::Legal]),
    ("HOU", "Housing and losing a home", &[N::Legal]),
    ("DEB", "Debt", &[N::Legal]),
    ("WB", "Welfare benefits", &[N::Legal]),
    ("COM", "Community care", &[N::Legal]),
    ("MED", "Clinical negligence", &[N::Legal]),
    ("MHE", "Mental health law", &[N::Legal]),
    ("DISC", "Discrimination", &[N::Legal, N::WagesLabour]),
    ("EDU", "Education law", &[N::Legal]),
    ("PL", "Prison law", &[N::Legal]),
];
