//! The organisations of the demonstration, and who works there.

use actix_web::http::Method;
use amparo_store::OrganisationId;
use amparo_vault::Passphrase;
use serde_json::json;

use super::actor::Actor;
use super::client::Doors;
use crate::command::say::Progress;
use crate::foundation::{Act, App, Broken, Caller, Refusal, Role, Roles, jobs, rng};
use crate::ledger::{self, About, What};
use crate::register::OrganisationKind;
use crate::team::{self, Founding, NewMember};
use crate::words::{Country, NeedCategory};
use crate::{directory, doors as doorways};

/// One organisation of the demonstration.
#[derive(Debug)]
pub struct House {
    /// The organisation's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Where it works.
    pub country: &'static str,
    /// Everybody, key holders first, then the administrator.
    pub members: Vec<Actor>,
}

impl House {
    /// The first member with a role in the table.
    pub fn one(&self, role: &str) -> Result<&Actor, Refusal> {
        self.members
            .iter()
            .find(|actor| actor.role == role)
            .ok_or_else(|| Broken::bug("the demonstration misses a member").into())
    }

    /// The organisation's id.
    pub fn organisation(&self) -> Result<OrganisationId, Refusal> {
        let id = self.id.parse();
        id.map_err(|_| Broken::bug("the demonstration misread an id").into())
    }

    /// All members with a role in the table.
    pub fn all(&self, role: &str) -> Vec<&Actor> {
        self.members
            .iter()
            .filter(|actor| actor.role == role)
            .collect()
    }
}

/// The whole network.
#[derive(Debug)]
pub struct Network {
    /// The organisations.
    pub houses: Vec<House>,
}

impl Network {
    /// The organisation with this id.
    pub fn house(&self, id: &str) -> Option<&House> {
        self.houses.iter().find(|house| house.id == id)
    }
}

struct Plan {
    short: &'static str,
    name: &'static str,
    kind: OrganisationKind,
    country: &'static str,
    languages: &'static [&'static str],
    services: &'static [NeedCategory],
    staff: &'static [(&'static str, &'static str)],
}

use NeedCategory as N;
use OrganisationKind as K;

const PLANS: [Plan; 9] = [
    Plan {
        short: "harbour",
        name: "Harbour Line",
        kind: K::Hotline,
        country: "GR",
        languages: &["ell", "eng", "ara", "fas", "fra", "tir", "urd"],
        services: &[N::Safety, N::Interpretation],
        staff: &[
            ("volunteer", "Dafni"),
            ("volunteer", "Yusuf"),
            ("volunteer", "Miriam"),
            ("caseworker", "Eleni"),
            ("caseworker", "Samir"),
            ("coordinator", "Ioanna"),
            ("auditor", "Petros"),
        ],
    },
    Plan {
        short: "abierta",
        name: "Casa Abierta",
        kind: K::Support,
        country: "ES",
        languages: &["spa", "ara", "fra", "eng", "wol", "ben"],
        services: &[N::Documents, N::FoodCash, N::Education, N::FamilyTracing],
        staff: &[
            ("volunteer", "Lucía"),
            ("caseworker", "Mateo"),
            ("caseworker", "Fatou"),
            ("coordinator", "Nuria"),
        ],
    },
    Plan {
        short: "refugelaw",
        name: "Refuge Law Centre",
        kind: K::Legal,
        country: "GB",
        languages: &[
            "eng", "ara", "fas", "prs", "kmr", "tur", "vie", "ben", "sqi",
        ],
        services: &[N::Legal, N::Documents],
        staff: &[
            ("caseworker", "Hannah"),
            ("caseworker", "Idris"),
            ("auditor", "Gwen"),
        ],
    },
    Plan {
        short: "nomiki",
        name: "Nomiki Voithia Aegean",
        kind: K::Legal,
        country: "GR",
        languages: &["ell", "eng", "ara", "fas", "tir", "fra", "tur"],
        services: &[N::Legal],
        staff: &[("caseworker", "Stavros")],
    },
    Plan {
        short: "clinic",
        name: "Open Doors Clinic",
        kind: K::Health,
        country: "GR",
        languages: &["ell", "eng", "ara", "fas", "ben", "urd", "fra"],
        services: &[N::Health, N::MentalHealth],
        staff: &[("caseworker", "Katerina"), ("caseworker", "Omar")],
    },
    Plan {
        short: "safehouse",
        name: "Safe House Network",
        kind: K::Shelter,
        country: "GR",
        languages: &["ell", "eng", "ara", "fra", "fil", "nep"],
        services: &[N::Shelter, N::Safety],
        staff: &[("caseworker", "Vasiliki")],
    },
    Plan {
        short: "bridge",
        name: "Workers' Bridge",
        kind: K::Union,
        country: "ES",
        languages: &["spa", "eng", "ara", "ron", "ben", "fil"],
        services: &[N::WagesLabour],
        staff: &[("caseworker", "Javier")],
    },
    Plan {
        short: "himal",
        name: "Himal Return Desk",
        kind: K::Counterpart,
        country: "NP",
        languages: &["nep", "hin", "eng"],
        services: &[N::FamilyTracing, N::ReturnReintegration, N::Documents],
        staff: &[("caseworker", "Sunita")],
    },
    Plan {
        short: "kapit",
        name: "Kapitbahay Migrant Desk",
        kind: K::Counterpart,
        country: "PH",
        languages: &["fil", "eng"],
        services: &[N::FamilyTracing, N::ReturnReintegration, N::WagesLabour],
        staff: &[("caseworker", "Maricel")],
    },
];

