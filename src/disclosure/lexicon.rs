//! Names of budget lines: what the documents call them, and their stable ids.

use super::heading::Item;
use super::id::LineId;

/// Functional classes (政府收支分类科目, 类), with the names that documents of several years use.
const CLASSES: [(&str, &[&str]); 26] = [
    ("expenditure.201", &["一般公共服务", "一般公共"]),
    ("expenditure.202", &["外交"]),
    ("expenditure.203", &["国防"]),
    ("expenditure.204", &["公共安全"]),
    ("expenditure.205", &["教育"]),
    ("expenditure.206", &["科学技术"]),
    ("expenditure.207", &["文化旅游体育与传媒", "文化体育与传媒", "文化旅游体育和传媒", "文化旅游与传媒"]),
    ("expenditure.208", &["社会保障和就业", "社会保障与就业"]),
    ("expenditure.210", &["卫生健康", "医疗卫生与计划生育", "医疗卫生"]),
    ("expenditure.211", &["节能环保", "环境保护"]),
    ("expenditure.212", &["城乡社区", "城乡社区事务"]),
    ("expenditure.213", &["农林水", "农林水事务"]),
    ("expenditure.214", &["交通运输"]),
    ("expenditure.215", &["资源勘探工业信息等", "资源勘探信息等", "资源勘探电力信息等", "资源勘探工业信息"]),
    ("expenditure.216", &["商业服务业等", "商业服务业"]),
    ("expenditure.217", &["金融"]),
    ("expenditure.219", &["援助其他地区"]),
    ("expenditure.220", &["自然资源海洋气象等", "国土海洋气象等", "自然资源海洋气象", "国土资源气象等"]),
    ("expenditure.221", &["住房保障"]),
    ("expenditure.222", &["粮油物资储备"]),
    ("expenditure.224", &["灾害防治及应急管理"]),
    ("expenditure.227", &["预备费"]),
    ("expenditure.229", &["其他"]),
    ("expenditure.231", &["债务还本"]),
    ("expenditure.232", &["债务付息"]),
    ("expenditure.233", &["债务发行费用"]),
];

/// Sources of income.
const SOURCES: [(&str, &[&str]); 9] = [
    (
        "income.general_public_budget",
        &["一般公共预算", "一般公共预算财政", "一般公共预算经费", "一般公共预算财政经费", "公共财政预算"],
    ),
    ("income.government_fund", &["政府性基金预算", "政府性基金", "政府性基金预算财政", "基金预算"]),
    ("income.state_capital", &["国有资本经营预算", "国有资本经营", "国有资本经营预算财政"]),
    ("income.institutional", &["事业"]),
    ("income.institutional_business", &["事业单位经营", "经营"]),
    ("income.fiscal_special_account", &["财政专户管理", "财政专户管理的", "财政专户", "财政专户核拨"]),
    ("income.carryover", &["上年结转", "上年结余结转", "上年结转结余", "结转", "上年结余"]),
    ("income.other", &["其他"]),
    ("income.superior", &["上级补助"]),
];

/// Roots, with the words that name the whole.
const INCOME: [&str; 16] = [
    "收入",
    "收入预算",
    "收入合计",
    "收入总计",
    "收入总额",
    "收入预算总额",
    "收入预算合计",
    "收入预算数",
    "总收入",
    "收入总预算",
    "收入年初预算数",
    "年初收入预算数",
    "本年收入",
    "本年收入合计",
    "预算收入",
    "部门收入预算",
];
const EXPENDITURE: [&str; 16] = [
    "支出",
    "支出预算",
    "支出合计",
    "支出总计",
    "支出总额",
    "支出预算总额",
    "支出预算合计",
    "支出预算数",
    "总支出",
    "支出总预算",
    "支出年初预算数",
    "年初支出预算数",
    "本年支出",
    "本年支出合计",
    "预算支出",
    "部门支出预算",
];
/// Words for the whole that say nothing of its direction: the item they stand in does.
const WHOLE: [&str; 8] = ["年初预算数", "年初预算", "预算数", "预算总额", "预算", "总预算", "合计", "年初预算总额"];

