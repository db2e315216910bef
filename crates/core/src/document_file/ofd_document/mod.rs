//! Documents of fixed layout by the national standard GB/T 33190 (.ofd): their characters with their places, read as
//! lines and paragraphs by `page_layout`.
//!
//! What stands on a page comes from its own part, from templates and from drawings that several pages share. Comments
//! and seals are not read.

mod content;
mod document;
mod part_path;
mod text_object;

use super::error::DocumentFileError;
use super::file_text::{FileFormat, FileText};
use super::packed_file::PackedFile;
use super::page_layout::{CHARACTER_LIMIT, Matrix, PAGE_LIMIT, PlacedPage, file_text_of_pages};
use content::{Content, Drawn};
use document::{Document, document_roots};
use std::collections::HashMap;
use std::rc::Rc;

/// Points in a millimetre.
const MILLIMETRE: f64 = 72.0 / 25.4;
/// How deep drawings are nested.
const UNIT_DEPTH: usize = 12;

/// The text of a document.
///
/// # Errors
/// That it is damaged, protected, too large, has pictures only, or does not say which characters it draws.
pub fn text_of(file: &mut PackedFile) -> Result<FileText, DocumentFileError> {
    if file.has("Encryptions.xml") {
        return Err(DocumentFileError::Protected);
    }
    let mut reader = DocumentReader { file, pages: Vec::new(), left: CHARACTER_LIMIT };
    for root in document_roots(reader.file)? {
        reader.read(&root)?;
    }
    if reader.pages.is_empty() {
        return Err(DocumentFileError::Damaged);
    }
    file_text_of_pages(reader.pages, FileFormat::Ofd)
}

/// Reads the documents of a file, which has one nearly always.
struct DocumentReader<'f, 'b> {
    file: &'f mut PackedFile<'b>,
    pages: Vec<PlacedPage>,
    /// How many characters and drawings may still be placed.
    left: usize,
}

impl DocumentReader<'_, '_> {
    /// Reads the document whose main part has this name.
    fn read(&mut self, root: &str) -> Result<(), DocumentFileError> {
        let document = Document::read(self.file, root)?;
        let mut templates: HashMap<String, Rc<Content>> = HashMap::new();
        let mut shared: Option<Rc<HashMap<String, Vec<Drawn>>>> = None;
        for name in &document.pages {
            if self.pages.len() >= PAGE_LIMIT {
                return Err(DocumentFileError::UnpacksToTooMuch);
            }
            let content = self.content(name)?;
            let mut drawn_in = Vec::new();
            for id in &content.templates {
                // A template that the document does not have draws nothing.
                let Some(name) = document.templates.get(id) else { continue };
                if !templates.contains_key(id) {
                    templates.insert(id.clone(), Rc::new(self.content(name)?));
                }
                drawn_in.extend(templates.get(id).cloned());
            }
            let height = content.height.unwrap_or(document.height) * MILLIMETRE;
            drawn_in.push(Rc::new(content));
            // Drawings that pages share are in parts of their own, read where one is used.
            if shared.is_none() && drawn_in.iter().any(|content| content.has_units()) {
                shared = Some(Rc::new(self.units(&document.resources)?));
            }
            let shared = shared.clone().unwrap_or_default();
            let mut page = PlacedPage { height, ..PlacedPage::default() };
            let to_points = Matrix([MILLIMETRE, 0.0, 0.0, MILLIMETRE, 0.0, 0.0]);
            for content in drawn_in {
                let own = if content.has_units() { self.units(&content.resources)? } else { HashMap::new() };
                self.draw(&mut page, &content.drawn, [&own, &shared], to_points, 0)?;
            }
            self.pages.push(page);
        }
        Ok(())
    }

    /// What the part with this name draws.
    fn content(&mut self, name: &str) -> Result<Content, DocumentFileError> {
        let xml = self.file.text(name)?.ok_or(DocumentFileError::Damaged)?;
        Content::read(self.file, name, &xml)
    }

    /// The drawings in parts with resources, by their ids.
    fn units(&mut self, names: &[String]) -> Result<HashMap<String, Vec<Drawn>>, DocumentFileError> {
        let mut units = HashMap::new();
        for name in names {
            // Resources may be missing: most are fonts and pictures.
            if self.file.has(name) {
                units.extend(self.content(name)?.units);
            }
        }
        Ok(units)
    }

