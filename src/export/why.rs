//! Why a number was not understood, in words.

use crate::disclosure::Why;
use crate::locale::Lang;

/// Why a number was not understood, in words that go on from the number, without a full stop.
pub fn why_says(why: Why, lang: Lang) -> &'static str {
    match (why, lang) {
        (Why::UnknownSentence, Lang::Zh) => "这句话不是认识的句式",
        (Why::UnknownSentence, Lang::En) => "the sentence is of no known form",
        (Why::NoLabel, Lang::Zh) => "金额前面没有写是什么钱",
        (Why::NoLabel, Lang::En) => "nothing before the amount says what it is",
        (Why::UnknownLabel, Lang::Zh) => "不认识金额前面的名称",
        (Why::UnknownLabel, Lang::En) => "the name before the amount is not known",
        (Why::Malformed, Lang::Zh) => "这个数的写法不对",
        (Why::Malformed, Lang::En) => "it is not written as a number is",
        (Why::NoUnit, Lang::Zh) => "金额没有写单位，从全文也看不出是万元还是元",
        (Why::NoUnit, Lang::En) => "it has no unit, and the document leaves open whether it is 万元 or 元",
        (Why::OtherYear, Lang::Zh) => "这是另一个年度的金额",
        (Why::OtherYear, Lang::En) => "it belongs to another year",
        (Why::StrayChange, Lang::Zh) => "看不出是哪一项的增减，或者这一项的增减已经写过",
        (Why::StrayChange, Lang::En) => "it is not clear what changed by it, or that change is already stated",
    }
}
