//! The public directory in memory, made once for each of its versions: where words begin, and in
//! which order lists stand. A search is counted and cut here; only the rows of one page are read.
//!
//! Why not in the database: docs/decisions/0039-public-search-in-memory.md.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError, RwLock, TryLockError};

use amparo_store::{AnyConnection, Day, DirectoryOrganisationId, ServiceId};

use crate::directory::rows;
use crate::directory::rows::public::{self, Entry, Pair};
use crate::foundation::{Act, Refusal};

/// Which entries.
#[derive(Clone, Debug, Default)]
pub(super) struct Wanted {
    /// Beginnings of words, folded: each must occur.
    pub words: Vec<String>,
    pub organisation: Option<DirectoryOrganisationId>,
    /// A word of our own list of needs.
    pub category: Option<&'static str>,
    pub since: Option<Day>,
}

/// Entries to pass over and entries to give.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cut {
    pub offset: usize,
    pub limit: usize,
}

/// The public directory at one version.
pub(super) struct Index {
    version: i64,
    services: Shelf<ServiceId>,
    organisations: Shelf<DirectoryOrganisationId>,
    /// Services at places, by their own ids; with where the service stands.
    pairs: Vec<(Pair, usize)>,
}

#[derive(Default)]
struct Kept {
    index: RwLock<Option<Arc<Index>>>,
    making: Mutex<()>,
}

