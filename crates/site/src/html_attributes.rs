//! Attributes and scripts of our own pages, read and changed as a browser sees them: the words of a document are text
//! there, whatever they look like.

use lol_html::html_content::{Element, TextChunk};
use lol_html::{RewriteStrSettings, element, rewrite_str, text};

/// A page in which `change` may give each attribute another value, by the name of its element, its own name, and its
/// value as the page writes it.
pub fn with_attributes(html: &str, change: impl Fn(&str, &str, &str) -> Option<String>) -> String {
    let each = |element: &mut Element| {
        let tag = element.tag_name();
        let attributes = element.attributes().iter().map(|attribute| (attribute.name(), attribute.value()));
        let changes = attributes.filter_map(|(name, value)| Some((change(&tag, &name, &value)?, name)));
        for (value, name) in changes.collect::<Vec<_>>() {
            element.set_attribute(&name, &value)?;
        }
        Ok(())
    };
    let settings = RewriteStrSettings::new().append_element_content_handler(element!("*", each));
    // Our pages are well-formed, so there is nothing that stops it.
    rewrite_str(html, settings).unwrap_or_else(|_| html.to_owned())
}

/// The value of an attribute of the first element that has this tag, and of whose attributes `wanted` is true for one.
pub fn attribute(html: &str, tag: &str, name: &str, wanted: impl Fn(&str, &str) -> bool) -> Option<String> {
    let mut found = None;
    let each = |element: &mut Element| {
        let is_wanted = element.attributes().iter().any(|attribute| wanted(&attribute.name(), &attribute.value()));
        if found.is_none() && is_wanted {
            found = element.get_attribute(name);
        }
        Ok(())
    };
    let settings = RewriteStrSettings::new().append_element_content_handler(element!(tag, each));
    rewrite_str(html, settings).ok()?;
    found
}

/// A page with other text in the scripts that are modules.
pub fn with_module_scripts(html: &str, change: impl Fn(&str) -> String) -> String {
    let mut script = String::new();
    let each = |chunk: &mut TextChunk| {
        script.push_str(chunk.as_str());
        if chunk.last_in_text_node() {
            chunk.replace(&change(&std::mem::take(&mut script)), lol_html::html_content::ContentType::Html);
        } else {
            chunk.remove();
        }
        Ok(())
    };
    let handler = text!("script[type=module]", each);
    let settings = RewriteStrSettings::new().append_element_content_handler(handler);
    rewrite_str(html, settings).unwrap_or_else(|_| html.to_owned())
}

/// The text of the first script that is a module.
pub fn module_script(html: &str) -> Option<String> {
    let found = std::cell::RefCell::new(None);
    with_module_scripts(html, |script| {
        found.borrow_mut().get_or_insert_with(|| script.to_owned());
        script.to_owned()
    });
    found.into_inner()
}
