//! Files for programs and for readers: JSON, CSV, data package, citation, pictures, embed codes.
//!
//! Pure functions of a disclosure: they access no files and no browser, and give the same bytes on the host and in the
//! browser. The JSON follows the schemas in the folder `schema` of the repository.

mod budget_csv;
mod check_json;
mod citation;
mod compact;
mod csv;
mod csv_cell;
mod datapackage;
mod dataset_hash;
mod disclosure_json;
mod embed;
mod embed_height;
mod figure_csv;
mod figure_json;
mod file_name;
mod indexed_png;
mod json_value;
mod picture;
mod plain_text;
mod portable_text;
mod reason_text;
mod unread_reason;
mod zip;

pub use budget_csv::{budget_csv, components_csv, counts_csv};
pub use check_json::{CheckRecord, CheckSidesRecord, SideNumberRecord, check_text};
pub use citation::{CitationDetails, citation, document_title, line_list, source_lines};
pub use compact::{COMPACT_HEIGHT, LEAST_CHART_ROOM, compact_chart_style, compact_height, compact_remarks};
pub use csv::Csv;
pub use datapackage::{datapackage, datapackage_zip};
pub use dataset_hash::{dataset_hash, dataset_version, sha256, short_dataset_hash};
pub use disclosure_json::{
    ChangeRecord, ComponentRecord, CorroborationRecord, CountRecord, DefinitionRecord, DisclosureRecord, DutyRecord,
    FurnitureRecord, LineRecord, UnreadRecord,
};
pub use embed::Embed;
pub use embed_height::{ARTICLE_WIDTH, embed_height};
pub use figure_csv::figure_csv;
pub use figure_json::figure_json;
pub use file_name::{figure_file_stem, file_name};
pub use indexed_png::IndexedPicture;
pub use json_value::{QuoteRecord, to_json};
pub use picture::{PICTURE_STYLE, Picture, picture};
pub use plain_text::plain_text;
pub use unread_reason::unread_reason;
pub use zip::{NamedFile, zip};
