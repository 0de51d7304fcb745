//! Every usable service in memory, by need and country, so that one question looks at few.
//!
//! What must stay true: the index is as old as the directory's counter says, and holds nothing
//! confidential. The counter is read before the rows: an index can be older than its number says
//! for one question, never newer for ever.

use std::cmp::Ordering;
use std::collections::{BinaryHeap, HashMap};
use std::sync::{Arc, PoisonError, RwLock};

use amparo_store::{OrganisationId, ServiceId};

use super::rules::{Block, Situation, Standing, block, block_at_sight};
use super::score::score;
use crate::directory::{self, OrganisationFacts, ServiceFacts};
use crate::foundation::{Act, Refusal};
use crate::words::NeedCategory;

/// So many that are ruled out are shown beside those that are not.
const RULED_OUT: usize = 5;

/// The index at one state of the directory.
#[derive(Debug, Default)]
pub struct Index {
    changes: i64,
    organisations: Vec<OrganisationFacts>,
    services: Vec<ServiceFacts>,
    in_country: HashMap<(NeedCategory, String), Vec<usize>>,
    anywhere: HashMap<NeedCategory, Vec<usize>>,
    of_need: HashMap<NeedCategory, Vec<usize>>,
}

/// A service that was looked at.
#[derive(Clone, Copy, Debug)]
pub struct Hit<'a> {
    /// The service.
    pub service: &'a ServiceFacts,
    /// Who offers it.
    pub owner: &'a OrganisationFacts,
    /// How well it fits.
    pub score: u32,
    /// What rules it out.
    pub block: Option<Block>,
}

/// What one question found.
#[derive(Debug)]
pub struct Found<'a> {
    /// Can be sent to; then to be called; then ruled out. Best first in each.
    pub hits: Vec<Hit<'a>>,
    /// How many were looked at.
    pub considered: usize,
}

#[derive(Default)]
struct Slot(RwLock<Option<Arc<Index>>>);

/// The index as the directory now stands.
pub fn current(act: &mut Act<'_>) -> Result<Arc<Index>, Refusal> {
    let changes = directory::changes(act)?;
    let slot = act.app().memory::<Slot>();
    let known = slot
        .0
        .read()
        .unwrap_or_else(PoisonError::into_inner)
        .clone();
    if let Some(index) = known.filter(|index| index.changes == changes) {
        return Ok(index);
    }
    let (organisations, services) = directory::facts(act)?;
    let index = Arc::new(Index::new(changes, organisations, services));
    *slot.0.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&index));
    Ok(index)
}

impl Index {
    /// Sorts the services by need and country.
    pub fn new(
        changes: i64,
        organisations: Vec<OrganisationFacts>,
        services: Vec<ServiceFacts>,
    ) -> Self {
        let mut index = Self {
            changes,
            ..Self::default()
        };
        for (at, service) in services.iter().enumerate() {
            for need in &service.categories {
                index.of_need.entry(*need).or_default().push(at);
                if service.countries.is_empty() {
                    index.anywhere.entry(*need).or_default().push(at);
                }
                for country in &service.countries {
                    let key = (*need, country.clone());
                    index.in_country.entry(key).or_default().push(at);
                }
            }
        }
        index.organisations = organisations;
        index.services = services;
        index
    }

    /// The best `limit` services, the best to be called, and some that are ruled out. How one's own
    /// organisation stands to another is asked of `stand`, best services first, and only until there
    /// are enough.
    pub fn ask(
        &self,
        it: &mut Situation,
        limit: usize,
        stand: &mut dyn FnMut(OrganisationId) -> Result<Standing, Refusal>,
    ) -> Result<Found<'_>, Refusal> {
        let mut open = BinaryHeap::new();
        let mut to_call = Vec::new();
        let mut ruled_out = Vec::new();
        let mut considered = 0;
        for hit in self.candidates(it).filter_map(|one| self.at_sight(it, one)) {
            considered += 1;
            match hit.block {
                None => open.push(Ranked(hit)),
                Some(Block::NotHere) => to_call.push(hit),
                Some(_) => ruled_out.push(hit),
            }
        }
        let mut hits = Vec::new();
        while hits.len() < limit
            && let Some(Ranked(hit)) = open.pop()
        {
            match whole(it, hit, stand)? {
                sendable @ Hit { block: None, .. } => hits.push(sendable),
                not => ruled_out.push(not),
            }
        }
        hits.append(&mut best(to_call, limit));
        for hit in best(ruled_out, limit.min(RULED_OUT)) {
            hits.push(whole(it, hit, stand)?);
        }
        Ok(Found { hits, considered })
    }

    fn at_sight<'a>(&'a self, it: &Situation, service: &'a ServiceFacts) -> Option<Hit<'a>> {
        let owner = self.organisations.get(service.organisation)?;
        Some(Hit {
            service,
            owner,
            score: score(it, service),
            block: block_at_sight(it, service, owner),
        })
    }

    fn candidates(&self, it: &Situation) -> impl Iterator<Item = &ServiceFacts> + use<'_> {
        let lists = match &it.country {
            Some(country) => [
                self.in_country.get(&(it.category, country.clone())),
                self.anywhere.get(&it.category),
            ],
            None => [self.of_need.get(&it.category), None],
        };
        let all = lists.into_iter().flatten().flatten();
        all.filter_map(|at| self.services.get(*at))
    }

    /// The entry and the services of an organisation that takes part, for one need.
    pub fn offered_by(
        &self,
        participant: OrganisationId,
        need: NeedCategory,
    ) -> impl Iterator<Item = (&ServiceFacts, &OrganisationFacts)> {
        let all = self.of_need.get(&need).into_iter().flatten();
        all.filter_map(move |at| {
            let service = self.services.get(*at)?;
            let owner = self.organisations.get(service.organisation)?;
            (owner.participant == Some(participant)).then_some((service, owner))
        })
    }

    /// The entries under which an organisation takes part.
    pub fn entries_of(
        &self,
        participant: OrganisationId,
    ) -> impl Iterator<Item = &OrganisationFacts> {
        let is_it = move |one: &&OrganisationFacts| one.participant == Some(participant);
        self.organisations.iter().filter(is_it)
    }
}

/// The hit with everything looked at, and the first filter of the list that applies.
fn whole<'a>(
    it: &mut Situation,
    hit: Hit<'a>,
    stand: &mut dyn FnMut(OrganisationId) -> Result<Standing, Refusal>,
) -> Result<Hit<'a>, Refusal> {
    if let Some(id) = hit.owner.participant
        && !it.standing.contains_key(&id)
    {
        it.standing.insert(id, stand(id)?);
    }
    Ok(Hit {
        block: block(it, hit.service, hit.owner),
        ..hit
    })
}

/// Best first; of equals the smaller id, so that the same question has the same answer.
fn rank(hit: &Hit<'_>) -> (std::cmp::Reverse<u32>, ServiceId) {
    (std::cmp::Reverse(hit.score), hit.service.id)
}

fn best(mut hits: Vec<Hit<'_>>, limit: usize) -> Vec<Hit<'_>> {
    if hits.len() > limit && limit > 0 {
        hits.select_nth_unstable_by_key(limit - 1, rank);
    }
    hits.truncate(limit);
    hits.sort_unstable_by_key(rank);
    hits
}

/// A hit that knows its rank: the greatest is the best.
struct Ranked<'a>(Hit<'a>);

impl Ord for Ranked<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        rank(&other.0).cmp(&rank(&self.0))
    }
}

impl PartialOrd for Ranked<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Ranked<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Ranked<'_> {}

#[cfg(test)]
mod tests;
