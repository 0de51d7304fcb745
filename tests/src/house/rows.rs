//! The rows behind the doors, as somebody with the database sees and changes them.

use std::collections::BTreeSet;

use amparo::foundation::Refusal;
use amparo_store::StoreError;
use diesel::connection::SimpleConnection;
use diesel::{QueryableByName, RunQueryDsl};

use super::House;
use crate::databases::Kind;

impl House {
    /// What an intruder with write access to the rows does. In both dialects `{x:…}` stands for
    /// bytes in hex.
    pub fn sql(&self, statement: &str) {
        let statement = self.bytes_in(statement);
        self.store()
            .write::<_, Refusal>(|db| {
                db.batch_execute(&statement)
                    .map_err(|why| panic!("{statement}: {why}"))
            })
            .unwrap();
    }

    /// Whether the tables take a statement: what a constraint refuses, nobody plants.
    pub fn takes(&self, statement: &str) -> bool {
        let statement = self.bytes_in(statement);
        let done = self
            .store()
            .write::<_, StoreError>(|db| Ok(db.batch_execute(&statement)?));
        done.is_ok()
    }

    /// Notes every row, to come back to with [`House::back`].
    pub fn note_every_row(&self) {
        let tables = self.tables();
        let copies = tables
            .iter()
            .map(|table| format!("create table noted_{table} as select * from {table};"));
        self.sql(&copies.collect::<String>());
    }

    /// Notes the grants anew, after some were taken away on purpose.
    pub fn note_grants(&self) {
        self.sql("drop table noted_grants; create table noted_grants as select * from grants");
    }

    /// Puts every row back as it was when it was noted.
    pub fn back(&self) {
        let tables = self.tables();
        let emptied = tables.iter().rev().map(|it| format!("delete from {it};"));
        let filled = tables
            .iter()
            .map(|it| format!("insert into {it} select * from noted_{it};"));
        self.sql(&emptied.chain(filled).collect::<String>());
        // It is the suite that puts the rows back, not an intruder.
        self.0.app.forget_versions_seen();
    }

    /// What an intruder does with an old copy: some tables as they were when they were noted.
    pub fn put_back(&self, tables: &[&str]) {
        let emptied = tables.iter().rev().map(|it| format!("delete from {it};"));
        let filled = tables
            .iter()
            .map(|it| format!("insert into {it} select * from noted_{it};"));
        self.sql(&emptied.chain(filled).collect::<String>());
    }

    /// Every row of a table, each column in hex; `None` is null.
    pub fn rows(&self, table: &str, columns: &[&str]) -> Vec<Vec<Option<String>>> {
        let columns: Vec<String> = columns
            .iter()
            .map(|column| match self.database().kind() {
                Kind::Sqlite => format!("coalesce(lower(hex({column})), '-')"),
                Kind::Postgres => format!("coalesce(encode({column}::bytea, 'hex'), '-')"),
            })
            .collect();
        let query = format!("select {} as it from {table}", columns.join(" || ' ' || "));
        self.column(&query)
            .iter()
            .map(|row| {
                row.split(' ')
                    .map(|hex| (hex != "-").then(|| hex.to_owned()))
                    .collect()
            })
            .collect()
    }

    /// Every row of a table: bytes in hex, everything else as text, null as an empty text.
    pub fn texts(&self, table: &str, columns: &[String]) -> Vec<Vec<String>> {
        let known = self.store().tables().unwrap();
        let as_text = |column: &String| {
            let kind = known.iter().find(|(t, c, _)| t == table && c == column);
            match kind.map(|(_, _, kind)| kind.as_str()) {
                Some("BLOB") => format!("coalesce(lower(hex({column})), '')"),
                Some("bytea") => format!("coalesce(encode({column}, 'hex'), '')"),
                _ => format!("coalesce(cast({column} as text), '')"),
            }
        };
        let columns: Vec<String> = columns.iter().map(as_text).collect();
        let query = format!(
            "select {} as it from {table}",
            columns.join(" || '\u{1f}' || ")
        );
        let rows = self.column(&query);
        rows.iter()
            .map(|row| row.split('\u{1f}').map(ToOwned::to_owned).collect())
            .collect()
    }

    /// The one column, called `it`, of a query, in hex; it must be bytes.
    pub fn ids(&self, query: &str) -> Vec<String> {
        let hex = match self.database().kind() {
            Kind::Sqlite => "lower(hex(it))",
            Kind::Postgres => "encode(it, 'hex')",
        };
        self.column(&format!("select {hex} as it from ({query}) as ids"))
    }

    /// The one column, called `it`, of a query; it must be text.
    pub fn column(&self, query: &str) -> Vec<String> {
        let query = self.bytes_in(query);
        self.store()
            .read::<_, Refusal>(|db| {
                let rows: Vec<It> = diesel::sql_query(&query)
                    .load(db)
                    .unwrap_or_else(|why| panic!("{query}: {why}"));
                Ok(rows.into_iter().map(|row| row.it).collect())
            })
            .unwrap()
    }

    /// The tables, each after those that it refers to.
    fn tables(&self) -> Vec<String> {
        let live = self.store().tables().unwrap().into_iter();
        let live: BTreeSet<String> = live.map(|(table, _, _)| table).collect();
        let first = include_str!("../../../migrations/sqlite/20261124000000_the_spine/up.sql");
        let mut ordered: Vec<String> = first
            .lines()
            .filter_map(|line| line.strip_prefix("create table ")?.split(' ').next())
            .map(ToOwned::to_owned)
            .filter(|table| live.contains(table))
            .collect();
        let others = live.iter().filter(|table| !table.starts_with("noted_"));
        let others: Vec<String> = others
            .filter(|table| !ordered.contains(table))
            .cloned()
            .collect();
        ordered.extend(others);
        ordered
    }

    fn bytes_in(&self, statement: &str) -> String {
        match self.database().kind() {
            Kind::Sqlite => statement.replace("{x:", "x'").replace('}', "'"),
            Kind::Postgres => statement.replace("{x:", "'\\x").replace('}', "'"),
        }
    }
}

#[derive(QueryableByName)]
struct It {
    #[diesel(sql_type = diesel::sql_types::Text)]
    it: String,
}
