//! Which lines of a list are its parts, and which are sums or repetitions: decided by arithmetic alone.

use super::id::LineId;
use super::model::{Line, Role};
use crate::amount::Amount;
use std::collections::{HashMap, HashSet};

/// Settles the roles of all lines.
pub fn settle(lines: &mut [Line]) {
    repeated_statements(lines);
    subtotals(lines);
    listed_twice(lines, "expenditure");
    listed_twice(lines, "income");
    vehicles(lines);
}

/// A line outside the lists that is stated once more with the same amount is a repetition.
fn repeated_statements(lines: &mut [Line]) {
    let mut first: HashMap<LineId, Amount> = HashMap::new();
    for line in lines.iter_mut().filter(|line| line.role == Role::Part) {
        let listed = line.id.parent().is_some_and(|parent| matches!(parent, "expenditure" | "income"));
        match first.get(&line.id) {
            Some(amount) if *amount == line.amount && !listed => line.role = Role::Repeated,
            Some(_) => {}
            None => {
                first.insert(line.id.clone(), line.amount);
            }
        }
    }
}

/// A class before 其中 is a sum only where it is as much as the whole, or as those behind it.
fn subtotals(lines: &mut [Line]) {
    let whole = amount_of(lines, "expenditure");
    for at in 0..lines.len() {
        if lines[at].role != Role::Subtotal {
            continue;
        }
        let behind: Amount =
            children(lines, "expenditure").filter(|&other| other > at).map(|other| lines[other].amount).sum();
        let before: Amount =
            children(lines, "expenditure").filter(|&other| other < at).map(|other| lines[other].amount).sum();
        let sum =
            !behind.is_zero() && (behind == lines[at].amount || (before.is_zero() && whole == Some(lines[at].amount)));
        if !sum {
            lines[at].role = Role::Part;
        }
    }
}

/// A class that stands twice, where the list adds up without one of the two: that one is a repetition.
fn listed_twice(lines: &mut [Line], root: &str) {
    let Some(whole) = amount_of(lines, root) else { return };
    let parts: Vec<usize> = children(lines, root).collect();
    let total: Amount = parts.iter().map(|&at| lines[at].amount).sum();
    if total == whole {
        return;
    }
    let mut seen = HashSet::new();
    let twice: HashSet<LineId> =
        parts.iter().filter(|&&at| !seen.insert(lines[at].id.clone())).map(|&at| lines[at].id.clone()).collect();
    if let Some(&extra) = parts.iter().find(|&&at| twice.contains(&lines[at].id) && total - lines[at].amount == whole) {
        lines[extra].role = Role::Repeated;
    }
}

/// 公务用车购置及运行维护费 is the sum of buying and running, where these are stated, too.
fn vehicles(lines: &mut [Line]) {
    let stated = |lines: &[Line], id: &str| lines.iter().any(|line| line.id == *id);
    if stated(lines, "three_public.vehicle_operation") || stated(lines, "three_public.vehicle_purchase") {
        for line in lines.iter_mut().filter(|line| line.id == "three_public.vehicle") {
            line.role = Role::Subtotal;
        }
    }
}

fn children<'a>(lines: &'a [Line], root: &'a str) -> impl Iterator<Item = usize> + 'a {
    lines
        .iter()
        .enumerate()
        .filter(move |(_, line)| line.role == Role::Part && line.id.parent() == Some(root))
        .map(|(at, _)| at)
}

fn amount_of(lines: &[Line], id: &str) -> Option<Amount> {
    lines.iter().find(|line| line.id == *id && line.role == Role::Part).map(|line| line.amount)
}
