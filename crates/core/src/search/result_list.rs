//! What of the finds is listed: a few of each kind, or all of it where that is asked for.

use super::entry::Kind;
use super::index::Found;
use std::ops::{Range, RangeInclusive};

/// How many hits are listed at first, in all: some more than a screen holds, whatever was typed.
const ROWS: usize = 12;

/// How many of a kind are listed at first: no kind hides the others, and none is hidden.
const FEW: RangeInclusive<usize> = 2..=8;

/// What was found, and how much of it is listed.
#[derive(Clone, Debug, Default)]
pub struct Listing {
    /// What was found.
    pub found: Found,
    /// The kinds of which all is listed.
    whole: Vec<Kind>,
}

/// Something that can be chosen in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// A hit: its group, and its place there.
    Hit(usize, usize),
    /// All of a group.
    All(usize),
}

impl Listing {
    /// A few of each kind.
    pub fn new(found: Found) -> Listing {
        Listing { found, whole: Vec::new() }
    }

    /// Lists all of a kind.
    pub fn unfold(&mut self, kind: Kind) {
        self.whole.push(kind);
    }

    /// How many hits of a group are listed, and whether there are more.
    pub fn listed(&self, group: usize) -> (usize, bool) {
        let groups = &self.found.groups;
        let few = (ROWS / groups.len()).clamp(*FEW.start(), *FEW.end());
        let all = groups[group].hits.len();
        // Where one more is left, it takes no more room than the words that say so.
        let more = all > few + 1 && !self.whole.contains(&groups[group].kind);
        (if more { few } else { all }, more)
    }

    /// The numbers that the choices of a group have in the list.
    pub fn numbers(&self, group: usize) -> Range<usize> {
        let size = |group| {
            let (listed, more) = self.listed(group);
            listed + usize::from(more)
        };
        let start = (0..group).map(size).sum();
        start..start + size(group)
    }

    /// How many choices there are.
    pub fn count(&self) -> usize {
        self.found.groups.len().checked_sub(1).map_or(0, |last| self.numbers(last).end)
    }

    /// The choice of this number.
    pub fn choice(&self, number: usize) -> Option<Choice> {
        let group = (0..self.found.groups.len()).find(|group| self.numbers(*group).contains(&number))?;
        let (listed, place) = (self.listed(group).0, number - self.numbers(group).start);
        Some(if place < listed { Choice::Hit(group, place) } else { Choice::All(group) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disclosure::parse;
    use crate::figures::RenderContext;
    use crate::locale::Lang;
    use crate::search::Index;

    #[test]
    fn a_few_of_each_kind_are_listed_until_all_are_asked_for() {
        let disclosure = parse(include_str!("../../../../data/disclosure.txt")).unwrap();
        let index = Index::new(&RenderContext::new(&disclosure, Lang::Zh));
        let mut listing = Listing::new(index.find("支出"));
        let lines = listing.found.groups[0].hits.len();
        let few = ROWS / listing.found.groups.len();
        assert!(lines > few + 1, "{lines}");
        assert_eq!(listing.listed(0), (few, true));
        assert_eq!(listing.choice(0), Some(Choice::Hit(0, 0)));
        assert_eq!(listing.choice(few), Some(Choice::All(0)));
        assert_eq!(listing.choice(few + 1), Some(Choice::Hit(1, 0)));
        let before = listing.count();
        listing.unfold(Kind::Line);
        assert_eq!(listing.listed(0), (lines, false));
        assert_eq!(listing.choice(few), Some(Choice::Hit(0, few)));
        assert_eq!(listing.count(), before + lines - few - 1);
        assert_eq!(listing.choice(listing.count()), None);
        assert_eq!(Listing::default().count(), 0);
    }

    #[test]
    fn the_fewer_kinds_the_more_of_each() {
        let disclosure = parse(include_str!("../../../../data/disclosure.txt")).unwrap();
        let index = Index::new(&RenderContext::new(&disclosure, Lang::Zh));
        for typed in ["支出", "费", "z", "zhi", "政府", "。"] {
            let listing = Listing::new(index.find(typed));
            let groups = listing.found.groups.len();
            let listed: usize = (0..groups).map(|group| listing.listed(group).0).sum();
            assert!(listed <= ROWS + groups, "{typed}: {listed}");
        }
        let listing = Listing::new(index.find("。"));
        assert!(listing.listed(listing.found.groups.len() - 1).1);
    }
}
