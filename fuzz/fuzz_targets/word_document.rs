//! Any texts as the parts of a Word document, divided by zero characters: document, numbering, styles. Reading them ends.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mingbai_core::document_file::{DocumentFileError, text_of};
use mingbai_core::export::{NamedFile, zip};

const RELATIONSHIPS: &str = "<Relationships><Relationship Type=\"numbering\" Target=\"numbering.xml\"/>\
                             <Relationship Type=\"styles\" Target=\"styles.xml\"/></Relationships>";
const NAMES: [&str; 3] = ["word/document.xml", "word/numbering.xml", "word/styles.xml"];

fuzz_target!(|parts: &str| {
    let file = |name, content: &str| NamedFile { name, content: content.as_bytes().to_vec() };
    let mut files = vec![file("[Content_Types].xml", ""), file("word/_rels/document.xml.rels", RELATIONSHIPS)];
    files.extend(NAMES.into_iter().zip(parts.split('\0')).map(|(name, content)| file(name, content)));
    match text_of(zip(&files), "", &|_, _| Err(0)) {
        // A number is written before each paragraph, and is short.
        Ok(read) => assert!(read.text.len() <= 100 * parts.len() + 100, "{}", read.text.len()),
        Err(error) => assert_eq!(error, DocumentFileError::Damaged),
    }
});