impl Kept {
    fn now(&self) -> Option<Arc<Index>> {
        let kept = self.index.read();
        kept.unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// The index of the directory as it stands. While somebody makes a new one, others make do with what
/// was true a moment ago: what is gone since is not found among the rows.
pub(super) fn current(act: &mut Act<'_>) -> Result<Arc<Index>, Refusal> {
    let version = rows::changes(act.db())?;
    let kept = act.app().memory::<Kept>();
    let known = kept.now();
    if let Some(index) = known.as_ref().filter(|index| index.version == version) {
        return Ok(Arc::clone(index));
    }
    let _making = match (kept.making.try_lock(), known) {
        (Err(TryLockError::WouldBlock), Some(former)) => return Ok(former),
        (Ok(making), _) => making,
        (Err(_), _) => kept.making.lock().unwrap_or_else(PoisonError::into_inner),
    };
    if let Some(index) = kept.now().filter(|index| index.version == version) {
        return Ok(index);
    }
    let index = Arc::new(Index::read(act.db(), version)?);
    let mut place = kept.index.write().unwrap_or_else(PoisonError::into_inner);
    *place = Some(Arc::clone(&index));
    Ok(index)
}

impl Index {
    fn read(db: &mut AnyConnection, version: i64) -> Result<Self, Refusal> {
        let services = Shelf::of(|after| public::service_page(db, after))?;
        let organisations = Shelf::of(|after| public::organisation_page(db, after))?;
        let at = services.ids.iter().enumerate();
        let at: HashMap<ServiceId, usize> = at.map(|(at, id)| (*id, at)).collect();
        let mut pairs = Vec::new();
        let mut after = None;
        loop {
            let page = public::pair_page(db, after)?;
            let Some(last) = page.last() else { break };
            after = Some(last.0);
            let known = |pair: Pair| Some((pair, *at.get(&pair.1)?));
            pairs.extend(page.into_iter().filter_map(known));
        }
        Ok(Self {
            version,
            services,
            organisations,
            pairs,
        })
    }

    /// How many services there are, and those of one page.
    pub(super) fn services(&self, wanted: &Wanted, cut: Cut) -> (usize, Vec<ServiceId>) {
        self.services.page(&self.services.found(wanted), cut)
    }

    /// The same of organisations, by the words alone.
    pub(super) fn organisations(
        &self,
        wanted: &Wanted,
        cut: Cut,
    ) -> (usize, Vec<DirectoryOrganisationId>) {
        let by_words = Wanted {
            words: wanted.words.clone(),
            ..Wanted::default()
        };
        self.organisations
            .page(&self.organisations.found(&by_words), cut)
    }

    /// The same of services at places.
    pub(super) fn pairs(&self, wanted: &Wanted, cut: Cut) -> (usize, Vec<Pair>) {
        let services = self.services.found(wanted);
        let found = || self.pairs.iter().filter(|(_, at)| services.has(*at));
        let page = found().skip(cut.offset).take(cut.limit);
        (found().count(), page.map(|(pair, _)| *pair).collect())
    }
}

/// Entries of one sort, in the order of lists.
struct Shelf<Id> {
    ids: Vec<Id>,
    updated_on: Vec<Day>,
    owners: Vec<Option<DirectoryOrganisationId>>,
    categories: HashMap<String, Set>,
    /// In the order of the alphabet, each with the entries in which it stands.
    words: Vec<(Box<str>, Box<[u32]>)>,
}

impl<Id: Copy + Eq + Hash> Shelf<Id> {
    /// Reads all pages; each begins after the name and the id of an entry.
    fn of(
        mut page: impl FnMut(Option<(String, Id)>) -> Result<Vec<Entry<Id>>, Refusal>,
    ) -> Result<Self, Refusal> {
        let mut shelf = Self {
            ids: Vec::new(),
            updated_on: Vec::new(),
            owners: Vec::new(),
            categories: HashMap::new(),
            words: Vec::new(),
        };
        let mut words: HashMap<Box<str>, Vec<u32>> = HashMap::new();
        let mut after = None;
        loop {
            let entries = page(after)?;
            let Some(last) = entries.last() else { break };
            after = Some((last.sort_key.clone(), last.id));
            for entry in entries {
                shelf.put(entry, &mut words);
            }
        }
        let words = words.into_iter();
        shelf.words = words
            .map(|(word, at)| (word, at.into_boxed_slice()))
            .collect();
        shelf.words.sort_unstable_by(|a, b| a.0.cmp(&b.0));
        Ok(shelf)
    }

    fn put(&mut self, entry: Entry<Id>, words: &mut HashMap<Box<str>, Vec<u32>>) {
        let at = self.ids.len();
        let Ok(short) = u32::try_from(at) else { return };
        for word in entry.search.split_whitespace() {
            match words.get_mut(word) {
                Some(places) if places.last() == Some(&short) => {}
                Some(places) => places.push(short),
                None => drop(words.insert(word.into(), vec![short])),
            }
        }
        for category in rows::words(&entry.categories) {
            match self.categories.get_mut(category) {
                Some(set) => set.put(at),
                None => {
                    let mut set = Set::default();
                    set.put(at);
                    self.categories.insert(category.to_owned(), set);
                }
            }
        }
        self.ids.push(entry.id);
        self.updated_on.push(entry.updated_on);
        self.owners.push(entry.owner);
    }

    fn found(&self, wanted: &Wanted) -> Set {
        let mut found = Set::of_all(self.ids.len());
        for word in &wanted.words {
            found.keep(&self.beginning(word));
        }
        if let Some(category) = wanted.category {
            let none = Set::default();
            found.keep(self.categories.get(category).unwrap_or(&none));
        }
        if let Some(owner) = wanted.organisation {
            found.retain(|at| self.owners.get(at) == Some(&Some(owner)));
        }
        if let Some(since) = wanted.since {
            found.retain(|at| self.updated_on.get(at).is_some_and(|day| *day >= since));
        }
        found
    }

    /// The entries with a word that begins so.
    fn beginning(&self, word: &str) -> Set {
        let mut found = Set::of_none(self.ids.len());
        let first = self.words.partition_point(|(one, _)| **one < *word);
        let words = self.words.iter().skip(first);
        for (_, places) in words.take_while(|(one, _)| one.starts_with(word)) {
            for at in places {
                found.put(usize::try_from(*at).unwrap_or(usize::MAX));
            }
        }
        found
    }

    fn page(&self, found: &Set, cut: Cut) -> (usize, Vec<Id>) {
        let page = found.places().skip(cut.offset).take(cut.limit);
        let ids = page.filter_map(|at| self.ids.get(at)).copied().collect();
        (found.count(), ids)
    }
}

/// A set of places on a shelf, a bit each.
#[derive(Clone, Default)]
struct Set(Vec<u64>);

impl Set {
    fn of_none(size: usize) -> Self {
        Self(vec![0; size.div_ceil(64)])
    }

    fn of_all(size: usize) -> Self {
        let mut all = Self(vec![u64::MAX; size / 64]);
        (size / 64 * 64..size).for_each(|at| all.put(at));
        all
    }

    fn put(&mut self, at: usize) {
        let (word, bit) = (at / 64, at % 64);
        if self.0.len() <= word {
            self.0.resize(word + 1, 0);
        }
        if let Some(bits) = self.0.get_mut(word) {
            *bits |= 1 << bit;
        }
    }

    fn has(&self, at: usize) -> bool {
        self.0
            .get(at / 64)
            .is_some_and(|bits| bits >> (at % 64) & 1 == 1)
    }

    /// Keeps what is in the other one too.
    fn keep(&mut self, other: &Self) {
        for (at, bits) in self.0.iter_mut().enumerate() {
            *bits &= other.0.get(at).copied().unwrap_or_default();
        }
    }

    fn retain(&mut self, keeps: impl Fn(usize) -> bool) {
        let mut kept = Self::of_none(self.0.len() * 64);
        self.places()
            .filter(|at| keeps(*at))
            .for_each(|at| kept.put(at));
        *self = kept;
    }

    fn count(&self) -> usize {
        let ones = self.0.iter().map(|bits| bits.count_ones());
        ones.map(|ones| usize::try_from(ones).unwrap_or_default())
            .sum()
    }

    fn places(&self) -> impl Iterator<Item = usize> {
        let words = self.0.iter().enumerate().filter(|(_, bits)| **bits != 0);
        words.flat_map(|(word, bits)| {
            (0..64)
                .filter(move |bit| bits >> bit & 1 == 1)
                .map(move |bit| word * 64 + bit)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two hundred entries; every third is about law, every fifth about health.
    fn shelf() -> Shelf<u32> {
        let mut pages = vec![Vec::new()];
        let entry = |id: u32| Entry {
            id,
            sort_key: String::new(),
            search: format!(
                " number{id} {} number{id}",
                if id.is_multiple_of(3) {
                    "law legal"
                } else {
                    "other"
                }
            ),
            updated_on: "2026-11-01".parse().unwrap(),
            categories: if id.is_multiple_of(5) {
                ",health,"
            } else {
                ","
            }
            .to_owned(),
            owner: None,
        };
        pages.push((100..200).map(entry).collect());
        pages.push((0..100).map(entry).collect());
        Shelf::of(|_| Ok(pages.pop().unwrap())).unwrap()
    }

    fn found(words: &[&str], category: Option<&'static str>, cut: Cut) -> (usize, Vec<u32>) {
        let shelf = shelf();
        let wanted = Wanted {
            words: words.iter().map(|word| (*word).to_owned()).collect(),
            category,
            ..Wanted::default()
        };
        shelf.page(&shelf.found(&wanted), cut)
    }

    #[test]
    fn beginnings_of_words_are_found_counted_and_cut() {
        let cut = |offset, limit| Cut { offset, limit };
        assert_eq!(found(&[], None, cut(198, 5)), (200, vec![198, 199]));
        assert_eq!(found(&["l"], None, cut(0, 2)), (67, vec![0, 3]));
        assert_eq!(found(&["leg", "number1"], None, cut(1, 2)).1, [15, 18]);
        assert_eq!(
            found(&["law"], Some("health"), cut(0, 3)),
            (14, vec![0, 15, 30])
        );
        assert_eq!(found(&["egal"], None, cut(0, 9)), (0, vec![]));
        assert_eq!(found(&["number199"], None, cut(0, 9)), (1, vec![199]));
        assert_eq!(found(&["law"], Some("money"), cut(0, 9)).0, 0);
    }
}
