//! The passages of a document that are not in its text, collected while it is read.

use super::file_text::{LeftOut, LeftOutReason};

/// Passages that are not in the text, in the order of the document.
#[derive(Default)]
pub struct LeftOutList {
    passages: Vec<LeftOut>,
}

impl LeftOutList {
    /// Adds text: to the last passage, if that has the same reason and its paragraph goes on.
    pub fn add(&mut self, reason: LeftOutReason, text: &str) {
        match self.passages.last_mut().filter(|last| last.reason == reason && !last.text.ends_with('\n')) {
            Some(last) => last.text += text,
            None => self.passages.push(LeftOut { reason, text: text.to_owned() }),
        }
    }

    /// Adds lines that are a passage of their own.
    pub fn add_lines(&mut self, reason: LeftOutReason, lines: &[String]) {
        self.passages.push(LeftOut { reason, text: lines.join("\n") + "\n" });
    }

    /// Ends a paragraph: what is left out of two paragraphs stays apart.
    pub fn end_paragraph(&mut self) {
        if let Some(last) = self.passages.last_mut().filter(|last| !last.text.ends_with('\n')) {
            last.text.push('\n');
        }
    }

    /// The passages that have words.
    pub fn finish(mut self) -> Vec<LeftOut> {
        for passage in &mut self.passages {
            passage.text = passage.text.trim().to_owned();
        }
        self.passages.retain(|passage| !passage.text.is_empty());
        self.passages
    }
}
