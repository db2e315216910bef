//! The report on one file: conflicts come first, with the quotes that prove them.

use crate::checked_file::{CheckedFile, Verdict};
use crate::messages::Messages;
use crate::output::{ALERT, NOTE, QUIET, STRONG, for_people, paint};
use anstyle::Style;
use mingbai_core::audit::{self, Check, Outcome};
use mingbai_core::disclosure::BudgetKind;
use mingbai_core::export::{check_text, plain_text, unread_reason};
use mingbai_core::figures::{
    CheckPassage, ReasonText, RenderContext, arithmetic, check_passages, check_sentence, explained_change,
    slip_sentence, verdict, verdict_unchecked,
};
use mingbai_core::locale::{Lang, fill};
use mingbai_core::provenance::SourcedValue;

/// How much of a passage that is not in the text is shown, in characters.
const LEFT_OUT_SHOWN: usize = 200;

/// A report that is written line by line.
struct ReportWriter<'b> {
    file: &'b CheckedFile,
    context: RenderContext<'b>,
    messages: &'static Messages,
    name: &'b str,
    text: String,
}

/// The report on a file called `name`. A quiet one has only the verdict and the conflicts.
pub fn report(name: &str, file: &CheckedFile, lang: Lang, quiet: bool) -> String {
    let messages = Messages::of(lang);
    let mut report = ReportWriter { file, context: file.context(lang), messages, name, text: String::new() };
    report.head();
    report.conflicts();
    if quiet {
        let n = file.disclosure.unread.len();
        if n > 0 {
            report.line(&format!("  {}", fill(messages.unread_count, &[("n", &n.to_string())])));
        }
    } else {
        report.section(Outcome::Rounding, messages.rounding, NOTE);
        report.unread();
        report.furniture();
        report.left_out();
        report.unexplained();
        report.opposing_reasons();
        report.section(Outcome::Unchecked, messages.unchecked, QUIET);
        report.section(Outcome::Pass, messages.passed, QUIET);
    }
    for_people(&report.text)
}

/// Institution, year and kind: 某区示例单位 · 2023年部门预算.
pub fn title(context: &RenderContext, messages: &Messages) -> String {
    let d = context.disclosure;
    let who = context.institution().unwrap_or_else(|| messages.no_institution.to_owned());
    let year = if d.year.is_some() { context.this_year() } else { messages.no_year.to_owned() };
    let kind = match d.kind {
        BudgetKind::Department => messages.department_budget,
        BudgetKind::SingleUnit => messages.unit_budget,
    };
    [who, fill(kind, &[("year", &year)])].join(" · ")
}

