//! Overlays: dialogs that have an entry of their own in the history. The navigation tells them when the history moved, since it
//! alone listens to that.

use leptos::prelude::*;
use std::rc::Rc;

/// What is told of each move of the history.
type Handler = Rc<dyn Fn()>;

/// The overlays that were mounted so far. They are in lazy chunks, which the navigation does not know.
#[derive(Clone, Copy)]
pub struct Overlays {
    handlers: StoredValue<Vec<Handler>, LocalStorage>,
}

impl Overlays {
    /// None yet.
    pub fn new() -> Overlays {
        Overlays { handlers: StoredValue::new_local(Vec::new()) }
    }

    /// The overlays of the page that this component is on.
    pub fn expect() -> Overlays {
        expect_context::<Overlays>()
    }

    /// Calls `handler` whenever the history moved, for as long as the page lives.
    pub fn on_history_move(&self, handler: impl Fn() + 'static) {
        self.handlers.update_value(|handlers| handlers.push(Rc::new(handler)));
    }

    /// The history moved, and the page has followed.
    pub fn history_moved(&self) {
        // Cloned, since a handler may open a dialog that is not mounted yet.
        self.handlers.get_value().iter().for_each(|handler| handler());
    }
}
