//! Figures: illustrated answers to the questions that a reader has about a budget.
//!
//! Each figure is a pure function of a disclosure, a language and a chart style, and has a file of its own. The web
//! app, the prerendered pages, pictures and downloads only present what a [`Figure`] contains.

mod alert;
mod annotated_source;
mod bridge;
mod canvas;
mod canvas_chart;
mod change;
mod change_chart;
mod change_table;
mod charming_extensions;
mod chart_option;
mod chart_room;
mod chart_sentences;
mod chart_style;
mod check_sentence;
mod class_meaning;
mod class_share;
mod combined_change;
mod comparison_table;
mod context;
mod corroboration_sentence;
mod count_rows;
mod empty_state;
mod excerpt;
mod explained_change;
mod figure;
mod figure_chart;
mod figure_group;
mod flow;
mod flow_chart;
mod flow_side;
mod headline;
mod lede;
mod line_card;
mod list_balance;
mod nature;
mod number_name;
mod office;
mod office_chart;
mod page_title;
mod palette;
mod purpose;
mod purpose_chart;
mod purposes;
mod reason_line;
mod registry;
mod rich_text;
mod running;
mod source_passage;
mod source_reference;
mod table;
mod text_wrap;
mod three_public;
mod year_over_year;

pub use alert::{Alert, figure_alert};
pub use annotated_source::{AnnotatedLine, AnnotatedSpan, SpanKind, annotated_source};
pub use bridge::drawn_changes;
pub use chart_option::ChartOption;
pub use chart_room::{ChartFilling, ChartRoom, chart_filling};
pub use chart_sentences::chart_sentences;
pub use chart_style::{ChartStyle, font_family};
pub use check_sentence::{CheckPassage, arithmetic, check_passages, check_sentence, slip_sentence};
pub use class_meaning::{ClassMeaning, class_meaning};
pub use combined_change::{CombinedChange, combined_changes};
pub use context::RenderContext;
pub use corroboration_sentence::corroboration_sentence;
pub use empty_state::{EmptyState, empty_state};
pub use excerpt::{Excerpt, excerpt};
pub use explained_change::{ExplainedChange, ReasonText, explained_change, explained_changes};
pub use figure::Figure;
pub use figure_chart::{Area, ChartMark, FigureChart, LegendEntry};
pub use figure_group::{FigureGroup, figure_group};
pub use headline::{Fact, Headline, headline, verdict, verdict_trivial, verdict_unchecked};
pub use line_card::{LineCard, line_card, line_tip, number_tip};
pub use number_name::{formula, formula_named, number_aspect, number_link_name, number_name, standalone_number_format};
pub use page_title::{page_description, page_title};
pub use palette::{Background, Palette};
pub use purposes::purposes;
pub use registry::{chart, figure, has_figure, question};
pub use rich_text::{NumberFormat, RichText, TextRun, capitalised, format_number, split_arrow};
pub use source_passage::{
    PassageExcerpt, PassagePart, PassagePartKind, PassageSpan, PassageStep, SourcePassage, source_passage,
};
pub use source_reference::SourceReference;
pub use table::{Table, TableColumn, TableRow};
pub use text_wrap::{TextSpacing, text_width, wrap};

pub use crate::figure_id::FigureId;
