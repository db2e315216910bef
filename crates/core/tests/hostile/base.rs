//! Base documents: the disclosure, the examples, a part of the family, and short texts, with everything that they
//! state.
//!
//! What they state is what the parser makes of them undamaged. That this is right is held by `disclosure.rs`,
//! `examples.rs` and `family.rs`, for the short texts by hand.

use super::facts::{self, Fact};
use mingbai_core::disclosure::{Change, Disclosure, Quote, parse};
use std::fs;
use std::ops::Range;
use std::path::PathBuf;

/// What a stated number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// This year's amount of a line.
    Amount,
    /// The change of a line.
    Change,
    /// A component of a change.
    Component,
    /// A number of posts, offices or vehicles.
    Count,
}

/// A number of a base document, with its place.
#[derive(Clone, Debug)]
pub struct Stated {
    /// Key and number.
    pub fact: Fact,
    pub kind: Kind,
    /// The id of its line.
    pub id: String,
    /// The digits; None where it is stated in words (持平, 无…).
    pub digits: Option<Range<usize>>,
    /// The unit behind the digits; may be empty.
    pub unit: Range<usize>,
    /// The clause that states it.
    pub clause: Range<usize>,
}

impl Stated {
    /// Digits and unit; the clause where it is stated in words.
    pub fn place(&self) -> Range<usize> {
        self.digits.as_ref().map_or(self.clause.clone(), |digits| digits.start..self.unit.end)
    }
}

/// A document with everything that it states.
pub struct Base {
    pub name: String,
    pub text: String,
    pub year: i32,
    /// All numbers, in the order of the text.
    pub stated: Vec<Stated>,
    /// All facts, also those without a place of their own.
    pub facts: Vec<Fact>,
    /// Checks that find a conflict in the undamaged document.
    pub conflicts: Vec<String>,
    /// One of how many variants is made.
    pub every: u64,
}

impl Base {
    fn new(name: String, text: String, every: u64) -> Base {
        let d = parse(&text).unwrap();
        let mut stated: Vec<Stated> = stated(&d);
        stated.sort_by_key(|figure| figure.place().start);
        let (facts, conflicts) = (facts::facts(&d), facts::conflicts(&d));
        Base { name, text, year: d.year.unwrap_or(2023), stated, facts, conflicts, every }
    }
}

fn stated(d: &Disclosure) -> Vec<Stated> {
    let mut all = Vec::new();
    for line in &d.lines {
        let fact = (line.id.to_string(), line.amount.plain());
        // 无使用…的支出 states a zero in words.
        let number = Some(line.number_quote).filter(|_| line.published != "无");
        all.push(figure(d, fact, Kind::Amount, line.id.as_str(), number, line.quote));
        if let Some(change) = &line.change {
            push_change(d, &mut all, line.id.as_str(), change);
        }
    }
    for orphaned in &d.orphaned_changes {
        push_change(d, &mut all, orphaned.id.as_str(), &orphaned.change);
    }
    for count in &d.counts {
        let words = &d.source[count.quote.range()];
        let end = count.quote.start + words.rfind(count.measure_word.as_str()).unwrap();
        let digits = count.quote.start..end;
        let trimmed = d.source[digits].trim_end().len();
        let start = count.quote.start + words[..trimmed].trim_end_matches(|c: char| c.is_ascii_digit()).len();
        all.push(Stated {
            fact: (format!("#{}", count.id), count.n.to_string()),
            kind: Kind::Count,
            id: count.id.to_string(),
            digits: Some(start..count.quote.start + trimmed),
            unit: count.quote.start + trimmed..end + count.measure_word.len(),
            clause: count.quote.range(),
        });
    }
    all
}

fn push_change(d: &Disclosure, all: &mut Vec<Stated>, id: &str, change: &Change) {
    let base = facts::base_year(d, change);
    let fact = (format!("Δ{id}{base}"), change.amount.plain());
    all.push(figure(d, fact, Kind::Change, id, change.number_quote, change.quote));
    for part in &change.components {
        let fact = (format!("Δ{id}{base}:{}", part.label), part.amount.plain());
        all.push(figure(d, fact, Kind::Component, id, Some(part.number_quote), part.quote));
    }
}

