//! The complete page of each example document as plain text, in both languages.

use super::golden::{compare, disclosure, examples};
use crate::translations::translations;
use mingbai_core::audit::{self, ContradictedNumbers, Outcome};
use mingbai_core::disclosure::Disclosure;
use mingbai_core::figures::{
    ChartStyle, ExplainedChange, Figure, FigureId, NumberFormat, ReasonText, RenderContext, RichText, Table, TableRow,
    arithmetic, check_sentence, empty_state, explained_changes, figure, headline, line_card, purposes, verdict,
};
use mingbai_core::locale::Lang;
use std::fmt::Write as _;

/// The text of a page.
struct Page<'d> {
    context: RenderContext<'d>,
    out: String,
}

impl Page<'_> {
    fn line(&mut self, line: impl AsRef<str>) {
        // A narrow space would not be visible in a diff.
        let line = line.as_ref().replace('\u{202f}', " ");
        let _ = writeln!(self.out, "{}", line.trim_end());
    }

    fn plain(&self, text: &RichText) -> String {
        text.plain(&self.context.locale)
    }

    fn top(&mut self) {
        let checks = audit::run(self.context.disclosure);
        let top = headline(&self.context, &checks);
        let words = self.context.locale.words();
        self.line(words.page_title.replace("{who}", &self.context.who()));
        self.line(&top.kind);
        self.line(format!("# {}", top.who));
        for alert in &top.alerts {
            self.line(format!("! {} [{} → {}]", self.plain(&alert.text), alert.more, alert.href));
        }
        if let Some(total) = top.total {
            self.line(self.plain(&RichText::number(total, NumberFormat::Plain)));
        }
        self.line(self.plain(&top.lede));
        for fact in &top.facts {
            let said = [&fact.label, &fact.value, &fact.detail].map(|text| self.plain(text));
            self.line(format!("- {}: {} {}", said[0], said[1], said[2]));
        }
    }

    fn figure(&mut self, id: FigureId) {
        self.line("");
        let Some(made) = figure(id, &self.context, 0, &ChartStyle::WIDE) else {
            let empty_state = empty_state(id, &self.context);
            self.line(format!("## {} ({})", empty_state.question, id.as_str()));
            self.line(self.plain(&empty_state.why));
            return self.changes(id);
        };
        self.line(format!("## {} ({})", made.question, id.as_str()));
        self.line(format!("**{}**", self.plain(&made.title)));
        self.line(self.plain(&made.subtitle));
        self.chart(&made);
        made.explanations.iter().for_each(|item| self.explanation(item));
        for (line, purpose) in purposes(id, &self.context) {
            self.line(format!(
                "- {} | {} | {}",
                self.context.heading_name(&line),
                self.context.locale.words().purpose,
                purpose.text
            ));
        }
        self.changes(id);
        made.notes.iter().for_each(|note| self.line(format!("({})", self.plain(note))));
        for source in &made.sources {
            self.line(format!("@ {} {}", source.section, source.line));
        }
        self.table(&made.table);
        for (view, name) in made.views.iter().enumerate().skip(1) {
            let Some(other) = figure(id, &self.context, view, &ChartStyle::WIDE) else { continue };
            self.line(format!("### {name}"));
            self.line(format!("**{}**", self.plain(&other.title)));
            self.chart(&other);
            other.notes.iter().for_each(|note| self.line(format!("({})", self.plain(note))));
            self.table(&other.table);
        }
    }

    /// The labels of a chart, and its marks.
    fn chart(&mut self, made: &Figure) {
        let Some(chart) = &made.chart else { return self.line("[no chart]") };
        let mut words = Vec::new();
        for series in chart.option.to_json()["series"].as_array().into_iter().flatten() {
            let labelled = series["label"]["show"] == true;
            let items = series["data"].as_array().into_iter().chain(series["nodes"].as_array()).flatten();
            words.extend(items.filter(|_| labelled).filter_map(|item| Some(item["name"].as_str()?.replace('\n', " "))));
        }
        self.line(format!("[{}]", words.join(" | ")));
        let marks: Vec<String> = chart
            .marks
            .iter()
            .map(|mark| {
                let card = line_card(&self.context, &mark.line).unwrap_or_else(|| panic!("{} has no card", mark.line));
                assert!(!card.entries.is_empty());
                mark.line.to_string()
            })
            .collect();
        self.line(format!("<{}>", marks.join(" ")));
    }

    fn explanation(&mut self, item: &ExplainedChange) {
        let words = self.context.locale.words();
        let reason = match &item.reason {
            ReasonText::Verbatim { zh, english, .. } => format!("“{zh}” {}", english.as_deref().unwrap_or_default()),
            ReasonText::Components { intro, components } => {
                let component = |(name, change): &(RichText, _)| {
                    self.plain(
                        &name
                            .clone()
                            .then(" ".into())
                            .then(RichText::number(Clone::clone(change), NumberFormat::Arrow)),
                    )
                };
                format!("{} {}", self.plain(intro), components.iter().map(component).collect::<Vec<_>>().join("; "))
            }
            ReasonText::Flat(zh) => format!("{}“{zh}”", words.reason_flat),
            ReasonText::Unexplained => words.reason_unexplained.to_owned(),
        };
        self.line(format!("- {} {} | {reason}", self.plain(&item.name), self.plain(&item.change_text(&self.context))));
    }

    fn changes(&mut self, id: FigureId) {
        let all = explained_changes(&self.context);
        if id == FigureId::Change && !all.is_empty() {
            self.line(format!("### {}", self.context.locale.words().change_question));
            all.iter().for_each(|item| self.explanation(item));
        }
    }

    fn table(&mut self, table: &Table) {
        if table.rows.is_empty() {
            return self.line("[no table]");
        }
        self.line(format!("### {}", table.caption));
        let unit = |unit: Option<&String>| unit.map_or(String::new(), |unit| format!(" ({unit})"));
        let heads = table.columns.iter().map(|column| format!("{}{}", column.title, unit(column.unit.as_ref())));
        self.line(heads.collect::<Vec<_>>().join(" | "));
        for row in table.rows.iter().chain(&table.foot) {
            self.row(row);
        }
    }

    fn row(&mut self, row: &TableRow) {
        let cells = std::iter::once(&row.head).chain(&row.cells).map(|cell| self.plain(cell));
        self.line(cells.collect::<Vec<_>>().join(" | "));
    }

    fn checks(&mut self) {
        let checks = audit::run(self.context.disclosure);
        let words = self.context.locale.words();
        self.line("");
        self.line(format!("## {} {}", words.checks_question, self.plain(&verdict(&self.context, &checks))));
        for check in &checks {
            let said = match check.outcome {
                Outcome::Pass => words.outcome_pass,
                Outcome::Rounding => words.outcome_rounding,
                Outcome::Conflict => words.outcome_conflict,
                Outcome::Unchecked => words.outcome_unchecked,
            };
            let sides = [check_sentence(&self.context, check), arithmetic(&self.context, check)];
            self.line(format!("- {said} | {} | {}", self.plain(&sides[0]), self.plain(&sides[1])));
        }
    }

    fn unread(&mut self) {
        let words = self.context.locale.words();
        let unread = &self.context.disclosure.unread;
        self.line("");
        if unread.is_empty() {
            return self.line(words.unread_none);
        }
        self.line(words.unread_intro.replace("{n}", &unread.len().to_string()));
        for unread in unread {
            let said = words.unread_line.replace("{n}", &unread.quote.line.to_string());
            self.line(format!("- {}", said.replace("{text}", &unread.text)));
        }
    }
}

