//! A scene to spoil: columns that are changed one by one, and how the server answers each time.

use amparo_tests::document::PlainWords;
use amparo_tests::{Actor, House, World};
use amparo_vault::{GroupPurpose, SessionToken};

/// What an intruder changes, and where it must be noticed.
pub(super) struct Attempt {
    pub(super) what: String,
    pub(super) statements: String,
    pub(super) actor: Actor,
    pub(super) path: String,
}

pub(super) struct Scene {
    pub(super) house: House,
    pub(super) world: World,
    pub(super) case: String,
    pub(super) other: String,
}

impl Scene {
    pub(super) async fn set() -> Self {
        let house = House::open().await;
        let world = World::build(&house, &mut PlainWords).await;
        for who in [
            "ana",
            "supervisor",
            "volunteer",
            "partner",
            "auditor",
            "person",
        ] {
            world.who(who).get("/me").await;
        }
        house.note_every_row();
        let (case, other) = (bare(&world.id("case")), bare(&world.id("other case")));
        Self {
            house,
            world,
            case,
            other,
        }
    }

    /// The label of a member's own grant of a case at the first epoch of its key, in hex.
    pub(super) async fn label(&self, who: &Actor, case: &str) -> String {
        let token = SessionToken::parse(&who.token().await).unwrap();
        let caller = self.house.app().authenticate(token).unwrap();
        let keyring = caller.member().unwrap().keyring();
        let own = keyring.current(GroupPurpose::Personal).unwrap();
        let case = uuid::Uuid::parse_str(case).unwrap().into_bytes();
        let label = own.labels().of(case, 1);
        label.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// One value of a column, in hex.
    pub(super) fn value(&self, column: &str, table: &str, at: &str) -> String {
        let query = format!("select {column} as it from {table} where {at}");
        self.house.ids(&query).remove(0)
    }

    /// Every way to spoil one sealed value; `others` are values that were sealed for other places.
    pub(super) fn spoil(
        &self,
        column: &str,
        table: &str,
        at: &str,
        others: &[String],
    ) -> Vec<(String, String)> {
        let whole = self.value(column, table, at);
        let middle = whole.len() / 2 / 2 * 2;
        let mut values = vec![
            ("its first byte is flipped".to_owned(), flipped(&whole, 0)),
            (
                "a byte in the middle is flipped".to_owned(),
                flipped(&whole, middle),
            ),
            (
                "its last byte is flipped".to_owned(),
                flipped(&whole, whole.len() - 2),
            ),
            (
                "it is cut in half".to_owned(),
                whole[..middle.max(120)].to_owned(),
            ),
            ("it is made longer".to_owned(), format!("{whole}00")),
            (
                "it is nothing but zeros".to_owned(),
                "0".repeat(whole.len()),
            ),
        ];
        for other in others.iter().filter(|other| **other != whole) {
            values.push((
                "another object stands in its place".to_owned(),
                other.clone(),
            ));
        }
        values
            .into_iter()
            .map(|(how, value)| {
                let what = format!("{table}.{column}: {how}");
                (
                    what,
                    format!("update {table} set {column} = {{x:{value}}} where {at}"),
                )
            })
            .collect()
    }

    pub(super) async fn try_all(&self, attempts: Vec<Attempt>) {
        let mut untouched = 0;
        for attempt in attempts {
            let before = attempt.actor.get(&attempt.path).await;
            assert!(before.status < 300, "{}: {}", attempt.path, before.text());
            self.house.sql(&attempt.statements);
            let after = attempt.actor.get(&attempt.path).await;
            // An intake in the queue is still listed, so that somebody asks; nothing of it is shown.
            let withheld = after.body["verified"] == false && after.body["intake"].is_null();
            assert!(
                withheld || matches!(after.status, 401 | 404 | 409 | 500 | 503),
                "{} was not noticed: {} {}",
                attempt.what,
                after.status,
                after.text()
            );
            assert!(
                after.text().len() < 500,
                "{}: {}",
                attempt.what,
                after.text()
            );
            self.house.back();
            let again = attempt.actor.get(&attempt.path).await;
            untouched += usize::from(again.status < 300);
            assert!(again.status < 300, "{} left something behind", attempt.what);
        }
        assert!(untouched > 5, "only {untouched} attempts");
    }
}

pub(super) fn bare(id: &str) -> String {
    id.replace('-', "")
}

pub(super) fn flipped(hex: &str, at: usize) -> String {
    let byte = u8::from_str_radix(&hex[at..at + 2], 16).unwrap() ^ 0x01;
    format!("{}{byte:02x}{}", &hex[..at], &hex[at + 2..])
}

pub(super) fn attempts(actor: &Actor, path: &str, spoilt: Vec<(String, String)>) -> Vec<Attempt> {
    spoilt
        .into_iter()
        .map(|(what, statements)| Attempt {
            what,
            statements,
            actor: actor.clone(),
            path: path.to_owned(),
        })
        .collect()
}
