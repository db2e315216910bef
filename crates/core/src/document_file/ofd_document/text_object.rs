//! Characters of one font and size, each with its place.

use crate::document_file::error::DocumentFileError;
use crate::document_file::page_layout::{Matrix, PlacedPage, UNKNOWN, glyph_points, is_character};
use crate::document_file::xml::XmlElement;

/// Where producers do not know a character, they write this sign, and the number of a glyph beside it.
const PLACEHOLDER: char = '¤';
/// From this step on, in widths of the character, there is a gap behind it.
const GAP: f64 = 2.0;
/// A step up or down from which on it counts, in sizes of the font.
const RISE: f64 = 0.05;

/// An object of characters.
pub struct TextObject {
    to_page: Matrix,
    size: f64,
    /// How wide characters are drawn.
    width: f64,
    is_invisible: bool,
    codes: Vec<TextCode>,
    /// The steps of the code that is being read, as they are written.
    steps: [Option<String>; 2],
}

/// Characters with the steps between them.
struct TextCode {
    /// Where the first one stands.
    from: (f64, f64),
    text: String,
    /// The steps to the right and down. Where there is none, the width of the character is one.
    steps: [Vec<f64>; 2],
}

impl TextObject {
    /// The object that an element describes, still without characters.
    ///
    /// # Errors
    /// That it does not say where it stands, or how large it is.
    pub fn read(element: &XmlElement) -> Result<TextObject, DocumentFileError> {
        let number =
            |name: &str| element.attribute(name)?.trim().parse::<f64>().ok().filter(|number| number.is_finite());
        let is = |name: &str, value: &str| element.attribute(name).as_deref() == Some(value);
        let is_turned = |name: &str| number(name).is_some_and(|angle| angle % 360.0 != 0.0);
        Ok(TextObject {
            to_page: place(element)?,
            size: number("Size").ok_or(DocumentFileError::Damaged)?,
            width: number("HScale").filter(|scale| *scale > 0.0).unwrap_or(1.0),
            is_invisible: is("Visible", "false")
                || is("Fill", "false") && !is("Stroke", "true")
                || number("Alpha") == Some(0.0)
                || is_turned("ReadDirection")
                || is_turned("CharDirection"),
            codes: Vec::new(),
            steps: [None, None],
        })
    }

    /// Takes over how transparent its colour is.
    pub fn set_transparency(&mut self, color: &XmlElement) {
        self.is_invisible |= color.attribute("Alpha").is_some_and(|alpha| alpha.trim().parse() == Ok(0.0));
    }

    /// Characters begin. What is not said of their place is as it was for those before.
    pub fn start_code(&mut self, element: &XmlElement) {
        let before = self.codes.last().map_or((0.0, 0.0), |code| code.from);
        let number = |name: &str| element.attribute(name)?.trim().parse::<f64>().ok();
        let from = (number("X").unwrap_or(before.0), number("Y").unwrap_or(before.1));
        self.steps = ["DeltaX", "DeltaY"].map(|name| element.attribute(name));
        self.codes.push(TextCode { from, text: String::new(), steps: [Vec::new(), Vec::new()] });
    }

    /// Characters end: how many they are.
    pub fn end_code(&mut self, text: &str) -> usize {
        // Line ends are the producer's, and no characters.
        let text = if text.contains('\n') { text.trim() } else { text };
        let count = text.chars().count();
        let [right, down] = std::mem::take(&mut self.steps);
        if let Some(code) = self.codes.last_mut() {
            code.text = text.to_owned();
            // By the standard, characters that only step down stand below each other.
            let is_vertical = right.is_none() && down.is_some();
            let right = if is_vertical { vec![0.0; count] } else { expanded(&right.unwrap_or_default(), count) };
            code.steps = [right, expanded(&down.unwrap_or_default(), count)];
        }
        count
    }

    /// How many characters it has.
    pub fn len(&self) -> usize {
        self.codes.iter().map(|code| code.text.chars().count()).sum()
    }

