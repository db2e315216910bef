//! What machines and other programs get of a disclosure, and what readers take away. Pure: no files, no browser.

mod budget_csv;
mod cell;
mod checks;
mod citation;
mod csv;
mod datapackage;
mod embed;
mod figure_csv;
mod figure_json;
mod file_name;
mod hash;
mod json;
mod picture;
mod reason;
mod tall;
mod why;
mod zip;

pub use budget_csv::{budget_csv, components_csv, counts_csv};
pub use checks::{CheckEntry, Side, Sides, check_says, plain};
pub use citation::{Cite, citation, lines_of, title as document_title};
pub use csv::Csv;
pub use datapackage::{datapackage, datapackage_zip};
pub use embed::Embed;
pub use figure_csv::figure_csv;
pub use figure_json::figure_json;
pub use file_name::{figure_word, file_name};
pub use hash::{dataset, dataset_short, sha256};
pub use json::{
    ChangeEntry, ComponentEntry, CountEntry, DefinitionEntry, Document, DutyEntry, LineEntry, Place, UnreadEntry,
    to_json,
};
pub use picture::{PICTURE, Picture, picture};
pub use tall::{COLUMN, tall};
pub use why::why_says;
pub use zip::{File, zip};
