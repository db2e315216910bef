//! The summary of a run over several files.

use crate::checked_file::Verdict;
use crate::messages::Messages;
use mingbai_core::locale::{Lang, fill};
use serde::Serialize;

/// The number of files for each verdict.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Summary {
    /// All files.
    pub files: usize,
    /// Files without a conflict.
    pub adds_up: usize,
    /// Files with a conflict.
    pub conflict: usize,
    /// Files with too few numbers to check any.
    pub unchecked: usize,
    /// Files that could not be read as a disclosure.
    pub unreadable: usize,
    /// The exit code: that of the worst file.
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

    /// The summary in a sentence.
    pub fn sentence(&self, lang: Lang) -> String {
        let messages = Messages::of(lang);
        let part = |template, n: usize| fill(template, &[("n", &n.to_string())]);
        let mut parts = vec![
            part(messages.summary_adds_up, self.adds_up),
            part(messages.summary_conflict, self.conflict),
            part(messages.summary_unreadable, self.unreadable),
        ];
        if self.unchecked > 0 {
            parts.push(part(messages.summary_unchecked, self.unchecked));
        }
        format!("{}{}{}", part(messages.summary, self.files), parts.join(messages.comma), messages.full_stop)
    }
}
