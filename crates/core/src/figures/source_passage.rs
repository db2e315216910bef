//! The published words that a chart is drawn from, divided into the steps in which the words become the chart.

use super::bridge::{Bridge, bridge};
use super::explained_change::{ReasonText, explained_change};
use super::rich_text::{NumberFormat, RichText};
use super::{ChartStyle, FigureId, RenderContext, three_public};
use crate::disclosure::{Disclosure, LineId, Quote};
use crate::provenance::SourcedValue;
use std::ops::Range;

/// The sentences of the document that state what a chart shows.
#[derive(Clone, Debug, PartialEq)]
pub struct SourcePassage {
    /// The sentences, in the order of the document; those that follow each other are one excerpt.
    pub excerpts: Vec<PassageExcerpt>,
    /// The steps in which the words become the chart; each belongs to one mark.
    pub steps: Vec<PassageStep>,
}

/// Sentences that follow each other in the document.
#[derive(Clone, Debug, PartialEq)]
pub struct PassageExcerpt {
    /// Where they are.
    pub quote: Quote,
    /// Their text, in order and without gaps.
    pub spans: Vec<PassageSpan>,
}

/// A piece of an excerpt.
#[derive(Clone, Debug, PartialEq)]
pub struct PassageSpan {
    /// The words as published, without hard line breaks.
    pub text: String,
    /// What the words become; None for words that the chart does not show.
    pub part: Option<PassagePart>,
}

/// What words become in the chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PassagePart {
    /// The index of the step.
    pub step: usize,
    /// What they state.
    pub kind: PassagePartKind,
}

/// What the words of a step state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PassagePartKind {
    /// This year's amount.
    Amount,
    /// The change against last year.
    Change,
    /// The reason of the change.
    Reason,
}

impl PassagePartKind {
    /// The value of the hook `data-part`.
    pub fn as_str(self) -> &'static str {
        match self {
            PassagePartKind::Amount => "amount",
            PassagePartKind::Change => "change",
            PassagePartKind::Reason => "reason",
        }
    }
}

/// A step: a mark of the chart, and what its words say.
#[derive(Clone, Debug, PartialEq)]
pub struct PassageStep {
    /// The line.
    pub line: LineId,
    /// The index of the mark's series in the chart.
    pub series: usize,
    /// What the words of the step say, and what follows from them.
    pub caption: RichText,
}

/// The passage of a figure's chart. None for a figure whose chart is not drawn from a passage, and where the document
/// states fewer than two of its marks.
///
/// ```
/// use mingbai_core::disclosure::parse;
/// use mingbai_core::figures::{FigureId, RenderContext, source_passage};
/// use mingbai_core::locale::Lang;
///
/// let text = "四、“三公”经费情况说明\n2023年“三公”经费预算12万元，其中：公务接待费4万元，比2022年减少1万元，\
///             主要原因是厉行节约；公务用车运行维护费8万元，与2022年持平。";
/// let disclosure = parse(text)?;
/// let context = RenderContext::new(&disclosure, Lang::Zh);
/// let passage = source_passage(&context, FigureId::ThreePublic).expect("two lines are stated");
/// let words = |step| -> Vec<&str> {
///     let spans = passage.excerpts.iter().flat_map(|excerpt| &excerpt.spans);
///     spans.filter(|span| span.part.is_some_and(|part| part.step == step)).map(|span| span.text.as_str()).collect()
/// };
/// assert_eq!(words(0), ["4万元", "1万元", "厉行节约"]);
/// # Ok::<(), mingbai_core::disclosure::ParseError>(())
/// ```
pub fn source_passage(context: &RenderContext, id: FigureId) -> Option<SourcePassage> {
    let drafts = match id {
        FigureId::Change => bridge_steps(context, &bridge(context)?),
        FigureId::ThreePublic => three_public::drawn_lines(context)?.iter().map(|id| row_step(context, id)).collect(),
        FigureId::Flow | FigureId::Purpose | FigureId::Nature | FigureId::Running | FigureId::Office => return None,
    };
    let chart = super::chart(id, context, 0, &ChartStyle::WIDE)?;
    let with_mark = drafts.into_iter().filter(|draft| !draft.words.is_empty()).filter_map(|draft| {
        let mark = chart.marks.iter().find(|mark| mark.line == draft.line && mark.number == draft.number)?;
        Some((draft.words, PassageStep { line: draft.line, series: mark.series, caption: draft.caption }))
    });
    let (words, steps): (Vec<Words>, Vec<PassageStep>) = with_mark.unzip();
    (steps.len() > 1).then(|| SourcePassage { excerpts: excerpts(context.disclosure, words), steps })
}

/// The words of a step, with what they state.
type Words = Vec<(PassagePartKind, Quote)>;

