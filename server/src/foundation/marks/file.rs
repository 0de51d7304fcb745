//! The file that keeps the marks over a restart.
//!
//! It lies in a folder of its own, outside the database and its folder, sealed under the instance
//! key: who writes rows cannot forge it. It is written whole, to a new file that then takes the
//! place of the old one, and in the order of places, so that it does not tell what was seen when.
//! `docs/sealing.md` has its format. Deliberately absent: a log of marks, which would tell.

use std::fs::{DirBuilder, File, OpenOptions};
use std::io::{ErrorKind, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use amparo_vault::{Context, InstanceKey, Kind, Padding};

use super::{Mark, MarkedRow, RowKind, Standing};
use crate::foundation::refusal::{Broken, Refusal};
use crate::foundation::rng;

/// One mark without a hash: kind, two ids, version.
const SHORT: usize = 1 + 16 + 16 + 8;
/// One mark with a hash.
const LONG: usize = SHORT + 32;

/// What a file of marks held.
#[derive(Debug, Default)]
pub struct Kept {
    /// The marks.
    pub marks: Vec<(MarkedRow, Mark)>,
    /// There is no file.
    pub missing: bool,
}

/// The file of marks, and whether it is behind.
#[derive(Debug)]
pub struct MarksFile {
    file: PathBuf,
    behind: AtomicBool,
    writing: Mutex<()>,
}

impl MarksFile {
    /// The file in a folder of its own.
    pub fn within(folder: &Path) -> Self {
        Self {
            file: folder.join("marks"),
            behind: AtomicBool::new(true),
            writing: Mutex::new(()),
        }
    }

    /// What the file holds. One that does not open under the instance key is refused.
    pub fn read(&self, instance: &InstanceKey) -> Result<Kept, Refusal> {
        let sealed = match std::fs::read(&self.file) {
            Ok(sealed) => sealed,
            Err(why) if why.kind() == ErrorKind::NotFound => {
                return Ok(Kept {
                    marks: Vec::new(),
                    missing: true,
                });
            }
            Err(why) => return Err(Broken::new("the file of marks cannot be read", &why).into()),
        };
        let plain = instance.open(&context(), &sealed).map_err(|why| {
            Broken::new(
                "the file of marks was changed, or belongs to another instance key",
                &why,
            )
        })?;
        let marks = parse(plain.expose())
            .ok_or_else(|| Broken::bug("the file of marks has an unknown format"))?;
        Ok(Kept {
            marks,
            missing: false,
        })
    }

    /// Something rose since the file was written.
    pub(in crate::foundation) fn falls_behind(&self) {
        self.behind.store(true, Ordering::Release);
    }

    /// Writes the marks if the file is behind.
    pub(in crate::foundation) fn catch_up(
        &self,
        instance: &InstanceKey,
        now: impl FnOnce() -> Standing,
    ) -> Result<(), Refusal> {
        let _one = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        if !self.behind.swap(false, Ordering::AcqRel) {
            return Ok(());
        }
        self.write(instance, now().all().collect())
            .inspect_err(|_| self.falls_behind())
    }

    /// Puts these marks in the place of those in the file.
    pub fn write(
        &self,
        instance: &InstanceKey,
        marks: Vec<(MarkedRow, Mark)>,
    ) -> Result<(), Refusal> {
        let plain = bytes_of(marks);
        let sealed = instance.seal(&context(), &plain, Padding::Padme, &mut rng::fresh()?)?;
        replace(&self.file, &sealed)
            .map_err(|why| Broken::new("the file of marks cannot be written", &why).into())
    }
}

fn context() -> Context {
    Context::of(Kind::Marks, [0; 16], [0; 16])
}

fn replace(file: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let folder = file.parent().unwrap_or(Path::new("."));
    DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)?;
    let fresh = file.with_extension("new");
    let mut open = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(&fresh)?;
    open.write_all(bytes)?;
    open.sync_all()?;
    std::fs::rename(&fresh, file)?;
    File::open(folder)?.sync_all()
}

