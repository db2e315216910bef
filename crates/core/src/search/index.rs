//! The search index: built once for a disclosure in a language.

use super::entry::{EntryKind, SearchEntry, TextMatch};
use super::matches::{Rank, match_entry};
use super::query::Query;
use super::question::match_question;
use super::{clauses, lines, terms};
use crate::address::SourceRange;
use crate::figures::RenderContext;

/// Everything that can be found in a disclosure in a language.
#[derive(Clone, Debug)]
pub struct SearchIndex {
    entries: Vec<SearchEntry>,
    english: bool,
}

/// What a search found.
#[derive(Clone, Debug, Default)]
pub struct SearchResults {
    /// A group for each kind with at least one hit.
    pub groups: Vec<ResultGroup>,
}

/// The hits of a kind, best first.
#[derive(Clone, Debug)]
pub struct ResultGroup {
    /// The kind.
    pub kind: EntryKind,
    /// The hits.
    pub hits: Vec<SearchHit>,
}

/// An entry that was found.
#[derive(Clone, Debug)]
pub struct SearchHit {
    entry: usize,
    rank: Rank,
    /// Which ranges of its texts match.
    pub matches: Vec<TextMatch>,
}

impl SearchIndex {
    /// Builds the index of a disclosure in a language.
    pub fn new(context: &RenderContext) -> SearchIndex {
        let mut entries = lines::entries(context);
        entries.extend(clauses::contact(context));
        entries.extend(terms::entries(context));
        entries.extend(clauses::reasons(context));
        entries.extend(clauses::duties(context));
        entries.extend(clauses::text(context));
        SearchIndex { entries, english: context.locale.english() }
    }

    /// Everything that can be found.
    pub fn entries(&self) -> &[SearchEntry] {
        &self.entries
    }

    /// The entry of a hit. Panics for a hit that a larger index found.
    pub fn entry(&self, hit: &SearchHit) -> &SearchEntry {
        &self.entries[hit.entry]
    }

    /// The entries that match what was typed, or else those that it asks about. Takes time proportional to the length
    /// of all texts of the index.
    pub fn find(&self, typed: &str) -> SearchResults {
        let query = Query::new(typed, self.english);
        if query.is_blank() {
            return SearchResults::default();
        }
        let found = self.matching(|entry| match_entry(entry, &query));
        if found.groups.is_empty() { self.matching(|entry| match_question(entry, &query.whole)) } else { found }
    }

    /// The entries that match, grouped and ranked.
    fn matching(&self, matches: impl Fn(&SearchEntry) -> Option<(Rank, Vec<TextMatch>)>) -> SearchResults {
        let mut groups: Vec<ResultGroup> = Vec::new();
        for (at, entry) in self.entries.iter().enumerate() {
            let Some((rank, matches)) = matches(entry) else { continue };
            let hit = SearchHit { entry: at, rank, matches };
            // Entries of a kind are adjacent, in the order of the kinds.
            match groups.last_mut() {
                Some(group) if group.kind == entry.kind => group.hits.push(hit),
                _ => groups.push(ResultGroup { kind: entry.kind, hits: vec![hit] }),
            }
        }
        for group in &mut groups {
            group.hits.sort_by_key(|hit| hit.rank);
        }
        // A term that is called so in everyday words comes before lines whose names only begin so.
        if let [lines, terms, ..] = groups.as_mut_slice()
            && terms.hits[0].rank.is_everyday_word()
            && !lines.hits[0].rank.is_exact()
        {
            groups.swap(0, 1);
        }
        SearchResults { groups }
    }

    /// The fragment of a hit's link: in the original text, to exactly the words that were found.
    pub fn href(&self, hit: &SearchHit) -> String {
        let entry = self.entry(hit);
        let text = entry.text_line.zip(hit.matches.first().filter(|_| hit.matches.len() == 1));
        let source_range = text.map(|((line, indent), found)| {
            let bytes = (indent + found.range.start, indent + found.range.end);
            SourceRange { line, bytes: Some(bytes) }
        });
        source_range.map_or_else(|| entry.href.clone(), |source_range| source_range.href())
    }
}

impl SearchResults {
    /// How many hits there are.
    pub fn count(&self) -> usize {
        self.groups.iter().map(|group| group.hits.len()).sum()
    }

    /// The hits of a kind.
    pub fn of_kind(&self, kind: EntryKind) -> &[SearchHit] {
        self.groups.iter().find(|group| group.kind == kind).map_or(&[], |group| &group.hits)
    }
}
