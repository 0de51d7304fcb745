//! Reading somebody else's file: one file, a zip, or a form with several.
//!
//! What must stay true: nothing is buffered beyond the limit of the settings, and an archive that
//! unpacks to more than four times that is refused. Parsing happens outside any transaction.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use actix_web::web::Bytes;
use actix_web::{HttpMessage as _, HttpRequest};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use super::import::{
    Source, bundled_zips, consulates, eoir_courts, hsds_document, hsds_tables, ice_facilities,
    laa_fixture,
};
use crate::foundation::Refusal;
use crate::web::{Part, parts};

/// An archive may unpack to so many times the limit of a body.
const UNPACKED: usize = 4;
/// More files than any format has.
const MOST_FILES: usize = 200;
/// How a zip archive begins.
const ARCHIVE: &[u8] = b"PK\x03\x04";

/// What sort of file it is. `hsds-1.1-csv`, `hsds-3.0-csv` and `hsds-3.0-json` are Open Referral
/// HSDS; `laa` is the two lists of the Legal Aid Agency; `ice-facilities` are places of detention;
/// `eoir-courts` are immigration courts; `consulates` are embassies and consulates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ToSchema)]
pub enum Format {
    /// Open Referral HSDS 1.1, or Ohana's tables.
    #[serde(rename = "hsds-1.1-csv")]
    Hsds11Csv,
    /// Open Referral HSDS 3.0 tables.
    #[serde(rename = "hsds-3.0-csv")]
    Hsds30Csv,
    /// Open Referral HSDS 3.0 JSON.
    #[serde(rename = "hsds-3.0-json")]
    Hsds30Json,
    /// The Legal Aid Agency's two lists: advisers and categories.
    #[serde(rename = "laa")]
    Laa,
    /// ICE's places of detention.
    #[serde(rename = "ice-facilities")]
    IceFacilities,
    /// EOIR's courts.
    #[serde(rename = "eoir-courts")]
    EoirCourts,
    /// The database of embassies.
    #[serde(rename = "consulates")]
    Consulates,
}

/// What is imported.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ImportQuery {
    /// What sort of file it is. `hsds-1.1-csv`, `hsds-3.0-csv` and `hsds-3.0-json` are Open
    /// Referral HSDS; `laa`, `ice-facilities`, `eoir-courts` and `consulates` are lists of their
    /// own.
    #[param(inline)]
    pub format: Format,
    /// Whose file it is: 1 to 200 characters. Required for HSDS, which does not say; ids are unique
    /// within a publisher.
    #[param(min_length = 1, max_length = 200)]
    pub publisher: Option<String>,
    /// How many entries of the publisher may be marked inactive, because they are not in the file.
    /// Needed when that is much of what is there; the refusal names the number.
    #[param(minimum = 0)]
    pub removes: Option<usize>,
}

impl ImportQuery {
    /// Whose file it is, where the format does not say.
    pub fn check(&self) -> Result<(), Refusal> {
        let says = !matches!(
            self.format,
            Format::Hsds11Csv | Format::Hsds30Csv | Format::Hsds30Json
        );
        let named = self
            .publisher
            .as_deref()
            .is_some_and(|name| !name.trim().is_empty());
        if says || named {
            Ok(())
        } else {
            Err(Refusal::fault(
                "/publisher",
                "missing",
                "is required: HSDS does not say whose file this is",
            ))
        }
    }
}

/// The files of a request by name; a plain body is one file without a name.
pub type Files = BTreeMap<String, Vec<u8>>;

/// What was sent, by name, before archives are unpacked; a plain body is one file without a name.
pub type Sent = Vec<(String, Vec<u8>)>;

/// Takes the body apart.
pub async fn sent(request: &HttpRequest, body: Bytes) -> Result<Sent, Refusal> {
    let kind = request.content_type().to_ascii_lowercase();
    if kind == "multipart/form-data" {
        let parts = parts(request, body).await?.into_iter();
        let named = |part: Part| (part.file.unwrap_or(part.name), part.content);
        return Ok(parts.map(named).collect());
    }
    let is_archive = kind == "application/zip" && !body.starts_with(ARCHIVE);
    if is_archive {
        return Err(unreadable(()));
    }
    Ok(vec![(String::new(), body.to_vec())])
}

/// Unpacks what was sent: an archive gives what is in it. All archives together may unpack to four
/// times the limit. Takes long: not on the async threads.
pub fn unpacked(sent: Sent, limit: usize) -> Result<Files, Refusal> {
    let mut files = Files::new();
    let mut left = limit.saturating_mul(UNPACKED);
    for (name, bytes) in sent {
        if bytes.starts_with(ARCHIVE) {
            unzip(&bytes, &mut left, &mut files)?;
        } else {
            files.insert(name, bytes);
        }
        if files.len() > MOST_FILES {
            return Err(Refusal::TooLarge);
        }
    }
    Ok(files)
}

