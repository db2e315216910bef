//! The unit in which a reader sees money.

use super::Lang;
use crate::amount::AmountUnit;
use strum::{Display, EnumString, IntoStaticStr};

/// The unit in which a reader sees money, whatever [`AmountUnit`] the document uses. Every amount is exact in each of
/// them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, IntoStaticStr, Display, EnumString)]
#[strum(serialize_all = "snake_case")]
pub enum DisplayUnit {
    /// 万元, ten thousand yuan.
    Wan,
    /// Yuan.
    Yuan,
    /// 亿元, a hundred million yuan: only where a document publishes in it.
    Yi,
    /// Million yuan, for readers of English.
    Million,
}

impl DisplayUnit {
    /// The word in addresses (`?unit=`).
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// The unit that a reader of a language sees by default: in Chinese that of the document, in English yuan, since
    /// English has no word for ten thousand.
    pub fn usual(lang: Lang, published: AmountUnit) -> DisplayUnit {
        match (lang, published) {
            (Lang::En, _) | (Lang::Zh, AmountUnit::Yuan) => DisplayUnit::Yuan,
            (Lang::Zh, AmountUnit::Wan) => DisplayUnit::Wan,
            (Lang::Zh, AmountUnit::Yi) => DisplayUnit::Yi,
        }
    }

    /// The units that a reader of a language can choose, the default first.
    pub fn choices(lang: Lang, published: AmountUnit) -> Vec<DisplayUnit> {
        let all: &[DisplayUnit] = match lang {
            Lang::Zh => &[DisplayUnit::Wan, DisplayUnit::Yuan],
            Lang::En => &[DisplayUnit::Yuan, DisplayUnit::Million, DisplayUnit::Wan],
        };
        let usual = DisplayUnit::usual(lang, published);
        std::iter::once(usual).chain(all.iter().copied().filter(|unit| *unit != usual)).collect()
    }

    /// The power of ten by which a number of 万元 is multiplied to get a number of this unit.
    pub(super) fn shift(self) -> i32 {
        match self {
            DisplayUnit::Wan => 0,
            DisplayUnit::Yuan => 4,
            DisplayUnit::Yi => -4,
            DisplayUnit::Million => -2,
        }
    }
}
