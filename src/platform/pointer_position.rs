//! Where the pointer is. A browser tells of a pointer over an element even if only the page moved under it.

use leptos::prelude::*;
use web_sys::MouseEvent;

/// The place in the viewport to which the pointer moved last.
#[derive(Clone, Copy, Debug)]
pub struct PointerPosition(StoredValue<Option<(i32, i32)>>);

impl PointerPosition {
    /// No place: the pointer has not moved yet.
    pub fn new() -> PointerPosition {
        PointerPosition(StoredValue::new(None))
    }

    /// Remembers where the pointer moved to.
    pub fn follow(self, event: &MouseEvent) {
        self.0.set_value(Some(place_of(event)));
    }

    /// True if the pointer itself moved to where this event happened, and not the page under it. Browsers tell of what the
    /// pointer is over before they tell that it moved.
    pub fn has_moved(self, event: &MouseEvent) -> bool {
        self.0.get_value() != Some(place_of(event))
    }
}

fn place_of(event: &MouseEvent) -> (i32, i32) {
    (event.client_x(), event.client_y())
}