/// Reads the files as what they are said to be.
pub fn parse(query: &ImportQuery, files: Files) -> Box<dyn Source> {
    let publisher = query.publisher.as_deref().unwrap_or_default().trim();
    let only = || first(&files, &[".csv", ".json", ""]);
    let mut batch = match query.format {
        Format::Hsds11Csv | Format::Hsds30Csv => return Box::new(hsds_tables(publisher, files)),
        Format::Hsds30Json => return Box::new(hsds_document(publisher, only())),
        Format::Laa => laa_fixture(first(&files, &["advisers"]), first(&files, &["categories"])),
        Format::IceFacilities => ice_facilities(only(), bundled_zips()),
        Format::EoirCourts => eoir_courts(only(), bundled_zips()),
        Format::Consulates => consulates(only()),
    };
    if !publisher.is_empty() {
        publisher.clone_into(&mut batch.publisher);
    }
    Box::new(batch)
}

/// The first file whose name has the first of the words that any name has.
fn first<'a>(files: &'a Files, words: &[&str]) -> &'a [u8] {
    words
        .iter()
        .find_map(|word| files.iter().find(|(name, _)| name.contains(word)))
        .map_or(&[], |(_, bytes)| bytes.as_slice())
}

/// Adds what is in an archive; `left` bytes may come out of it.
fn unzip(bytes: &[u8], left: &mut usize, files: &mut Files) -> Result<(), Refusal> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(unreadable)?;
    if archive.len() > MOST_FILES {
        return Err(Refusal::TooLarge);
    }
    for at in 0..archive.len() {
        let entry = archive.by_index(at).map_err(unreadable)?;
        if !entry.is_file() {
            continue;
        }
        let name = entry.name().map_err(unreadable)?.into_owned();
        let mut content = Vec::new();
        // What the archive says about its sizes is not believed.
        let most = u64::try_from(*left).unwrap_or(u64::MAX).saturating_add(1);
        entry
            .take(most)
            .read_to_end(&mut content)
            .map_err(unreadable)?;
        *left = left.checked_sub(content.len()).ok_or(Refusal::TooLarge)?;
        files.insert(name, content);
    }
    Ok(())
}

/// The libraries' words can quote the file, so they stay here.
fn unreadable<E>(_: E) -> Refusal {
    Refusal::fault("", "unreadable", "the form or the archive cannot be read")
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    fn archive(name: &str, content: &[u8]) -> Vec<u8> {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default();
        writer.start_file(name, options).unwrap();
        writer.write_all(content).unwrap();
        writer.finish().unwrap().into_inner()
    }

    /// What an archive gives if all of a request may unpack to so much.
    fn unpacks(archives: &[&[u8]], limit: usize) -> Result<Files, Refusal> {
        let sent = archives.iter().enumerate();
        unpacked(
            sent.map(|(at, it)| (at.to_string(), it.to_vec())).collect(),
            limit / UNPACKED,
        )
    }

    #[test]
    fn an_archive_gives_its_files() {
        let files = unpacks(&[&archive("a/organizations.csv", b"id,name")], 100).unwrap();
        assert_eq!(files["a/organizations.csv"], b"id,name");
    }

    #[test]
    fn an_archive_that_unpacks_to_too_much_is_refused() {
        let bomb = archive("zeros", &vec![0; 1_000_000]);
        assert!(bomb.len() < 20_000);
        assert!(matches!(unpacks(&[&bomb], 100_000), Err(Refusal::TooLarge)));
        assert!(unpacks(&[&bomb], 1_000_000).is_ok());
        assert!(matches!(
            unpacks(&[b"PK\x03\x04 no"], 100),
            Err(Refusal::Invalid(_))
        ));
    }

    #[test]
    fn several_archives_share_one_limit() {
        let one = archive("one", &vec![0; 60_000]);
        let two = archive("two", &vec![0; 60_000]);
        assert!(unpacks(&[&one], 100_000).is_ok());
        let both = unpacks(&[&one, &two], 100_000);
        assert!(matches!(both, Err(Refusal::TooLarge)));
    }

    #[test]
    fn a_single_body_is_the_only_file() {
        let files = Files::from([(String::new(), b"x".to_vec())]);
        assert_eq!(first(&files, &[".csv", ".json", ""]), b"x");
        let two = Files::from([
            ("readme.txt".to_owned(), b"r".to_vec()),
            ("z/courts.csv".to_owned(), b"c".to_vec()),
        ]);
        assert_eq!(first(&two, &[".csv", ".json", ""]), b"c");
        assert_eq!(first(&two, &["advisers"]), b"");
    }
}
