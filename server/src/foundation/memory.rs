//! What rooms remember between two acts.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

/// One of each type that a room asks for.
#[derive(Default)]
pub(super) struct Memory(RwLock<HashMap<TypeId, Arc<dyn Any + Send + Sync>>>);

impl Memory {
    /// The one of this type, made on first use.
    pub fn of<T: Default + Send + Sync + 'static>(&self) -> Arc<T> {
        let id = TypeId::of::<T>();
        let all = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let known = all.get(&id).cloned();
        drop(all);
        if let Some(known) = known.and_then(|any| any.downcast::<T>().ok()) {
            return known;
        }
        let mut all = self.0.write().unwrap_or_else(PoisonError::into_inner);
        let fresh: Arc<dyn Any + Send + Sync> = Arc::new(T::default());
        let kept = Arc::clone(all.entry(id).or_insert(fresh));
        kept.downcast::<T>().unwrap_or_default()
    }
}
