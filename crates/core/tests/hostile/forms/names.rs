//! Whose money, of which year, and what a clause says: other offices, other years, negations, unknown names.

use super::{listed, number};
use crate::hostile::base::{Base, Kind};
use crate::hostile::edit::Edit;
use crate::hostile::variant::{Effect, Form};

/// Words before a name that make it another's, or no statement.
const OTHERS: [&str; 19] = [
    "某区信息中心",
    "下属单位",
    "所属二级单位",
    "全区",
    "全市",
    "区本级",
    "各预算单位",
    "某镇人民政府",
    "不含",
    "不包括",
    "未含",
    "如",
    "若",
    "例如",
    "除",
    "扣除",
    "拟申请",
    "另有",
    "争取",
];
/// Words before posts and vehicles that are not ours, or no longer.
const NOT_OURS: [&str; 14] =
    ["空缺", "减少", "增加", "非", "无", "2021年", "全区", "报废", "处置", "不含", "下属单位", "拟", "超编", "核减"];

/// The clause of a number with words that make it another's: listed.
pub fn forms(base: &Base, at: usize) -> Vec<Form> {
    let figure = &base.stated[at];
    if number(base, figure).is_none() {
        return zero_in_words(base, at);
    }
    match figure.kind {
        Kind::Amount => {
            let made = OTHERS.iter().filter_map(|word| {
                let edit = Edit::insert(name_start(base, at)?, *word, &[]);
                Some(listed(Form::new("12 somebody else", format!("{word}…"), vec![edit]), at))
            });
            let over = ["超过", "不超过", "限额", "人均"].map(|word| {
                let edit = Edit::insert(figure.place().start, word, &[]);
                // 超过 may be shown with the amount.
                let form = Form::new("12 somebody else", format!("…{word}"), vec![edit]);
                Form { may_conflict: false, ..form.with(at, Effect::Value(format!("~{}", figure.fact.1))) }
            });
            // The change of what is another's is another's, too.
            made.map(|form| with_changes_gone(base, at, form)).chain(over).collect()
        }
        Kind::Count => {
            let start = name_start(base, at);
            // 拟购置车辆, 增加一般公务用车 are what the budget plans; an office is neither vacant nor over the limit.
            let office = ["减少", "增加", "全区", "下属单位", "2021年", "核减"];
            let fits = |word: &str| {
                (!["拟", "增加"].contains(&word) || !figure.id.contains("bought"))
                    && (!figure.id.starts_with("offices") || office.contains(&word))
            };
            let made = NOT_OURS.iter().filter(|word| fits(word)).filter_map(|word| {
                let edit = Edit::insert(start?, *word, &[]);
                Some(listed(Form::new("13 count", format!("{word}…"), vec![edit]), at))
            });
            made.collect()
        }
        Kind::Change | Kind::Component => negated(base, at),
    }
}

/// Where the name of a number begins in its clause: behind 其中：, 截至…, 设有 and the like. None where it cannot be told.
fn name_start(base: &Base, at: usize) -> Option<usize> {
    let figure = &base.stated[at];
    let before = &base.text[figure.clause.start..figure.place().start];
    let words = ["其中：", "其中:", "其中", "设有", "共有", "，", ",", "：", ":", "、"];
    let begin = words.iter().filter_map(|word| before.rfind(word).map(|found| found + word.len())).max().unwrap_or(0);
    // 2023年年初预算数: the year belongs to the statement; whose it is stands before it.
    (begin < before.len()).then_some(figure.clause.start + begin)
}

/// The changes of the line of the number at `at` are listed with it, or shown as they are.
fn with_changes_gone(base: &Base, at: usize, form: Form) -> Form {
    let id = &base.stated[at].id;
    let others = base
        .stated
        .iter()
        .enumerate()
        .filter(|(_, other)| other.kind == Kind::Change && other.id == *id && other.digits.is_some());
    others.fold(form, |form, (other, _)| form.with(other, Effect::Listed))
}

/// A change that did not happen, or is of another year: listed.
fn negated(base: &Base, at: usize) -> Vec<Form> {
    let figure = &base.stated[at];
    let clause = &base.text[figure.clause.clone()];
    let Some(verb) = ["增加", "减少", "增长", "下降"].iter().filter_map(|word| clause.rfind(word)).max() else {
        return Vec::new();
    };
    let words = ["未", "不", "并未", "没有", "拟不再", "如", "若"];
    let made = words.map(|word| {
        let edit = Edit::insert(figure.clause.start + verb, word, &[]);
        listed(Form::new("10 verb", format!("{word} before the verb"), vec![edit]), at)
    });
    let start = name_start(base, at).unwrap_or(figure.clause.start);
    let years = [format!("{}年", base.year - 1), "上年".to_owned(), format!("{}年", base.year - 2)].map(|year| {
        let edit = Edit::insert(start, year.clone(), &[]);
        listed(Form::new("10 verb", format!("{year} before the clause"), vec![edit]), at)
    });
    match figure.kind {
        Kind::Component => made.into_iter().chain(years).collect(),
        _ => made.to_vec(),
    }
}

