//! One search over everything that the page shows: lines, terms, reasons, duties, and the text.
//!
//! The [`SearchIndex`] is built once for a disclosure in a language; each keystroke then scans its short texts from end
//! to end. No pattern language is involved, so no input is slow.
//!
//! ```
//! use mingbai_core::{disclosure, figures::RenderContext, locale::Lang, search::{EntryKind, SearchIndex}};
//!
//! let text = "四、“三公”经费情况说明\n2023年“三公”经费预算66.3万元。";
//! let disclosure = disclosure::parse(text)?;
//! let index = SearchIndex::new(&RenderContext::new(&disclosure, Lang::Zh));
//! // “三公”经费 by the initials of its pinyin.
//! assert!(!index.find("sgjf").of_kind(EntryKind::Line).is_empty());
//! # Ok::<(), disclosure::ParseError>(())
//! ```

mod clauses;
mod entry;
mod examples;
mod index;
mod lines;
mod matches;
mod normalize;
mod pinyin;
mod plural;
mod pronunciation;
mod query;
mod question;
mod result_list;
mod simplified;
mod snippet;
mod terms;

pub use entry::{EntryKind, EntryPart, SearchEntry, SearchNumber, TextMatch};
pub use examples::{everyday_searches, examples};
pub use index::{ResultGroup, SearchHit, SearchIndex, SearchResults};
pub use normalize::SearchText;
pub use result_list::{ResultList, ResultOption};
pub use snippet::{Snippet, SnippetPart, snippet};
