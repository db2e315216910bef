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
    /// The word in addresses.
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// What a reader of a language sees where nothing else was chosen: Chinese as published, English yuan, since ten
    /// thousands mean nothing to its readers.
    pub fn usual(lang: Lang, published: Unit) -> MoneyUnit {
        match (lang, published) {
            (Lang::En, _) | (Lang::Zh, Unit::Yuan) => MoneyUnit::Yuan,
            (Lang::Zh, Unit::Wan) => MoneyUnit::Wan,
            (Lang::Zh, Unit::Yi) => MoneyUnit::Yi,
        }
    }

    /// What a reader of a language can choose from, the usual one first.
    pub fn choices(lang: Lang, published: Unit) -> Vec<MoneyUnit> {
        let all: &[MoneyUnit] = match lang {
            Lang::Zh => &[MoneyUnit::Wan, MoneyUnit::Yuan],
            Lang::En => &[MoneyUnit::Yuan, MoneyUnit::Million, MoneyUnit::Wan],
        };
        let usual = MoneyUnit::usual(lang, published);
        std::iter::once(usual).chain(all.iter().copied().filter(|unit| *unit != usual)).collect()
    }

    /// How many powers of ten it is from 万元: the number of 万元 is shifted by so many places to the left.
    pub(super) fn shift(self) -> i32 {
        match self {
            MoneyUnit::Wan => 0,
            MoneyUnit::Yuan => 4,
            MoneyUnit::Yi => -4,
            MoneyUnit::Million => -2,
        }
    }
}
