//! What is searched: made ready once for a disclosure and a language.

use super::entry::{Entry, Kind};
use super::matches::{Fit, Mark, fit};
use super::query::Query;
use super::{clauses, lines, terms};
use crate::address::Spot;
use crate::figures::RenderContext;

/// Everything that can be found in a disclosure by readers of a language.
#[derive(Clone, Debug)]
pub struct Index {
    entries: Vec<Entry>,
    english: bool,
}

/// What was found.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// One group for each kind of which there is any.
    pub groups: Vec<Group>,
}

/// What was found of a kind, the best first.
#[derive(Clone, Debug)]
pub struct Group {
    /// The kind.
    pub kind: Kind,
    /// What was found.
    pub hits: Vec<Hit>,
}

/// Something that was found.
#[derive(Clone, Debug)]
pub struct Hit {
    entry: usize,
    fit: Fit,
    /// What of it was found.
    pub marks: Vec<Mark>,
}

impl Index {
    /// Makes ready what is searched.
    pub fn new(context: &RenderContext) -> Index {
        let mut entries = lines::entries(context);
        entries.extend(terms::entries(context));
        entries.extend(clauses::reasons(context));
        entries.extend(clauses::duties(context));
        entries.extend(clauses::text(context));
        Index { entries, english: context.locale.english() }
    }

    /// Everything that can be found.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// What was found under a hit's hand.
    pub fn entry(&self, hit: &Hit) -> &Entry {
        &self.entries[hit.entry]
    }

    /// What fits what was typed. Takes time proportional to the length of all that is searched.
    pub fn find(&self, typed: &str) -> Found {
        let query = Query::new(typed, self.english);
        let mut found = Found::default();
        if query.is_blank() {
            return found;
        }
        for (at, entry) in self.entries.iter().enumerate() {
            let Some((fit, marks)) = fit(entry, &query) else { continue };
            let hit = Hit { entry: at, fit, marks };
            // Entries of a kind stand together, in the order of the kinds.
            match found.groups.last_mut() {
                Some(group) if group.kind == entry.kind => group.hits.push(hit),
                _ => found.groups.push(Group { kind: entry.kind, hits: vec![hit] }),
            }
        }
        for group in &mut found.groups {
            group.hits.sort_by_key(|hit| hit.fit);
        }
        found
    }

    /// The fragment that leads to a hit: in the original text, to the very words that were found.
    pub fn href(&self, hit: &Hit) -> String {
        let entry = self.entry(hit);
        let text = entry.line.zip(hit.marks.first().filter(|_| hit.marks.len() == 1));
        let spot = text.map(|((line, indent), mark)| {
            let bytes = (indent + mark.range.start, indent + mark.range.end);
            Spot { line, bytes: Some(bytes) }
        });
        spot.map_or_else(|| entry.href.clone(), |spot| spot.href())
    }
}

impl Found {
    /// How many things were found.
    pub fn count(&self) -> usize {
        self.groups.iter().map(|group| group.hits.len()).sum()
    }

    /// What was found of a kind.
    pub fn of(&self, kind: Kind) -> &[Hit] {
        self.groups.iter().find(|group| group.kind == kind).map_or(&[], |group| &group.hits)
    }
}
