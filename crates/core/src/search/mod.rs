//! One search over everything that the page shows: lines, terms, reasons, duties, and the text.
//!
//! The [`SearchIndex`] is built once for a disclosure in a language; each keystroke then scans its short texts from end to end.
//! No pattern language is involved, so no input is slow.
//!
//! ```
//! use mingbai_core::{disclosure, figures::RenderContext, locale::Lang, search::{EntryKind, SearchIndex}};
//!
//! let text = "2023年部门预算情况说明\n2023年年初预算数1675.82万元，其中：一般公共预算拨款1675.82万元。";
//! let disclosure = disclosure::parse(text)?;
//! let index = SearchIndex::new(&RenderContext::new(&disclosure, Lang::Zh));
//! // 一般公共预算拨款 by the initials of its pinyin.
//! assert!(!index.find("ybggysbk").of_kind(EntryKind::Line).is_empty());
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
mod pronunciation;
mod query;
mod result_list;
mod snippet;
mod terms;

pub use entry::{EntryKind, EntryPart, SearchEntry, SearchNumber, TextMatch};
pub use examples::examples;
pub use index::{ResultGroup, SearchHit, SearchIndex, SearchResults};
pub use normalize::SearchText;
pub use result_list::{ResultList, ResultOption};
pub use snippet::{Snippet, SnippetPart, snippet};
