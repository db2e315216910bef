//! What the pages of a PDF draw: its characters with their places.

use super::super::decode::TextDecoder;
use super::super::error::DocumentFileError;
use super::super::page_layout::{CHARACTER_LIMIT, Matrix, PlacedPage, glyph_points};
use super::font::Font;
use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::dict::keys;
use hayro_syntax::object::{Array, Dict, Name, Number, Object, Stream};
use hayro_syntax::page::{Page, Resources};
use std::collections::HashMap;
use std::rc::Rc;

/// The most drawings within drawings, and how deep they are nested: a few bytes could draw for hours otherwise.
const FORM_LIMIT: usize = 20_000;
const FORM_DEPTH: usize = 12;
/// How many states are kept at most.
const STATE_LIMIT: usize = 1_000;

/// Reads pages of one document.
pub struct PageReader<'d> {
    decoder: TextDecoder<'d>,
    /// Fonts that were read, by their object in the file.
    fonts: HashMap<(u32, i32), Rc<Font>>,
    characters_left: usize,
    forms_left: usize,
}

/// How text is drawn.
#[derive(Clone)]
struct State {
    matrix: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    character_spacing: f64,
    word_spacing: f64,
    scaling: f64,
    leading: f64,
    rise: f64,
    is_invisible: bool,
}

/// A page that is being read.
struct Drawing<'r, 'd> {
    reader: &'r mut PageReader<'d>,
    page: PlacedPage,
    state: State,
    kept: Vec<State>,
    text: Matrix,
    line: Matrix,
}

impl<'d> PageReader<'d> {
    /// A reader that decodes Chinese encodings with this decoder.
    pub fn new(decoder: TextDecoder<'d>) -> PageReader<'d> {
        PageReader { decoder, fonts: HashMap::new(), characters_left: CHARACTER_LIMIT, forms_left: FORM_LIMIT }
    }

    /// The characters of a page.
    ///
    /// # Errors
    /// That the document draws too much.
    pub fn read(&mut self, page: &Page<'_>) -> Result<PlacedPage, DocumentFileError> {
        let (_, height) = page.render_dimensions();
        let state = State {
            matrix: Matrix(page.initial_transform(true).as_coeffs()),
            font: None,
            size: 0.0,
            character_spacing: 0.0,
            word_spacing: 0.0,
            scaling: 1.0,
            leading: 0.0,
            rise: 0.0,
            is_invisible: false,
        };
        let mut drawing = Drawing {
            reader: self,
            page: PlacedPage { height: f64::from(height), ..PlacedPage::default() },
            state,
            kept: Vec::new(),
            text: Matrix::IDENTITY,
            line: Matrix::IDENTITY,
        };
        drawing.draw(page.typed_operations(), page.resources(), 0)?;
        Ok(drawing.page)
    }

    /// The font that resources have under a name.
    fn font(&mut self, resources: &Resources<'_>, name: &Name<'_>) -> Option<Rc<Font>> {
        let dict: Dict<'_> = resources.get_font(name)?;
        let Some(id) = dict.obj_id() else { return Some(Rc::new(Font::read(&dict))) };
        let key = (id.obj_number, id.gen_number);
        Some(self.fonts.entry(key).or_insert_with(|| Rc::new(Font::read(&dict))).clone())
    }
}

impl Drawing<'_, '_> {
    fn draw(
        &mut self,
        mut instructions: TypedIter<'_>,
        resources: &Resources<'_>,
        depth: usize,
    ) -> Result<(), DocumentFileError> {
        let kept_before = self.kept.len();
        while let Some(instruction) = instructions.next() {
            use TypedInstruction as I;
            match instruction {
                I::SaveState(_) if self.kept.len() < STATE_LIMIT => self.kept.push(self.state.clone()),
                I::RestoreState(_) if self.kept.len() > kept_before => {
                    if let Some(state) = self.kept.pop() {
                        self.state = state;
                    }
                }
                I::Transform(m) => {
                    self.state.matrix = matrix([m.0, m.1, m.2, m.3, m.4, m.5]).then(self.state.matrix);
                }
                I::BeginText(_) => self.set_line(Matrix::IDENTITY),
                I::TextFont(font) => {
                    self.state.font = self.reader.font(resources, font.0);
                    self.state.size = font.1.as_f64();
                }
                I::CharacterSpacing(spacing) => self.state.character_spacing = spacing.0.as_f64(),
                I::WordSpacing(spacing) => self.state.word_spacing = spacing.0.as_f64(),
                I::HorizontalScaling(scaling) => self.state.scaling = scaling.0.as_f64() / 100.0,
                I::TextLeading(leading) => self.state.leading = leading.0.as_f64(),
                I::TextRise(rise) => self.state.rise = rise.0.as_f64(),
                I::TextRenderingMode(mode) => self.state.is_invisible = matches!(mode.0.as_i64(), 3 | 7),
                I::NextLine(by) => self.next_line(by.0.as_f64(), by.1.as_f64()),
                I::NextLineAndSetLeading(by) => {
                    self.state.leading = -by.1.as_f64();
                    self.next_line(by.0.as_f64(), by.1.as_f64());
                }
                I::NextLineUsingLeading(_) => self.next_line(0.0, -self.state.leading),
                I::SetTextMatrix(m) => self.set_line(matrix([m.0, m.1, m.2, m.3, m.4, m.5])),
                I::ShowText(text) => self.show(text.0.as_bytes())?,
                I::NextLineAndShowText(text) => {
                    self.next_line(0.0, -self.state.leading);
                    self.show(text.0.as_bytes())?;
                }
                I::ShowTextWithParameters(text) => {
                    self.state.word_spacing = text.0.as_f64();
                    self.state.character_spacing = text.1.as_f64();
                    self.next_line(0.0, -self.state.leading);
                    self.show(text.2.as_bytes())?;
                }
                I::ShowTexts(texts) => self.show_all(texts.0)?,
                I::XObject(object) => {
                    if let Some(object) = resources.get_x_object(object.0) {
                        self.draw_object(&object, resources, depth)?;
                    }
                }
                I::InlineImage(_) => self.page.has_picture = true,
                _ => {}
            }
        }
        // What a drawing kept and did not give back is not for the one around it.
        if self.kept.len() > kept_before {
            self.kept.truncate(kept_before + 1);
            if let Some(state) = self.kept.pop() {
                self.state = state;
            }
        }
        Ok(())
    }