const BUDGET: [(&str, &[&str]); 8] = [
    ("appropriation.income", &["一般公共预算财政拨款收入", "一般公共预算拨款收入"]),
    (
        "appropriation",
        &["一般公共预算财政拨款支出", "一般公共预算拨款支出", "一般公共预算财政拨款支出预算", "一般公共预算支出"],
    ),
    ("appropriation.basic", &["基本支出", "基本支出预算"]),
    ("appropriation.project", &["项目支出", "项目支出预算"]),
    (
        "government_fund.income",
        &["政府性基金预算财政拨款收入", "政府性基金预算拨款收入", "政府性基金收入", "政府性基金预算收入"],
    ),
    (
        "government_fund",
        &[
            "政府性基金预算财政拨款支出",
            "政府性基金预算拨款支出",
            "政府性基金支出",
            "政府性基金预算支出",
            "政府性基金预算拨款安排的支出",
            "使用政府性基金预算拨款安排的支出",
            "政府性基金预算财政拨款安排的支出",
            "政府性基金预算拨款",
        ],
    ),
    ("state_capital.income", &["国有资本经营预算财政拨款收入", "国有资本经营预算拨款收入"]),
    ("state_capital", &["国有资本经营预算财政拨款支出", "国有资本经营预算拨款支出", "国有资本经营预算拨款安排的支出"]),
];

const THREE_PUBLIC: [(&str, &[&str]); 6] = [
    (
        "three_public",
        &[
            "三公经费预算",
            "三公经费",
            "三公经费预算数",
            "三公经费预算总额",
            "三公经费支出预算",
            "三公经费年初预算数",
            "三公经费年初预算",
            "三公经费财政拨款预算",
        ],
    ),
    (
        "three_public.overseas",
        &[
            "因公出国(境)费用",
            "因公出国(境)费",
            "因公出国(境)经费",
            "因公出国境费用",
            "因公出国境费",
            "因公出国费用",
            "因公出国(境)",
        ],
    ),
    ("three_public.reception", &["公务接待费", "公务接待费用", "公务接待", "公务接待经费"]),
    (
        "three_public.vehicle_operation",
        &[
            "公务用车运行维护费",
            "公务用车运行费",
            "公务用车运行维护费用",
            "公务用车运行维护",
            "公务车运行维护费",
            "公车运行维护费",
            "公务用车维护费",
        ],
    ),
    ("three_public.vehicle_purchase", &["公务用车购置费", "公务用车购置费用", "公务用车购置", "公务车购置费"]),
    (
        "three_public.vehicle",
        &[
            "公务用车购置及运行维护费",
            "公务用车购置及运行费",
            "公务用车购置和运行维护费",
            "公务用车费",
            "公务用车购置及运行维护费用",
        ],
    ),
];

const PROCUREMENT: [(&str, &[&str]); 4] = [
    (
        "",
        &[
            "政府采购预算总额",
            "政府采购预算",
            "政府采购",
            "政府采购总额",
            "政府采购预算额",
            "一般公共预算拨款政府采购",
            "一般公共预算拨款政府采购预算",
        ],
    ),
    (".goods", &["政府采购货物预算", "政府采购货物支出", "货物预算", "货物", "货物类", "政府采购货物", "货物类预算"]),
    (".works", &["政府采购工程预算", "政府采购工程支出", "工程预算", "工程", "工程类", "政府采购工程", "工程类预算"]),
    (
        ".services",
        &["政府采购服务预算", "政府采购服务支出", "服务预算", "服务", "服务类", "政府采购服务", "服务类预算"],
    ),
];

fn find(table: &'static [(&'static str, &'static [&'static str])], name: &str) -> Option<&'static str> {
    table.iter().find(|(_, names)| names.contains(&name)).map(|(id, _)| *id)
}

/// `name` without the words that a list puts behind a name (支出, 支出预算, 收入, 拨款收入, 资金 …).
fn stem<'a>(name: &'a str, endings: &[&str]) -> &'a str {
    let mut stem = name;
    while let Some(shorter) =
        endings.iter().find_map(|ending| stem.strip_suffix(ending)).filter(|shorter| !shorter.is_empty())
    {
        stem = shorter;
    }
    stem
}

/// The functional class of this name, with or without 支出 behind it.
pub fn class(name: &str) -> Option<LineId> {
    // 其他 alone says nothing; 其他支出 is class 229.
    let bare = stem(name, &["支出", "预算", "数", "拨款"]);
    if bare == "其他" && !name.contains("支出") {
        return None;
    }
    if bare == "事务" {
        return None;
    }
    find(&CLASSES, bare).map(LineId::known)
}

/// The source of income of this name.
pub fn source(name: &str) -> Option<LineId> {
    let bare = stem(name, &["收入", "拨款", "资金", "预算数", "款项"]);
    if matches!(bare, "其他" | "事业" | "经营" | "结转" | "事业单位经营") && bare == name {
        return None;
    }
    find(&SOURCES, bare).map(LineId::known)
}

