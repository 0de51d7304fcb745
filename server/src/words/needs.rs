//! Which needs a service answers, read from the words of its taxonomy terms and keywords.
//!
//! What must stay true: only whole words count, earlier rules use up their words ("mental health"
//! is not also "health"), and nothing is guessed from names or descriptions. A service without
//! a category is better than one with a wrong one: a coordinator sees the first and corrects it.

use super::NeedCategory;
use super::reference::fold;

use NeedCategory as N;

/// One rule: whole phrases in folded form, parted by commas, and the needs they stand for.
type Rule = (&'static str, &'static [NeedCategory]);

/// In order. Phrases with no need are there to keep later rules from misreading them.
const RULES: &[Rule] = &[
    (
        "credit counseling, foreclosure counseling, credit union, animal welfare",
        &[],
    ),
    ("drug abuse, substance abuse, alcohol abuse", &[N::Health]),
    (
        "safe housing, domestic violence shelter",
        &[N::Safety, N::Shelter],
    ),
    (
        "domestic violence, escape violence, sexual assault, gender based violence",
        &[N::Safety],
    ),
    (
        "violence, trafficking, abuse, immediate safety, exploitation",
        &[N::Safety],
    ),
    (
        "missing persons, family tracing, family links, tracing",
        &[N::FamilyTracing],
    ),
    (
        "voluntary return, assisted return, repatriation, reintegration",
        &[N::ReturnReintegration],
    ),
    (
        "workplace rights, workers rights, labor rights, labour rights",
        &[N::WagesLabour, N::Legal],
    ),
    ("wage, wages, wage theft, unpaid wages", &[N::WagesLabour]),
    (
        "citizenship immigration, immigration, asylum",
        &[N::Legal, N::Documents],
    ),
    (
        "identification, passport, passports, birth certificate",
        &[N::Documents],
    ),
    (
        "fill out forms, identity documents, residence permit",
        &[N::Documents],
    ),
    (
        "translation, interpretation, interpreter, interpreters",
        &[N::Interpretation],
    ),
    (
        "mental health, psychiatric, psychological, counseling, counselling",
        &[N::MentalHealth],
    ),
    ("trauma", &[N::MentalHealth]),
    (
        "bereavement, peer support, salud mental",
        &[N::MentalHealth],
    ),
    (
        "legal, lawyer, lawyers, civil rights, law, abogado",
        &[N::Legal],
    ),
    (
        "health education, health services education",
        &[N::Health, N::Education],
    ),
    (
        "health, healthcare, medical, medicine, medicare, clinic, clinics",
        &[N::Health],
    ),
    (
        "dental, hospital, maternity, hiv, salud, medicina",
        &[N::Health],
    ),
    (
        "shelter, housing, homeless, refuge, rental, albergue",
        &[N::Shelter],
    ),
    (
        "food, meal, meals, nutrition, pantry, pantries, comida",
        &[N::FoodCash],
    ),
    (
        "clothing, clothes, financial assistance, cash, utilities",
        &[N::FoodCash],
    ),
    (
        "education, school, literacy, tutoring, esl, ged",
        &[N::Education],
    ),
    (
        "english language, english as a second language, job training",
        &[N::Education],
    ),
];

/// The needs that these terms and keywords stand for, each once, in the order of the list.
pub fn of_terms<'a>(terms: impl IntoIterator<Item = &'a str>) -> Vec<NeedCategory> {
    let mut found: Vec<NeedCategory> = terms.into_iter().flat_map(of_term).collect();
    found.sort_unstable();
    found.dedup();
    found
}

fn of_term(term: &str) -> Vec<NeedCategory> {
    let mut text = format!(" {} ", fold(term));
    let mut found = Vec::new();
    for (phrases, needs) in RULES {
        for phrase in phrases.split(", ") {
            let whole = format!(" {phrase} ");
            if text.contains(&whole) {
                text = text.replace(&whole, " ");
                found.extend_from_slice(needs);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words_count() {
        let cases: [(&[&str], &[N]); 8] = [
            (&["Citizenship & Immigration"], &[N::Legal, N::Documents]),
            (&["MENTAL HEALTH SERVICES"], &[N::MentalHealth]),
            (&["Health", "Mental Health"], &[N::Health, N::MentalHealth]),
            (
                &["Homeless Shelter", "Food Pantries"],
                &[N::Shelter, N::FoodCash],
            ),
            (&["Help Find Missing Persons"], &[N::FamilyTracing]),
            (&["Translation & Interpretation"], &[N::Interpretation]),
            (&["Safe Housing"], &[N::Shelter, N::Safety]),
            (&["Workplace Rights"], &[N::Legal, N::WagesLabour]),
        ];
        for (terms, needs) in cases {
            assert_eq!(of_terms(terms.iter().copied()), needs, "{terms:?}");
        }
    }

    #[test]
    fn lookalikes_do_not_count() {
        for term in [
            "Credit Counseling",
            "Lawn care",
            "Transhealthy",
            "Credit Union",
            "",
            "🦀",
        ] {
            assert_eq!(of_terms([term]), [], "{term}");
        }
    }
}
