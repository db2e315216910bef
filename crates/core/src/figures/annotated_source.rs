//! The source text, annotated: every amount is a link to its figure, every number that the parser did not understand is
//! marked.

use super::{ChartStyle, FigureId, RenderContext, figure};
use crate::address::line_href;
use crate::disclosure::{Disclosure, Heading, LineId, Quote, StatedChange, UnreadReason, text_lines};
use crate::provenance::SourcedValue;
use std::ops::Range;

/// A line of the source text. Empty lines are left out.
#[derive(Clone, Debug)]
pub struct AnnotatedLine {
    /// The line number, from 1.
    pub n: usize,
    /// The byte offset of its beginning in the source.
    pub start: usize,
    /// The heading level: 1 for a section, 2 for an item; None for other lines.
    pub level: Option<u8>,
    /// The spans of the line, in order and without gaps.
    pub spans: Vec<AnnotatedSpan>,
}

/// A span of a line.
#[derive(Clone, Debug)]
pub struct AnnotatedSpan {
    /// Its bytes in the source.
    pub range: Range<usize>,
    /// What it contains.
    pub kind: SpanKind,
}

/// What a span of the source text contains.
#[derive(Clone, Debug)]
pub enum SpanKind {
    /// Text without amounts.
    Plain,
    /// A number that the parser understood.
    Number {
        /// The number.
        value: SourcedValue,
        /// The address of the figure that shows it; None if no figure does.
        href: Option<String>,
    },
    /// A number that the parser did not understand, with the reason.
    Unread(UnreadReason),
    /// What belongs to a page and not to the text: a page number, a running head.
    Furniture,
}

/// The source text with annotations, line by line. Empty lines are left out.
pub fn annotated_source(context: &RenderContext) -> Vec<AnnotatedLine> {
    let d = context.disclosure;
    let spans = spans(context);
    let mut headings = d.headings.iter().peekable();
    let (mut lines, mut start, mut next) = (Vec::new(), 0, 0);
    for (at, line) in text_lines(&d.source).enumerate() {
        let (from, to) = (start, start + line.trim_end().len());
        start += line.len();
        if line.trim().is_empty() {
            continue;
        }
        while headings.next_if(|heading| heading.quote.end <= from).is_some() {}
        // 3.绩效目标设置情况。2023年项目支出均…: a heading in front of its paragraph makes no heading of it.
        let alone = |heading: &&&Heading| {
            heading.quote.start < to && d.source[heading.quote.end.min(to)..to].chars().all(|c| !c.is_alphanumeric())
        };
        let level = headings.peek().filter(alone).map(|heading| heading.level);
        while spans.get(next).is_some_and(|span| span.range.end <= from) {
            next += 1;
        }
        let here = spans[next..].iter().take_while(|span| span.range.start < to);
        lines.push(AnnotatedLine { n: at + 1, start: from, level, spans: cut(from..to, here) });
    }
    lines
}

/// The spans of a line, with the text between them.
fn cut<'s>(line: Range<usize>, spans: impl Iterator<Item = &'s AnnotatedSpan>) -> Vec<AnnotatedSpan> {
    let mut spans_of_line = Vec::new();
    let mut at = line.start;
    let plain = |range| AnnotatedSpan { range, kind: SpanKind::Plain };
    for span in spans {
        // A number with a hard line break inside is on both lines.
        let range = span.range.start.max(line.start)..span.range.end.min(line.end);
        if range.start > at {
            spans_of_line.push(plain(at..range.start));
        }
        at = range.end;
        spans_of_line.push(AnnotatedSpan { range, kind: span.kind.clone() });
    }
    if at < line.end {
        spans_of_line.push(plain(at..line.end));
    }
    spans_of_line
}

/// Every number, whether it was understood or not, in order and without overlaps.
fn spans(context: &RenderContext) -> Vec<AnnotatedSpan> {
    let d = context.disclosure;
    // The list of changes is shown even if there is no bridge.
    let shown = |id: &FigureId| *id == FigureId::Change || figure(*id, context, 0, &ChartStyle::WIDE).is_some();
    let shown: Vec<FigureId> = FigureId::ALL.into_iter().filter(shown).collect();
    let link =
        |id: Option<FigureId>, line: &LineId| id.filter(|id| shown.contains(id)).map(|figure| line_href(figure, line));
    let home = |line: &LineId| link(FigureId::of_line(line), line);
    let number = |quote: Quote, value: SourcedValue, href: Option<String>| AnnotatedSpan {
        range: quote.range(),
        kind: SpanKind::Number { value, href },
    };
    let mut spans: Vec<AnnotatedSpan> =
        d.lines.iter().map(|line| number(line.number_quote, line.cite(), home(&line.id))).collect();
    for StatedChange { id: line, change, .. } in d.changes() {
        let href = link(Some(FigureId::Change), line);
        spans.push(number(change.number_quote.unwrap_or(change.quote), change.cite(line), href.clone()));
        let parts = change.components.iter();
        spans.extend(parts.map(|part| number(part.number_quote, SourcedValue::component(line, part), href.clone())));
    }
    spans.extend(d.counts.iter().map(|count| number(digits(d, count.quote), count.cite(), home(&count.id))));
    spans.extend(
        d.unread
            .iter()
            .map(|unread| AnnotatedSpan { range: unread.quote.range(), kind: SpanKind::Unread(unread.reason) }),
    );
    spans.sort_by_key(|span| (span.range.start, span.range.end));
    let mut end = 0;
    spans.retain(|span| {
        let apart = span.range.start >= end && !span.range.is_empty();
        if apart {
            end = span.range.end;
        }
        apart
    });
    with_furniture(d, spans)
}

