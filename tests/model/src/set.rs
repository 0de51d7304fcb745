//! Small sets of small things, which hash and compare fast.

use std::fmt;
use std::marker::PhantomData;

/// Something of which there are at most eight.
pub trait Small: Copy + fmt::Debug + 'static {
    /// All of them, in order.
    const ALL: &'static [Self];
    /// Its place in the order.
    fn place(self) -> usize;
}

/// A set of them.
pub struct Set<T>(u8, PhantomData<T>);

impl<T: Small> Set<T> {
    /// A set of these.
    pub fn of(all: &[T]) -> Self {
        let mut set = Self::default();
        for one in all {
            set.insert(*one);
        }
        set
    }

    /// Puts one in.
    pub fn insert(&mut self, one: T) {
        self.0 |= 1 << one.place();
    }

    /// Takes one out.
    pub fn remove(&mut self, one: T) {
        self.0 &= !(1 << one.place());
    }

    /// Whether it is in.
    pub fn has(self, one: T) -> bool {
        self.0 & (1 << one.place()) != 0
    }

    /// Whether nothing is in.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// What is in both.
    #[must_use]
    pub fn both(self, other: Self) -> Self {
        Self(self.0 & other.0, PhantomData)
    }

    /// What is in this one only.
    #[must_use]
    pub fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0, PhantomData)
    }

    /// What is in either.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self(self.0 | other.0, PhantomData)
    }

    /// All that are in, in order.
    pub fn iter(self) -> impl DoubleEndedIterator<Item = T> {
        T::ALL.iter().copied().filter(move |one| self.has(*one))
    }
}

impl<T> Clone for Set<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Set<T> {}

impl<T> Default for Set<T> {
    fn default() -> Self {
        Self(0, PhantomData)
    }
}

impl<T> PartialEq for Set<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<T> Eq for Set<T> {}

impl<T> std::hash::Hash for Set<T> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

impl<T: Small> fmt::Debug for Set<T> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_set().entries(self.iter()).finish()
    }
}
