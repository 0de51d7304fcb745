//! What a call would change in a case, shown before it is put there.

use actix_web::{post, web};
use amparo_store::IntakeId;
use askama::Template;

use super::look::{Forms, show};
use super::offered::priority_word;
use crate::casefile::CaseStatus;
use crate::intake::became::Became;
use crate::intake::become_case;
use crate::intake::bodies::{CaseOfIntake, LinkIntake, LinkPreview};
use crate::pages::{At, Filled, Form, Frame, Page, PageDoor, Shown};

#[derive(Template)]
#[template(path = "intake/confirm.html")]
struct ConfirmPage {
    t: Frame,
    id: IntakeId,
    preview: LinkPreview,
    form: Filled,
}

impl ConfirmPage {
    fn back(&self) -> String {
        self.t.to(format!("/intakes/{}", self.id))
    }

    fn is_closed(&self) -> bool {
        self.preview.status == CaseStatus::Closed
    }

    /// What changes in the case, line by line.
    fn lines(&self) -> Vec<String> {
        self.preview.became.iter().map(|it| self.line(it)).collect()
    }

    fn line(&self, it: &Became) -> String {
        let t = &self.t;
        let need = it.need.map(|need| t.word("need", need.as_str()));
        let priority = it.priority.map(|it| t.word("priority", priority_word(it)));
        let parts = [Some(t.coded("became", it.what)), need, priority];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }
}

/// Shows what it would change in a case, before it is put there.
#[post("/intakes/{id}/confirm")]
async fn confirm(door: PageDoor, id: At<IntakeId>, form: Form<CaseOfIntake>) -> Page {
    let (id, t) = (*id, door.frame());
    door.form(form)
        .or_read(move |act, t, asked| {
            let forms = Forms {
                link: asked,
                ..Forms::empty()
            };
            show(act, t, id, forms)
        })
        .look(move |act, of| {
            let preview = become_case::preview(act, id, of.case)?;
            let form = Filled::empty::<LinkIntake>();
            Shown::page(&ConfirmPage {
                t,
                id,
                preview,
                form,
            })
        })
        .await
}

pub(super) fn pages(config: &mut web::ServiceConfig) {
    config.service(confirm);
}
