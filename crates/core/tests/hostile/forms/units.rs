//! Other units behind a number, and units over a section.

use super::{number, written};
use crate::hostile::base::{Base, Kind};
use crate::hostile::edit::Edit;
use crate::hostile::variant::{Effect, Form, sentence};
use rust_decimal::Decimal;

/// Other units, with their number of 元; None where it is no money of ours.
const UNITS: [(&str, Option<i64>); 30] = [
    ("千元", Some(1_000)),
    ("仟元", Some(1_000)),
    ("百元", Some(100)),
    ("十万元", Some(100_000)),
    ("百万元", Some(1_000_000)),
    ("千万元", Some(10_000_000)),
    ("万万元", Some(100_000_000)),
    ("亿元", Some(100_000_000)),
    ("元", Some(1)),
    ("（元）", Some(1)),
    ("（千元）", Some(1_000)),
    ("（百万元）", Some(1_000_000)),
    ("角", None),
    ("美元", None),
    ("万美元", None),
    ("（万美元）", None),
    ("（美元）", None),
    ("万港元", None),
    ("万欧元", None),
    ("欧元", None),
    ("万日元", None),
    ("%", None),
    ("％", None),
    ("‰", None),
    ("（%）", None),
    ("个百分点", None),
    ("万平方米", None),
    ("㎡", None),
    ("万人次", None),
    ("吨", None),
];

/// A number with another unit: its value in that unit, or listed.
pub fn forms(base: &Base, at: usize) -> Vec<Form> {
    let figure = &base.stated[at];
    let Some((digits, unit)) = number(base, figure) else { return Vec::new() };
    if figure.kind == Kind::Count {
        let more = [("万", 10_000), ("千", 1_000), ("百", 100)];
        let made = more.map(|(power, factor)| {
            let n: i64 = figure.fact.1.parse::<i64>().unwrap() * factor;
            let form = written("13 count", figure, "unit", format!("{digits}{power}{unit}"));
            form.with(at, Effect::Value(n.to_string()))
        });
        return made.to_vec();
    }
    let mut forms = Vec::new();
    let plain = digits.replace(',', "");
    for (other, yuan) in UNITS {
        if other == unit.trim() {
            continue;
        }
        let form = written("09 unit", figure, "unit", format!("{digits}{other}"));
        forms.push(match yuan {
            Some(yuan) => form.with(at, Effect::Value(signed(&figure.fact.1, &plain, yuan))),
            None => form.with(at, Effect::Listed),
        });
    }
    forms.push(written("09 unit", figure, "without a unit", digits.to_owned()));
    forms.push(written("09 unit", figure, "its own unit in brackets", format!("{digits}（{}）", unit.trim())));
    forms.extend(under_a_unit(base, at));
    forms
}

/// `digits` of a unit in 万元, with the sign of the undamaged value.
fn signed(undamaged: &str, digits: &str, yuan: i64) -> String {
    let wan = digits.parse::<Decimal>().unwrap() * Decimal::from(yuan) / Decimal::from(10_000);
    let sign = if undamaged.starts_with('-') && !wan.is_zero() { "-" } else { "" };
    format!("{sign}{}", wan.normalize())
}

/// The sentence of a total with bare numbers, under a unit: 单位：元. The unit counts for the numbers.
fn under_a_unit(base: &Base, at: usize) -> Vec<Form> {
    let figure = &base.stated[at];
    if figure.kind != Kind::Amount || figure.id.contains('.') {
        return Vec::new();
    }
    let words = sentence(base, figure);
    let start = words.as_ptr() as usize - base.text.as_ptr() as usize;
    let inside = |range: &std::ops::Range<usize>| start <= range.start && range.end <= start + words.len();
    let heads =
        [("单位：元", 1), ("（单位：元）", 1), ("单位:千元", 1_000), ("单位：万元", 10_000), ("金额单位：人民币元", 1)];
    let made = heads.iter().map(|(head, yuan)| {
        let line = base.text[..start].rfind('\n').map_or(0, |end| end + 1);
        let mut form = Form::new("09 unit", format!("{head} over bare numbers"), Vec::new());
        form.edits.push(Edit::insert(line, format!("{head}\n"), &[]));
        for (other, stated) in base.stated.iter().enumerate() {
            let Some(digits) = stated.digits.clone().filter(|_| stated.kind != Kind::Count) else { continue };
            if inside(&stated.place()) {
                form.edits.push(Edit::replace(stated.unit.clone(), ""));
                let value = signed(&stated.fact.1, &base.text[digits].replace(',', ""), *yuan);
                form = form.with(other, Effect::Value(value));
            }
        }
        form
    });
    made.filter(|form| form.edits.len() > 1).collect()
}
