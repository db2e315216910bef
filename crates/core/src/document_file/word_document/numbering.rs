//! How the lists of a Word document number, from its part `numbering.xml`.

use crate::document_file::error::DocumentFileError;
use crate::document_file::list_level::{LEVELS, ListLevel, NumberPart};
use crate::document_file::list_number::NumberFormat;
use crate::document_file::paragraph_numbering::{Definition, List, Numbering};
use crate::document_file::xml::{XmlElement, XmlHandler, read};

/// The lists in the part `numbering.xml`.
///
/// # Errors
/// That the part is damaged.
pub fn numbering_of(xml: &str) -> Result<Numbering, DocumentFileError> {
    let mut reader = NumberingReader::default();
    read(xml, &mut reader)?;
    Ok(reader.numbering)
}

#[derive(Default)]
struct NumberingReader {
    numbering: Numbering,
    definition: Option<String>,
    list: Option<String>,
    level: Option<usize>,
    is_override: bool,
}

impl NumberingReader {
    fn level(&mut self) -> Option<&mut ListLevel> {
        let at = self.level?;
        if let Some(id) = &self.definition {
            return Some(&mut self.numbering.definitions.get_mut(id)?.levels[at]);
        }
        Some(self.numbering.lists.get_mut(self.list.as_ref()?)?.levels.entry(at).or_default())
    }
}

impl XmlHandler for NumberingReader {
    fn start(&mut self, element: &XmlElement) -> Result<(), DocumentFileError> {
        let level = |name: &str| element.attribute(name)?.parse().ok().filter(|level| *level < LEVELS);
        match element.name() {
            "abstractNum" => {
                self.definition = element.attribute("abstractNumId");
                if let Some(id) = &self.definition {
                    self.numbering.definitions.insert(id.clone(), Definition::default());
                }
            }
            "num" => {
                self.list = element.attribute("numId");
                if let Some(id) = &self.list {
                    self.numbering.lists.insert(id.clone(), List::default());
                }
            }
            "abstractNumId" => {
                if let (Some(list), Some(definition)) = (&self.list, element.val())
                    && let Some(list) = self.numbering.lists.get_mut(list)
                {
                    list.definition = definition;
                }
            }
            "numStyleLink" => {
                if let Some(definition) = self.definition.as_ref().and_then(|id| self.numbering.definitions.get_mut(id))
                {
                    definition.style_link = element.val();
                }
            }
            "lvlOverride" => (self.level, self.is_override) = (level("ilvl"), true),
            "startOverride" => {
                if let (Some(list), Some(level), Some(start)) = (&self.list, self.level, element.number())
                    && let Some(list) = self.numbering.lists.get_mut(list)
                {
                    list.starts.insert(level, start);
                }
            }
            "lvl" => self.level = level("ilvl"),
            name => {
                let Some(level) = self.level() else { return Ok(()) };
                match name {
                    "start" => level.start = element.number().unwrap_or(1),
                    "numFmt" => level.format = number_format(&element.val().unwrap_or_default()),
                    "lvlText" => level.text = number_parts(&element.val().unwrap_or_default()),
                    "lvlRestart" => level.restart = element.number().map(|level| level as usize),
                    "isLgl" => level.is_legal = element.is_on(),
                    "pStyle" => level.style = element.val(),
                    _ => {}
                }
            }
        }
        Ok(())
    }

    fn end(&mut self, name: &str) {
        match name {
            "abstractNum" => self.definition = None,
            "num" => self.list = None,
            "lvlOverride" => (self.level, self.is_override) = (None, false),
            "lvl" if !self.is_override => self.level = None,
            _ => {}
        }
    }

    fn text(&mut self, _: &str) {}
}

/// The parts of a text with `%1` to `%9` for the numbers of the levels.
fn number_parts(text: &str) -> Vec<NumberPart> {
    let mut parts = Vec::new();
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        match c {
            '%' => {
                if let Some(digit @ 1..=9) = rest.next().and_then(|digit| digit.to_digit(10)) {
                    parts.push(NumberPart::Level(digit as usize - 1));
                }
            }
            other => parts.push(NumberPart::Character(other)),
        }
    }
    parts
}