impl ReportWriter<'_> {
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
        let mut about = vec![title(&self.context, self.messages)];
        let encoding = self.file.file_text.encoding.name();
        if encoding != "UTF-8" {
            about.push(fill(self.messages.decoded, &[("encoding", encoding)]));
        }
        if self.file.file_text.has_revisions {
            about.push(self.messages.revisions.to_owned());
        }
        self.line(&about.join(" · "));
        let verdict_text = plain_text(&self.context, &verdict(&self.context, &self.file.checks));
        let unchecked = verdict_unchecked(&self.context, &self.file.checks);
        let style = if self.file.verdict() == Verdict::Conflict { ALERT } else { STRONG };
        let verdict_text = paint(style, &verdict_text);
        self.line(&match unchecked {
            Some(unchecked) => {
                format!("{verdict_text}{}{}", self.messages.comma, plain_text(&self.context, &unchecked))
            }
            None => verdict_text,
        });
    }

    /// Each conflict in full: the rule, the arithmetic with the difference, and the quotes of both sides.
    fn conflicts(&mut self) {
        let file = self.file;
        if file.checks_of(Outcome::Conflict).next().is_some() {
            self.heading(self.messages.conflicts);
        }
        for check in file.checks_of(Outcome::Conflict) {
            let rule = plain_text(&self.context, &check_sentence(&self.context, check));
            self.line(&format!("{}{}{rule}", paint(ALERT, &self.outcome(check)), self.messages.colon));
            self.line(&format!("  {}", plain_text(&self.context, &arithmetic(&self.context, check))));
            if let Some(slip) = slip_sentence(&self.context, check) {
                self.line(&format!("  {}", plain_text(&self.context, &slip)));
            }
            self.side(self.messages.one_side, &check.left);
            self.side(self.messages.other_side, &check.right);
        }
    }

    fn side(&mut self, label: &str, side: &[SourcedValue]) {
        self.line(&format!("  {label}"));
        for CheckPassage { quote, text, line_name } in check_passages(&self.context, side) {
            let line = quote.line.to_string();
            let slots = [("line", line.as_str()), ("text", &text), ("name", line_name.as_deref().unwrap_or_default())];
            let template = if line_name.is_some() { self.messages.quoted_of } else { self.messages.quoted };
            self.line(&format!("    {}", fill(template, &slots)));
        }
    }

    /// All checks of one outcome, a line each.
    fn section(&mut self, outcome: Outcome, heading: &str, style: Style) {
        let file = self.file;
        for (at, check) in file.checks_of(outcome).enumerate() {
            if at == 0 {
                self.heading(heading);
            }
            let (sign, sentence) = (self.outcome(check), check_text(&self.context, check));
            self.line(&format!("{}{}{sentence}", paint(style, &sign), self.messages.colon));
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
        let d = &self.file.disclosure;
        if !d.unread.is_empty() {
            self.heading(self.messages.unread);
        }
        for unread in &d.unread {
            let reason = unread_reason(unread.reason, self.context.locale.lang);
            let sentence = fill(self.messages.unread_line, &[("text", &unread.text), ("why", reason)]);
            self.line(&format!("{}:{}: {sentence}", self.name, unread.quote.line));
        }
    }

    fn furniture(&mut self) {
        let d = &self.file.disclosure;
        if !d.furniture.is_empty() {
            self.heading(self.messages.furniture);
        }
        for passage in &d.furniture {
            self.line(&format!("{}:{}: “{}”", self.name, passage.quote.line, passage.text));
        }
    }

    /// What the file contains and its text does not.
    fn left_out(&mut self) {
        let (lang, file) = (self.context.locale.lang, self.file);
        let lines = file.file_text.left_out.iter().map(|passage| {
            let words = passage.text.split_whitespace().collect::<Vec<_>>().join(" ");
            let shown: String = words.chars().take(LEFT_OUT_SHOWN).collect();
            let text = if shown.len() < words.len() { shown + "…" } else { shown };
            fill(self.messages.left_out_line, &[("why", passage.reason.name(lang)), ("text", &text)])
        });
        let lines: Vec<String> = lines.collect();
        self.list(self.messages.left_out, lines);
    }

    fn unexplained(&mut self) {
        let d = &self.file.disclosure;
        let unexplained = audit::unexplained(d);
        let changes =
            unexplained.iter().filter_map(|id| Some((id, d.cite_change(id.as_str())?, d.change(id.as_str())?)));
        let lines: Vec<String> = changes
            .map(|(id, value, change)| {
                let moved = plain_text(
                    &self.context,
                    &self.context.change_sentence(id, &value).sentence(self.context.locale.lang),
                );
                let line = change.quote.line.to_string();
                fill(self.messages.unexplained_line, &[("line", &line), ("change", &moved)])
            })
            .collect();
        self.list(self.messages.unexplained, lines);
    }

    fn opposing_reasons(&mut self) {
        let d = &self.file.disclosure;
        let changes = audit::opposing_reasons(d);
        let changes = changes.iter().filter_map(|id| explained_change(&self.context, id.as_str()));
        let lines: Vec<String> = changes
            .filter_map(|change| match change.reason {
                ReasonText::Verbatim { zh, quote, remark: Some(remark), .. } => {
                    let (line, remark) = (quote.line.to_string(), plain_text(&self.context, &remark));
                    let moved = plain_text(&self.context, &change.name);
                    let slots = [("line", line.as_str()), ("name", &moved), ("reason", &zh), ("remark", &remark)];
                    Some(fill(self.messages.opposing_reason_line, &slots))
                }
                _ => None,
            })
            .collect();
        self.list(self.messages.opposing_reasons, lines);
    }

    /// Lines under a heading; nothing if there are none.
    fn list(&mut self, heading: &str, lines: Vec<String>) {
        if !lines.is_empty() {
            self.heading(heading);
        }
        for line in lines {
            self.line(&line);
        }
    }
}