/// A step whose mark is not known yet.
struct DraftStep {
    line: LineId,
    /// The number that the mark shows, if that is not the line's amount.
    number: Option<SourcedValue>,
    words: Words,
    caption: RichText,
}

/// This year's whole, then last year's that follows from the change, then each part of the change.
fn bridge_steps(context: &RenderContext, bridge: &Bridge) -> Vec<DraftStep> {
    let d = context.disclosure;
    let whole = bridge.whole.as_str();
    let amount = d.line(whole).map(|line| (PassagePartKind::Amount, line.number_quote));
    let now = DraftStep {
        line: bridge.whole.clone(),
        number: None,
        words: amount.into_iter().collect(),
        caption: amount_sentence(context, &bridge.now),
    };
    let was = DraftStep {
        line: bridge.was.line.clone(),
        number: Some(bridge.was.clone()),
        words: change_words(d, whole),
        caption: join(context, change_clauses(context, &bridge.change, Some(&bridge.was))),
    };
    let steps = bridge.steps.iter().map(|step| {
        let own = change_words(d, step.line.as_str());
        let component = || step.change.quote().map(|quote| (PassagePartKind::Change, quote)).into_iter().collect();
        let sentence = context.change_sentence(&step.line, &step.change);
        DraftStep {
            line: step.line.clone(),
            number: None,
            words: if own.is_empty() { component() } else { own },
            caption: with_reason(context, &step.line, sentence),
        }
    });
    [now, was].into_iter().chain(steps).collect()
}

/// A line with its amount, its change, and the year before that follows from both.
fn row_step(context: &RenderContext, id: &LineId) -> DraftStep {
    let d = context.disclosure;
    let amount = d.line(id.as_str()).map(|line| (PassagePartKind::Amount, line.number_quote));
    let change = d.cite_change(id.as_str());
    let base = d.cite_base(id.as_str());
    let clauses = d.cite(id.as_str()).map(|amount| amount_sentence(context, &amount));
    let changes = change.map(|change| change_clauses(context, &change, base.as_ref())).unwrap_or_default();
    DraftStep {
        line: id.clone(),
        number: None,
        words: amount.into_iter().chain(change_words(d, id.as_str())).collect(),
        caption: with_reason(context, id, join(context, clauses.into_iter().chain(changes))),
    }
}

/// The words that state the change of a line and its reason; empty where the document states no change.
fn change_words(d: &Disclosure, id: &str) -> Words {
    let Some(change) = d.change(id) else { return Vec::new() };
    let number = (PassagePartKind::Change, change.number_quote.unwrap_or(change.quote));
    let reason = change.reason.as_ref().map(|reason| (PassagePartKind::Reason, reason.quote));
    std::iter::once(number).chain(reason).collect()
}

fn amount_sentence(context: &RenderContext, amount: &SourcedValue) -> RichText {
    let slots =
        [("line", context.heading(&amount.line)), ("amount", RichText::number(amount.clone(), NumberFormat::Plain))];
    context.fill(context.locale.words().passage_amount, &slots)
}

/// How a line changed, and what last year's amount was therefore.
fn change_clauses(context: &RenderContext, change: &SourcedValue, base: Option<&SourcedValue>) -> Vec<RichText> {
    let words = context.locale.words();
    let template = context.by_direction(change, words.passage_up, words.passage_down, words.passage_flat);
    let amount = ("amount", RichText::number(change.clone(), NumberFormat::Unsigned));
    let base = base.map(|base| {
        let base = ("base", RichText::number(base.clone(), NumberFormat::Plain));
        context.fill(words.passage_base, &[base])
    });
    std::iter::once(context.fill(template, &[amount])).chain(base).collect()
}

fn join(context: &RenderContext, clauses: impl IntoIterator<Item = RichText>) -> RichText {
    let comma = context.locale.words().comma;
    clauses.into_iter().reduce(|text, next| text.then(comma.into()).then(next)).unwrap_or_default()
}

/// A sentence followed by the document's reason for the change of a line, if it gives one.
fn with_reason(context: &RenderContext, line: &LineId, sentence: RichText) -> RichText {
    let words = context.locale.words();
    let reason = match explained_change(context, line.as_str()).map(|explained| explained.reason) {
        Some(ReasonText::Verbatim { zh, english, .. }) => RichText::text(english.unwrap_or(zh)),
        _ => return sentence,
    };
    sentence.then(words.full_stop.into()).then(context.fill(words.passage_reason, &[("reason", reason.quoted())]))
}

