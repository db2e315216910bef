//! Tables of names, by family: the id of a budget line and the stems of its names.
//!
//! A stem is a name without the words that any list may put behind it (支出, 预算, 合计 …), see [`super`].

use super::super::word_list::Prefixes;

/// The id of a line with the stems of its names, the official one first.
pub type LexiconEntry = (&'static str, Prefixes);

/// Functional classes (政府收支分类科目, 类), with the names that documents of several years use.
pub const CLASSES: [LexiconEntry; 26] = [
    ("expenditure.201", Prefixes::new(&["一般公共服务", "一般公共"])),
    ("expenditure.202", Prefixes::new(&["外交"])),
    ("expenditure.203", Prefixes::new(&["国防"])),
    ("expenditure.204", Prefixes::new(&["公共安全"])),
    ("expenditure.205", Prefixes::new(&["教育"])),
    ("expenditure.206", Prefixes::new(&["科学技术"])),
    (
        "expenditure.207",
        Prefixes::new(&[
            "文化旅游体育与传媒",
            "文化体育与传媒",
            "文化旅游体育和传媒",
            "文化体育和传媒",
            "文化旅游与传媒",
            "文化旅游体育及传媒",
        ]),
    ),
    ("expenditure.208", Prefixes::new(&["社会保障和就业", "社会保障与就业", "社会保障及就业"])),
    (
        "expenditure.210",
        Prefixes::new(&["卫生健康", "医疗卫生与计划生育", "医疗卫生和计划生育", "医疗卫生及计划生育", "医疗卫生"]),
    ),
    ("expenditure.211", Prefixes::new(&["节能环保", "环境保护"])),
    ("expenditure.212", Prefixes::new(&["城乡社区", "城乡社区事务"])),
    ("expenditure.213", Prefixes::new(&["农林水", "农林水事务"])),
    ("expenditure.214", Prefixes::new(&["交通运输"])),
    (
        "expenditure.215",
        Prefixes::new(&[
            "资源勘探工业信息等",
            "资源勘探信息等",
            "资源勘探电力信息等",
            "资源勘探工业信息",
            "资源勘探信息",
            "资源勘探电力信息",
        ]),
    ),
    ("expenditure.216", Prefixes::new(&["商业服务业等", "商业服务业"])),
    ("expenditure.217", Prefixes::new(&["金融"])),
    ("expenditure.219", Prefixes::new(&["援助其他地区"])),
    (
        "expenditure.220",
        Prefixes::new(&[
            "自然资源海洋气象等",
            "国土海洋气象等",
            "国土资源海洋气象等",
            "自然资源海洋气象",
            "国土海洋气象",
            "国土资源气象等",
        ]),
    ),
    ("expenditure.221", Prefixes::new(&["住房保障"])),
    ("expenditure.222", Prefixes::new(&["粮油物资储备"])),
    ("expenditure.224", Prefixes::new(&["灾害防治及应急管理", "灾害防治和应急管理", "灾害防治与应急管理"])),
    ("expenditure.227", Prefixes::new(&["预备费"])),
    ("expenditure.229", Prefixes::new(&["其他"])),
    ("expenditure.231", Prefixes::new(&["债务还本"])),
    ("expenditure.232", Prefixes::new(&["债务付息"])),
    ("expenditure.233", Prefixes::new(&["债务发行费用"])),
];

/// Names in lists of classes that have no code there: known only to recognise damaged forms.
pub const MORE_CLASSES: [LexiconEntry; 1] = [(
    "expenditure",
    Prefixes::new(&[
        "国有资本经营预算",
        "事业单位经营",
        "上缴上级",
        "对附属单位补助",
        "财政专户管理资金安排的",
        "上年结转安排的",
    ]),
)];

/// Sources of income.
pub const SOURCES: [LexiconEntry; 10] = [
    (
        "income.general_public_budget",
        Prefixes::new(&[
            "一般公共预算",
            "一般公共预算财政",
            "一般公共预算经费",
            "一般公共预算财政经费",
            "公共财政预算",
            "一般公共预算当年财政",
        ]),
    ),
    ("income.government_fund", Prefixes::new(&["政府性基金预算", "政府性基金", "政府性基金预算财政", "基金预算"])),
    ("income.state_capital", Prefixes::new(&["国有资本经营预算", "国有资本经营", "国有资本经营预算财政"])),
    ("income.institutional", Prefixes::new(&["事业"])),
    ("income.institutional_business", Prefixes::new(&["事业单位经营", "经营"])),
    ("income.fiscal_special_account", Prefixes::new(&["财政专户管理", "财政专户管理的", "财政专户", "财政专户核拨"])),
    (
        "income.carryover",
        Prefixes::new(&["上年结转", "上年结余结转", "上年结转结余", "上年结转和结余", "结转", "上年结余"]),
    ),
    ("income.other", Prefixes::new(&["其他"])),
    ("income.superior", Prefixes::new(&["上级补助"])),
    ("income.subordinate", Prefixes::new(&["附属单位上缴"])),
];

/// Names in lists of sources that have no id: known only to recognise damaged forms.
pub const MORE_SOURCES: [LexiconEntry; 1] = [("income", Prefixes::new(&["上年财政拨款结转"]))];

/// Lines of section three: 一般公共预算, 政府性基金 and 国有资本经营预算.
pub const BUDGET: [LexiconEntry; 8] = [
    (
        "appropriation.income",
        Prefixes::new(&[
            "一般公共预算财政拨款收入",
            "一般公共预算拨款收入",
            "一般公共预算当年财政拨款收入",
            "一般公共预算收入",
            "公共财政预算拨款收入",
        ]),
    ),
    (
        "appropriation",
        Prefixes::new(&[
            "一般公共预算财政拨款支出",
            "一般公共预算拨款支出",
            "一般公共预算当年财政拨款支出",
            "一般公共预算支出",
            "一般公共预算财政拨款安排的支出",
            "一般公共预算拨款安排的支出",
            "公共财政预算拨款支出",
        ]),
    ),
    ("appropriation.basic", Prefixes::new(&["基本支出"])),
    ("appropriation.project", Prefixes::new(&["项目支出"])),
    (
        "government_fund.income",
        Prefixes::new(&[
            "政府性基金预算财政拨款收入",
            "政府性基金预算拨款收入",
            "政府性基金收入",
            "政府性基金预算收入",
        ]),
    ),
    (
        "government_fund",
        Prefixes::new(&[
            "政府性基金预算财政拨款支出",
            "政府性基金预算拨款支出",
            "政府性基金支出",
            "政府性基金预算支出",
            "政府性基金预算拨款安排的支出",
            "使用政府性基金预算拨款安排的支出",
            "政府性基金预算财政拨款安排的支出",
            "使用政府性基金预算财政拨款安排的支出",
            "政府性基金预算拨款",
            "政府性基金预算财政拨款",
        ]),
    ),
    (
        "state_capital.income",
        Prefixes::new(&["国有资本经营预算财政拨款收入", "国有资本经营预算拨款收入", "国有资本经营预算收入"]),
    ),
    (
        "state_capital",
        Prefixes::new(&[
            "国有资本经营预算财政拨款支出",
            "国有资本经营预算拨款支出",
            "国有资本经营预算支出",
            "国有资本经营预算拨款安排的支出",
            "国有资本经营预算财政拨款安排的支出",
        ]),
    ),
];

/// “三公”经费 and its items.
pub const THREE_PUBLIC: [LexiconEntry; 6] = [
    ("three_public", Prefixes::new(&["三公经费", "三公", "三公经费财政拨款"])),
    ("three_public.overseas", Prefixes::new(&["因公出国(境)", "因公出国境", "因公出国", "因公出国(境)等"])),
    ("three_public.reception", Prefixes::new(&["公务接待"])),
    (
        "three_public.vehicle_operation",
        Prefixes::new(&[
            "公务用车运行维护",
            "公务用车运行",
            "公务用车运行及维护",
            "公务用车维护",
            "公务用车运维",
            "公务车运行维护",
            "公车运行维护",
        ]),
    ),
    ("three_public.vehicle_purchase", Prefixes::new(&["公务用车购置", "公务车购置", "公车购置"])),
    (
        "three_public.vehicle",
        Prefixes::new(&[
            "公务用车购置及运行维护",
            "公务用车购置及运行",
            "公务用车购置和运行维护",
            "公务用车购置与运行维护",
            "公务用车购置和运行",
        ]),
    ),
];

/// 机关运行经费.
pub const OPERATING: [LexiconEntry; 1] = [(
    "operating",
    Prefixes::new(&[
        "机关运行",
        "运行",
        "一般公共预算财政拨款运行",
        "一般公共预算财政拨款机关运行",
        "一般公共预算机关运行",
        "一般公共预算拨款机关运行",
        "一般公共预算拨款运行",
        "财政拨款机关运行",
    ]),
)];

/// Procurement, by the suffix of the id: the total, goods, works and services.
pub const PROCUREMENT: [LexiconEntry; 4] = [
    (
        "",
        Prefixes::new(&[
            "政府采购",
            "一般公共预算拨款政府采购",
            "一般公共预算财政拨款政府采购",
            "一般公共预算政府采购",
        ]),
    ),
    (".goods", Prefixes::new(&["政府采购货物", "货物", "货物类", "货物采购"])),
    (".works", Prefixes::new(&["政府采购工程", "工程", "工程类", "工程采购"])),
    (".services", Prefixes::new(&["政府采购服务", "服务", "服务类", "服务采购"])),
];