/// The budget line that `name` means in `item`; None where the name is not known there.
pub fn line(item: Item, name: &str) -> Option<LineId> {
    if let Some(id) = find(&THREE_PUBLIC, name).or_else(|| find(&BUDGET, name)) {
        // In the lists of section two these words are a source or a class.
        let listed = matches!(item, Item::Income | Item::Expenditure);
        if !(listed && id == "government_fund") {
            return Some(LineId::known(id));
        }
    }
    if name.ends_with("运行经费") || name.ends_with("运行经费预算") || name.ends_with("运行经费支出") {
        return Some(LineId::known("operating"));
    }
    if WHOLE.contains(&name) {
        return match item {
            Item::Income => Some(LineId::known("income")),
            Item::Expenditure => Some(LineId::known("expenditure")),
            _ => None,
        };
    }
    if item != Item::Appropriation && INCOME.contains(&name) {
        return Some(LineId::known("income"));
    }
    if item != Item::Appropriation && EXPENDITURE.contains(&name) {
        return Some(LineId::known("expenditure"));
    }
    match item {
        Item::Income => source(name),
        Item::Expenditure => class(name),
        Item::Appropriation => match name {
            "支出" => Some(LineId::known("appropriation")),
            "收入" => Some(LineId::known("appropriation.income")),
            _ => None,
        },
        _ => None,
    }
}

/// The line that a component of a change names, wherever it stands.
pub fn component(item: Item, name: &str) -> Option<LineId> {
    let listed = match item {
        Item::Income => source(name).or_else(|| class(name)),
        _ => class(name),
    };
    let budget = || find(&BUDGET, name).or_else(|| find(&THREE_PUBLIC, name)).map(LineId::known);
    listed.or_else(budget).or_else(|| source(name))
}

/// A procurement line: the ending of its id, with whether the name itself limits it to 一般公共预算拨款.
pub fn procurement(name: &str) -> Option<(&'static str, bool)> {
    find(&PROCUREMENT, name).map(|ending| (ending, name.starts_with("一般公共预算")))
}

/// Posts of this name.
pub fn post(name: &str) -> Option<LineId> {
    let id = match stem(name, &["数", "人员", "核定", "名额"]) {
        name if name.ends_with("行政编制") => "staff.administrative",
        name if name.ends_with("参公编制") || name.ends_with("参公事业编制") => "staff.civil_service_managed",
        name if name.ends_with("事业编制") => "staff.institutional",
        name if name.ends_with("工勤编制") => "staff.support",
        _ => return None,
    };
    Some(LineId::known(id))
}

/// Vehicles of this name; `bought` for those that the year's budget buys.
pub fn vehicle(name: &str, bought: bool) -> Option<LineId> {
    let id = if name.ends_with("购置车辆") || name.ends_with("购置公务用车") {
        "vehicles_bought"
    } else if name.ends_with("车辆") {
        if bought { "vehicles_bought" } else { "vehicles" }
    } else if name.ends_with("执勤执法用车") || name.ends_with("执法执勤用车") {
        if bought { "vehicles_bought.enforcement" } else { "vehicles.enforcement" }
    } else if name.ends_with("一般公务用车") {
        if bought { "vehicles_bought.general" } else { "vehicles.general" }
    } else if name.ends_with("其他用车") {
        if bought { "vehicles_bought.other" } else { "vehicles.other" }
    } else {
        return None;
    };
    Some(LineId::known(id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_has_many_names() {
        for name in ["一般公共服务支出", "一般公共支出预算", "一般公共服务支出预算", "一般公共服务"]
        {
            assert_eq!(class(name).unwrap(), "expenditure.201", "{name}");
        }
        assert_eq!(class("文化体育与传媒支出").unwrap(), "expenditure.207");
        assert_eq!(class("其他支出").unwrap(), "expenditure.229");
        assert_eq!(class("社会保障和就业支"), None);
        assert_eq!(class("其他"), None);
    }

    #[test]
    fn a_source_has_many_names() {
        for name in ["一般公共预算拨款", "一般公共预算财政拨款收入", "一般公共预算经费拨款", "一般公共预算拨款收入"]
        {
            assert_eq!(source(name).unwrap(), "income.general_public_budget", "{name}");
        }
        assert_eq!(source("事业收入资金").unwrap(), "income.institutional");
        assert_eq!(source("上年结转资金").unwrap(), "income.carryover");
        assert_eq!(source("事业单位经营收入").unwrap(), "income.institutional_business");
        assert_eq!(source("人员经费拨款"), None);
    }
}
