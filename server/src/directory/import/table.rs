//! Delimited text of any publisher, read into rows.
//!
//! What must stay true: no bytes make it panic; a row that is not UTF-8 costs that row and no
//! other; rows are counted as records with the header as row 1, so a line break inside quotes
//! does not move the count.
//!
//! Deliberately absent: guessing the encoding or the delimiter. A wrong guess turns names into
//! nonsense without telling anybody.

use std::rc::Rc;

use csv::{ByteRecord, ReaderBuilder};
use serde_json::Value;

use super::faults::{Effect, FaultCode, RowFault};
use super::record::{Faults, Record};

const BOM: &[u8] = b"\xef\xbb\xbf";

/// Reads a small table with a header, whole.
pub(super) fn read(
    file: &str,
    bytes: &[u8],
    delimiter: u8,
    required: &[&str],
    faults: &Faults,
) -> Vec<Record> {
    let mut records = Vec::new();
    let table = Table {
        file,
        bytes,
        delimiter,
        required,
    };
    table.each(faults, |record| records.push(record));
    records
}

/// A table as it was sent.
pub(super) struct Table<'a> {
    pub(super) file: &'a str,
    pub(super) bytes: &'a [u8],
    pub(super) delimiter: u8,
    /// Without these columns nothing of it is taken.
    pub(super) required: &'a [&'a str],
}

impl Table<'_> {
    /// Reads it row by row.
    pub(super) fn each(&self, faults: &Faults, mut take: impl FnMut(Record)) {
        let bytes = self.bytes.strip_prefix(BOM).unwrap_or(self.bytes);
        let mut reader = ReaderBuilder::new()
            .delimiter(self.delimiter)
            .has_headers(false)
            .flexible(true)
            .from_reader(bytes);
        let mut raw = ByteRecord::new();
        let Some(header) = read_header(&mut reader, &mut raw) else {
            faults.tell(RowFault::of_file(self.file, None, FaultCode::Unreadable));
            return;
        };
        let is_missing = |column: &&&str| !header.iter().any(|name| name == **column);
        let mut whole = true;
        for column in self.required.iter().filter(is_missing) {
            let fault = RowFault::of_file(self.file, Some(column), FaultCode::MissingColumn);
            faults.tell(fault);
            whole = false;
        }
        let file: Rc<str> = Rc::from(self.file);
        let mut row = 1;
        while whole && matches!(reader.read_byte_record(&mut raw), Ok(true)) {
            row += 1;
            let mut record = Record::new(&file, row, faults);
            if fill(&mut record, &header, &raw) {
                take(record);
            }
        }
    }
}

fn read_header(reader: &mut csv::Reader<&[u8]>, raw: &mut ByteRecord) -> Option<Vec<String>> {
    if !reader.read_byte_record(raw).ok()? {
        return None;
    }
    let names = raw
        .iter()
        .map(|name| Some(str::from_utf8(name).ok()?.trim().to_owned()));
    let names: Vec<String> = names.collect::<Option<_>>()?;
    // A zip archive or an old spreadsheet is a header of control characters.
    let is_text = |name: &String| !name.chars().any(char::is_control);
    (names.iter().all(is_text) && names.iter().any(|name| !name.is_empty())).then_some(names)
}

/// False when the row cannot be taken.
fn fill(record: &mut Record, header: &[String], raw: &ByteRecord) -> bool {
    for (at, bytes) in raw.iter().enumerate() {
        let name = header
            .get(at)
            .map(String::as_str)
            .filter(|name| !name.is_empty());
        let Ok(text) = str::from_utf8(bytes) else {
            record.fault(name, FaultCode::BadEncoding, Effect::Skipped);
            return false;
        };
        let text = text.trim();
        match name {
            _ if text.is_empty() => {}
            Some(name) => {
                record
                    .fields
                    .entry(name)
                    .or_insert_with(|| Value::from(text));
            }
            // More cells than the header has names: usually a quote that was never closed.
            None => record.fault(None, FaultCode::BadValue, Effect::TakenWithout),
        }
    }
    record.clean();
    !record.fields.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(bytes: &[u8]) -> (Vec<Record>, Vec<RowFault>) {
        let faults = Faults::default();
        let records = read("a.csv", bytes, b',', &["id"], &faults);
        (records, faults.take().to_vec())
    }

    #[test]
    fn bom_crlf_and_quoted_line_breaks_are_read() {
        let (records, faults) = rows(b"\xef\xbb\xbfid,name\r\n1,\"two\nlines\"\r\n2,b\r\n");
        assert_eq!(records.len(), 2);
        assert_eq!(records[0].text("name").as_deref(), Some("two\nlines"));
        assert_eq!(records[1].row, Some(3));
        assert_eq!(faults, []);
    }

    #[test]
    fn one_bad_row_costs_one_row() {
        let (records, faults) = rows(b"id,name\n1,Jos\xe9\n2,b\n");
        assert_eq!(records.len(), 1);
        assert_eq!(faults.len(), 1);
        assert_eq!(faults[0].code, FaultCode::BadEncoding);
        assert_eq!(faults[0].row, Some(2));
        assert_eq!(faults[0].field.as_deref(), Some("name"));
        assert_eq!(faults[0].effect, Effect::Skipped);
    }

    #[test]
    fn a_missing_column_is_named() {
        let (records, faults) = rows(b"name\nb\n");
        assert!(records.is_empty());
        assert_eq!(
            faults,
            [RowFault::of_file(
                "a.csv",
                Some("id"),
                FaultCode::MissingColumn
            )]
        );
    }

    #[test]
    fn what_is_not_text_is_unreadable() {
        for bytes in [
            &b"PK\x03\x04\x00\x00,id"[..],
            b"",
            b"\xff\xfei\x00d\x00",
            b"\n\n",
        ] {
            let (records, faults) = rows(bytes);
            assert!(records.is_empty());
            assert_eq!(
                faults,
                [RowFault::of_file("a.csv", None, FaultCode::Unreadable)]
            );
        }
    }

    #[test]
    fn cells_beyond_the_header_are_reported_once_per_cell() {
        let (records, faults) = rows(b"id\n1,lost\n");
        assert_eq!(records.len(), 1);
        assert_eq!(
            (faults[0].code, faults[0].effect),
            (FaultCode::BadValue, Effect::TakenWithout)
        );
    }
}
