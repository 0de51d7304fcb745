//! `/partners`: who takes part, whose words were compared, with whom there is an agreement.

use actix_web::{get, post, web};
use amparo_store::OrganisationId;
use askama::Template;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::foundation::{Act, Refusal};
use crate::pages::{At, Filled, Form, Frame, Next, Page, PageDoor, Shown};
use crate::register::OrganisationKind;
use crate::rights::{Object, Right};
use crate::team::own;
use crate::team::partners::{self, Comparison, NewAgreement, PartnerView};

/// The twelve words as they were heard.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WordsHeard {
    /// The words, parted by spaces.
    #[schema(min_length = 1, max_length = 500)]
    pub fingerprint: String,
}

impl WordsHeard {
    /// The body that the API takes.
    fn comparison(&self) -> Comparison {
        let words = self.fingerprint.split(|c: char| !c.is_alphanumeric());
        // Somebody may have typed the numbers too.
        let words = words.filter(|word| word.chars().any(char::is_alphabetic));
        Comparison {
            fingerprint: words.map(ToOwned::to_owned).collect(),
        }
    }
}

#[derive(Template)]
#[template(path = "team/partners.html")]
struct PartnersPage {
    t: Frame,
    /// Without keys nobody can see whose words were compared.
    sees_verified: bool,
    partners: Vec<PartnerLine>,
}

struct PartnerLine {
    href: String,
    name: String,
    kind: String,
    country: String,
    own: bool,
    verified: bool,
    agreement: String,
}

#[derive(Template)]
#[template(path = "team/partner.html")]
struct PartnerPage {
    t: Frame,
    words: Filled,
    agreement: Filled,
    it: PartnerView,
    kind: String,
    country: String,
    until: Option<String>,
    sees_verified: bool,
    may_compare: bool,
    may_agree: bool,
    our_words: Vec<String>,
}

impl PartnerPage {
    fn path(&self, end: &str) -> String {
        self.t.to(format!("/partners/{}{end}", self.it.id))
    }

    fn is_authority(&self) -> bool {
        self.it.kind == OrganisationKind::Authority
    }
}

/// Every organisation that takes part.
#[get("/partners")]
async fn list(door: PageDoor) -> Page {
    door.consult(|act, t| {
        let mut all = partners::partners(act)?;
        all.sort_by_cached_key(|it| (!it.own, crate::words::reference::fold(&it.name)));
        Shown::page(&PartnersPage {
            sees_verified: partners::sees_verified(act)?,
            partners: all.iter().map(|it| line(&t, it)).collect(),
            t,
        })
    })
    .await
}

fn line(t: &Frame, it: &PartnerView) -> PartnerLine {
    let agreement = match (it.agreement, &it.agreement_until) {
        (true, Some(day)) => t.msg1("agreement-until", "day", t.day(day)),
        (true, None) => t.msg("agreement-yes"),
        (false, Some(day)) => t.msg1("agreement-over", "day", t.day(day)),
        (false, None) => t.msg("agreement-no"),
    };
    PartnerLine {
        href: t.to(format!("/partners/{}", it.id)),
        name: it.name.clone(),
        kind: t.word("organisation-kind", it.kind),
        country: t.country(it.country.as_str()),
        own: it.own,
        verified: it.verified,
        agreement,
    }
}

/// One of them.
#[get("/partners/{id}")]
async fn partner(door: PageDoor, id: At<OrganisationId>) -> Page {
    door.consult(move |act, t| show(act, t, None, None, *id))
        .await
}

/// The page with one of its two forms as it stands, or both fresh.
fn show(
    act: &mut Act<'_>,
    t: Frame,
    words: Option<Filled>,
    agreement: Option<Filled>,
    id: OrganisationId,
) -> Result<Shown, Refusal> {
    let it = partners::one(act, id)?;
    let reader = act.member()?;
    let other = !it.own && it.kind != OrganisationKind::Authority;
    let may_agree = other && reader.may(Right::Agree, Object::Partner);
    let may_compare = other && !it.verified && reader.certificate.is_some();
    let fresh = || {
        let form = Filled::empty::<NewAgreement>();
        let form = if it.agreement {
            form.with("agreed", "true")
        } else {
            form
        };
        match &it.agreement_until {
            Some(day) => form.with("until", day.to_string()),
            None => form,
        }
    };
    Shown::page(&PartnerPage {
        words: words.unwrap_or_else(Filled::empty::<WordsHeard>),
        agreement: agreement.unwrap_or_else(fresh),
        kind: t.word("organisation-kind", it.kind),
        country: t.country(it.country.as_str()),
        until: it.agreement_until.as_ref().map(|day| t.day(day)),
        sees_verified: partners::sees_verified(act)?,
        may_compare,
        may_agree,
        our_words: own::me(act)?.fingerprint,
        it,
        t,
    })
}

/// Says which words the partner read out.
#[post("/partners/{id}/words")]
async fn compare(door: PageDoor, id: At<OrganisationId>, form: Form<WordsHeard>) -> Page {
    door.form(form)
        .or_show(move |act, t, form| show(act, t, Some(form), None, *id))
        .write(move |act, given| {
            partners::verify(act, *id, &given.comparison())?;
            Ok(Next::see(format!("/partners/{}", *id)).said("words-compared"))
        })
        .await
}

/// Notes or ends an agreement.
#[post("/partners/{id}/agreement")]
async fn agree(door: PageDoor, id: At<OrganisationId>, form: Form<NewAgreement>) -> Page {
    door.form(form)
        .or_show(move |act, t, form| show(act, t, None, Some(form), *id))
        .write(move |act, given| {
            partners::agree(act, *id, given)?;
            let said = if given.agreed {
                "agreement-noted"
            } else {
                "agreement-ended"
            };
            Ok(Next::see(format!("/partners/{}", *id)).said(said))
        })
        .await
}

pub(super) fn pages(config: &mut web::ServiceConfig) {
    config
        .service(list)
        .service(partner)
        .service(compare)
        .service(agree);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_taken_as_they_are_typed() {
        let heard = WordsHeard {
            fingerprint: "1. apple  2. Pear,\nplum".to_owned(),
        };
        assert_eq!(heard.comparison().fingerprint, ["apple", "Pear", "plum"]);
    }
}
