//! What is kept of any type, and signals of it: one machinery serves all types, where each of its own would bring some
//! kilobytes of the same. What is small goes into a [`SmallSignal`].

use crate::platform::small::SmallSignal;
use leptos::prelude::*;
use std::any::Any;
use std::cell::RefCell;
use std::marker::PhantomData;
use std::rc::Rc;

/// A value that lives as long as what made it, and is known by a number that can be handed on.
pub struct Kept<T> {
    place: StoredValue<Rc<dyn Any>, LocalStorage>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Kept<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Kept<T> {}

impl<T: 'static> Kept<T> {
    /// Keeps a value.
    pub fn new(value: T) -> Kept<T> {
        Kept { place: place(Rc::new(RefCell::new(value))), of: PhantomData }
    }

    /// What `read` makes of the value; None where it is gone, or just being changed.
    pub fn try_with_value<R>(&self, read: impl FnOnce(&T) -> R) -> Option<R> {
        let there = there(self.place)?;
        there.downcast_ref::<RefCell<T>>().and_then(|value| Some(read(&*value.try_borrow().ok()?)))
    }

    /// Changes the value, and gives what comes of it; None where the value is gone, or just being read.
    pub fn try_update_value<R>(&self, change: impl FnOnce(&mut T) -> R) -> Option<R> {
        let there = there(self.place)?;
        there.downcast_ref::<RefCell<T>>().and_then(|value| Some(change(&mut *value.try_borrow_mut().ok()?)))
    }

    /// Changes the value; where it is gone, nothing happens.
    pub fn update_value(&self, change: impl FnOnce(&mut T)) {
        let _ = self.try_update_value(change);
    }

    /// Puts another value in its place.
    pub fn set_value(&self, value: T) {
        self.update_value(|kept| *kept = value);
    }

    /// Lets go of the value before what made it goes.
    pub fn dispose(self) {
        self.place.dispose();
    }
}

impl<T: Clone + 'static> Kept<T> {
    /// The value; None where it is gone.
    pub fn try_get_value(&self) -> Option<T> {
        self.try_with_value(T::clone)
    }
}

impl<T: Default + 'static> Kept<T> {
    /// What `read` makes of the value; of none, where it is gone.
    pub fn with_value<R>(&self, read: impl Fn(&T) -> R) -> R {
        self.try_with_value(&read).unwrap_or_else(|| read(&T::default()))
    }
}

impl<T: Clone + Default + 'static> Kept<T> {
    /// The value; none, where it is gone.
    pub fn get_value(&self) -> T {
        self.try_get_value().unwrap_or_default()
    }
}

#[inline(never)]
fn place(value: Rc<dyn Any>) -> StoredValue<Rc<dyn Any>, LocalStorage> {
    StoredValue::new_local(value)
}

#[inline(never)]
fn there(place: StoredValue<Rc<dyn Any>, LocalStorage>) -> Option<Rc<dyn Any>> {
    place.try_get_value()
}

/// A signal of a value of any type.
pub struct KeptSignal<T> {
    kept: Kept<T>,
    /// Counts its changes; this is what is followed.
    changes: SmallSignal<u32>,
}

impl<T> Clone for KeptSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for KeptSignal<T> {}

impl<T: Default + 'static> KeptSignal<T> {
    /// With a first value.
    pub fn new(value: T) -> KeptSignal<T> {
        KeptSignal { kept: Kept::new(value), changes: SmallSignal::new(0) }
    }

    /// Whoever calls this follows the value.
    pub fn track(&self) {
        self.changes.track();
    }

    /// What `read` makes of the value; whoever asks follows it.
    pub fn with<R>(&self, read: impl Fn(&T) -> R) -> R {
        self.track();
        self.with_untracked(read)
    }

    /// What `read` makes of the value now.
    pub fn with_untracked<R>(&self, read: impl Fn(&T) -> R) -> R {
        self.kept.with_value(read)
    }

    /// Changes the value, and tells those who follow.
    pub fn update(&self, change: impl FnOnce(&mut T)) {
        self.kept.update_value(change);
        self.changes.set(self.changes.get_untracked().wrapping_add(1));
    }

    /// Puts another value in its place, and tells those who follow.
    pub fn set(&self, value: T) {
        self.update(|kept| *kept = value);
    }
}

impl<T: Clone + Default + 'static> KeptSignal<T> {
    /// The value; whoever asks follows it.
    pub fn get(&self) -> T {
        self.track();
        self.get_untracked()
    }

    /// The value now.
    pub fn get_untracked(&self) -> T {
        self.kept.get_value()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_comes_back_as_long_as_it_is_there() {
        let owner = Owner::new();
        owner.with(|| {
            let words = Kept::new(vec!["一"]);
            words.update_value(|words| words.push("二"));
            assert_eq!(words.get_value(), ["一", "二"]);
            assert_eq!(words.with_value(Vec::len), 2);
            words.dispose();
            assert_eq!(words.try_get_value(), None);
            assert_eq!(words.get_value(), [""; 0]);
            words.set_value(vec!["三"]);
        });
    }

    #[test]
    fn a_signal_tells_what_it_holds_now() {
        let owner = Owner::new();
        owner.with(|| {
            let said = KeptSignal::new(String::new());
            said.set("已复制".to_owned());
            assert_eq!(said.get_untracked(), "已复制");
            assert_eq!(said.with_untracked(|said| said.chars().count()), 3);
        });
    }
}