/// Founds every organisation, lets its people in, and has the partners compare their keys.
pub async fn build(doors: Doors<'_>) -> Result<Network, Refusal> {
    let steps = PLANS.iter().map(|plan| 1 + plan.staff.len()).sum::<usize>() + PLANS.len();
    let bar = Progress::new("Founding organisations, admitting members", steps);
    let mut houses = Vec::new();
    for plan in &PLANS {
        let mut house = found(doors.app, plan)?;
        bar.step();
        for (role, name) in plan.staff {
            let actor = join(doors, &house, plan, role, name).await?;
            house.members.push(actor);
            bar.step();
        }
        houses.push(house);
    }
    for house in &houses {
        for partner in houses.iter().filter(|partner| partner.id != house.id) {
            befriend(doors, house, partner).await?;
        }
        bar.step();
    }
    bar.done();
    Ok(Network { houses })
}

fn found(app: &App, plan: &Plan) -> Result<House, Refusal> {
    let member = |suffix: &str, name: &str, roles: &[Role]| NewMember {
        login: format!("{}.{suffix}", plan.short),
        display_name: name.to_owned(),
        roles: Roles(roles.to_vec()),
    };
    let holder = [Role::Supervisor, Role::Caseworker];
    let founding = Founding {
        name: plan.name.to_owned(),
        kind: plan.kind,
        country: Country::parse(plan.country)
            .ok_or_else(|| Broken::bug("the demonstration names an unknown country"))?,
        holders: [
            member("first", "First supervisor", &holder),
            member("second", "Second supervisor", &holder),
        ],
        administrator: member("admin", "Administrator", &[Role::Administrator]),
    };
    let founded = team::found(app, &founding)?;
    let roles = ["supervisor", "supervisor", "administrator"];
    let members = founded
        .handouts
        .into_iter()
        .zip(roles)
        .map(|((handout, passphrase), role)| {
            let account = handout.account.to_string();
            let secret = &handout.totp_secret;
            Actor::new(
                &handout.login,
                &account,
                passphrase,
                secret,
                role,
                plan.name,
            )
        })
        .collect();
    Ok(House {
        id: founded.organisation.to_string(),
        name: plan.name.to_owned(),
        country: plan.country,
        members,
    })
}

