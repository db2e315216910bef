//! Roles: which lines of a list are its parts, and which are sums or repetitions. Arithmetic alone decides, in one pass
//! over the lines for each question.

use super::line_id::LineId;
use super::{Line, Role};
use crate::amount::{Amount, AmountUnit, rounding};
use std::collections::{HashMap, HashSet};

/// Parents of lists, whose parts follow each other in the text.
const LISTS: [&str; 2] = ["income", "expenditure"];

/// Assigns the roles of all lines; returns which of the lines `without_unit` do not fit the sums that they are part of.
/// `unit` is that of the document's amounts.
pub fn assign(lines: &mut [Line], without_unit: Vec<usize>, unit: AmountUnit) -> Vec<usize> {
    assign_repeated_statements(lines);
    confirm_subtotals(lines);
    for root in LISTS {
        assign_listed_twice(lines, root);
    }
    assign_vehicle_total(lines);
    misfits(lines, without_unit, unit)
}

/// Outside of lists, a line that is stated again with the same amount is a repetition; inside of lists, with nothing.
fn assign_repeated_statements(lines: &mut [Line]) {
    let mut first: HashMap<LineId, Amount> = HashMap::with_capacity(lines.len());
    for line in lines.iter_mut().filter(|line| line.role == Role::Part) {
        let listed = line.id.parent().is_some_and(|parent| LISTS.contains(&parent));
        match first.get(&line.id) {
            Some(amount) if *amount == line.amount && (!listed || amount.is_zero()) => line.role = Role::Repeated,
            Some(_) => {}
            None => {
                first.insert(line.id.clone(), line.amount);
            }
        }
    }
}

/// A class before 其中 is a subtotal only where it is equal to the total, or to the sum of those behind it.
fn confirm_subtotals(lines: &mut [Line]) {
    let total = amount_of(lines, "expenditure");
    let parts: Amount = parts(lines, "expenditure").map(|at| lines[at].amount).sum();
    let mut before = Amount::ZERO;
    for line in lines.iter_mut().filter(|line| line.id.parent() == Some("expenditure")) {
        match line.role {
            Role::Part => before = before + line.amount,
            Role::Subtotal if line.id != "expenditure.本年支出" => {
                let behind = parts - before;
                let is_sum =
                    !behind.is_zero() && (behind == line.amount || (before.is_zero() && total == Some(line.amount)));
                if !is_sum {
                    line.role = Role::Part;
                }
            }
            _ => {}
        }
    }
}

/// A class that is listed twice is a repetition where the list adds up without it.
fn assign_listed_twice(lines: &mut [Line], root: &str) {
    let Some(stated) = amount_of(lines, root) else { return };
    let parts: Vec<usize> = parts(lines, root).collect();
    let total: Amount = parts.iter().map(|&at| lines[at].amount).sum();
    if total == stated {
        return;
    }
    let mut seen = HashSet::new();
    let twice: HashSet<LineId> =
        parts.iter().filter(|&&at| !seen.insert(lines[at].id.clone())).map(|&at| lines[at].id.clone()).collect();
    if let Some(&extra) = parts.iter().find(|&&at| twice.contains(&lines[at].id) && total - lines[at].amount == stated)
    {
        lines[extra].role = Role::Repeated;
    }
}

/// 公务用车购置及运行维护费 is a subtotal where 公务用车购置费 or 公务用车运行维护费 are stated, too.
fn assign_vehicle_total(lines: &mut [Line]) {
    let stated = |lines: &[Line], id: &str| lines.iter().any(|line| line.id == *id);
    if stated(lines, "three_public.vehicle_operation") || stated(lines, "three_public.vehicle_purchase") {
        for line in lines.iter_mut().filter(|line| line.id == "three_public.vehicle") {
            line.role = Role::Subtotal;
        }
    }
}

/// The lines `without_unit` whose list does not add up: more than the unit may be lost.
fn misfits(lines: &[Line], without_unit: Vec<usize>, unit: AmountUnit) -> Vec<usize> {
    if without_unit.is_empty() {
        return without_unit;
    }
    let mut known: HashMap<String, bool> = HashMap::new();
    without_unit
        .into_iter()
        .filter(|&at| {
            let Some(parent) = lines[at].id.parent().map(str::to_owned) else { return false };
            *known.entry(parent).or_insert_with_key(|parent| !adds_up(lines, parent, unit))
        })
        .collect()
}

/// True where the parts of `parent` add up to it within rounding, or its own amount is not stated.
fn adds_up(lines: &[Line], parent: &str, unit: AmountUnit) -> bool {
    let Some(total) = amount_of(lines, parent) else { return true };
    let parts: Vec<Amount> = parts(lines, parent)
        .filter(|&at| !lines[at].id.as_str().ends_with(".income"))
        .map(|at| lines[at].amount)
        .collect();
    let difference = parts.iter().copied().sum::<Amount>() - total;
    difference.abs().number() <= rounding(parts.len() + 1, unit)
}

/// Indices of the parts of `root`.
fn parts<'a>(lines: &'a [Line], root: &'a str) -> impl Iterator<Item = usize> + 'a {
    lines
        .iter()
        .enumerate()
        .filter(move |(_, line)| line.role == Role::Part && line.id.parent() == Some(root))
        .map(|(at, _)| at)
}

/// The stated amount of the line `id`.
fn amount_of(lines: &[Line], id: &str) -> Option<Amount> {
    lines.iter().find(|line| line.id == *id && line.role == Role::Part).map(|line| line.amount)
}
