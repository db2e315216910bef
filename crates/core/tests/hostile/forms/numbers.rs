//! Other decimal marks, quotation marks, signs, ranges, and words that make a number inexact.

use super::{listed, number, written};
use crate::hostile::base::{Base, Kind};
use crate::hostile::variant::{Effect, Form};

/// Marks that stand for a decimal point, and for nothing else inside a number.
const POINTS: [&str; 20] =
    ["。", "：", "；", "！", "｡", "·", "‚", ":", ";", "!", "•", "・", "．", " . ", ". ", " .", "٫", "˙", "﹒", "․"];
/// Marks that may as well separate two numbers, or be a range.
const SEPARATORS: [&str; 14] = ["、", "，", "-", "—", "~", "～", "/", "至", "到", "–", " ", "或", "+", "×"];
const QUOTES: [&str; 14] = ["’", "‘", "'", "\"", "”", "“", "＇", "＂", "「", "』", "′", "″", "`", "´"];
const MINUS: [&str; 14] = ["-", "－", "−", "﹣", "‐", "‑", "–", "—", "- ", " - ", "－ ", "▲", "△", "负"];

/// A number with other marks in it.
pub fn forms(base: &Base, at: usize) -> Vec<Form> {
    let figure = &base.stated[at];
    let Some((digits, unit)) = number(base, figure) else { return Vec::new() };
    let mut forms = Vec::new();
    if let Some((whole, decimals)) = digits.split_once('.') {
        for mark in POINTS {
            forms.push(written("02 decimal mark", figure, "point", format!("{whole}{mark}{decimals}{unit}")));
        }
        for mark in [",", "..", ".,"].iter().filter(|_| decimals.len() != 3) {
            forms.push(listed(
                written("02 decimal mark", figure, "point", format!("{whole}{mark}{decimals}{unit}")),
                at,
            ));
        }
        for mark in SEPARATORS {
            forms.push(listed(
                written("02 decimal mark", figure, "separator", format!("{whole}{mark}{decimals}{unit}")),
                at,
            ));
        }
        for mark in QUOTES {
            forms.push(listed(
                written("03 quotation mark", figure, "for the point", format!("{whole}{mark}{decimals}{unit}")),
                at,
            ));
        }
    }
    let whole = digits.split('.').next().unwrap_or_default();
    if whole.len() >= 2 {
        let insert = |mark: &str| format!("{}{mark}{}{unit}", &digits[..1], &digits[1..]);
        for mark in POINTS.iter().chain(&SEPARATORS) {
            // 2.00 is another number, and well-formed.
            if !["．", "﹒", "․", "٫", " . ", ". ", " ."].contains(mark) || digits.contains('.') {
                forms.push(listed(written("02 decimal mark", figure, "inside the digits", insert(mark)), at));
            }
        }
        for mark in QUOTES {
            forms.push(listed(written("03 quotation mark", figure, "inside the digits", insert(mark)), at));
        }
    }
    for (open, close) in [("“", "”"), ("‘", "’"), ("「", "」"), ("\"", "\""), ("（", "）"), ("【", "】")]
    {
        forms.push(written("03 quotation mark", figure, "around the number", format!("{open}{digits}{close}{unit}")));
    }
    for sign in MINUS {
        forms.push(listed(written("11 sign", figure, "minus", format!("{sign}{digits}{unit}")), at));
    }
    forms.push(listed(written("11 sign", figure, "minus in brackets", format!("（-{digits}）{unit}")), at));
    let plus = written("11 sign", figure, "plus", format!("+{digits}{unit}"));
    forms.push(if figure.fact.1.starts_with('-') { listed(plus, at) } else { plus });
    for range in ["至", "到", "-", "－", "—", "~", "～", "或", "、"] {
        let more = format!("{digits}{range}9{digits}{unit}");
        forms.push(listed(written("04 damaged number", figure, "range", more), at));
        if range != "、" {
            // Two amounts behind one name: which one is it?
            let more = format!("{digits}{unit}{range}9{digits}{unit}");
            forms.push(listed(written("04 damaged number", figure, "range with two units", more), at));
        }
    }
    forms
}

/// A number with a word that says that it is not exact: shown with the word, or listed.
pub fn inexact(base: &Base, at: usize) -> Vec<Form> {
    let figure = &base.stated[at];
    let Some((digits, unit)) = number(base, figure) else { return Vec::new() };
    let before =
        ["约", "大约", "近", "将近", "超过", "不超过", "暂定", "上限", "至少", "最多约", "不少于", "不足", "逾"];
    let behind = ["左右", "上下", "以内", "以上", "以下", "（上限）", "（暂定）", "（约）", "？", "?", "（暂定数）"];
    let middle = ["多", "余", "？", "?"];
    let forms = (before.iter().map(|word| format!("{word}{digits}{unit}")))
        .chain(behind.iter().map(|word| format!("{digits}{unit}{word}")))
        .chain(middle.iter().map(|word| format!("{digits}{word}{unit}")));
    let made = forms.map(|with| {
        let form = written("14 inexact", figure, "inexact", with);
        match figure.kind {
            // A count has no word with it.
            Kind::Count => listed(form, at),
            _ => Form { may_conflict: false, ..form.with(at, Effect::Value(format!("~{}", figure.fact.1))) },
        }
    });
    made.collect()
}