/// A newcomer: invited by the administrator, joined by herself, admitted by a supervisor.
async fn join(
    doors: Doors<'_>,
    house: &House,
    plan: &Plan,
    role: &str,
    name: &str,
) -> Result<Actor, Refusal> {
    let invitation = json!({ "roles": [role] });
    let admin = house.one("administrator")?;
    let code = admin
        .post(doors, "/api/v1/invitations", &invitation)
        .await?
        .text("/code")?;
    let passphrase = Passphrase::generate(6, &mut rng::fresh()?);
    let login = format!(
        "{}.{}",
        plan.short,
        crate::words::reference::fold(name).replace(' ', "")
    );
    let joining = json!({
        "code": code,
        "member": { "login": login, "display_name": name, "passphrase": passphrase.reveal() },
    });
    let welcome = doors
        .client
        .call(
            Method::POST,
            "/api/v1/invitations/accept",
            None,
            None,
            Some(&joining),
        )
        .await?;
    let account = welcome.text("/account")?;
    let supervisor = house.one("supervisor")?;
    let member = format!("/api/v1/members/{account}");
    let seen = supervisor.get(doors, &member).await?.etag;
    let admit = format!("{member}/admit");
    // "Read out by the newcomer": taken from what she was shown.
    let heard = json!({ "words": welcome.body.get("own_words") });
    supervisor
        .call(doors, Method::POST, &admit, seen.as_deref(), Some(&heard))
        .await?;
    // What an admission leaves to be delivered.
    jobs::run_inside(doors.app, &doorways::runners())?;
    let secret = welcome.text("/totp_secret")?;
    Ok(Actor::new(
        &login,
        &account,
        passphrase,
        &secret,
        role,
        &house.name,
    ))
}

/// The twelve words are compared, and an agreement is noted.
async fn befriend(doors: Doors<'_>, house: &House, partner: &House) -> Result<(), Refusal> {
    let supervisor = house.one("supervisor")?;
    // "Read out by the partner": taken from the partner's own account.
    let words = partner.one("supervisor")?.get(doors, "/api/v1/me").await?;
    let given = json!({ "fingerprint": words.body.get("fingerprint") });
    supervisor
        .post(
            doors,
            &format!("/api/v1/organisations/{}/verify", partner.id),
            &given,
        )
        .await?;
    let agreed = json!({ "agreed": true });
    let path = format!("/api/v1/organisations/{}/agreement", partner.id);
    supervisor
        .call(doors, Method::PUT, &path, None, Some(&agreed))
        .await?;
    Ok(())
}

/// Loads the directory data that come with Amparo, and the services of the network itself.
pub async fn fill_directory(doors: Doors<'_>, network: &Network) -> Result<(), Refusal> {
    let bundles = super::bundled();
    let batches: Vec<_> = bundles.iter().map(|bundle| (bundle.parse)()).collect();
    let rows = batches
        .iter()
        .map(|b| b.organisations.len() + b.services.len() + b.places.len());
    let bar = Progress::new("Loading the directory", rows.sum());
    let mut before = 0;
    for batch in &batches {
        let import = directory::Import {
            source: batch,
            by: None,
            removes: None,
        };
        let begin = |act: &mut Act<'_>, _: &directory::ImportReport| {
            for house in &network.houses {
                let about = About::default().because(batch.publisher.clone());
                ledger::note_in(act, house.organisation()?, What::DirectoryImported, about)?;
            }
            Ok(())
        };
        directory::apply(doors.app, &Caller::Visitor, import, &begin, &mut |done| {
            bar.at(before + done);
        })?;
        before += batch.organisations.len() + batch.services.len() + batch.places.len();
        bar.at(before);
    }
    bar.done();
    for (house, plan) in network.houses.iter().zip(&PLANS) {
        add_services(doors, house, plan).await?;
    }
    Ok(())
}

async fn add_services(doors: Doors<'_>, house: &House, plan: &Plan) -> Result<(), Refusal> {
    let id = house.organisation()?;
    let entry = doors.app.write(&Caller::Visitor, |act| {
        let entry = directory::ensure_participant(act, id)?;
        ledger::note_in(act, id, What::DirectoryChanged, About::the(entry.to_uuid()))?;
        Ok(entry)
    })?;
    for (number, category) in (1_i32..).zip(plan.services) {
        let service = json!({
            "organisation": entry,
            "name": format!("{}: {}", plan.name, category.as_str().replace('_', " ")),
            "categories": [category],
            "countries": [plan.country],
            "languages": plan.languages,
            "accepting": true,
            "capacity": 6 + number * 3,
            "answers_within_hours": 2 * number,
            "verified_on": doors.app.clock.now().to_day(),
            "takes_detained": matches!(plan.kind, K::Legal | K::Health | K::Hotline),
        });
        house
            .one("supervisor")?
            .post(doors, "/api/v1/directory/services", &service)
            .await?;
    }
    Ok(())
}