/// The spans with the furniture between and inside of them: an amount may go on behind a page number.
fn with_furniture(d: &Disclosure, spans: Vec<AnnotatedSpan>) -> Vec<AnnotatedSpan> {
    let mut furniture = d.furniture.iter().map(|piece| piece.quote.range()).peekable();
    let mut all = Vec::with_capacity(spans.len() + d.furniture.len());
    let piece = |range| AnnotatedSpan { range, kind: SpanKind::Furniture };
    for span in spans {
        let mut start = span.range.start;
        while let Some(range) = furniture.next_if(|range| range.start < span.range.end) {
            if range.start > start {
                all.push(AnnotatedSpan { range: start..range.start, kind: span.kind.clone() });
            }
            start = range.end.max(start);
            all.push(piece(range));
        }
        if start < span.range.end {
            all.push(AnnotatedSpan { range: start..span.range.end, kind: span.kind });
        }
    }
    all.extend(furniture.map(piece));
    all
}

/// The last number of a clause that states a count.
fn digits(d: &Disclosure, quote: Quote) -> Quote {
    let text = &d.source[quote.range()];
    let digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let Some((last, c)) = text.char_indices().rev().find(|(_, c)| digit(*c)) else { return quote };
    let end = last + c.len_utf8();
    let start = text[..end].char_indices().rev().take_while(|(_, c)| digit(*c)).last().map_or(last, |(at, _)| at);
    Quote { start: quote.start + start, end: quote.start + end, line: quote.line }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disclosure::parse;
    use crate::locale::Lang;

    #[test]
    fn a_heading_in_front_of_its_paragraph_makes_no_heading_of_it() {
        let text = "二、部门收支总体情况\n（一）收入预算：2023年年初预算数100万元。\n（二）支出预算\n2023年年初预算数100万元。";
        let disclosure = parse(text).unwrap();
        let lines = annotated_source(&RenderContext::new(&disclosure, Lang::Zh));
        let levels: Vec<Option<u8>> = lines.iter().map(|line| line.level).collect();
        assert_eq!(levels, [Some(1), None, Some(2), None]);
    }

    #[test]
    fn furniture_is_marked_between_and_inside_of_numbers() {
        let text = "四、“三公”经费情况说明\n- 1 -\n2023年“三公”经费预算66.\n- 2 -\n3万元。\n- 3 -\n";
        let disclosure = parse(text).unwrap();
        let lines = annotated_source(&RenderContext::new(&disclosure, Lang::Zh));
        let spans = lines.iter().flat_map(|line| &line.spans);
        let marked = |is_kind: fn(&SpanKind) -> bool| -> Vec<&str> {
            spans.clone().filter(|span| is_kind(&span.kind)).map(|span| &text[span.range.clone()]).collect()
        };
        assert_eq!(marked(|kind| matches!(kind, SpanKind::Furniture)), ["- 1 -", "- 2 -", "- 3 -"]);
        assert_eq!(marked(|kind| matches!(kind, SpanKind::Number { .. })), ["66.", "3万元"]);
    }

    #[test]
    fn the_spans_are_the_complete_text() {
        let disclosure = parse(include_str!("../../../../data/disclosure.txt")).unwrap();
        let context = RenderContext::new(&disclosure, Lang::Zh);
        let lines = annotated_source(&context);
        for line in &lines {
            let text: String = line.spans.iter().map(|span| &disclosure.source[span.range.clone()]).collect();
            assert_eq!(
                Some(text.as_str()),
                text_lines(&disclosure.source).nth(line.n - 1).map(str::trim_end),
                "{}",
                line.n
            );
        }
        let numbers = lines.iter().flat_map(|line| &line.spans);
        let linked = numbers.filter(|span| matches!(&span.kind, SpanKind::Number { href: Some(_), .. })).count();
        assert!(linked > 50, "{linked}");
    }
}
