//! Names of posts and vehicles → stable ids.

use super::stem::stem;
use crate::disclosure::line_id::LineId;

/// The id of a number of posts called `name`.
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

/// The id of a number of vehicles called `name`; `bought` for those that the year's budget buys.
pub fn vehicle(name: &str, bought: bool) -> Option<LineId> {
    let is = |names: &[&str]| names.iter().any(|known| name.ends_with(known));
    let id = match bought {
        _ if is(&["购置车辆", "购置公务用车", "购置公务车辆"]) => "vehicles_bought",
        false if is(&["执勤执法用车", "执法执勤用车"]) => "vehicles.enforcement",
        true if is(&["执勤执法用车", "执法执勤用车"]) => "vehicles_bought.enforcement",
        false if is(&["一般公务用车"]) => "vehicles.general",
        true if is(&["一般公务用车"]) => "vehicles_bought.general",
        false if is(&["其他用车"]) => "vehicles.other",
        true if is(&["其他用车"]) => "vehicles_bought.other",
        false if is(&["车辆"]) => "vehicles",
        true if is(&["车辆"]) => "vehicles_bought",
        _ => return None,
    };
    Some(LineId::known(id))
}