/// The format with this name in Word documents (ISO/IEC 29500-1, 17.18.59). What is not named counts in digits.
fn number_format(name: &str) -> NumberFormat {
    match name {
        "decimalZero" => NumberFormat::DecimalZero,
        "decimalFullWidth" | "decimalFullWidth2" => NumberFormat::FullWidth,
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => NumberFormat::Circled,
        "decimalEnclosedParen" => NumberFormat::Parenthesised,
        "chineseCounting"
        | "chineseCountingThousand"
        | "japaneseCounting"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand" => NumberFormat::Chinese,
        "ideographDigital" | "japaneseDigitalTenThousand" | "taiwaneseDigital" => NumberFormat::ChineseDigits,
        "chineseLegalSimplified" | "ideographLegalTraditional" | "japaneseLegal" => NumberFormat::ChineseLegal,
        "ideographTraditional" => NumberFormat::HeavenlyStems,
        "ideographZodiac" => NumberFormat::EarthlyBranches,
        "lowerLetter" => NumberFormat::LowerLetter,
        "upperLetter" => NumberFormat::UpperLetter,
        "lowerRoman" => NumberFormat::LowerRoman,
        "upperRoman" => NumberFormat::UpperRoman,
        "bullet" | "none" => NumberFormat::Nothing,
        _ => NumberFormat::Decimal,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbering(levels: &str, lists: &str) -> Numbering {
        let xml =
            format!("<w:numbering><w:abstractNum w:abstractNumId=\"0\">{levels}</w:abstractNum>{lists}</w:numbering>");
        numbering_of(&xml).unwrap()
    }

    fn level(at: usize, format: &str, text: &str, more: &str) -> String {
        format!(
            "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>{more}<w:lvlText w:val=\"{text}\"/></w:lvl>"
        )
    }

    const LIST: &str = "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";

    #[test]
    fn levels_count_and_start_again_below_a_new_number() {
        let levels = level(0, "chineseCounting", "%1、", "")
            + &level(1, "chineseCountingThousand", "（%2）", "")
            + &level(2, "decimal", "%3.", "")
            + &level(3, "decimal", "%1.%4", "<w:isLgl/><w:suff w:val=\"nothing\"/>");
        let mut numbering = numbering(&levels, LIST);
        let mut next = |level| numbering.next("1", level);
        let expected = ["一、", "（一）", "1. ", "2. ", "（二）", "1. ", "二、", "（一）", "2.1 "];
        for (level, expected) in [0, 1, 2, 2, 1, 2, 0, 1, 3].into_iter().zip(expected) {
            assert_eq!(next(level), expected);
        }
    }

    #[test]
    fn a_list_may_go_on_with_another_ones_numbers_or_start_anew() {
        let lists = LIST.to_owned()
            + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/></w:num>\
               <w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/>\
               </w:lvlOverride></w:num>\
               <w:num w:numId=\"4\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:lvl w:ilvl=\"0\">\
               <w:numFmt w:val=\"upperRoman\"/><w:lvlText w:val=\"%1)\"/></w:lvl></w:lvlOverride></w:num>";
        let mut numbering = numbering(&level(0, "decimal", "%1、", ""), &lists);
        let numbers: Vec<String> = ["1", "1", "2", "3", "3", "4", "9"].map(|list| numbering.next(list, 0)).into();
        assert_eq!(numbers, ["1、", "2、", "3、", "5、", "6、", "VII)", ""]);
    }

    #[test]
    fn bullets_and_endless_texts_are_no_numbers() {
        let levels = level(0, "bullet", "\u{f0b7}", "") + &level(1, "decimal", &"%1".repeat(100), "");
        let mut numbering = numbering(&levels, LIST);
        assert_eq!([numbering.next("1", 0), numbering.next("1", 1), numbering.next("1", 12)], ["", "", ""]);
    }

    #[test]
    fn a_level_may_go_on_below_a_new_number() {
        let levels = level(0, "decimal", "%1.", "") + &level(1, "decimal", "%2)", "<w:lvlRestart w:val=\"0\"/>");
        let mut numbering = numbering(&levels, LIST);
        let numbers: Vec<String> = [0, 1, 0, 1].map(|level| numbering.next("1", level)).into();
        assert_eq!(numbers, ["1. ", "1)", "2. ", "2)"]);
    }
}
