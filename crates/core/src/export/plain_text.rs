//! Sentences without markup.

use crate::figures::{RenderContext, RichText};

/// A sentence for terminals, files and programs. The narrow no-break spaces of the page become ordinary spaces.
pub fn plain_text(context: &RenderContext, text: &RichText) -> String {
    text.plain(&context.locale).replace('\u{202f}', " ")
}