    /// Draws on a page.
    fn draw(
        &mut self,
        page: &mut PlacedPage,
        drawn: &[Drawn],
        units: [&HashMap<String, Vec<Drawn>>; 2],
        to_page: Matrix,
        depth: usize,
    ) -> Result<(), DocumentFileError> {
        for drawn in drawn {
            let count = if let Drawn::Text(object) = drawn { object.len() } else { 0 };
            self.left = self.left.checked_sub(count + 1).ok_or(DocumentFileError::UnpacksToTooMuch)?;
            match drawn {
                Drawn::Text(object) => object.place(page, to_page),
                Drawn::Picture => page.has_picture = true,
                Drawn::Unit(id, place) if depth < UNIT_DEPTH => {
                    if let Some(drawn) = units.iter().find_map(|units| units.get(id)) {
                        self.draw(page, drawn, units, place.then(to_page), depth + 1)?;
                    }
                }
                Drawn::Unit(..) => {}
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::file_text::LeftOutReason;
    use super::*;
    use crate::export::{NamedFile, zip};

    const DOCUMENT: &str = "<ofd:Document xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:CommonData>\
        <ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>Res.xml</ofd:PublicRes>\
        <ofd:TemplatePage ID=\"7\" BaseLoc=\"Tpls/Tpl_0/Content.xml\"/></ofd:CommonData>\
        <ofd:Pages><ofd:Page ID=\"1\" BaseLoc=\"Pages/Page_0/Content.xml\"/></ofd:Pages></ofd:Document>";

    /// A text object of size 4 at a place, with more attributes.
    fn object(x: f64, y: f64, more: &str, code: &str, text: &str) -> String {
        format!(
            "<ofd:TextObject ID=\"9\" Boundary=\"{x} {y} 150 6\" Font=\"3\" Size=\"4\" {more}>\
             <ofd:TextCode X=\"0\" Y=\"4\" {code}>{text}</ofd:TextCode></ofd:TextObject>"
        )
    }

    fn page(content: &str) -> String {
        format!(
            "<ofd:Page xmlns:ofd=\"o\"><ofd:Content><ofd:Layer ID=\"2\">{content}</ofd:Layer></ofd:Content></ofd:Page>"
        )
    }

    /// A document of one page, with more parts.
    fn packed(content: &str, more: &[(&'static str, &str)]) -> Vec<u8> {
        let root = "<ofd:OFD><ofd:DocBody><ofd:DocRoot>/Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>";
        let mut parts = vec![("OFD.xml", root), ("Doc_0/Document.xml", DOCUMENT)];
        parts.push(("Doc_0/Pages/Page_0/Content.xml", content));
        parts.extend(more);
        let file = |(name, content): &(&'static str, &str)| NamedFile { name, content: content.as_bytes().to_vec() };
        zip(&parts.iter().map(file).collect::<Vec<_>>())
    }

    fn read(bytes: &[u8]) -> Result<FileText, DocumentFileError> {
        text_of(&mut PackedFile::open(bytes).unwrap())
    }

    fn lines(content: &str) -> Vec<String> {
        read(&packed(&page(content), &[])).unwrap().text.lines().map(str::to_owned).collect()
    }

    #[test]
    fn characters_stand_where_their_steps_lead() {
        let steps = "DeltaX=\"g 2 4 40 g 3 2\"";
        assert_eq!(lines(&object(30.0, 40.0, "", steps, "合计 57.0")), ["合计\t57.0"]);
        let scaled = object(30.0, 40.0, "CTM=\"2 0 0 2 0 0\" HScale=\"0.5\"", "", "收入");
        // The second object begins behind the first, which is twice as large and half as wide.
        assert_eq!(lines(&(scaled + &object(38.0, 44.0, "", "", "预算"))), ["收入预算"]);
        // Two lines of one paragraph, in the order of their places.
        let two = "</ofd:TextCode><ofd:TextCode Y=\"14\" DeltaX=\"4\">支出";
        assert_eq!(lines(&object(30.0, 40.0, "", "", &format!("收入{two}"))), ["收入支出"]);
    }

    #[test]
    fn templates_shared_drawings_and_blocks_are_drawn_and_clips_are_not() {
        let content = "<ofd:PageBlock>".to_owned()
            + &object(30.0, 40.0, "", "", "<ofd:x/>正文")
                .replace("<ofd:TextCode", "<ofd:Clips><ofd:TextCode>剪</ofd:TextCode></ofd:Clips><ofd:TextCode")
            + "</ofd:PageBlock><ofd:CompositeObject ID=\"4\" ResourceID=\"8\" Boundary=\"0 60 100 100\"/>";
        let content = page(&content).replacen("<ofd:Content>", "<ofd:Template TemplateID=\"7\"/><ofd:Content>", 1);
        let units = |inner: &str| {
            format!(
                "<ofd:Res BaseLoc=\"Res\"><ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID=\"8\"><ofd:Content>{inner}\
                 </ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits></ofd:Res>"
            )
        };
        let template = page(&object(30.0, 20.0, "", "", "模板里的字"));
        let unit = units(&object(30.0, 40.0, "", "", "图里的字"));
        let parts = [("Doc_0/Tpls/Tpl_0/Content.xml", template.as_str()), ("Doc_0/Res.xml", unit.as_str())];
        let text = read(&packed(&content, &parts)).unwrap().text;
        assert_eq!(text.lines().collect::<Vec<_>>(), ["模板里的字正文", "图里的字"]);

        let inner = "<ofd:CompositeObject ResourceID=\"8\" Boundary=\"0 0 1 1\"/>".repeat(8);
        let endless = [parts[0], ("Doc_0/Res.xml", &units(&inner))];
        assert_eq!(read(&packed(&content, &endless)), Err(DocumentFileError::UnpacksToTooMuch));
    }

    #[test]
    fn invisible_and_turned_words_are_listed() {
        let text = |more: &str, code: &str| {
            let content = page(&(object(30.0, 40.0, more, code, "内部资料") + &object(30.0, 80.0, "", "", "100万元")));
            let read = read(&packed(&content, &[])).unwrap();
            (read.text, read.left_out.into_iter().map(|passage| (passage.reason, passage.text)).collect::<Vec<_>>())
        };
        let unseen = [
            ("Visible=\"false\"", ""),
            ("Alpha=\"0\"", ""),
            ("CTM=\"0.7 0.7 -0.7 0.7 0 0\"", ""),
            ("ReadDirection=\"90\"", ""),
            ("", "DeltaX=\"0 0 0\" DeltaY=\"4 4 4\""),
            ("", "DeltaY=\"g 3 4\""),
            ("", "DeltaX=\"4 4 4\" DeltaY=\"1 1 1\""),
        ];
        for (more, code) in unseen {
            let listed = vec![(LeftOutReason::Hidden, "内部资料".to_owned())];
            assert_eq!(text(more, code), ("100万元\n".to_owned(), listed), "{more} {code}");
        }
        assert_eq!(text("", "DeltaX=\"4 4 4\" DeltaY=\"0 0 0\"").0, "内部资料100万元\n");
    }

    #[test]
    fn what_cannot_be_trusted_is_refused() {
        let of = |content: &str| read(&packed(&page(content), &[])).unwrap_err();
        let unknown = DocumentFileError::UnknownCharacters { page: 1 };
        for text in ["预算¤5万元", "预算\u{e123}5万元", "预算\u{fffd}5万元"] {
            assert_eq!(of(&object(30.0, 40.0, "", "", text)), unknown, "{text}");
        }
        let picture = "<ofd:ImageObject ID=\"4\" Boundary=\"0 0 210 297\" ResourceID=\"5\"/>";
        assert_eq!(of(picture), DocumentFileError::Scanned);
        // What a machine recognised in a picture may be wrong.
        assert_eq!(
            of(&(picture.to_owned() + &object(3.0, 4.0, "Visible=\"false\"", "", "收入"))),
            DocumentFileError::Scanned
        );
        assert_eq!(of("<ofd:TextObject Size=\"4\"/>"), DocumentFileError::Damaged);
        assert_eq!(read(&packed("", &[("Encryptions.xml", "")])), Err(DocumentFileError::Protected));
        assert_eq!(read(&zip(&[])), Err(DocumentFileError::Damaged));
    }
}