/// How many marks have no hash, then these, then those with one, each in the order of places.
fn bytes_of(mut marks: Vec<(MarkedRow, Mark)>) -> Vec<u8> {
    marks.sort_unstable_by_key(|(place, mark)| (mark.head.is_some(), *place));
    let short = marks.iter().filter(|(_, mark)| mark.head.is_none()).count();
    let mut bytes = Vec::with_capacity(8 + marks.len() * LONG);
    bytes.extend_from_slice(&u64::try_from(short).unwrap_or(u64::MAX).to_be_bytes());
    for ((kind, one, two), mark) in &marks {
        bytes.push(code(*kind));
        bytes.extend_from_slice(one);
        bytes.extend_from_slice(two);
        bytes.extend_from_slice(&mark.version.to_be_bytes());
        bytes.extend_from_slice(mark.head.as_ref().map_or(&[], |head| head.as_slice()));
    }
    bytes
}

fn parse(bytes: &[u8]) -> Option<Vec<(MarkedRow, Mark)>> {
    let (short, rest) = bytes.split_first_chunk::<8>()?;
    let short = usize::try_from(u64::from_be_bytes(*short)).ok()?;
    let (short, long) = rest.split_at_checked(short.checked_mul(SHORT)?)?;
    if !long.len().is_multiple_of(LONG) {
        return None;
    }
    let all = short.chunks_exact(SHORT).chain(long.chunks_exact(LONG));
    all.map(one_of).collect()
}

fn one_of(bytes: &[u8]) -> Option<(MarkedRow, Mark)> {
    let (kind, rest) = bytes.split_first()?;
    let kind = *RowKind::ALL.get(usize::from(*kind).checked_sub(1)?)?;
    let (one, rest) = rest.split_first_chunk::<16>()?;
    let (two, rest) = rest.split_first_chunk::<16>()?;
    let (version, head) = rest.split_first_chunk::<8>()?;
    let mark = Mark {
        version: u64::from_be_bytes(*version),
        head: head.first_chunk::<32>().copied(),
    };
    Some(((kind, *one, *two), mark))
}

fn code(kind: RowKind) -> u8 {
    let place = RowKind::ALL.iter().position(|one| *one == kind);
    place.and_then(|at| u8::try_from(at + 1).ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> PathBuf {
        let mut bytes = [0; 8];
        rand_core::Rng::fill_bytes(&mut rng::fresh().unwrap(), &mut bytes);
        let name = data_encoding::HEXLOWER.encode(&bytes);
        std::env::temp_dir().join(format!("amparo-marks-{name}"))
    }

    fn some() -> Vec<(MarkedRow, Mark)> {
        vec![
            ((RowKind::Account, [1; 16], [2; 16]), Mark::version(3)),
            ((RowKind::PartnerLedger, [1; 16], [4; 16]), Mark::version(1)),
            (
                (RowKind::Checkpoint, [1; 16], [0; 16]),
                Mark::head(9, [5; 32]),
            ),
        ]
    }

    #[test]
    fn what_is_written_is_read_and_nothing_else_opens() {
        let folder = folder();
        let file = MarksFile::within(&folder);
        let key = InstanceKey::from_bytes([7; 32]);
        assert!(file.read(&key).unwrap().missing);
        file.write(&key, some()).unwrap();
        let kept = file.read(&key).unwrap();
        assert!(!kept.missing);
        assert_eq!(kept.marks, some());
        assert!(file.read(&InstanceKey::from_bytes([8; 32])).is_err());

        let mut sealed = std::fs::read(&file.file).unwrap();
        if let Some(byte) = sealed.last_mut() {
            *byte ^= 1;
        }
        std::fs::write(&file.file, sealed).unwrap();
        assert!(file.read(&key).is_err(), "a changed file is refused");
        std::fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn the_order_of_what_was_seen_does_not_show() {
        let mut turned = some();
        turned.reverse();
        assert_eq!(bytes_of(turned), bytes_of(some()));
    }

    #[test]
    fn a_hundred_thousand_cases_take_a_few_megabytes() {
        let marks = (0..100_000_u32).map(|number| {
            let [a, b, c, d] = number.to_be_bytes();
            let mut id = [0; 16];
            id[..4].copy_from_slice(&[a, b, c, d]);
            ((RowKind::Case, [1; 16], id), Mark::version(1))
        });
        let bytes = bytes_of(marks.collect());
        assert!(bytes.len() < 5 * 1024 * 1024, "{}", bytes.len());
        assert_eq!(parse(&bytes).unwrap().len(), 100_000);
        assert!(parse(&bytes[1..]).is_none());
    }

    #[test]
    fn every_kind_has_a_code_of_its_own() {
        for (at, kind) in RowKind::ALL.iter().enumerate() {
            assert_eq!(usize::from(code(*kind)), at + 1);
        }
    }
}
