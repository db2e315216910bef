//! Brackets behind an amount that are no part of it.

use super::number;
use crate::hostile::base::{Base, Kind};
use crate::hostile::edit::Edit;
use crate::hostile::variant::{Effect, Form};

/// What is in the brackets; its amount is listed.
const INSIDE: [&str; 27] = [
    "上年3.21万元",
    "上年为3.21万元",
    "上年预算3.21万元",
    "去年3.21万元",
    "去年同期3.21万元",
    "原3.21万元",
    "原预算3.21万元",
    "决算数3.21万元",
    "上年决算3.21万元",
    "执行数3.21万元",
    "限额3.21万元",
    "控制数3.21万元",
    "上限3.21万元",
    "另有3.21万元",
    "另有上级资金3.21万元",
    "全区3.21万元",
    "全市3.21万元",
    "不含上年结转3.21万元",
    "不包括上年结转3.21万元",
    "未含上年结转3.21万元",
    "剔除结转3.21万元",
    "扣除结转后3.21万元",
    "人均3.21万元",
    "每辆3.21万元",
    "如3.21万元",
    "拟3.21万元",
    "2020年3.21万元",
];

/// Brackets behind a number: it keeps its value, and what they say is listed.
pub fn forms(base: &Base, at: usize) -> Vec<Form> {
    let figure = &base.stated[at];
    if number(base, figure).is_none() || base.text[figure.place().end..].starts_with(['（', '(']) {
        return no_change(base, at);
    }
    let end = figure.place().end;
    let amount = "3.21万元";
    let mut forms = Vec::new();
    for inside in INSIDE {
        for (open, close) in [("（", "）"), ("(", ")"), ("（其中：", "）"), ("【", "】")] {
            // 其中 makes a part of what would be none otherwise; with 不含 and others it is no sentence.
            if open != "（其中：" || ["不", "未", "上年", "原", "全", "另"].iter().any(|word| inside.starts_with(word))
            {
                let edit = Edit::insert(end, format!("{open}{inside}{close}"), &[amount]);
                forms.push(Form::new("07 bracket", format!("{open}{inside}{close}"), vec![edit]));
            }
        }
    }
    if figure.kind == Kind::Amount {
        // The amount of another line in brackets does not replace what that line states.
        for other in ["公务用车运行维护费", "公务接待费", "项目支出", "教育支出", "其他收入"]
        {
            let edit = Edit::insert(end, format!("（上年{other}{amount}）"), &[amount]);
            forms.push(Form::new("07 bracket", format!("（上年{other}…）"), vec![edit]));
        }
    }
    forms
}

/// 与上年持平（减少3.21万元）: which one is it?
fn no_change(base: &Base, at: usize) -> Vec<Form> {
    let figure = &base.stated[at];
    if figure.kind != Kind::Change || figure.digits.is_some() {
        return Vec::new();
    }
    let made = ["（减少3.21万元）", "（增加3.21万元）", "，减少3.21万元", "，实际增加3.21万元"].map(|contradiction| {
        let edit = Edit::insert(figure.clause.end, contradiction, &["3.21万元"]);
        Form::new("14 inexact", format!("持平{contradiction}"), vec![edit]).with(at, Effect::Gone)
    });
    made.map(|form| Form { may_conflict: false, ..form }).to_vec()
}
