//! Sentences for the reasons why a number was not understood.

use crate::disclosure::Why;
use crate::locale::Lang;

/// Why a number was not understood: the rest of a sentence that begins with the number, without a full stop.
pub fn unread_reason(why: Why, lang: Lang) -> &'static str {
    match (why, lang) {
        (Why::UnknownSentence, Lang::Zh) => "这句话不是认识的句式",
        (Why::UnknownSentence, Lang::En) => "the sentence is of no known form",
        (Why::NoLabel, Lang::Zh) => "金额前面没有写是什么钱",
        (Why::NoLabel, Lang::En) => "nothing before the amount says what it is",
        (Why::UnknownLabel, Lang::Zh) => "不认识金额前面的名称",
        (Why::UnknownLabel, Lang::En) => "the name before the amount is not known",
        (Why::Malformed, Lang::Zh) => "这个数的写法不对",
        (Why::Malformed, Lang::En) => "it is not written as a number is",
        (Why::NoUnit, Lang::Zh) => "金额没有写单位，无法确定是多少",
        (Why::NoUnit, Lang::En) => "it has no unit, so what it is worth is not certain",
        (Why::DamagedLabel, Lang::Zh) => "金额前面的名称像是缺了字",
        (Why::DamagedLabel, Lang::En) => "the name before the amount seems to have lost characters",
        (Why::OtherUnit, Lang::Zh) => "全文以万元为单位，这里写的是元，可能漏了“万”字",
        (Why::OtherUnit, Lang::En) => "it is in 元 while the document writes 万元: 万 may be missing",
        (Why::StatedTwice, Lang::Zh) => "这一项前面写过另一个金额",
        (Why::StatedTwice, Lang::En) => "the line is stated before with another amount",
        (Why::OtherYear, Lang::Zh) => "这是另一个年度的金额",
        (Why::OtherYear, Lang::En) => "it belongs to another year",
        (Why::StrayChange, Lang::Zh) => "看不出是哪一项的增减，或者这一项的增减已经写过",
        (Why::StrayChange, Lang::En) => "it is not clear what changed by it, or that change is already stated",
    }
}
