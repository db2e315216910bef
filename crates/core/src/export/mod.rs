//! What machines and other programs get of a disclosure, and what readers take away. Pure: no files, no browser.

mod budget_csv;
mod change_reason;
mod checks;
mod citation;
mod csv;
mod csv_cell;
mod datapackage;
mod dataset_hash;
mod embed;
mod embed_height;
mod figure_csv;
mod figure_json;
mod file_name;
mod json;
mod picture;
mod unread_reason;
mod zip;

pub use budget_csv::{budget_csv, components_csv, counts_csv};
pub use checks::{CheckEntry, Side, Sides, check_says, plain};
pub use citation::{Cite, citation, lines_of, title as document_title};
pub use csv::Csv;
pub use datapackage::{datapackage, datapackage_zip};
pub use dataset_hash::{dataset, dataset_short, sha256};
pub use embed::Embed;
pub use embed_height::{COLUMN, tall};
pub use figure_csv::figure_csv;
pub use figure_json::figure_json;
pub use file_name::{figure_word, file_name};
pub use json::{
    ChangeEntry, ComponentEntry, CountEntry, DefinitionEntry, Document, DutyEntry, LineEntry, Place, UnreadEntry,
    to_json,
};
pub use picture::{PICTURE, Picture, picture};
pub use unread_reason::why_says;
pub use zip::{File, zip};
