//! Parses, checks and explains the budgets that Chinese government departments publish (部门预算情况说明).
//!
//! A disclosure is a page of dense prose. This crate turns it into lines with exact amounts, each with the quote that
//! states it; checks whether the amounts add up (勾稽); and makes figures that explain them, in Chinese and English.
//!
//! ```
//! use mingbai_core::figure_id::FigureId;
//! use mingbai_core::figures::{ChartStyle, RenderContext, figure};
//! use mingbai_core::locale::Lang;
//! use mingbai_core::{audit, disclosure, export};
//!
//! let text = std::fs::read_to_string("../../data/disclosure.txt")?;
//! let disclosure = disclosure::parse(&text)?;
//! let line = disclosure.line("three_public").unwrap();
//! assert_eq!(line.amount.to_string(), "66.30");
//! assert_eq!(disclosure.quoted_text(line.number_quote), "66.3万元");
//! assert!(disclosure.unread.is_empty(), "every number was understood");
//!
//! let checks = audit::run(&disclosure);
//! assert!(checks.iter().all(|check| check.outcome == audit::Outcome::Pass), "it adds up");
//!
//! let context = RenderContext::new(&disclosure, Lang::En);
//! let change = figure(FigureId::Change, &context, 0, &ChartStyle::WIDE).unwrap();
//! println!("{}", change.title.plain(&context.locale)); // the finding, as a sentence
//! println!("{}", export::figure_json(&context, &change, None)); // schema mingbai/figure/1
//! println!("{}", export::to_json(&export::DisclosureRecord::of(&context, &checks))); // schema mingbai/1
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Data flow
//!
//! Data flows in one direction, and top-level modules have no import cycles:
//!
//! - [`document_file`]: bytes of a file → text.
//! - [`disclosure`]: text → [`Disclosure`](disclosure::Disclosure).
//! - [`audit`] and [`variance`]: disclosure → checks and changes. Every number is a
//!   [`SourcedValue`](provenance::SourcedValue), published with a quote or computed with a formula.
//! - [`figures`]: disclosure, language and unit → title, chart, table, notes and sources.
//! - [`search`] and [`export`]: disclosure and figures → results, JSON, CSV, pictures, citations, embed codes.
//! - [`draft`]: what an office looks at before it publishes.
//!
//! Below them: [`amount`] (exact money), [`formula`] (a sourced value as text), [`glossary`] and [`locale`] (terms and
//! words), [`publication`] (where and when a document was published), [`address`], [`figure_id`] and [`page_kind`]
//! (what links contain), [`escape`] and [`insertion_sort`].
//!
//! # Guarantees
//!
//! - Money is exact. Floats occur only as coordinates: in charts, and of characters on the pages of a file.
//! - Every number of the source is inside a quote or listed in [`Disclosure::unread`](disclosure::Disclosure::unread).
//! - Parsing takes time and memory proportional to the length of the text, and never panics.
//! - The crate uses no browser, network or file system.
//!
//! Structs and enums that will grow without their callers are `#[non_exhaustive]`. Other enums are exhaustive on
//! purpose: a new variant, such as a figure of [`FigureId`](figure_id::FigureId), must be handled wherever it is
//! matched, and the compiler lists these places.

pub mod address;
pub mod amount;
pub mod audit;
pub mod disclosure;
pub mod document_file;
pub mod draft;
pub mod escape;
pub mod export;
pub mod figure_id;
pub mod figures;
pub mod formula;
pub mod glossary;
pub mod insertion_sort;
pub mod locale;
pub mod page_kind;
pub mod provenance;
pub mod publication;
pub mod search;
pub mod variance;
