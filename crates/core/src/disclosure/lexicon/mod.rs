//! Names of budget lines, posts and vehicles, mapped to stable ids.
//!
//! Documents write one name in many forms: 教育, 教育支出, 教育支出预算; 收入, 收入预算, 预算收入合计. So names are compared by
//! their stem, without the words that any list may put behind it. A name that is neither known nor a plausible new one
//! is not understood. A damaged form of a known name ([`resembles`]) never counts as a new name.

mod counts;
mod damage;
mod lines;
mod names;
mod stem;
mod totals;

pub use counts::{asset, is_own, post};
pub use damage::{is_unclear, resembles};
pub use lines::{begins_name, component, is_in_section_three, line, procurement, source};
pub use totals::{is_bare_total, is_current_year_total};
