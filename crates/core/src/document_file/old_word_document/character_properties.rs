//! What is said about characters, as far as it concerns whether and how they are read.

use super::bytes::u16_at;
use super::property_list::properties;

/// What a list of properties says about characters; None where it says nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CharacterProperties {
    /// The number of their style.
    pub style: Option<u16>,
    deleted: Option<u8>,
    inserted: Option<u8>,
    struck: Option<u8>,
    double_struck: Option<u8>,
    hidden: Option<u8>,
    raised: Option<u8>,
    symbol: Option<char>,
}

impl CharacterProperties {
    /// What a list of properties says.
    pub fn read(list: &[u8]) -> CharacterProperties {
        let mut found = CharacterProperties::default();
        for (code, bytes) in properties(list) {
            let value = bytes.first().copied();
            match code {
                0x0800 => found.deleted = value,
                0x0801 => found.inserted = value,
                0x0837 => found.struck = value,
                0x2a53 => found.double_struck = value,
                0x083c => found.hidden = value,
                0x2a48 => found.raised = value,
                0x4a30 => found.style = u16_at(bytes, 0).ok(),
                0x6a09 => found.symbol = u16_at(bytes, 2).ok().and_then(|code| char::from_u32(code.into())),
                _ => {}
            }
        }
        found
    }

    /// With what is said later.
    pub fn changed_by(self, later: CharacterProperties) -> CharacterProperties {
        CharacterProperties {
            style: later.style.or(self.style),
            deleted: later.deleted.or(self.deleted),
            inserted: later.inserted.or(self.inserted),
            struck: later.struck.or(self.struck),
            double_struck: later.double_struck.or(self.double_struck),
            hidden: later.hidden.or(self.hidden),
            raised: later.raised.or(self.raised),
            symbol: later.symbol.or(self.symbol),
        }
    }
}

/// How characters are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CharacterFormat {
    /// True if a revision deletes them.
    pub is_deleted: bool,
    /// True if a revision inserts them.
    pub is_inserted: bool,
    /// True if they are hidden.
    pub is_hidden: bool,
    /// True if they are above or below the line.
    pub is_raised: bool,
    /// The character of another font that stands here.
    pub symbol: Option<char>,
    is_struck_once: bool,
    is_struck_twice: bool,
}

impl CharacterFormat {
    /// True if they are struck out.
    pub fn is_struck(self) -> bool {
        self.is_struck_once || self.is_struck_twice
    }

    /// With what is said about them beyond their style.
    pub fn with(self, said: CharacterProperties) -> CharacterFormat {
        CharacterFormat {
            is_deleted: switched(said.deleted, false),
            is_inserted: switched(said.inserted, false),
            is_hidden: switched(said.hidden, self.is_hidden),
            is_raised: said.raised.map_or(self.is_raised, |place| place != 0),
            symbol: said.symbol,
            is_struck_once: switched(said.struck, self.is_struck_once),
            is_struck_twice: switched(said.double_struck, self.is_struck_twice),
        }
    }

    /// The format of a paragraph's style together with that of the characters' own: what both switch on is off.
    pub fn together_with(self, own: CharacterFormat) -> CharacterFormat {
        CharacterFormat {
            is_hidden: self.is_hidden != own.is_hidden,
            is_raised: self.is_raised || own.is_raised,
            is_struck_once: self.is_struck_once != own.is_struck_once,
            is_struck_twice: self.is_struck_twice != own.is_struck_twice,
            ..own
        }
    }
}

/// Whether something is on, by what is said about it and by the style (MS-DOC: ToggleOperand).
fn switched(said: Option<u8>, style: bool) -> bool {
    match said {
        None | Some(0x80) => style,
        Some(0x81) => !style,
        Some(value) => value != 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn format(style: CharacterFormat, list: &[u8]) -> CharacterFormat {
        style.with(CharacterProperties::read(list))
    }

    #[test]
    fn what_is_said_may_be_the_contrary_of_the_style() {
        let none = CharacterFormat::default();
        let hidden = format(none, &[0x3c, 0x08, 1]);
        assert!(hidden.is_hidden && format(hidden, &[]).is_hidden && format(hidden, &[0x3c, 0x08, 0x80]).is_hidden);
        assert!(!format(hidden, &[0x3c, 0x08, 0x81]).is_hidden && !format(hidden, &[0x3c, 0x08, 0]).is_hidden);
        assert!(format(none, &[0x3c, 0x08, 0x81]).is_hidden);
        assert!(!hidden.together_with(hidden).is_hidden && hidden.together_with(none).is_hidden);
    }

    #[test]
    fn deleted_struck_and_raised_characters() {
        let none = CharacterFormat::default();
        assert!(format(none, &[0x00, 0x08, 1]).is_deleted && format(none, &[0x01, 0x08, 1]).is_inserted);
        assert!(format(none, &[0x37, 0x08, 1]).is_struck() && format(none, &[0x53, 0x2a, 1]).is_struck());
        assert!(format(none, &[0x48, 0x2a, 2]).is_raised && !format(none, &[0x48, 0x2a, 0]).is_raised);
        assert_eq!(format(none, &[0x09, 0x6a, 1, 0, 0x60, 0x24]).symbol, Some('①'));
    }
}
