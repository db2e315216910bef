//! The names of parts, as other parts write them.

use crate::document_file::packed_file::PackedFile;

/// The name of the part that a part names: relative to its own folder, or from the root with a leading `/`.
pub fn named_part(file: &PackedFile, by: &str, path: &str) -> String {
    let path = path.trim();
    let folder = by.rsplit_once('/').map_or("", |(folder, _)| folder);
    let relative = match path.strip_prefix('/') {
        Some(absolute) => resolved("", absolute),
        None => resolved(folder, path),
    };
    // Some producers leave the `/` out.
    let from_root = resolved("", path);
    if !file.has(&relative) && file.has(&from_root) { from_root } else { relative }
}

/// A path inside of a folder, without `.` and `..`.
fn resolved(folder: &str, path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in folder.split('/').chain(path.split('/')) {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::{NamedFile, zip};

    #[test]
    fn paths_are_relative_to_the_part_that_names_them() {
        let bytes = zip(&[NamedFile { name: "Doc_0/Res/a.xml", content: Vec::new() }]);
        let file = PackedFile::open(&bytes).unwrap();
        let named = |path: &str| named_part(&file, "Doc_0/Document.xml", path);
        for path in
            ["Res/a.xml", "./Res/a.xml", "/Doc_0/Res/a.xml", "../Doc_0/Res/a.xml", "Doc_0/Res/a.xml", " Res/a.xml "]
        {
            assert_eq!(named(path), "Doc_0/Res/a.xml", "{path}");
        }
        assert_eq!(named("../../../b.xml"), "b.xml");
        assert_eq!(named("none.xml"), "Doc_0/none.xml");
    }
}
