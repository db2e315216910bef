//! Signals of values that fit a number: one machinery serves all of them, where each type of its own would bring some two
//! kilobytes of the same.

use crate::platform::chart_bundle::Bundle;
use leptos::prelude::*;
use mingbai_core::address::Theme;
use mingbai_core::figures::FigureId;
use mingbai_core::locale::{Lang, MoneyUnit};
use std::marker::PhantomData;

/// A value that fits a number.
pub trait Small: Copy + 'static {
    /// The number.
    fn pack(self) -> u64;
    /// The value of a number that [`Small::pack`] gave.
    fn unpack(packed: u64) -> Self;
}

/// A signal of a small value.
pub struct SmallSignal<T> {
    packed: RwSignal<u64>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for SmallSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for SmallSignal<T> {}

impl<T: Small> SmallSignal<T> {
    /// With a first value.
    pub fn new(value: T) -> SmallSignal<T> {
        SmallSignal { packed: RwSignal::new(value.pack()), of: PhantomData }
    }

    /// The value; whoever asks follows it.
    pub fn get(&self) -> T {
        T::unpack(self.packed.get())
    }

    /// The same; None where what held it is gone.
    pub fn try_get(&self) -> Option<T> {
        self.packed.try_get().map(T::unpack)
    }

    /// The value now.
    pub fn get_untracked(&self) -> T {
        T::unpack(self.packed.get_untracked())
    }

    /// The value now; None where what held it is gone.
    pub fn try_get_untracked(&self) -> Option<T> {
        self.packed.try_get_untracked().map(T::unpack)
    }

    /// Tells those who follow; where it is gone, as with what was written anew, nothing happens.
    pub fn set(&self, value: T) {
        let _ = self.packed.try_set(value.pack());
    }

    /// Whoever calls this follows the value.
    pub fn track(&self) {
        self.packed.track();
    }
}

impl Small for bool {
    fn pack(self) -> u64 {
        self.into()
    }
    fn unpack(packed: u64) -> bool {
        packed > 0
    }
}

impl Small for u32 {
    fn pack(self) -> u64 {
        self.into()
    }
    fn unpack(packed: u64) -> u32 {
        packed as u32
    }
}

impl Small for usize {
    fn pack(self) -> u64 {
        self as u64
    }
    fn unpack(packed: u64) -> usize {
        packed as usize
    }
}

impl Small for f64 {
    fn pack(self) -> u64 {
        self.to_bits()
    }
    fn unpack(packed: u64) -> f64 {
        f64::from_bits(packed)
    }
}

impl<T: Small> Small for Option<T> {
    fn pack(self) -> u64 {
        self.map_or(0, |value| value.pack() + 1)
    }
    fn unpack(packed: u64) -> Option<T> {
        packed.checked_sub(1).map(T::unpack)
    }
}

/// Values that have no number of their own get their place in a list of all of them.
macro_rules! listed {
    ($($type:ident: $first:ident $(, $other:ident)*;)*) => {$(
        impl Small for $type {
            fn pack(self) -> u64 {
                self as u64
            }
            fn unpack(packed: u64) -> $type {
                match packed {
                    $(other if other == $type::$other as u64 => $type::$other,)*
                    _ => $type::$first,
                }
            }
        }
    )*};
}

listed! {
    Lang: Zh, En;
    Theme: Light, Dark;
    MoneyUnit: Wan, Yuan, Yi, Million;
    FigureId: Flow, Purpose, Nature, Change, ThreePublic, Running, Office;
    Bundle: Absent, Loading, Ready, Failed;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn comes_back<T: Small + PartialEq + std::fmt::Debug>(values: &[T]) {
        for value in values {
            assert_eq!(T::unpack(value.pack()), *value);
        }
    }

    #[test]
    fn every_value_comes_back() {
        comes_back(&Lang::ALL);
        comes_back(&FigureId::ALL);
        comes_back(&[None, Some(Theme::Light), Some(Theme::Dark)]);
        comes_back(&[None, Some(MoneyUnit::Wan), Some(MoneyUnit::Yuan), Some(MoneyUnit::Yi), Some(MoneyUnit::Million)]);
        comes_back(&[Bundle::Absent, Bundle::Loading, Bundle::Ready, Bundle::Failed]);
        comes_back(&[0.0, 1.25, 980.5, -1.0]);
        comes_back(&[true, false]);
        comes_back(&[0, 7, u32::MAX]);
    }
}
