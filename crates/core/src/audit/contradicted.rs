//! Contradicted numbers: what a figure must not show as if it were certain.

use super::check::Check;
use super::corroboration::Corroborations;
use crate::provenance::{Provenance, SourcedValue};

/// The published numbers that no check confirms and at least one finds in conflict with others.
///
/// A page carries them with its document, so that a chart can be drawn before any check is run in the browser.
///
/// ```
/// use mingbai_core::audit::{self, ContradictedNumbers};
/// use mingbai_core::disclosure::parse;
///
/// let text = "四、“三公”经费情况说明\n2023年“三公”经费预算66.3万元。其中：因公出国（境）费用0万元；\
///             公务接待费9.3万元；公务用车运行维护费58万元；公务用车购置费0万元。";
/// let disclosure = parse(text)?;
/// let contradicted = ContradictedNumbers::of(&audit::run(&disclosure));
/// assert!(contradicted.contains(&disclosure.cite("three_public").unwrap()));
/// assert_eq!(contradicted.lines()[4], ("three_public".to_owned(), "amount".to_owned()));
/// # Ok::<(), mingbai_core::disclosure::ParseError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ContradictedNumbers {
    /// Lines, each with the stable words of its aspects, with a space between.
    lines: Vec<(String, String)>,
}

impl ContradictedNumbers {
    /// No number is contradicted, or nothing is known of it.
    pub const NONE: ContradictedNumbers = ContradictedNumbers { lines: Vec::new() };

    /// What these checks contradict.
    pub fn of(checks: &[Check]) -> ContradictedNumbers {
        let corroborations = Corroborations::new(checks);
        let mut contradicted = ContradictedNumbers::NONE;
        for number in checks.iter().flat_map(|check| check.left.iter().chain(&check.right)) {
            if corroborations.of(number).is_contradicted() && !contradicted.contains(number) {
                contradicted.add(number.line.as_str(), number.aspect.as_str());
            }
        }
        contradicted
    }

    fn add(&mut self, line: &str, aspect: &str) {
        match self.lines.iter_mut().find(|(known, _)| known == line) {
            Some((_, aspects)) => *aspects += &format!(" {aspect}"),
            None => self.lines.push((line.to_owned(), aspect.to_owned())),
        }
    }

    /// True for a published number that is contradicted.
    pub fn contains(&self, number: &SourcedValue) -> bool {
        let found = self.lines.iter().find(|(line, _)| *line == number.line.as_str());
        matches!(number.provenance, Provenance::Stated(_))
            && found.is_some_and(|(_, aspects)| aspects.split(' ').any(|aspect| aspect == number.aspect.as_str()))
    }

    /// The id of each line, with the stable words of its contradicted numbers ([`Aspect::as_str`]).
    ///
    /// [`Aspect::as_str`]: crate::provenance::Aspect::as_str
    pub fn lines(&self) -> &[(String, String)] {
        &self.lines
    }

    /// What [`ContradictedNumbers::lines`] gave, as it comes with a document.
    pub fn from_lines(lines: Vec<(String, String)>) -> ContradictedNumbers {
        ContradictedNumbers { lines }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit;
    use crate::disclosure::parse;

    #[test]
    fn a_document_carries_what_its_checks_contradict() {
        // Neither the amounts nor the changes add up.
        let text = "四、“三公”经费情况说明\n2023年“三公”经费预算66.3万元，比2022年减少15.7万元。其中：因公出国（境）费用0万元，\
                    与2022年持平；公务接待费9.3万元，比2022年减少27.7万元；公务用车购置及运行维护费58万元，比2022年增加13万元。";
        let disclosure = parse(text).unwrap();
        let contradicted = ContradictedNumbers::of(&audit::run(&disclosure));
        let lines =
            ["overseas", "reception", "vehicle"].map(|item| (format!("three_public.{item}"), "amount change".into()));
        let total = ("three_public".to_owned(), "amount change".to_owned());
        assert_eq!(contradicted.lines(), [lines.as_slice(), &[total]].concat());
        let carried = ContradictedNumbers::from_lines(contradicted.lines().to_vec());
        assert_eq!(carried, contradicted);
        assert!(carried.contains(&disclosure.cite_change("three_public.reception").unwrap()));
        assert!(!carried.contains(&disclosure.cite_base("three_public.reception").unwrap()), "a computed number");
    }
}
