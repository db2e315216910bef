//! The stable ids of figures.

use crate::disclosure::LineId;
use strum::{Display, EnumString, IntoStaticStr};

/// The stable id of a figure.
///
/// ```
/// use mingbai_core::figure_id::FigureId;
///
/// assert_eq!("three_public".parse(), Ok(FigureId::ThreePublic));
/// assert_eq!(FigureId::ThreePublic.to_string(), "three_public");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, IntoStaticStr, Display, EnumString)]
#[strum(serialize_all = "snake_case")]
pub enum FigureId {
    /// Where the money comes from and where it goes.
    Flow,
    /// What each 100 yuan are spent on.
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
    /// The stable word in links, files and `data-figure`.
    pub fn as_str(self) -> &'static str {
        self.into()
    }

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

    /// The names of its views in links, in the order of [`Figure::views`](crate::figures::Figure::views); empty where
    /// it has only one.
    pub fn views(self) -> &'static [&'static str] {
        if self == FigureId::Flow { &["class", "nature"] } else { &[] }
    }

    /// The figure that shows a line best; None for a line that no figure shows.
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