/// The complete page as text.
fn page(disclosure: &Disclosure, lang: Lang) -> String {
    let contradicted = ContradictedNumbers::of(&audit::run(disclosure));
    let context =
        RenderContext::new(disclosure, lang).with_translations(translations()).with_contradicted(&contradicted);
    let mut page = Page { context, out: String::new() };
    page.top();
    FigureId::ALL.into_iter().for_each(|id| page.figure(id));
    page.checks();
    page.unread();
    page.out
}

#[test]
fn the_page_of_every_example_equals_its_golden_file() {
    for (n, disclosure) in examples() {
        for lang in Lang::ALL {
            let made = page(&disclosure, lang);
            assert!(made.len() < 20_000, "{n}: {} bytes", made.len());
            assert!(!made.contains(['{', '}']), "{n}: an empty slot");
            compare(&format!("examples/{n}.{}.txt", lang.code()), &made);
        }
    }
}

#[test]
fn a_document_without_conflicts_has_no_alerts() {
    let alerts = |disclosure: &Disclosure, lang| {
        let checks = audit::run(disclosure);
        headline(&RenderContext::new(disclosure, lang).with_translations(translations()), &checks).alerts.len()
    };
    for lang in Lang::ALL {
        assert_eq!(alerts(&disclosure(), lang), 0);
        for (n, disclosure) in examples() {
            assert_eq!(alerts(&disclosure, lang), usize::from([1, 3, 4, 7, 8].contains(&n)), "{n}");
        }
    }
}
