//! Records: reading the whole chain, and writing at its end.

use std::collections::BTreeMap;

use amparo_store::{Moment, RecordId, Sealed};
use amparo_vault::{Zeroizing, record_hash};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::access_list::AccessList;
use super::model::Author;
use super::stop_row::Standing;
use super::stopped::{self, Said};
use super::{CaseAccess, Section, Wire, author, report, rows};
use crate::foundation::{Act, Reason, Refusal};
use crate::web::etag;

/// The end was cut off, or a record is missing, moved, changed or from elsewhere.
fn damaged() -> Refusal {
    Refusal::Because(Reason::CaseDamaged)
}

/// One version of one record, as it was written.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Version {
    /// The record that this is a version of.
    #[schema(value_type = Uuid)]
    pub record: RecordId,
    /// What kind of record it is, such as `person`, `entry`, `need`, `task` or `consent`.
    pub kind: String,
    /// The number of this version of the record, 1 for the first.
    pub version: i64,
    /// When this version was written (RFC 3339, UTC).
    #[schema(value_type = String, format = DateTime)]
    pub at: Moment,
    /// The member who wrote this version.
    pub by: Author,
    /// The content of this version, in the shape of its kind. Telephone numbers, addresses and code
    /// words are left out.
    pub body: Value,
}

/// The present version of one record.
#[derive(Clone, Debug)]
pub struct Record<T> {
    /// The record.
    pub id: RecordId,
    /// The version, which is its tag.
    pub version: i64,
    /// When it was first written.
    pub created_at: Moment,
    /// When this version was written.
    pub at: Moment,
    /// Who wrote this version.
    pub by: Author,
    /// What it says.
    pub body: T,
}

/// An opened file: every version of every record, in order, with the chain checked.
#[derive(Debug)]
pub struct File {
    versions: Vec<Version>,
    /// What the person has said with the receipt.
    standing: Standing,
}

impl File {
    /// Opens every record of the chain and checks that none is missing, moved or older.
    pub fn open(act: &mut Act<'_>, case: &CaseAccess) -> Result<Self, Refusal> {
        let rows = report::sound(rows::records(act.db(), case.id))?;
        let mut previous = None;
        let mut versions = Vec::with_capacity(rows.len());
        for (place, (seq, sealed)) in (1_u64..).zip(rows) {
            if seq.get() != place {
                return Err(damaged());
            }
            let organisation = case.organisation.as_bytes();
            let plain = case
                .key
                .open_record(organisation, place, previous, sealed.as_slice())
                .map_err(|_| damaged())?;
            previous = Some(record_hash(sealed.as_slice()));
            let wire: Wire = serde_json::from_slice(plain.expose())?;
            versions.push(Version {
                record: wire.record,
                kind: wire.kind,
                version: wire.version,
                at: wire.at,
                by: wire.by,
                body: wire.body,
            });
        }
        let mut file = Self {
            versions,
            standing: Standing::default(),
        };
        let named = file.all::<AccessList>()?.pop();
        let named = named.map(|it| it.body.named()).unwrap_or_default();
        if previous != case.head || named != case.card.access {
            return Err(damaged());
        }
        let said = file.bodies::<Said>()?.pop();
        file.standing = stopped::standing_of(act, case, said)?;
        Ok(file)
    }

    /// The person said, with the receipt, that nothing may be shared any more.
    pub fn sharing_stopped(&self) -> bool {
        self.standing.stopped.sharing
    }

    /// The person said, with the receipt, that nobody may call or write to her.
    pub fn contact_stopped(&self) -> bool {
        self.standing.stopped.contact
    }

    /// The number of the person's newest statement; 0 if there is none.
    pub fn stop_number(&self) -> u64 {
        self.standing.number()
    }

    /// Every version of every record, oldest first.
    pub fn versions(&self) -> &[Version] {
        &self.versions
    }

    /// The present version of every record of a kind, oldest record first.
    pub fn all<T: Section>(&self) -> Result<Vec<Record<T>>, Refusal> {
        let mut order = Vec::new();
        let mut latest: BTreeMap<RecordId, (Moment, &Version)> = BTreeMap::new();
        for version in self
            .versions
            .iter()
            .filter(|version| version.kind == T::KIND)
        {
            if let Some((_, known)) = latest.get_mut(&version.record) {
                *known = version;
            } else {
                order.push(version.record);
                latest.insert(version.record, (version.at, version));
            }
        }
        order
            .into_iter()
            .filter_map(|id| latest.get(&id))
            .map(|(created_at, version)| {
                Ok(Record {
                    id: version.record,
                    version: version.version,
                    created_at: *created_at,
                    at: version.at,
                    by: version.by.clone(),
                    body: serde_json::from_value(version.body.clone())?,
                })
            })
            .collect()
    }

    /// What the present versions of a kind say, oldest record first.
    pub fn bodies<T: Section>(&self) -> Result<Vec<T>, Refusal> {
        let records = self.all::<T>()?.into_iter();
        Ok(records.map(|record| record.body).collect())
    }

    /// The present version of one record, or `NotFound`.
    pub fn one<T: Section>(&self, id: RecordId) -> Result<Record<T>, Refusal> {
        self.all::<T>()?
            .into_iter()
            .find(|kept| kept.id == id)
            .ok_or(Refusal::NotFound)
    }

    /// The single record of a kind that a case has one of.
    pub fn only<T: Section>(&self) -> Result<Record<T>, Refusal> {
        self.all::<T>()?.pop().ok_or(Refusal::NotFound)
    }
}

impl CaseAccess {
    /// Adds a record at the end of the chain.
    pub fn add<T: Section>(&mut self, act: &mut Act<'_>, body: T) -> Result<Record<T>, Refusal> {
        let id = RecordId::from_uuid(act.fresh_id());
        self.write(act, id, 1, act.now, body)
    }

    /// Writes a new version of a record. `seen` is the version its writer read: if somebody else
    /// was faster, both texts come back and nothing is written.
    pub fn change<T: Section>(
        &mut self,
        act: &mut Act<'_>,
        kept: &Record<T>,
        seen: i64,
        body: T,
    ) -> Result<Record<T>, Refusal> {
        if kept.version != seen {
            return Err(Refusal::StaleRevision {
                current_tag: etag(kept.version),
                current: serde_json::to_value(&kept.body)?,
                sent: serde_json::to_value(&body)?,
            });
        }
        self.write(act, kept.id, seen + 1, kept.created_at, body)
    }

    pub(super) fn write<T: Section>(
        &mut self,
        act: &mut Act<'_>,
        id: RecordId,
        version: i64,
        created_at: Moment,
        body: T,
    ) -> Result<Record<T>, Refusal> {
        let by = author(act)?;
        let wire = Wire {
            record: id,
            kind: T::KIND.to_owned(),
            version,
            at: act.now,
            by: by.clone(),
            body: serde_json::to_value(&body)?,
        };
        let plain = Zeroizing::new(serde_json::to_vec(&wire)?);
        let place = self.length + 1;
        let sealed = self.key.seal_record(
            self.organisation.as_bytes(),
            place,
            self.head,
            &plain,
            act.rng(),
        )?;
        self.head = Some(record_hash(&sealed));
        self.length = place;
        let (seq, epoch) = (place.try_into()?, self.key.epoch().try_into()?);
        rows::insert_record(act.db(), self.id, seq, epoch, Sealed::new(sealed)?)?;
        Ok(Record {
            id,
            version,
            created_at,
            at: act.now,
            by,
            body,
        })
    }
}
