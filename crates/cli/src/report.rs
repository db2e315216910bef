//! The report on one file, in words: what does not add up comes first, with the words that prove it.

use crate::checked_file::{CheckedFile, Verdict};
use crate::messages::{self, Words, fill};
use crate::output::{ALERT, NOTE, QUIET, STRONG, paint};
use anstyle::Style;
use mingbai_core::audit::{self, Check, Outcome};
use mingbai_core::disclosure::Kind;
use mingbai_core::export::{check_says, plain, why_says};
use mingbai_core::figures::{Proof, RenderContext, arithmetic, check_sentence, proofs, verdict, verdict_unchecked};
use mingbai_core::locale::Lang;
use mingbai_core::provenance::SourcedValue;

/// A report that grows line by line.
struct Report<'b> {
    book: &'b CheckedFile,
    context: RenderContext<'b>,
    words: &'static Words,
    name: &'b str,
    text: String,
}

/// The report on a file called `name`. A quiet one says no more than the verdict and the conflicts.
pub fn report(name: &str, book: &CheckedFile, lang: Lang, quiet: bool) -> String {
    let words = messages::of(lang);
    let mut report = Report { book, context: book.context(lang), words, name, text: String::new() };
    report.head();
    report.conflicts();
    if quiet {
        let n = book.disclosure.unread.len();
        if n > 0 {
            report.line(&format!("  {}", fill(words.unread_count, &[("n", &n.to_string())])));
        }
    } else {
        report.section(Outcome::Rounding, words.rounding, NOTE);
        report.unread();
        report.unexplained();
        report.section(Outcome::Unchecked, words.unchecked, QUIET);
        report.section(Outcome::Pass, words.passed, QUIET);
    }
    report.text
}

/// Who and when: 某区示例单位 · 2023年部门预算.
pub fn title(context: &RenderContext, words: &Words) -> String {
    let d = context.disclosure;
    let who = context.institution().unwrap_or_else(|| words.no_institution.to_owned());
    let year = if d.year.is_some() { context.this_year() } else { words.no_year.to_owned() };
    let kind = match d.kind {
        Kind::Department => words.department,
        Kind::Unit => words.unit,
    };
    [who, fill(kind, &[("year", &year)])].join(" · ")
}

impl Report<'_> {
    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn heading(&mut self, heading: &str) {
        self.line("");
        self.line(&paint(STRONG, heading));
    }

    fn head(&mut self) {
        self.line(&paint(STRONG, self.name));
        let mut about = vec![title(&self.context, self.words)];
        let encoding = self.book.encoding.name();
        if encoding != "UTF-8" {
            about.push(fill(self.words.decoded, &[("encoding", encoding)]));
        }
        self.line(&about.join(" · "));
        let said = plain(&self.context, &verdict(&self.context, &self.book.checks));
        let unchecked = verdict_unchecked(&self.context, &self.book.checks);
        let style = if self.book.verdict() == Verdict::Conflict { ALERT } else { STRONG };
        let said = paint(style, &said);
        self.line(&match unchecked {
            Some(unchecked) => format!("{said}{}{}", self.words.comma, plain(&self.context, &unchecked)),
            None => said,
        });
    }

    /// Each conflict in full: the rule, the arithmetic with the difference, and the words of both sides.
    fn conflicts(&mut self) {
        let book = self.book;
        if book.checks_of(Outcome::Conflict).next().is_some() {
            self.heading(self.words.conflicts);
        }
        for check in book.checks_of(Outcome::Conflict) {
            let rule = plain(&self.context, &check_sentence(&self.context, check));
            self.line(&format!("{}{}{rule}", paint(ALERT, &self.outcome(check)), self.words.colon));
            self.line(&format!("  {}", plain(&self.context, &arithmetic(&self.context, check))));
            self.side(self.words.one_side, &check.left);
            self.side(self.words.other_side, &check.right);
        }
    }

    fn side(&mut self, label: &str, side: &[SourcedValue]) {
        self.line(&format!("  {label}"));
        for Proof { quote, words, of } in proofs(&self.context, side) {
            let line = quote.line.to_string();
            let slots = [("line", line.as_str()), ("words", &words), ("name", of.as_deref().unwrap_or_default())];
            let template = if of.is_some() { self.words.quoted_of } else { self.words.quoted };
            self.line(&format!("    {}", fill(template, &slots)));
        }
    }

    /// All checks of one outcome, a line each.
    fn section(&mut self, outcome: Outcome, heading: &str, style: Style) {
        let book = self.book;
        for (at, check) in book.checks_of(outcome).enumerate() {
            if at == 0 {
                self.heading(heading);
            }
            let (sign, said) = (self.outcome(check), check_says(&self.context, check));
            self.line(&format!("{}{}{said}", paint(style, &sign), self.words.colon));
        }
    }

    /// The sign and the word of an outcome, as on the page.
    fn outcome(&self, check: &Check) -> String {
        let words = self.context.locale.words();
        let (sign, word) = match check.outcome {
            Outcome::Pass => ("✓", words.outcome_pass),
            Outcome::Rounding => ("≈", words.outcome_rounding),
            Outcome::Conflict => ("✕", words.outcome_conflict),
            Outcome::Unchecked => ("–", words.outcome_unchecked),
        };
        format!("{sign} {word}")
    }

    fn unread(&mut self) {
        let d = &self.book.disclosure;
        if !d.unread.is_empty() {
            self.heading(self.words.unread);
        }
        for unread in &d.unread {
            let why = why_says(unread.why, self.context.locale.lang);
            let said = fill(self.words.unread_line, &[("text", &unread.text), ("why", why)]);
            self.line(&format!("{}:{}: {said}", self.name, unread.quote.line));
        }
    }

    fn unexplained(&mut self) {
        let d = &self.book.disclosure;
        let silent = audit::unexplained(d);
        let changes = silent.iter().filter_map(|id| Some((id, d.cite_change(id.as_str())?, d.change(id.as_str())?)));
        let lines: Vec<String> = changes
            .map(|(id, cited, change)| {
                let moved =
                    plain(&self.context, &self.context.change_sentence(id, &cited).sentence(self.context.locale.lang));
                let line = change.quote.line.to_string();
                fill(self.words.unexplained_line, &[("line", &line), ("change", &moved)])
            })
            .collect();
        if !lines.is_empty() {
            self.heading(self.words.unexplained);
        }
        for line in lines {
            self.line(&line);
        }
    }
}
