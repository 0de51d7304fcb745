//! Search before create: cases in reach that may be about the same person.
//!
//! Deliberately absent: a search beyond one's own reach. That somebody is known elsewhere would
//! say what the case itself may not.

use std::collections::BTreeMap;

use amparo_store::{CaseId, IntakeId};

use super::bodies::SimilarCase;
use super::triage;
use crate::casefile::{self, Card};
use crate::foundation::{Act, Refusal};
use crate::ledger::{self, About, What};
use crate::rights::Right;
use crate::web::Listing;

/// Answered at most; more are no help on the telephone.
const MOST: usize = 20;
/// Looked at of each question, most urgent first.
const MOST_OF_ONE: usize = 200;
/// Shorter parts of names are in too many others.
const SHORTEST: usize = 3;

/// Cases that share the number, the name or a part of the name with the intake, best first.
pub(super) fn similar(act: &mut Act<'_>, id: IntakeId) -> Result<Listing<SimilarCase>, Refusal> {
    let opened = triage::in_queue(act, id, Right::Read)?;
    let mut found: BTreeMap<CaseId, (u32, SimilarCase)> = BTreeMap::new();
    if let Some(content) = opened.content {
        let phone = content.intake.contact.phone.map(|it| it.to_string());
        let name = content.intake.who.name_to_use;
        for (weight, why, words) in questions(phone.as_deref(), name.as_deref()) {
            for entry in casefile::search(act, &words, MOST_OF_ONE)?.shown {
                let (score, case) = found
                    .entry(entry.id)
                    .or_insert_with(|| (0, view(entry.id, &entry.card)));
                *score += weight;
                if !case.same.iter().any(|known| known == why) {
                    case.same.push(why.to_owned());
                }
            }
        }
    }
    let mut found: Vec<_> = found.into_values().collect();
    found.sort_by_key(|(score, case)| (std::cmp::Reverse(*score), case.case));
    ledger::note(act, What::CasesSearched, About::the(id.to_uuid()))?;
    Ok(Listing {
        items: found.into_iter().take(MOST).map(|(_, case)| case).collect(),
        next: None,
    })
}

/// What is asked, with how much an answer weighs.
fn questions(phone: Option<&str>, name: Option<&str>) -> Vec<(u32, &'static str, String)> {
    let mut all = Vec::new();
    if let Some(phone) = phone {
        let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
        all.push((100, "phone", digits));
    }
    if let Some(name) = name.map(str::trim).filter(|name| !name.is_empty()) {
        all.push((10, "name", name.to_owned()));
        let parts: Vec<&str> = name.split_whitespace().collect();
        if parts.len() > 1 {
            let long = parts
                .into_iter()
                .filter(|part| part.chars().count() >= SHORTEST);
            all.extend(long.map(|part| (1, "part_of_name", part.to_owned())));
        }
    }
    all
}

fn view(case: CaseId, card: &Card) -> SimilarCase {
    SimilarCase {
        case,
        pseudonym: card.pseudonym.clone(),
        priority: card.priority,
        status: card.status,
        same: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_weighs_more_than_a_name_and_short_parts_are_not_asked() {
        let asked = questions(Some("+302101234567"), Some("Abu Al Selam"));
        let words: Vec<_> = asked.iter().map(|(_, _, words)| words.as_str()).collect();
        assert_eq!(words, ["302101234567", "Abu Al Selam", "Abu", "Selam"]);
        assert!(asked[0].0 > asked[1].0 && asked[1].0 > asked[2].0);
        assert!(questions(None, Some("  ")).is_empty());
    }
}
