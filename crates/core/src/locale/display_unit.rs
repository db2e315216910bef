//! The unit in which a reader sees money.

use super::Lang;
use crate::amount::Unit;
use strum::{Display, EnumString, IntoStaticStr};

/// The unit in which a reader sees money. Every amount is exact in each of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, IntoStaticStr, Display, EnumString)]
#[strum(serialize_all = "snake_case")]
pub enum MoneyUnit {
    /// 万元, ten thousand yuan.
    Wan,
    /// Yuan.
    Yuan,
    /// 亿元, a hundred million yuan: only where a document publishes in it.
    Yi,
    /// Million yuan, for readers of English.
    Million,
}

impl MoneyUnit {
    /// The word in addresses (`?unit=`).
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// The unit that a reader of a language sees by default: in Chinese that of the document, in English yuan, since English has
    /// no word for ten thousand.
    pub fn usual(lang: Lang, published: Unit) -> MoneyUnit {
        match (lang, published) {
            (Lang::En, _) | (Lang::Zh, Unit::Yuan) => MoneyUnit::Yuan,
            (Lang::Zh, Unit::Wan) => MoneyUnit::Wan,
            (Lang::Zh, Unit::Yi) => MoneyUnit::Yi,
        }
    }

    /// The units that a reader of a language can choose, the default first.
    pub fn choices(lang: Lang, published: Unit) -> Vec<MoneyUnit> {
        let all: &[MoneyUnit] = match lang {
            Lang::Zh => &[MoneyUnit::Wan, MoneyUnit::Yuan],
            Lang::En => &[MoneyUnit::Yuan, MoneyUnit::Million, MoneyUnit::Wan],
        };
        let usual = MoneyUnit::usual(lang, published);
        std::iter::once(usual).chain(all.iter().copied().filter(|unit| *unit != usual)).collect()
    }

    /// The power of ten by which a number of 万元 is multiplied to get a number of this unit.
    pub(super) fn shift(self) -> i32 {
        match self {
            MoneyUnit::Wan => 0,
            MoneyUnit::Yuan => 4,
            MoneyUnit::Yi => -4,
            MoneyUnit::Million => -2,
        }
    }
}
