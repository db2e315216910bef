//! Sentences without markup.

use crate::figures::{RenderContext, Text};

/// A sentence for terminals, files and programs. The narrow no-break spaces of the page become ordinary spaces.
pub fn plain_text(context: &RenderContext, text: &Text) -> String {
    text.plain(&context.locale).replace('\u{202f}', " ")
}
