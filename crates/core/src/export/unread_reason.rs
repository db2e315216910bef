//! Sentences for the reasons why a number was not understood.

use crate::disclosure::UnreadReason;
use crate::locale::Lang;

/// Why a number was not understood: the rest of a sentence that begins with the number, without a full stop.
pub fn unread_reason(why: UnreadReason, lang: Lang) -> &'static str {
    match (why, lang) {
        (UnreadReason::UnknownSentence, Lang::Zh) => "这句话不是认识的句式",
        (UnreadReason::UnknownSentence, Lang::En) => "the sentence is of no known form",
        (UnreadReason::NoLabel, Lang::Zh) => "金额前面没有写是什么钱",
        (UnreadReason::NoLabel, Lang::En) => "nothing before the amount says what it is",
        (UnreadReason::UnknownLabel, Lang::Zh) => "不认识金额前面的名称",
        (UnreadReason::UnknownLabel, Lang::En) => "the name before the amount is not known",
        (UnreadReason::MalformedNumber, Lang::Zh) => "这个数的写法不对",
        (UnreadReason::MalformedNumber, Lang::En) => "it is not written as a number is",
        (UnreadReason::InWords, Lang::Zh) => "金额不是用阿拉伯数字写的",
        (UnreadReason::InWords, Lang::En) => "it is not written in the usual digits",
        (UnreadReason::NoUnit, Lang::Zh) => "金额没有写单位，无法确定是多少",
        (UnreadReason::NoUnit, Lang::En) => "it has no unit, so what it is worth is not certain",
        (UnreadReason::DamagedLabel, Lang::Zh) => "金额前面的名称像是缺了字",
        (UnreadReason::DamagedLabel, Lang::En) => "the name before the amount seems to have lost characters",
        (UnreadReason::OtherUnit, Lang::Zh) => "单位和全文的不一致，或者和上面注明的不一致，可能多写或者漏写了“万”字",
        (UnreadReason::OtherUnit, Lang::En) => {
            "its unit is not that of the document, or of the note above: 万 may be missing or too much"
        }
        (UnreadReason::StatedTwice, Lang::Zh) => "这一项前面写过另一个金额",
        (UnreadReason::StatedTwice, Lang::En) => "the line is stated before with another amount",
        (UnreadReason::OtherYear, Lang::Zh) => "这是另一个年度的金额",
        (UnreadReason::OtherYear, Lang::En) => "it belongs to another year",
        (UnreadReason::OtherOwner, Lang::Zh) => "这是别的单位的金额，或者不只是这个单位的",
        (UnreadReason::OtherOwner, Lang::En) => "it belongs to another institution, or to several",
        (UnreadReason::Approximate, Lang::Zh) => "原文写的是大约的数",
        (UnreadReason::Approximate, Lang::En) => "the text says that it is approximate",
        (UnreadReason::UnexpectedSign, Lang::Zh) => "数前面有负号，和前面的词对不上",
        (UnreadReason::UnexpectedSign, Lang::En) => "its minus sign does not fit the words before it",
        (UnreadReason::StrayChange, Lang::Zh) => "看不出是哪一项的增减，或者这一项的增减已经写过",
        (UnreadReason::StrayChange, Lang::En) => "it is not clear what changed by it, or that change is already stated",
    }
}