    fn set_line(&mut self, line: Matrix) {
        self.line = line;
        self.text = line;
    }

    fn next_line(&mut self, x: f64, y: f64) {
        self.set_line(Matrix::translation(x, y).then(self.line));
    }

    /// Moves on in the line, in units of the text.
    fn advance(&mut self, by: f64) {
        self.text = Matrix::translation(by * self.state.scaling, 0.0).then(self.text);
    }

    fn show_all(&mut self, texts: &Array<'_>) -> Result<(), DocumentFileError> {
        for item in texts.iter::<Object<'_>>() {
            match item {
                Object::String(text) => self.show(text.as_bytes())?,
                Object::Number(by) => self.advance(-by.as_f64() / 1000.0 * self.state.size),
                _ => {}
            }
        }
        Ok(())
    }

    fn show(&mut self, bytes: &[u8]) -> Result<(), DocumentFileError> {
        let Some(font) = self.state.font.clone() else { return Ok(()) };
        for glyph in font.glyphs(bytes, self.reader.decoder) {
            let spacing = if glyph.is_space { self.state.word_spacing } else { 0.0 };
            let width = glyph.width * self.state.size;
            self.place(&glyph.text, width)?;
            self.advance(width + self.state.character_spacing + spacing);
        }
        Ok(())
    }

    /// Places the characters of one glyph.
    fn place(&mut self, text: &str, width: f64) -> Result<(), DocumentFileError> {
        let count = text.chars().count();
        self.reader.characters_left =
            self.reader.characters_left.checked_sub(count).ok_or(DocumentFileError::UnpacksToTooMuch)?;
        if self.state.is_invisible {
            self.page.unseen.push_str(text);
            return Ok(());
        }
        let (to_page, from) = (self.text.then(self.state.matrix), (0.0, self.state.rise));
        self.page.place(text, glyph_points(to_page, from, width * self.state.scaling, self.state.size));
        Ok(())
    }

    /// Draws a picture, or a drawing within the drawing.
    fn draw_object(
        &mut self,
        object: &Stream<'_>,
        resources: &Resources<'_>,
        depth: usize,
    ) -> Result<(), DocumentFileError> {
        let dict = object.dict();
        if dict.get::<Name<'_>>(keys::SUBTYPE).is_none_or(|kind| kind.as_ref() != b"Form") {
            self.page.has_picture = true;
            return Ok(());
        }
        self.reader.forms_left = self.reader.forms_left.checked_sub(1).ok_or(DocumentFileError::UnpacksToTooMuch)?;
        if depth >= FORM_DEPTH {
            return Ok(());
        }
        let Ok(data) = object.decoded_data() else { return Ok(()) };
        let state = self.state.clone();
        if let Some(m) = dict.get::<[f64; 6]>(keys::MATRIX) {
            self.state.matrix = Matrix(m).then(self.state.matrix);
        }
        let own = dict.get::<Dict<'_>>(keys::RESOURCES).map(Resources::new);
        self.draw(TypedIter::new(&data), own.as_ref().unwrap_or(resources), depth + 1)?;
        self.state = state;
        Ok(())
    }
}

fn matrix(numbers: [Number; 6]) -> Matrix {
    Matrix(numbers.map(|number| number.as_f64()))
}
