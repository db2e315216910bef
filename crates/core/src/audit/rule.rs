//! The reconciliation rules (勾稽) by name.

use strum::{Display, EnumIter, EnumString, IntoStaticStr};

/// A reconciliation rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, IntoStaticStr, Display, EnumString, EnumIter)]
#[strum(serialize_all = "snake_case")]
#[non_exhaustive]
pub enum Rule {
    /// Income is equal to the sum of its sources.
    IncomeSources,
    /// Expenditure is equal to the sum of its classes.
    ExpenditureClasses,
    /// Income is equal to expenditure.
    IncomeExpenditure,
    /// A stated change is equal to the sum of its stated components.
    ChangeComponents,
    /// The appropriation is equal to the sum of 基本支出 and 项目支出.
    AppropriationParts,
    /// The change of the appropriation is equal to the sum of the changes of 基本支出 and 项目支出.
    AppropriationChanges,
    /// A component of the change in section two is equal to the change in section three.
    ComponentAgrees,
    /// The income of the appropriation is equal to its expenditure.
    AppropriationBalance,
    /// The income of the appropriation in section three is equal to its source in section two.
    AppropriationSource,
    /// A part is at most as much as its total.
    PartWithinWhole,
    /// “三公”经费 is equal to the sum of its items.
    ThreePublicItems,
    /// The change of “三公”经费 is equal to the sum of the changes of its items.
    ThreePublicChanges,
    /// Procurement is equal to the sum of goods, works and services.
    ProcurementParts,
    /// The projects under performance targets are equal to 项目支出.
    PerformanceProject,
    /// The number of vehicles is equal to the sum of their kinds.
    VehicleKinds,
    /// Money for buying vehicles is zero where no vehicles are bought, and only there.
    VehiclePurchase,
    /// Last year's amount is not negative.
    BaseNotNegative,
    /// The sign of a change agrees with its direction: 增加 is not negative, 减少 not positive.
    DirectionAgrees,
    /// A line with 持平 has no change in the explanation of another line.
    FlatIsZero,
    /// No line is listed twice.
    ListedTwice,
    /// No line is 10,000 times too much or too little, as with 元 for 万元.
    UnitsAgree,
}

impl Rule {
    /// The stable word in the ids of checks, in JSON and in the page's hook `data-check`.
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// True for a rule that adds up the parts of a list: where one of them was not understood, the sum falls short of
    /// its total whatever the document says.
    pub(super) fn adds_up_parts(self) -> bool {
        match self {
            Rule::IncomeSources
            | Rule::ExpenditureClasses
            | Rule::ChangeComponents
            | Rule::AppropriationParts
            | Rule::AppropriationChanges
            | Rule::ThreePublicItems
            | Rule::ThreePublicChanges
            | Rule::ProcurementParts
            | Rule::VehicleKinds
            | Rule::ListedTwice => true,
            Rule::IncomeExpenditure
            | Rule::ComponentAgrees
            | Rule::AppropriationBalance
            | Rule::AppropriationSource
            | Rule::PartWithinWhole
            | Rule::PerformanceProject
            | Rule::VehiclePurchase
            | Rule::BaseNotNegative
            | Rule::DirectionAgrees
            | Rule::FlatIsZero
            | Rule::UnitsAgree => false,
        }
    }
}
