//! How many files came out how.

use crate::checked_file::Verdict;
use crate::messages::{self, fill};
use mingbai_core::locale::Lang;
use serde::Serialize;

/// How many files came out how.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Summary {
    /// All of them.
    pub files: usize,
    /// Nothing conflicts in these.
    pub adds_up: usize,
    /// Amounts conflict in these.
    pub conflict: usize,
    /// These hold too few figures to check any.
    pub unchecked: usize,
    /// These could not be read as a disclosure.
    pub unreadable: usize,
    /// The exit code: that of the worst.
    pub exit: u8,
}

impl Summary {
    /// Counts a file.
    pub fn count(&mut self, verdict: Verdict) {
        self.files += 1;
        *match verdict {
            Verdict::AddsUp => &mut self.adds_up,
            Verdict::Conflict => &mut self.conflict,
            Verdict::Unchecked => &mut self.unchecked,
            Verdict::Unreadable => &mut self.unreadable,
        } += 1;
        self.exit = self.exit.max(verdict.code());
    }

    /// All of it in a sentence.
    pub fn says(&self, lang: Lang) -> String {
        let words = messages::of(lang);
        let part = |template, n: usize| fill(template, &[("n", &n.to_string())]);
        let mut parts = vec![
            part(words.summary_adds_up, self.adds_up),
            part(words.summary_conflict, self.conflict),
            part(words.summary_unreadable, self.unreadable),
        ];
        if self.unchecked > 0 {
            parts.push(part(words.summary_unchecked, self.unchecked));
        }
        format!("{}{}{}", part(words.summary, self.files), parts.join(words.comma), words.full_stop)
    }
}
