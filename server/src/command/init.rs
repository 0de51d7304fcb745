//! `amparo init`: founds an organisation and prints, once, what must be kept on paper.

use amparo_store::OrganisationId;
use clap::Args;

use super::older;
use super::say;
use super::settings::{MayMake, Settings, instance_key};
use crate::foundation::{App, Caller, Clock, Fault, Reason, Refusal, Role, Roles};
use crate::ledger::{self, About, What};
use crate::register::OrganisationKind;
use crate::team::{self, Founding, NewMember};
use crate::words::Country;
use crate::{directory, doors};

/// Founds an organisation.
#[derive(Args, Debug)]
pub struct Init {
    #[command(flatten)]
    settings: Settings,
    /// The organisation's name.
    #[arg(long)]
    name: String,
    /// hotline, legal, health, shelter, union, faith, support, counterpart or authority.
    #[arg(long)]
    kind: String,
    /// Where it works: two letters, ISO 3166-1.
    #[arg(long)]
    country: String,
    /// A key holder as LOGIN=NAME; give exactly two.
    #[arg(long = "holder", required = true, num_args = 1)]
    holders: Vec<String>,
    /// The administrator as LOGIN=NAME.
    #[arg(long, default_value = "admin=Administrator")]
    administrator: String,
}

impl Init {
    /// Founds it.
    pub fn run(&self) -> Result<(), Refusal> {
        let founding = self.founding()?;
        let config = self.settings.config()?;
        let store = self.settings.store(&config)?;
        store.migrate()?;
        let instance = instance_key(&config.instance_key_file, MayMake::Yes)?;
        let app = App::assemble(config, store, instance, Clock::System, doors::hooks())?;
        older::refuse_older_rows(&app)?;
        let founded = team::found(&app, &founding).map_err(|refusal| match refusal {
            Refusal::Because(Reason::Exists) => {
                Refusal::fault("/login", "taken", "a login name is taken")
            }
            other => other,
        })?;
        list(&app, founded.organisation)?;
        app.keep_marks()?;
        say::line("Write this down now. It is shown once and kept nowhere.");
        say::line("");
        say::line(&format!("Organisation   {}", founded.organisation));
        say::line(&format!("Fingerprint    {}", founded.fingerprint.join(" ")));
        say::line(&format!("Root key       {}", founded.root_phrase.expose()));
        for (handout, passphrase) in &founded.handouts {
            say::line("");
            say::line(&format!("Login          {}", handout.login));
            say::line(&format!("Passphrase     {}", passphrase.reveal()));
            say::line(&format!("Second factor  {}", handout.totp_secret));
            say::line(&format!("Recovery code  {}", handout.recovery_code));
        }
        Ok(())
    }

    fn founding(&self) -> Result<Founding, Refusal> {
        let mut faults = Vec::new();
        let kind = OrganisationKind::parse(&self.kind).ok();
        if kind.is_none() {
            faults.push(Fault::at(
                "kind",
                "not_an_option",
                "is not a kind of organisation",
            ));
        }
        let country = Country::parse(&self.country);
        if country.is_none() {
            faults.push(Fault::at(
                "country",
                "bad_format",
                "is not an ISO 3166-1 code",
            ));
        }
        let holders: Vec<NewMember> = self
            .holders
            .iter()
            .filter_map(|text| member(text, &[Role::Supervisor, Role::Caseworker]))
            .collect();
        let holders = <[NewMember; 2]>::try_from(holders).ok();
        if holders.is_none() || self.holders.len() != 2 {
            faults.push(Fault::at(
                "holder",
                "two_needed",
                "give exactly two, each as LOGIN=NAME",
            ));
        }
        let administrator = member(&self.administrator, &[Role::Administrator]);
        if administrator.is_none() {
            faults.push(Fault::at(
                "administrator",
                "bad_format",
                "give it as LOGIN=NAME",
            ));
        }
        match (kind, country, holders, administrator) {
            (Some(kind), Some(country), Some(holders), Some(administrator))
                if faults.is_empty() =>
            {
                let name = self.name.trim().to_owned();
                Ok(Founding {
                    name,
                    kind,
                    country,
                    holders,
                    administrator,
                })
            }
            _ => Err(Refusal::Invalid(faults)),
        }
    }
}

/// Whoever takes part stands in the directory.
fn list(app: &App, organisation: OrganisationId) -> Result<(), Refusal> {
    app.write(&Caller::Visitor, |act| {
        let entry = directory::ensure_participant(act, organisation)?;
        let about = About::the(entry.to_uuid());
        ledger::note_in(act, organisation, What::DirectoryChanged, about)
    })
}

fn member(text: &str, roles: &[Role]) -> Option<NewMember> {
    let (login, name) = text.split_once('=')?;
    let fits = login.len() >= 3
        && login.len() <= 64
        && login.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit())
        && login
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-' | '_'));
    (fits && !name.trim().is_empty()).then(|| NewMember {
        login: login.to_owned(),
        display_name: name.trim().to_owned(),
        roles: Roles(roles.to_vec()),
    })
}