fn figure(d: &Disclosure, fact: Fact, kind: Kind, id: &str, number: Option<Quote>, clause: Quote) -> Stated {
    let is_number = number.is_some();
    let number = number.map_or(clause.range(), Quote::range);
    let words = &d.source[number.clone()];
    let len = words.find(|c: char| !(c.is_ascii_digit() || ".,".contains(c))).unwrap_or(words.len());
    let digits = (is_number && len > 0).then_some(number.start..number.start + len);
    Stated { fact, kind, id: id.to_owned(), digits, unit: number.start + len..number.end, clause: clause.range() }
}

/// All base documents.
pub fn all() -> Vec<Base> {
    let root = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let read = |name: &str| fs::read_to_string(root.join(name)).unwrap();
    let mut all: Vec<Base> = SHORT
        .iter()
        .enumerate()
        .map(|(n, text)| Base::new(format!("short {}", n + 1), (*text).to_owned(), 1))
        .collect();
    all.push(Base::new("disclosure".to_owned(), read("data/disclosure.txt"), 3));
    for n in 1..=8 {
        all.push(Base::new(format!("example {n}"), read(&format!("tests/examples/{n}.txt")), 16));
    }
    // Documents of the family of each shape; those that are damaged already are no base.
    for n in (1..=128).step_by(5) {
        let name = format!("tests/family/{n:02}");
        let truth: serde_json::Value = serde_json::from_str(&read(&format!("{name}.json"))).unwrap();
        if truth["must_be_unread"].as_array().is_none_or(Vec::is_empty) {
            all.push(Base::new(format!("family {n:02}"), read(&format!("{name}.txt")), 32));
        }
    }
    all
}

/// Short documents; what they state can be seen at a glance.
const SHORT: [&str; 5] = [
    "某区示例单位\n2023年部门预算情况说明\n二、部门收支总体情况\n（一）收入预算：2023年年初预算数1675.82万元，其中：一般公共预算拨款1475.5万元，\
     其他收入200.32万元。收入较去年增加107.78万元，主要是一般公共预算拨款增加107.78万元。\n",
    "某区示例单位\n2023年部门预算情况说明\n二、部门收支总体情况\n（二）支出预算：2023年年初预算数1675.82万元，其中：教育支出1253.32万元，\
     社会保障和就业支出238.49万元，卫生健康支出84.58万元，住房保障支出99.43万元。支出较去年增加107.78万元，主要是基本支出增加174.78万元，\
     项目支出减少67万元。\n",
    "某区示例单位\n2023年部门预算情况说明\n三、部门预算情况说明\n2023年一般公共预算财政拨款收入1675.82万元，一般公共预算财政拨款支出1675.82万元，\
     比2022年增加107.78万元。其中：基本支出1475.82万元，比2022年增加174.78万元，主要原因是人员工资调整等，主要用于保障在职人员工资福利等；\
     项目支出200万元，比2022年减少67万元，主要原因是部分项目合并，主要用于课题调研、会议等重点工作。\n2023年无使用政府性基金预算拨款安排的支出。\n",
    "某区示例单位\n2023年部门预算情况说明\n四、“三公”经费情况说明\n2023年“三公”经费预算66.3万元，比2022年减少15.7万元。其中：因公出国（境）费用0万元，\
     与2022年持平；公务接待费9.3万元，比2022年减少27.7万元，主要原因是规范公务接待；公务用车运行维护费57万元，比2022年增加12万元，\
     主要原因是新增平台车辆租用费用；公务用车购置费0万元，与2022年持平。\n",
    "某区示例单位\n2023年部门预算情况说明\n一、单位基本情况\n（一）职能职责。负责日常工作。\n（二）单位构成。某区示例单位设有内设科室17个，\
     行政编制数33人，事业编制数22人。\n五、其他重要事项的情况说明\n1.机关运行经费。2023年机关运行经费311.79万元，比上年增加0.37万元，\
     主要原因为人员调整。\n2.政府采购情况。政府采购预算总额18.6万元：政府采购货物预算6.6万元、政府采购工程预算12万元。\n\
     3.绩效目标设置情况。2023年项目支出均实行了绩效目标管理，涉及一般公共预算当年财政拨款200万元。\n\
     4.国有资产占有使用情况。截至2022年12月，共有车辆7辆，其中一般公务用车5辆、执勤执法用车2辆。\n",
];
