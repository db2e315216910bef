//! Checks whether a disclosure adds up: `cargo run -p mingbai-core --example check [FILE]`.

use mingbai_core::audit::{self, Outcome};
use mingbai_core::disclosure::{ParseError, parse};
use std::error::Error;
use std::fmt::Write as _;
use std::{env, fs};

/// One line for each check that is not passed, and one for each number that was not understood.
fn report(text: &str) -> Result<String, ParseError> {
    let disclosure = parse(text)?;
    let checks = audit::run(&disclosure);
    let passed = checks.iter().filter(|check| check.outcome == Outcome::Pass).count();
    let mut report = format!("{passed} of {} checks passed\n", checks.len());
    for check in checks.iter().filter(|check| check.outcome != Outcome::Pass) {
        let _ = writeln!(report, "{}: {}, difference {}", check.outcome, check.id(), check.difference);
    }
    for unread in &disclosure.unread {
        let _ = writeln!(report, "line {}: {}: {}", unread.quote.line, unread.reason, unread.text);
    }
    Ok(report)
}

fn main() -> Result<(), Box<dyn Error>> {
    let path = env::args().nth(1).unwrap_or_else(|| "data/disclosure.txt".to_owned());
    print!("{}", report(&fs::read_to_string(path)?)?);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::report;

    const TEXT: &str = include_str!("../../../data/disclosure.txt");

    #[test]
    fn a_correct_disclosure_passes_and_a_wrong_digit_is_reported() {
        let correct = report(TEXT).unwrap();
        assert_eq!(correct.lines().count(), 1, "{correct}");
        let damaged = report(&TEXT.replace("卫生健康支出84.58万元", "卫生健康支出84.85万元")).unwrap();
        assert!(damaged.contains("conflict: expenditure_classes, difference 0.27"), "{damaged}");
    }
}