/// The sentences around the words of all steps.
fn excerpts(d: &Disclosure, steps: Vec<Words>) -> Vec<PassageExcerpt> {
    let of_step =
        |(step, words): (usize, Words)| words.into_iter().map(move |(kind, quote)| (quote, PassagePart { step, kind }));
    let mut parts: Vec<(Quote, PassagePart)> = steps.into_iter().enumerate().flat_map(of_step).collect();
    parts.sort_by_key(|(quote, _)| (quote.start, quote.end));
    let mut merged: Vec<Quote> = Vec::new();
    for (quote, _) in &parts {
        let sentence = d.sentence(*quote);
        match merged.last_mut() {
            // Only the full stop is between them.
            Some(last) if is_adjacent(&d.source[last.end.min(sentence.start)..sentence.start]) => {
                last.end = last.end.max(sentence.end);
            }
            _ => merged.push(sentence),
        }
    }
    merged.into_iter().map(|quote| excerpt(d, quote, &parts)).collect()
}

/// True for what may be between two sentences that follow each other.
fn is_adjacent(between: &str) -> bool {
    between.chars().all(|c| c == '。' || c.is_whitespace() && !matches!(c, '\n' | '\r'))
}

fn excerpt(d: &Disclosure, quote: Quote, parts: &[(Quote, PassagePart)]) -> PassageExcerpt {
    let mut spans = Vec::new();
    let mut at = quote.start + leading_space(&d.source[quote.range()]);
    let mut push = |range: Range<usize>, part| {
        let text: String = d.source[range].chars().filter(|c| !matches!(c, '\n' | '\r')).collect();
        if !text.is_empty() {
            spans.push(PassageSpan { text, part });
        }
    };
    for (words, part) in parts.iter().filter(|(words, _)| words.start >= quote.start && words.end <= quote.end) {
        // Words that state two things belong to the first.
        if words.start >= at {
            push(at..words.start, None);
            push(words.range(), Some(*part));
            at = words.end;
        }
    }
    let stop = d.source[quote.end..].chars().next().filter(|c| *c == '。').map_or(0, char::len_utf8);
    push(at..quote.end + stop, None);
    PassageExcerpt { quote, spans }
}

fn leading_space(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disclosure::parse;
    use crate::locale::Lang;

    fn passage(lang: Lang, id: FigureId) -> (SourcePassage, Vec<String>) {
        let disclosure = parse(include_str!("../../../../data/disclosure.txt")).unwrap();
        let context = RenderContext::new(&disclosure, lang);
        let passage = source_passage(&context, id).unwrap();
        let captions = passage.steps.iter().map(|step| step.caption.plain(&context.locale)).collect();
        (passage, captions)
    }

    fn words(passage: &SourcePassage, step: usize) -> Vec<(&'static str, &str)> {
        let spans = passage.excerpts.iter().flat_map(|excerpt| &excerpt.spans);
        let of_step = spans.filter_map(|span| Some((span.part.filter(|part| part.step == step)?, span)));
        of_step.map(|(part, span)| (part.kind.as_str(), span.text.as_str())).collect()
    }

    #[test]
    fn each_step_of_the_bridge_has_its_words_and_its_mark() {
        let (passage, captions) = passage(Lang::Zh, FigureId::Change);
        let series: Vec<usize> = passage.steps.iter().map(|step| step.series).collect();
        assert_eq!(series, [3, 0, 1, 2], "this year is the last row, last year the first");
        assert_eq!(words(&passage, 0), [("amount", "1675.82万元")]);
        assert_eq!(words(&passage, 1), [("change", "107.78万元")]);
        assert_eq!(words(&passage, 2), [("change", "174.78万元"), ("reason", "人员工资调整及正常调动等")]);
        let plain: Vec<String> = captions.iter().map(|caption| caption.replace('\u{202f}', " ")).collect();
        assert_eq!(plain[0], "支出 1,675.82 万元");
        assert_eq!(plain[1], "比2022年增加 107.78 万元，所以2022年是 1,568.04 万元（推算数）");
        let reason = "文件写的原因：“信息网络中心部分网络运维项目合并至区大数据局等”";
        assert_eq!(plain[3], format!("项目支出减少 67 万元。{reason}"));
    }

    #[test]
    fn each_row_of_three_public_has_its_words() {
        let (passage, captions) = passage(Lang::En, FigureId::ThreePublic);
        assert_eq!(passage.excerpts.len(), 1);
        assert_eq!(
            words(&passage, 0),
            [("amount", "9.3万元"), ("change", "27.7万元"), ("reason", "进一步规范公务接待相关要求")]
        );
        assert_eq!(
            captions[0],
            "Official receptions: ¥93,000, ¥277,000 less than in 2022, so 2022 was ¥370,000 (computed). \
             Reason given: “进一步规范公务接待相关要求”"
        );
    }

    #[test]
    fn an_excerpt_is_the_published_text() {
        for id in [FigureId::Change, FigureId::ThreePublic] {
            let (passage, _) = passage(Lang::Zh, id);
            let source = include_str!("../../../../data/disclosure.txt");
            for excerpt in passage.excerpts {
                let text: String = excerpt.spans.iter().map(|span| span.text.as_str()).collect();
                assert!(source.contains(&text) && text.ends_with('。'), "{text}");
            }
        }
    }
}
