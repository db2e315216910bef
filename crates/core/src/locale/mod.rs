//! The words of the interface, one file per language, and how numbers are written in each.

mod display_unit;
mod en;
mod line_names;
mod number_format;
mod opened_words;
mod opening_words;
mod template;
mod words;
mod zh;

pub use display_unit::DisplayUnit;
pub use opened_words::OpenedWords;
pub use opening_words::OpeningWords;
pub use template::{TemplatePart, fill, template_parts};
pub use words::{KioskWords, Labels, Words};

use crate::amount::AmountUnit;
use crate::disclosure::LineId;
use strum::{Display, EnumString, IntoStaticStr};

/// A language of the interface. As text it is its [`code`](Lang::code).
///
/// ```
/// use mingbai_core::locale::Lang;
///
/// assert_eq!(("en".parse(), Lang::Zh.to_string().as_str()), (Ok(Lang::En), "zh"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default, IntoStaticStr, Display, EnumString)]
#[strum(serialize_all = "snake_case")]
pub enum Lang {
    /// Chinese, the first.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// Both languages.
    pub const ALL: [Lang; 2] = [Lang::Zh, Lang::En];

    /// The short code used in addresses and file names.
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// The tag for `lang` attributes.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::Zh => "zh-CN",
            Lang::En => "en",
        }
    }

    /// The other language.
    pub fn other(self) -> Lang {
        match self {
            Lang::Zh => Lang::En,
            Lang::En => Lang::Zh,
        }
    }
}

/// A language with its words and number format.
#[derive(Clone, Copy, Debug)]
pub struct Locale {
    /// The language.
    pub lang: Lang,
    /// The words in charts and numbers.
    pub labels: &'static Labels,
    /// The unit in which the reader sees money.
    pub unit: DisplayUnit,
}

impl Locale {
    /// The locale of a language, with its usual unit for a document in 万元.
    pub fn of(lang: Lang) -> Locale {
        let labels = match lang {
            Lang::Zh => &zh::LABELS,
            Lang::En => &en::LABELS,
        };
        Locale { lang, labels, unit: DisplayUnit::usual(lang, AmountUnit::Wan) }
    }

    /// The words of the page.
    pub fn words(&self) -> &'static Words {
        match self.lang {
            Lang::Zh => &zh::WORDS,
            Lang::En => &en::WORDS,
        }
    }

    /// The words that only a kiosk shows.
    pub fn kiosk(&self) -> &'static KioskWords {
        match self.lang {
            Lang::Zh => &zh::KIOSK,
            Lang::En => &en::KIOSK,
        }
    }

    /// The same with money in another unit.
    pub fn in_unit(self, unit: DisplayUnit) -> Locale {
        Locale { unit, ..self }
    }

    /// The short name of a known line; None for one that only its document names.
    pub fn line(&self, id: &LineId) -> Option<&'static str> {
        let names = match self.lang {
            Lang::Zh => &zh::LINES,
            Lang::En => &en::LINES,
        };
        names.of(id.as_str())
    }

    /// True for English.
    pub fn english(&self) -> bool {
        self.lang == Lang::En
    }
}
