//! What the page shows, as Leptos components. They present what `mingbai-core` computes, and have no event handlers:
//! the host renders them to HTML, and the browser renders them again when the language or the unit changes.

pub(crate) mod about;
pub(crate) mod amount;
pub(crate) mod chart_host;
pub(crate) mod chart_id;
#[cfg(not(target_arch = "wasm32"))]
pub mod chart_placeholder;
pub(crate) mod checks;
pub(crate) mod contact;
pub(crate) mod contents;
pub(crate) mod downloads;
pub(crate) mod draft_findings;
pub(crate) mod explanations;
pub(crate) mod figure_card;
pub(crate) mod figure_page;
pub(crate) mod glossary;
pub(crate) mod header;
pub(crate) mod hero;
pub(crate) mod imprint;
pub(crate) mod links;
pub(crate) mod mentions;
pub(crate) mod notices;
pub(crate) mod office;
pub(crate) mod opened_note;
pub(crate) mod page_context;
pub(crate) mod purposes;
pub(crate) mod qr_code;
pub(crate) mod report_page;
pub(crate) mod rich_text;
pub(crate) mod source;
pub(crate) mod source_passage;
pub(crate) mod table;
pub(crate) mod term;
pub(crate) mod used_references;
pub(crate) mod verbatim;
