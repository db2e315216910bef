//! Figures: one file a figure, each a pure function from a disclosure and a language to everything a reader sees.
//!
//! View, static pages, pictures and downloads only present what stands here.

mod about;
mod alert;
mod aside;
mod card;
mod change;
mod change_chart;
mod change_table;
mod checked;
mod excerpt;
mod explanation;
mod flow;
mod flow_chart;
mod headline;
mod lede;
mod listed;
mod look;
mod nature;
mod number;
mod office;
mod option;
mod original;
mod paired;
mod palette;
mod plot;
mod purpose;
mod purposes;
mod reading;
mod running;
mod source;
mod table;
mod text;
mod three_public;
mod wrap;

pub use about::{about, title};
pub use alert::{Alert, alert_of};
pub use aside::{Aside, aside};
pub use card::{Card, card, told};
pub use checked::{Proof, arithmetic, check_sentence, proofs};
pub use excerpt::{Excerpt, excerpt};
pub use explanation::{Explanation, Reason, every_change};
pub use headline::{Fact, Headline, headline, verdict, verdict_unchecked};
pub use look::{Look, font};
pub use number::{formula, formula_named, number_aspect, number_form, number_name};
pub use original::{OriginalLine, OriginalPiece, Understood, original};
pub use palette::{Ground, Palette};
pub use plot::{Area, Chart, Key, Mark};
pub use purposes::purposes;
pub use reading::Reading;
pub use source::SourceRef;
pub use table::{Column, Row, Table};
pub use text::{Form, Piece, Text, capitalised, heard, show};
pub use wrap::{text_width, wrap};

use crate::disclosure::LineId;
use crate::locale::{Locale, Words};

/// An illustrated answer: everything a reader sees of a figure.
#[derive(Clone, Debug)]
pub struct Figure {
    /// Which one.
    pub id: FigureId,
    /// The question that it answers.
    pub question: String,
    /// The finding.
    pub title: Text,
    /// What is shown, in which unit, and that it is a plan.
    pub subtitle: Text,
    /// Ways to look at it, where there are several.
    pub views: Vec<String>,
    /// The chart; absent where there is nothing to draw.
    pub chart: Option<Chart>,
    /// Changes with their reasons, shown beside the chart.
    pub explanations: Vec<Explanation>,
    /// The same numbers as a table.
    pub table: Table,
    /// Short remarks, such as on overlap.
    pub notes: Vec<Text>,
    /// Where the numbers stand in the document.
    pub sources: Vec<SourceRef>,
}

impl Figure {
    /// The unit of its money; None for a figure that shows none.
    pub fn unit(&self) -> Option<&str> {
        self.table.columns.iter().find_map(|column| column.unit.as_deref())
    }

    /// Its chart in words: its finding.
    pub fn description(&self, locale: &Locale) -> String {
        self.title.plain(locale)
    }

    /// What a reader can do with it on a screen, behind the subtitle; a picture leaves it out.
    pub fn hint(&self, words: &Words) -> Option<&'static str> {
        (self.id == FigureId::Flow).then_some(words.flow_hint)
    }
}

/// The stable name of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FigureId {
    /// Where the money comes from and where it goes.
    Flow,
    /// What each 100 yuan go to.
    Purpose,
    /// 基本支出 and 项目支出, this year and last.
    Nature,
    /// From last year to this year, with reasons.
    Change,
    /// “三公”经费.
    ThreePublic,
    /// 机关运行经费, procurement, vehicles, performance.
    Running,
    /// Duties, units, posts.
    Office,
}

impl FigureId {
    /// All figures in the order of the page.
    pub const ALL: [FigureId; 7] = [
        FigureId::Flow,
        FigureId::Purpose,
        FigureId::Nature,
        FigureId::Change,
        FigureId::ThreePublic,
        FigureId::Running,
        FigureId::Office,
    ];

    /// The name in links, files and `data-figure`.
    pub fn word(self) -> &'static str {
        match self {
            FigureId::Flow => "flow",
            FigureId::Purpose => "purpose",
            FigureId::Nature => "nature",
            FigureId::Change => "change",
            FigureId::ThreePublic => "three_public",
            FigureId::Running => "running",
            FigureId::Office => "office",
        }
    }

    /// The figure of this name.
    pub fn of_word(word: &str) -> Option<FigureId> {
        FigureId::ALL.into_iter().find(|id| id.word() == word)
    }

    /// The names in links of its ways to look at it, in the order of [`Figure::views`].
    pub fn views(self) -> &'static [&'static str] {
        if self == FigureId::Flow { &["class", "nature"] } else { &[] }
    }

    /// The figure that shows a line best.
    pub fn of_line(line: &LineId) -> Option<FigureId> {
        let root = line.as_str().split('.').next().unwrap_or_default();
        Some(match root {
            "income" => FigureId::Flow,
            "expenditure" if line.parent().is_some() => FigureId::Purpose,
            "expenditure" | "appropriation" => FigureId::Change,
            "three_public" => FigureId::ThreePublic,
            "operating" | "procurement" | "performance" | "vehicles" | "vehicles_bought" => FigureId::Running,
            "staff" | "offices" => FigureId::Office,
            "government_fund" | "state_capital" => FigureId::Flow,
            _ => return None,
        })
    }
}

/// The figure of this id; None where the disclosure holds nothing that it could show: [`aside`] says why.
///
/// `view` chooses among [`Figure::views`]; `look` says how wide, how large and how dark the chart is drawn.
pub fn figure(id: FigureId, reading: &Reading, view: usize, look: &Look) -> Option<Figure> {
    let mut made = match id {
        FigureId::Flow => flow::figure(reading, view, look),
        FigureId::Purpose => purpose::figure(reading, look),
        FigureId::Nature => nature::figure(reading, look),
        FigureId::Change => change::figure(reading, look),
        FigureId::ThreePublic => three_public::figure(reading, look),
        FigureId::Running => running::figure(reading, look),
        FigureId::Office => office::figure(reading, look),
    }?;
    let lang = reading.locale.lang;
    let sentence = |text: &mut Text| *text = std::mem::take(text).sentence(lang);
    sentence(&mut made.title);
    sentence(&mut made.subtitle);
    made.notes.iter_mut().for_each(sentence);
    made.explanations.iter_mut().for_each(|explained| sentence(&mut explained.name));
    for row in made.table.rows.iter_mut().chain(&mut made.table.foot) {
        sentence(&mut row.head);
    }
    Some(made)
}

/// The chart of a figure without anything else of it: what a live chart needs again at every width. It needs none of the
/// page's words.
pub fn chart(id: FigureId, reading: &Reading, view: usize, look: &Look) -> Option<Chart> {
    match id {
        FigureId::Flow => flow::chart(reading, view, look),
        FigureId::Purpose => purpose::chart(reading, look),
        FigureId::Nature => nature::chart(reading, look),
        FigureId::Change => change::chart(reading, look),
        FigureId::ThreePublic => three_public::chart(reading, look),
        FigureId::Running => running::chart(reading, look),
        FigureId::Office => office::chart(reading, look),
    }
}