    /// Places its characters on a page.
    pub fn place(&self, page: &mut PlacedPage, to_page: Matrix) {
        let to_page = self.to_page.then(to_page);
        for code in &self.codes {
            if self.is_invisible || !code.is_level(self.size) {
                page.unseen.push_str(&code.text);
                continue;
            }
            let (mut x, mut y) = code.from;
            for (at, character) in code.text.chars().enumerate() {
                let usual = self.size * self.width * if character.is_ascii() { 0.5 } else { 1.0 };
                let step = code.steps[0].get(at).copied();
                // A step that is far too long, or leads back, says where the next one stands and not how wide this is.
                let width = step.filter(|step| *step > 0.0 && *step < GAP * usual).unwrap_or(usual);
                let known = if is_character(character) && character != PLACEHOLDER { character } else { UNKNOWN };
                page.place(known.encode_utf8(&mut [0; 4]), glyph_points(to_page, (x, y), width, -self.size));
                x += step.unwrap_or(usual);
                y += code.steps[1].get(at).copied().unwrap_or(0.0);
            }
        }
    }
}

impl TextCode {
    /// False where characters stand below each other, or aslant. One that is raised or lowered does not matter.
    fn is_level(&self, size: f64) -> bool {
        let steps = self.text.chars().count().saturating_sub(1);
        let right = |at: usize| self.steps[0].get(at).copied().unwrap_or(size).abs();
        let down = self.steps[1].iter().take(steps).map(|down| down.abs()).enumerate();
        let leading = down.filter(|(at, down)| *down > RISE * size && (steps > 2 || *down >= right(*at))).count();
        leading * 2 <= steps
    }
}

/// At most so many numbers of a list, in which `g n v` is n times v.
fn expanded(list: &str, count: usize) -> Vec<f64> {
    let mut numbers = Vec::new();
    let mut words = list.split_ascii_whitespace();
    while let Some(word) = words.next().filter(|_| numbers.len() < count) {
        let repeated = if word == "g" { words.next().and_then(|times| times.parse().ok()).unwrap_or(0) } else { 1 };
        let value = if word == "g" { words.next() } else { Some(word) };
        let value = value.and_then(|value| value.parse().ok()).filter(|value: &f64| value.is_finite());
        // What is damaged here is damaged from here on.
        let Some(value) = value else { break };
        numbers.extend(std::iter::repeat_n(value, repeated.min(count - numbers.len())));
    }
    numbers
}

/// Where an object stands: its own transform, then the corner of its boundary.
///
/// # Errors
/// That it does not say where it stands.
pub fn place(element: &XmlElement) -> Result<Matrix, DocumentFileError> {
    let boundary = element.attribute("Boundary").ok_or(DocumentFileError::Damaged)?;
    let [x, y, _, _] = numbers(&boundary).ok_or(DocumentFileError::Damaged)?;
    let own = match element.attribute("CTM") {
        Some(own) => Matrix(numbers(&own).ok_or(DocumentFileError::Damaged)?),
        None => Matrix::IDENTITY,
    };
    Ok(own.then(Matrix::translation(x, y)))
}

/// As many numbers as are asked for, divided by spaces.
pub fn numbers<const COUNT: usize>(text: &str) -> Option<[f64; COUNT]> {
    let mut numbers = [0.0; COUNT];
    let mut words = text.split_ascii_whitespace();
    for number in &mut numbers {
        *number = words.next()?.parse().ok().filter(|number: &f64| number.is_finite())?;
    }
    Some(numbers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repeated_steps_are_written_out_and_never_more_than_there_are_characters() {
        assert_eq!(expanded("g 3 4.5 2 g 1 7", 9), [4.5, 4.5, 4.5, 2.0, 7.0]);
        assert_eq!(expanded("g 4000000000 1 2", 3), [1.0; 3]);
        for damaged in ["", "g", "g 3", "g x 1", "1e999", "nan", "g -1 2"] {
            assert!(expanded(damaged, 9).is_empty(), "{damaged}");
        }
    }
}
