//! Which lines of a list are its parts, and which are sums or repetitions: decided by arithmetic alone, in one walk over
//! the lines for each question.

use super::line_id::LineId;
use super::model::{Line, Role};
use crate::amount::Amount;
use rust_decimal::Decimal;
use std::collections::{HashMap, HashSet};

/// The lists: their parts stand in the text one behind the other.
const LISTS: [&str; 2] = ["income", "expenditure"];

/// Settles the roles of all lines; returns which of the `bare` ones, whose amounts have no unit, do not fit their sums.
pub fn settle(lines: &mut [Line], bare: Vec<usize>) -> Vec<usize> {
    repeated_statements(lines);
    subtotals(lines);
    for root in LISTS {
        listed_twice(lines, root);
    }
    vehicles(lines);
    misfits(lines, bare)
}

/// A line outside the lists that is stated once more with the same amount is a repetition.
fn repeated_statements(lines: &mut [Line]) {
    let mut first: HashMap<LineId, Amount> = HashMap::new();
    for line in lines.iter_mut().filter(|line| line.role == Role::Part) {
        let listed = line.id.parent().is_some_and(|parent| LISTS.contains(&parent));
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
    let parts: Amount = parts(lines, "expenditure").map(|at| lines[at].amount).sum();
    let mut before = Amount::ZERO;
    for line in lines.iter_mut().filter(|line| line.id.parent() == Some("expenditure")) {
        match line.role {
            Role::Part => before = before + line.amount,
            Role::Subtotal if line.id != "expenditure.本年支出" => {
                let behind = parts - before;
                let sum =
                    !behind.is_zero() && (behind == line.amount || (before.is_zero() && whole == Some(line.amount)));
                if !sum {
                    line.role = Role::Part;
                }
            }
            _ => {}
        }
    }
}

/// A class that stands twice, where the list adds up without one of the two: that one is a repetition.
fn listed_twice(lines: &mut [Line], root: &str) {
    let Some(whole) = amount_of(lines, root) else { return };
    let parts: Vec<usize> = parts(lines, root).collect();
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

/// Amounts without a unit whose list does not add up: more than the unit may be lost.
fn misfits(lines: &[Line], bare: Vec<usize>) -> Vec<usize> {
    if bare.is_empty() {
        return bare;
    }
    let mut known: HashMap<String, bool> = HashMap::new();
    bare.into_iter()
        .filter(|&at| {
            let Some(parent) = lines[at].id.parent().map(str::to_owned) else { return false };
            *known.entry(parent).or_insert_with_key(|parent| !adds_up(lines, parent))
        })
        .collect()
}

/// True where the parts of `parent` add up to it within rounding, or the whole is not stated.
fn adds_up(lines: &[Line], parent: &str) -> bool {
    let Some(whole) = amount_of(lines, parent) else { return true };
    let parts: Vec<Amount> = parts(lines, parent)
        .filter(|&at| !lines[at].id.as_str().ends_with(".income"))
        .map(|at| lines[at].amount)
        .collect();
    let difference = parts.iter().copied().sum::<Amount>() - whole;
    difference.abs().number() <= Decimal::new(5, 3) * Decimal::from(parts.len() as u64 + 1)
}

fn parts<'a>(lines: &'a [Line], root: &'a str) -> impl Iterator<Item = usize> + 'a {
    lines
        .iter()
        .enumerate()
        .filter(move |(_, line)| line.role == Role::Part && line.id.parent() == Some(root))
        .map(|(at, _)| at)
}

fn amount_of(lines: &[Line], id: &str) -> Option<Amount> {
    lines.iter().find(|line| line.id == *id && line.role == Role::Part).map(|line| line.amount)
}
