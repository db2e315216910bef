//! Any texts as the parts of an archive, divided by zero characters: of an OpenDocument text, or of an OFD. Reading them
//! ends.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mingbai_core::document_file::{DocumentFileError, text_of};
use mingbai_core::export::{NamedFile, zip};

const OPEN_DOCUMENT: [&str; 2] = ["content.xml", "styles.xml"];
const OFD: [&str; 5] = ["OFD.xml", "D/Document.xml", "D/Page.xml", "D/Template.xml", "D/Res.xml"];

fuzz_target!(|parts: &str| {
    let file = |name, content: &str| NamedFile { name, content: content.as_bytes().to_vec() };
    let is_ofd = parts.contains("DocRoot");
    let names = if is_ofd { &OFD[..] } else { &OPEN_DOCUMENT[..] };
    let mut files = vec![file("META-INF/manifest.xml", "")];
    files.extend(names.iter().zip(parts.split('\0')).map(|(name, content)| file(name, content)));
    match text_of(zip(&files), "", &|_, _| Err(0)) {
        // Pages may share what they draw.
        Ok(_) if is_ofd => {}
        // A number is written before each paragraph, and is short.
        Ok(read) => assert!(read.text.len() <= 100 * parts.len() + 100, "{}", read.text.len()),
        Err(error) if is_ofd => assert!(!matches!(error, DocumentFileError::NotText(_)), "{error:?}"),
        Err(error) => assert_eq!(error, DocumentFileError::Damaged),
    }
});
