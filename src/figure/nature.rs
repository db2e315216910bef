//! 基本支出 and 项目支出, this year beside last.

use super::{Column, Figure, FigureId, Form, Look, Reading, Row, Table, Text, paired, source};
use crate::disclosure::LineId;

const WHOLE: &str = "appropriation";

/// The figure; None where neither of the two is stated.
pub fn figure(reading: &Reading, look: &Look) -> Option<Figure> {
    let (d, words) = (reading.disclosure, reading.locale.words);
    let ids: Vec<LineId> = d.parts(WHOLE).map(|line| line.id.clone()).collect();
    if ids.is_empty() {
        return None;
    }
    let shares: Vec<Text> = ids
        .iter()
        .filter_map(|id| {
            let share = d.cite_share(id.as_str(), WHOLE)?;
            Some(
                reading
                    .say(words.nature_share, &[("line", reading.line(id)), ("share", Text::cited(share, Form::Plain))]),
            )
        })
        .collect();
    let title = if shares.is_empty() {
        Text::list(ids.iter().map(|id| reading.line(id)).collect(), reading.locale.lang)
    } else {
        shares.into_iter().reduce(|text, next| text.then(words.purpose_join.into()).then(next)).unwrap_or_default()
    };
    let pairs = paired::pairs(reading, &ids);
    let description = title.plain(&reading.locale);
    let mut notes = Vec::new();
    if d.cite_base(WHOLE).is_some() {
        notes.push(reading.say(words.base_note, &[]));
    }
    notes.push(reading.say(words.two_views, &[]));
    Some(Figure {
        id: FigureId::Nature,
        question: words.nature_question.to_owned(),
        subtitle: reading.say(words.nature_subtitle, &[("whole", reading.line(&LineId::known(WHOLE)))]),
        title,
        views: Vec::new(),
        chart: Some(paired::chart(reading, look, &pairs, description)),
        // The reasons stand with the next figure, which asks for them.
        explanations: Vec::new(),
        table: this_and_last(
            reading,
            &ids,
            Some(WHOLE),
            &reading.say(words.nature_caption, &[]).plain(&reading.locale),
        ),
        notes,
        sources: source::of_lines(reading, &[WHOLE]),
    })
}

/// A table of lines this year and last, with their changes, and the whole below.
pub fn this_and_last(reading: &Reading, ids: &[LineId], whole: Option<&str>, caption: &str) -> Table {
    let (d, words) = (reading.disclosure, reading.locale.words);
    let cells = |id: &str| {
        let cell =
            |cited: Option<crate::cited::Cited>, form| cited.map_or(Text::default(), |cited| Text::cited(cited, form));
        vec![
            cell(d.cite(id), Form::Number),
            cell(d.cite_base(id), Form::Number),
            cell(d.cite_change(id), Form::ArrowNumber),
            cell(d.cite_percent(id).filter(|_| d.amount(id) != d.cite_base(id).map(|base| base.money())), Form::Plain),
        ]
    };
    let year = |template| reading.say(template, &[]).plain(&reading.locale);
    Table {
        caption: caption.to_owned(),
        columns: vec![
            Column::words(words.col_line),
            Column::numbers(year(words.col_this_year), Some(words.unit)),
            Column::numbers(year(words.col_last_year), Some(words.unit)),
            Column::numbers(words.col_change, Some(words.unit)),
            Column::numbers(words.col_percent, None),
        ],
        rows: ids.iter().map(|id| Row { head: reading.line(id), cells: cells(id.as_str()) }).collect(),
        foot: whole.filter(|whole| d.line(whole).is_some()).map(|whole| {
            let name = reading.line(&LineId::from(whole.to_owned()));
            Row { head: reading.say(words.sum_of, &[("line", name)]), cells: cells(whole) }
        }),
    }
}
