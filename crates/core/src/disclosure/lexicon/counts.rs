//! Names of posts and vehicles → stable ids.

use super::super::word_list::{Prefixes, Suffixes};
use super::stem::stem;
use crate::disclosure::line_id::LineId;

/// True where `words`, which stand before the name of what is counted, speak of what the institution has: not of what
/// is vacant, given up, planned, or owned by another institution.
pub fn is_own(words: &str) -> bool {
    const NOT_OWN: Prefixes = Prefixes::new(&[
        "下属单位",
        "所属单位",
        "负",
        "约",
        "近",
        "非",
        "空缺",
        "缺",
        "超",
        "减少",
        "增加",
        "核减",
        "核增",
        "收回",
        "划转",
        "不含",
        "除",
        "无",
        "没有",
        "未",
        "拟",
        "报废",
        "处置",
        "封存",
        "租用",
        "租赁",
        "借用",
        "调出",
        "全区",
        "全市",
        "全县",
        "其他单位",
    ]);
    !NOT_OWN.occur_in(words) && !words.contains(|c: char| c.is_numeric() || c == '、')
}

/// The id of a number of posts called `name`.
pub fn post(name: &str) -> Option<LineId> {
    const POSTS: [(&str, Suffixes); 4] = [
        ("staff.administrative", Suffixes::new(&["行政编制"])),
        ("staff.civil_service_managed", Suffixes::new(&["参公编制", "参公事业编制"])),
        ("staff.institutional", Suffixes::new(&["事业编制"])),
        ("staff.support", Suffixes::new(&["工勤编制"])),
    ];
    const ENDINGS: Suffixes = Suffixes::new(&["数", "人员", "核定", "名额"]);
    let name = stem(name, &ENDINGS);
    let found = POSTS.iter().find_map(|(id, names)| Some((id, names.strip(name)?)));
    found.filter(|(_, words)| is_own(words)).map(|(id, _)| LineId::known(id))
}

/// Names of vehicles that have ids of their own.
const VEHICLES: [&str; 8] =
    ["购置车辆", "购置公务用车", "购置公务车辆", "执勤执法用车", "执法执勤用车", "一般公务用车", "其他用车", "车辆"];

/// The id of a number of things called `name` that the institution has; those that are no vehicles keep their name.
pub fn asset(name: &str, bought: bool) -> Option<LineId> {
    let is_ideograph = |c: char| matches!(c, '\u{3400}'..='\u{9fff}' | '(' | ')');
    // 公务用车 is the rest of a torn name, 共有车辆注 has more than the name.
    let is_part = VEHICLES.iter().any(|vehicle| vehicle.ends_with(name) || name.contains(vehicle));
    let is_name = !name.is_empty() && name.chars().all(is_ideograph) && !is_part;
    vehicle(name, bought).or_else(|| (is_name && is_own(name)).then(|| LineId::child("assets", name)))
}

/// The id of a number of vehicles called `name`; `bought` for those that the year's budget buys.
fn vehicle(name: &str, bought: bool) -> Option<LineId> {
    const BOUGHT: Suffixes = Suffixes::new(&["购置车辆", "购置公务用车", "购置公务车辆"]);
    const ENFORCEMENT: Suffixes = Suffixes::new(&["执勤执法用车", "执法执勤用车"]);
    const GENERAL: Suffixes = Suffixes::new(&["一般公务用车"]);
    const OTHER: Suffixes = Suffixes::new(&["其他用车"]);
    const ALL: Suffixes = Suffixes::new(&["车辆"]);
    let is = |names: &Suffixes| names.strip(name).is_some_and(is_own);
    let id = match bought {
        _ if is(&BOUGHT) => "vehicles_bought",
        false if is(&ENFORCEMENT) => "vehicles.enforcement",
        true if is(&ENFORCEMENT) => "vehicles_bought.enforcement",
        false if is(&GENERAL) => "vehicles.general",
        true if is(&GENERAL) => "vehicles_bought.general",
        false if is(&OTHER) => "vehicles.other",
        true if is(&OTHER) => "vehicles_bought.other",
        false if is(&ALL) => "vehicles",
        true if is(&ALL) => "vehicles_bought",
        _ => return None,
    };
    Some(LineId::known(id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_institution_has_is_counted() {
        for own in ["行政编制数", "核定行政编制", "本单位共有行政编制数", "机关行政编制"] {
            assert_eq!(post(own).unwrap(), "staff.administrative", "{own}");
        }
        for other in ["空缺行政编制数", "非行政编制", "减少行政编制数", "全区行政编制数", "超行政编制"]
        {
            assert_eq!(post(other), None, "{other}");
        }
        assert_eq!(vehicle("共有车辆", false).unwrap(), "vehicles");
        assert_eq!(vehicle("购置车辆", false).unwrap(), "vehicles_bought");
        for other in ["减少车辆", "报废车辆", "无车辆", "全区共有车辆", "拟报废一般公务用车", "不含车辆"]
        {
            assert_eq!(vehicle(other, false), None, "{other}");
        }
    }
}
