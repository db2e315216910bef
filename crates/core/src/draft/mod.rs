//! A draft before it is published: what an office looks at, each with the sentence that it is about.
//!
//! Conflicts come first, with both sides, then what was left over from a template, numbers that were not understood,
//! changes without a reason, and reasons that speak against their change. A finding is a question, not a verdict.
//!
//! ```
//! use mingbai_core::disclosure::parse;
//! use mingbai_core::draft::{FindingKind, findings};
//! use mingbai_core::figures::RenderContext;
//! use mingbai_core::locale::Lang;
//!
//! let text = "某局\n收入预算2023年年初预算数100万元，较上年增加（减少）XX万元。";
//! let disclosure = parse(text)?;
//! let found = findings(&RenderContext::new(&disclosure, Lang::Zh), &[]);
//! assert_eq!(found[0].kind, FindingKind::Leftover);
//! assert_eq!(found[0].passages[0].excerpt.quoted, "增加（减少）");
//! # Ok::<(), mingbai_core::disclosure::ParseError>(())
//! ```

mod finding;
mod leftovers;
mod words;

pub use finding::{DraftFinding, DraftPassage, FindingKind, findings};
pub use leftovers::leftovers;
pub use words::DraftWords;
