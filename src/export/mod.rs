//! What machines and other programs get of a disclosure. Pure: no files, no browser.

mod checks;
mod json;
mod why;

pub use checks::{CheckEntry, Side, Sides, check_says, plain};
pub use json::{
    ChangeEntry, ComponentEntry, CountEntry, DefinitionEntry, Document, DutyEntry, LineEntry, Place, UnreadEntry,
};
pub use why::why_says;