/// A change against another year, and an amount of another year: listed.
pub fn other_years(base: &Base, at: usize) -> Vec<Form> {
    let figure = &base.stated[at];
    if number(base, figure).is_none() {
        return Vec::new();
    }
    let clause = &base.text[figure.clause.clone()];
    let (own, last) = (format!("{}年", base.year), format!("{}年", base.year - 1));
    let mut forms = Vec::new();
    if figure.kind == Kind::Change {
        let word = [last.as_str(), "去年", "上年"].into_iter().find_map(|word| Some((clause.find(word)?, word)));
        if let Some((offset, word)) = word {
            let range = figure.clause.start + offset..figure.clause.start + offset + word.len();
            for n in [2, 3, 5] {
                let edit = Edit::replace(range.clone(), format!("{}年", base.year - n));
                forms.push(listed(Form::new("08 base", format!("against the year {n} before"), vec![edit]), at));
            }
            for other in ["前年", "年初", "疫情前", "上半年", "上年决算数", "上年决算", "近三年平均"]
            {
                let edit = Edit::replace(range.clone(), other);
                forms.push(listed(Form::new("08 base", format!("against {other}"), vec![edit]), at));
            }
        }
        let more = format!("，比{}年减少3.21万元", base.year - 2);
        forms.push(Form::new("08 base", "two bases", vec![Edit::insert(figure.place().end, more, &["3.21万元"])]));
        let more = format!("，{last}比{}年减少3.21万元", base.year - 2);
        forms.push(Form::new(
            "08 base",
            "last year's change",
            vec![Edit::insert(figure.place().end, more, &["3.21万元"])],
        ));
        let more = format!("。{last}比{}年减少3.21万元", base.year - 2);
        forms.push(Form::new(
            "08 base",
            "last year's change",
            vec![Edit::insert(figure.place().end, more, &["3.21万元"])],
        ));
    }
    if figure.kind == Kind::Amount {
        if let Some(offset) = clause.find(&own) {
            let range = figure.clause.start + offset..figure.clause.start + offset + own.len();
            for year in [last.as_str(), "上年", "去年"] {
                let edit = Edit::replace(range.clone(), year);
                forms.push(listed(Form::new("12 somebody else", format!("amount of {year}"), vec![edit]), at));
            }
        } else if let Some(start) = name_start(base, at) {
            for year in [last.as_str(), "上年", "去年"] {
                let edit = Edit::insert(start, year, &[]);
                // 上年结转 is a source of this year's income.
                let form = Form::new("12 somebody else", format!("amount of {year}"), vec![edit]);
                if !base.text[start..].starts_with("结转") {
                    forms.push(listed(form, at));
                }
            }
        }
    }
    forms
}

/// A clause of another name behind the number: listed, and the number keeps what it has.
pub fn inserted(base: &Base, at: usize) -> Vec<Form> {
    let figure = &base.stated[at];
    let end = figure.place().end;
    if number(base, figure).is_none() || base.text[end..].starts_with(['（', '(', '、']) {
        return Vec::new();
    }
    let last = format!("{}年", base.year - 1);
    let mut forms = Vec::new();
    match figure.kind {
        Kind::Amount => {
            let names = ["项目经费", "信息化经费", "专项业务工作", "党建工作", "乡村振兴", "设备购置", "课题研究"];
            // Under “三公”经费, …费 is a plausible item of its own, under its published name.
            let is_item = |name: &str| figure.id.starts_with("three_public") && name.ends_with('费');
            for name in names.into_iter().filter(|name| !is_item(name)) {
                for (mark, comma) in
                    [("；", "，"), ("，主要用于日常工作；", "，"), ("，主要用于日常工作，", "，"), ("。", "，")]
                {
                    let with = format!("{mark}{name}3.21万元{comma}较{last}减少2.11万元");
                    let edit = Edit::insert(end, with.clone(), &["3.21万元", "2.11万元"]);
                    forms.push(Form::new("05 unknown name", with, vec![edit]));
                }
            }
        }
        Kind::Component => {
            let names = [
                "少数民族发展资金",
                "减灾救灾资金",
                "多媒体设备",
                "增值税",
                "多项工作经费",
                "减负增效专项",
                "减税降费补助",
                "增殖放流",
                "少年宫运行",
                "压减任务",
                "增收节支奖励",
                "多功能厅改造",
                "减排项目",
                "增设岗位补贴",
                "降尘治理",
                "下降管网改造",
            ];
            for name in names {
                let edit = Edit::insert(end, format!("，{name}3.21万元"), &["3.21万元"]);
                forms.push(Form::new("10 verb", format!("a verb in the name {name}"), vec![edit]));
            }
        }
        Kind::Change | Kind::Count => {}
    }
    forms
}

/// Sentences that state no zero, in place of one that does.
fn zero_in_words(base: &Base, at: usize) -> Vec<Form> {
    let figure = &base.stated[at];
    let fund = match figure.id.as_str() {
        "government_fund" => "政府性基金预算",
        "state_capital" => "国有资本经营预算",
        _ => return Vec::new(),
    };
    let (own, last) = (base.year, base.year - 1);
    let sentences = [
        format!("{fund}支出无增减变化"),
        format!("{own}年{fund}支出与{last}年无增减变化"),
        format!("{own}年无新增{fund}支出"),
        format!("{own}年无新增使用{fund}拨款安排的支出项目"),
        format!("{own}年{fund}拨款安排的支出不涉及政府采购"),
        format!("{own}年{fund}拨款安排的支出未纳入绩效管理"),
        format!("下属单位{own}年无使用{fund}拨款安排的支出"),
        format!("{own}年下属单位无使用{fund}拨款安排的支出"),
        format!("某区信息中心{own}年无使用{fund}拨款安排的支出"),
        format!("{last}年无使用{fund}拨款安排的支出"),
        format!("上年无使用{fund}拨款安排的支出"),
        format!("{own}年{fund}拨款安排的支出无结余"),
        format!("{own}年{fund}拨款安排的支出没有超出范围"),
        format!("{own}年无超范围使用{fund}拨款安排的支出"),
        format!("{own}年部分项目无{fund}拨款安排的支出"),
    ];
    let made = sentences.map(|sentence| {
        let edit = Edit::replace(figure.clause.clone(), sentence.clone());
        Form { may_conflict: false, ..Form::new("06 zero", sentence, vec![edit]).with(at, Effect::Gone) }
    });
    made.to_vec()
}
