//! The original text with what was understood in it: every amount leads to its figure, every number that was not
//! understood is marked.

use super::RenderContext;
use super::{ChartStyle, FigureId, figure};
use crate::address::line_href;
use crate::disclosure::{Disclosure, Heading, LineId, Quote, UnreadReason};
use crate::provenance::SourcedValue;
use std::ops::Range;

/// A line of the original text that holds anything.
#[derive(Clone, Debug)]
pub struct OriginalLine {
    /// Its number, from 1.
    pub n: usize,
    /// Where it begins in the source.
    pub start: usize,
    /// 1 for a section's heading, 2 for an item's.
    pub level: Option<u8>,
    /// Its words, in order and without a gap.
    pub pieces: Vec<OriginalPiece>,
}

/// A stretch of a line.
#[derive(Clone, Debug)]
pub struct OriginalPiece {
    /// Where it stands in the source.
    pub range: Range<usize>,
    /// What it is.
    pub what: Understood,
}

/// What a stretch of the original text is to the reader.
#[derive(Clone, Debug)]
pub enum Understood {
    /// Words.
    Words,
    /// A number that was understood.
    Number {
        /// The number.
        cited: SourcedValue,
        /// The link to where it is shown; None where no figure shows it.
        href: Option<String>,
    },
    /// A number that was not understood.
    Unread(UnreadReason),
}

/// The original text, line by line; empty lines are left out.
pub fn original(context: &RenderContext) -> Vec<OriginalLine> {
    let d = context.disclosure;
    let spans = spans(context);
    let mut headings = d.headings.iter().peekable();
    let (mut lines, mut start, mut next) = (Vec::new(), 0, 0);
    for (at, line) in d.source.split_inclusive('\n').enumerate() {
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
        lines.push(OriginalLine { n: at + 1, start: from, level, pieces: cut(from..to, here) });
    }
    lines
}

/// A line cut into what was understood and the words between.
fn cut<'s>(line: Range<usize>, spans: impl Iterator<Item = &'s OriginalPiece>) -> Vec<OriginalPiece> {
    let mut pieces = Vec::new();
    let mut at = line.start;
    let words = |range| OriginalPiece { range, what: Understood::Words };
    for span in spans {
        // A number that a hard line break cuts is on both lines.
        let range = span.range.start.max(line.start)..span.range.end.min(line.end);
        if range.start > at {
            pieces.push(words(at..range.start));
        }
        at = range.end;
        pieces.push(OriginalPiece { range, what: span.what.clone() });
    }
    if at < line.end {
        pieces.push(words(at..line.end));
    }
    pieces
}

/// Every number that was understood, and every one that was not, in order and without overlap.
fn spans(context: &RenderContext) -> Vec<OriginalPiece> {
    let d = context.disclosure;
    // The list of changes stands even where the bridge steps aside.
    let shown = |id: &FigureId| *id == FigureId::Change || figure(*id, context, 0, &ChartStyle::WIDE).is_some();
    let shown: Vec<FigureId> = FigureId::ALL.into_iter().filter(shown).collect();
    let link =
        |id: Option<FigureId>, line: &LineId| id.filter(|id| shown.contains(id)).map(|figure| line_href(figure, line));
    let home = |line: &LineId| link(FigureId::of_line(line), line);
    let number = |quote: Quote, cited: SourcedValue, href: Option<String>| OriginalPiece {
        range: quote.range(),
        what: Understood::Number { cited, href },
    };
    let mut spans: Vec<OriginalPiece> =
        d.lines.iter().map(|line| number(line.number_quote, line.cite(), home(&line.id))).collect();
    let changes = d.lines.iter().filter_map(|line| Some((&line.id, line.change.as_ref()?)));
    for (line, change) in changes.chain(d.orphaned_changes.iter().map(|lone| (&lone.id, &lone.change))) {
        let href = link(Some(FigureId::Change), line);
        spans.push(number(change.number_quote.unwrap_or(change.quote), change.cite(line), href.clone()));
        let parts = change.components.iter();
        spans.extend(parts.map(|part| number(part.number_quote, SourcedValue::component(line, part), href.clone())));
    }
    spans.extend(d.counts.iter().map(|count| number(digits(d, count.quote), count.cite(), home(&count.id))));
    spans.extend(
        d.unread
            .iter()
            .map(|unread| OriginalPiece { range: unread.quote.range(), what: Understood::Unread(unread.reason) }),
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
    spans
}

/// The last number of a clause that counts something.
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
        let lines = original(&RenderContext::new(&disclosure, Lang::Zh));
        let levels: Vec<Option<u8>> = lines.iter().map(|line| line.level).collect();
        assert_eq!(levels, [Some(1), None, Some(2), None]);
    }

    #[test]
    fn the_pieces_are_the_whole_text_without_a_gap() {
        let disclosure = parse(include_str!("../../../../data/disclosure.txt")).unwrap();
        let context = RenderContext::new(&disclosure, Lang::Zh);
        let lines = original(&context);
        for line in &lines {
            let text: String = line.pieces.iter().map(|piece| &disclosure.source[piece.range.clone()]).collect();
            assert_eq!(Some(text.as_str()), disclosure.source.lines().nth(line.n - 1).map(str::trim_end), "{}", line.n);
        }
        let numbers = lines.iter().flat_map(|line| &line.pieces);
        let linked = numbers.filter(|piece| matches!(&piece.what, Understood::Number { href: Some(_), .. })).count();
        assert!(linked > 50, "{linked}");
    }
}
