//! Which search results are listed: a few of each kind, or all of a kind that the reader unfolded.

use super::entry::EntryKind;
use super::index::SearchResults;
use std::ops::{Range, RangeInclusive};

/// How many hits are listed at first, in all: a few more than a screen shows.
const ROWS: usize = 12;

/// How many hits of a kind are listed at first: no kind crowds out the others, and none is left out.
const FEW: RangeInclusive<usize> = 2..=8;

/// Search results, and how many of them are listed.
#[derive(Clone, Debug, Default)]
pub struct ResultList {
    /// All results.
    pub results: SearchResults,
    /// The kinds of which everything is listed.
    unfolded: Vec<EntryKind>,
}

/// An option of the list that the reader can choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResultOption {
    /// A hit: the index of its group, and its index there.
    Hit(usize, usize),
    /// Unfolds the group with this index.
    ShowAll(usize),
}

impl ResultList {
    /// A list with a few results of each kind.
    pub fn new(results: SearchResults) -> ResultList {
        ResultList { results, unfolded: Vec::new() }
    }

    /// Lists all of a kind.
    pub fn unfold(&mut self, kind: EntryKind) {
        self.unfolded.push(kind);
    }

    /// How many hits of a group are listed, and whether there are more. Panics where there is no group with this
    /// index.
    pub fn listed(&self, group: usize) -> (usize, bool) {
        let groups = &self.results.groups;
        let few = (ROWS / groups.len()).clamp(*FEW.start(), *FEW.end());
        let all = groups[group].hits.len();
        // A single remaining hit takes no more room than the option that unfolds it.
        let more = all > few + 1 && !self.unfolded.contains(&groups[group].kind);
        (if more { few } else { all }, more)
    }

    /// The numbers of the options of a group, counted through the list. Panics where there is no group with this
    /// index.
    pub fn numbers(&self, group: usize) -> Range<usize> {
        let size = |group| {
            let (listed, more) = self.listed(group);
            listed + usize::from(more)
        };
        let start = (0..group).map(size).sum();
        start..start + size(group)
    }

    /// How many options there are.
    pub fn count(&self) -> usize {
        self.results.groups.len().checked_sub(1).map_or(0, |last| self.numbers(last).end)
    }

    /// The option with this number, from 0; None where there are fewer.
    pub fn option(&self, number: usize) -> Option<ResultOption> {
        let group = (0..self.results.groups.len()).find(|group| self.numbers(*group).contains(&number))?;
        let (listed, place) = (self.listed(group).0, number - self.numbers(group).start);
        Some(if place < listed { ResultOption::Hit(group, place) } else { ResultOption::ShowAll(group) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disclosure::parse;
    use crate::figures::RenderContext;
    use crate::locale::Lang;
    use crate::search::SearchIndex;

    #[test]
    fn a_few_of_each_kind_are_listed_until_all_are_asked_for() {
        let disclosure = parse(include_str!("../../../../data/disclosure.txt")).unwrap();
        let index = SearchIndex::new(&RenderContext::new(&disclosure, Lang::Zh));
        let mut list = ResultList::new(index.find("支出"));
        let lines = list.results.groups[0].hits.len();
        let few = ROWS / list.results.groups.len();
        assert!(lines > few + 1, "{lines}");
        assert_eq!(list.listed(0), (few, true));
        assert_eq!(list.option(0), Some(ResultOption::Hit(0, 0)));
        assert_eq!(list.option(few), Some(ResultOption::ShowAll(0)));
        assert_eq!(list.option(few + 1), Some(ResultOption::Hit(1, 0)));
        let before = list.count();
        list.unfold(EntryKind::Line);
        assert_eq!(list.listed(0), (lines, false));
        assert_eq!(list.option(few), Some(ResultOption::Hit(0, few)));
        assert_eq!(list.count(), before + lines - few - 1);
        assert_eq!(list.option(list.count()), None);
        assert_eq!(ResultList::default().count(), 0);
    }

    #[test]
    fn the_fewer_kinds_the_more_of_each() {
        let disclosure = parse(include_str!("../../../../data/disclosure.txt")).unwrap();
        let index = SearchIndex::new(&RenderContext::new(&disclosure, Lang::Zh));
        for typed in ["支出", "费", "z", "zhi", "政府", "。"] {
            let list = ResultList::new(index.find(typed));
            let groups = list.results.groups.len();
            let listed: usize = (0..groups).map(|group| list.listed(group).0).sum();
            assert!(listed <= ROWS + groups, "{typed}: {listed}");
        }
        let list = ResultList::new(index.find("。"));
        assert!(list.listed(list.results.groups.len() - 1).1);
    }
}
