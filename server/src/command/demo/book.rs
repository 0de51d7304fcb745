//! `demo.json` and the table: who can sign in.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::network::Network;
use crate::command::say;
use crate::command::settings::write_secret;
use crate::foundation::{Broken, Refusal};

/// Who can sign in, and where.
#[derive(Serialize, Deserialize)]
pub struct Book {
    /// Where the demonstration is served.
    pub base_url: String,
    /// Everybody.
    pub accounts: Vec<Account>,
    /// Receipts that open the person's own door.
    pub receipts: Vec<Receipt>,
}

/// One account.
#[derive(Serialize, Deserialize)]
pub struct Account {
    /// The login name.
    pub login: String,
    /// The passphrase.
    pub passphrase: String,
    /// The second factor's secret, base32.
    pub totp_secret: String,
    /// What she does.
    pub role: String,
    /// Where she works.
    pub organisation: String,
}

/// One receipt.
#[derive(Clone, Serialize, Deserialize)]
pub struct Receipt {
    /// The organisation that took the call.
    pub organisation: String,
    /// The eighteen digits.
    pub receipt: String,
}

impl Book {
    /// The book of a network.
    pub fn of(base_url: String, network: &Network, receipts: Vec<Receipt>) -> Self {
        let accounts = network
            .houses
            .iter()
            .flat_map(|house| &house.members)
            .map(|actor| Account {
                login: actor.login.clone(),
                passphrase: actor.passphrase.reveal().to_owned(),
                totp_secret: actor.totp_secret.clone(),
                role: actor.role.clone(),
                organisation: actor.organisation.clone(),
            })
            .collect();
        Self {
            base_url,
            accounts,
            receipts,
        }
    }

    /// Who has this login name.
    pub fn account(&self, login: &str) -> Option<&Account> {
        self.accounts.iter().find(|account| account.login == login)
    }

    /// Reads it.
    pub fn read(file: &Path) -> Result<Self, Refusal> {
        let text = std::fs::read_to_string(file)
            .map_err(|why| Broken::new("demo.json cannot be read", &why))?;
        Ok(serde_json::from_str(&text)?)
    }

    /// Writes it, for its owner only.
    pub fn write(&self, file: &Path) -> Result<(), Refusal> {
        write_secret(file, &(serde_json::to_string_pretty(self)? + "\n"))
    }

    /// Prints it as a table.
    pub fn print(&self) {
        let width = |of: fn(&Account) -> &str| {
            self.accounts
                .iter()
                .map(|account| of(account).chars().count())
                .max()
                .unwrap_or(0)
        };
        let widths = [
            width(|a| &a.organisation),
            width(|a| &a.role),
            width(|a| &a.login),
        ];
        let row = |cells: [&str; 5]| {
            let [organisation, role, login, totp, passphrase] = cells;
            let [w0, w1, w2] = widths;
            say::line(&format!(
                "{organisation:<w0$}  {role:<w1$}  {login:<w2$}  {totp:<32}  {passphrase}"
            ));
        };
        say::line("");
        row([
            "ORGANISATION",
            "ROLE",
            "LOGIN",
            "SECOND FACTOR (TOTP)",
            "PASSPHRASE",
        ]);
        for account in &self.accounts {
            let Account {
                login,
                passphrase,
                totp_secret,
                role,
                organisation,
            } = account;
            row([organisation, role, login, totp_secret, passphrase]);
        }
        say::line("");
        for receipt in self.receipts.iter().take(3) {
            say::line(&format!(
                "A receipt of {}: {}",
                receipt.organisation, receipt.receipt
            ));
        }
        say::line("All people and cases are made up. The directory data are old snapshots.");
    }
}
