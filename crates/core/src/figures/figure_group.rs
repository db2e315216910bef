//! Groups of figures that tell the same amounts in two ways: the page shows one of a group at a time.

use super::context::RenderContext;
use super::flow_side::FlowSide;
use super::{FigureId, has_figure};

/// Figures that tell the same amounts: what the money is for, and how it changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureGroup {
    /// The stable name of the group.
    pub name: &'static str,
    /// Two or more figures. The page shows the first one until a reader chooses another.
    pub members: Vec<FigureId>,
}

/// The group that a figure belongs to; None for a figure that the page always shows.
///
/// Where all money comes from one source, the flow would say no more than that a hundred per cent are a hundred per
/// cent: then what each 100 yuan go to comes first.
///
/// ```
/// use mingbai_core::disclosure::parse;
/// use mingbai_core::figures::{FigureId, RenderContext, figure_group};
/// use mingbai_core::locale::Lang;
///
/// let text = "二、部门收支总体情况\n（一）收入预算：2023年年初预算数100万元，其中，一般公共预算拨款100万元。\n\
///             （二）支出预算：2023年年初预算数100万元，其中，一般公共服务支出60万元，教育支出40万元。";
/// let disclosure = parse(text)?;
/// let context = RenderContext::new(&disclosure, Lang::Zh);
/// let group = figure_group(&context, FigureId::Flow).expect("both tell the classes of expenditure");
/// assert_eq!(group.members, [FigureId::Purpose, FigureId::Flow]);
/// assert_eq!(figure_group(&context, FigureId::Change), None);
/// # Ok::<(), mingbai_core::disclosure::ParseError>(())
/// ```
pub fn figure_group(context: &RenderContext, id: FigureId) -> Option<FigureGroup> {
    let has_several_sources = FlowSide::of(context, "income").is_some_and(|income| income.nonzero_parts().len() > 1);
    let (name, candidates) = match id {
        FigureId::Flow | FigureId::Purpose if has_several_sources => ("money", [FigureId::Flow, FigureId::Purpose]),
        FigureId::Flow | FigureId::Purpose => ("money", [FigureId::Purpose, FigureId::Flow]),
        FigureId::Change | FigureId::Nature => ("change", [FigureId::Change, FigureId::Nature]),
        FigureId::ThreePublic | FigureId::Running | FigureId::Office => return None,
    };
    let members: Vec<FigureId> = candidates.into_iter().filter(|id| has_figure(*id, context)).collect();
    (members.len() > 1 && members.contains(&id)).then_some(FigureGroup { name, members })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disclosure::parse;
    use crate::locale::Lang;

    #[test]
    fn the_flow_leads_only_where_it_has_something_to_divide() {
        let text = |sources: &str| {
            format!(
                "二、部门收支总体情况\n（一）收入预算：2023年年初预算数100万元，其中，{sources}。\n\
                 （二）支出预算：2023年年初预算数100万元，其中，一般公共服务支出60万元，教育支出40万元。"
            )
        };
        let lead = |sources: &str| {
            let disclosure = parse(&text(sources)).unwrap();
            figure_group(&RenderContext::new(&disclosure, Lang::Zh), FigureId::Purpose).unwrap().members[0]
        };
        assert_eq!(lead("一般公共预算拨款100万元，事业收入0万元"), FigureId::Purpose);
        assert_eq!(lead("一般公共预算拨款60万元，事业收入40万元"), FigureId::Flow);
    }

    #[test]
    fn a_figure_alone_is_no_group() {
        let text =
            "二、部门收支总体情况\n（二）支出预算：2023年年初预算数100万元，比2022年增加5万元，主要原因是人员增加。";
        let disclosure = parse(text).unwrap();
        let context = RenderContext::new(&disclosure, Lang::Zh);
        for id in FigureId::ALL {
            assert_eq!(figure_group(&context, id), None, "{id}");
        }
    }
}
