//! Search entries for budget lines and counts: found by their names in both languages, by their published labels, by
//! everyday words, by their amounts and changes, and by numbers that are computed from them.

use super::entry::{EntryKind, SearchEntry, SearchNumber};
use super::normalize::SearchText;
use crate::address::{SourceRange, line_href};
use crate::disclosure::{LineId, Quote};
use crate::figures::{ChartStyle, FigureId, NumberFormat, RenderContext, figure};
use crate::glossary;
use crate::locale::{Lang, Locale};
use crate::provenance::{Provenance, SourcedValue};

/// An entry for every line, change without an amount and count, and for every line that is only computed, such as all
/// posts together.
pub fn entries(context: &RenderContext) -> Vec<SearchEntry> {
    let d = context.disclosure;
    let computed = computed(context);
    let entry = |context, id, label, quote| entry(context, id, label, quote, &computed);
    let first = |at: usize| {
        let id = &d.lines[at].id;
        d.line(id.as_str()).is_some_and(|line| std::ptr::eq(line, &d.lines[at]))
    };
    let lines = (0..d.lines.len()).filter(|at| first(*at)).map(|at| &d.lines[at]);
    let lines = lines.map(|line| entry(context, &line.id, &line.label, line.quote));
    let orphaned =
        d.orphaned_changes.iter().map(|orphaned| entry(context, &orphaned.id, &orphaned.label, orphaned.change.quote));
    let counts = d.counts.iter().map(|count| entry(context, &count.id, &count.label, count.quote));
    let stated = |id: &LineId| d.line(id.as_str()).is_some() || d.count(id.as_str()).is_some();
    let only_computed = computed.iter().enumerate().filter(|(at, value)| {
        let first = !computed[..*at].iter().any(|known| known.line == value.line);
        first && !stated(&value.line) && d.orphaned_change(value.line.as_str()).is_none()
    });
    let only_computed = only_computed.filter_map(|(_, value)| Some(entry(context, &value.line, "", value.quote()?)));
    lines.chain(orphaned).chain(counts).chain(only_computed).collect()
}

/// Every computed number in a table of a figure, each once.
fn computed(context: &RenderContext) -> Vec<SourcedValue> {
    let views = FigureId::ALL.into_iter().flat_map(|id| (0..id.views().len().max(1)).map(move |view| (id, view)));
    let mut all: Vec<SourcedValue> = Vec::new();
    for table in views.filter_map(|(id, view)| Some(figure(id, context, view, &ChartStyle::NARROW)?.table)) {
        for value in table.rows.iter().chain(&table.foot).flat_map(|row| &row.cells).flat_map(|cell| cell.numbers()) {
            let same = |known: &SourcedValue| {
                known.line == value.line && known.aspect == value.aspect && known.value == value.value
            };
            if matches!(value.provenance, Provenance::Computed(_)) && !all.iter().any(same) {
                all.push(value.clone());
            }
        }
    }
    all
}

fn entry(context: &RenderContext, id: &LineId, label: &str, quote: Quote, computed: &[SourcedValue]) -> SearchEntry {
    let d = context.disclosure;
    let main = SearchText::name(context.heading_name(id), !context.locale.english());
    let in_chinese = || RenderContext::new(d, Lang::Zh).name(id);
    let original = context.locale.english().then(|| SearchText::name(in_chinese(), true));
    let mut entry = SearchEntry::new(EntryKind::Line, main, href(context, id, quote)).with_original(original);
    if !label.is_empty() {
        entry.add_alias(SearchText::name(label, true));
    }
    if let Some(english) = Locale::of(Lang::En).line(id) {
        entry.add_alias(SearchText::name(english, false));
    }
    for term in glossary::terms() {
        if let Some(place) = term.place_of_line(id) {
            entry.add_everyday(term, place);
        }
    }
    let amount = d.cite(id.as_str()).or_else(|| d.cite_count(id.as_str()));
    entry.numbers.extend(amount.and_then(|amount| SearchNumber::new(&amount, NumberFormat::Plain, context)));
    let change = d.cite_change(id.as_str());
    entry.numbers.extend(change.and_then(|change| SearchNumber::new(&change, NumberFormat::Arrow, context)));
    let of_line = computed.iter().filter(|value| value.line == *id);
    entry.numbers.extend(of_line.filter_map(|value| SearchNumber::computed(value, context)));
    // Where nothing is stated, the first computed number takes the place of the amount.
    if entry.numbers.iter().all(|number| number.only_if_found) {
        entry.numbers.iter_mut().take(1).for_each(|number| number.only_if_found = false);
    }
    entry
}

/// The fragment of a link to the figure that shows the line, or to the clause that states it where no figure does.
pub fn href(context: &RenderContext, id: &LineId, quote: Quote) -> String {
    let source_range = || SourceRange::of(context.disclosure, quote).href();
    FigureId::of_line(id).map_or_else(source_range, |figure| line_href(figure, id))
}
