//! The list of results as HTML.
//!
//! It is one string, not a view: all of it changes with every keystroke, and a browser parses a hundred elements faster than
//! it creates them one by one.

use mingbai_core::escape::push_markup;
use mingbai_core::locale::{Locale, fill};
use mingbai_core::search::{EntryKind, EntryPart, ResultList, SearchEntry, SearchHit, SearchIndex, snippet};
use std::fmt::Write as _;

/// The list of results, with the option of index `at` selected; empty if there are none. Texts are cut to `width`, in widths
/// of a Latin letter.
pub fn html(index: &SearchIndex, list: &ResultList, at: usize, locale: &Locale, width: usize) -> String {
    let words = locale.words();
    let mut out = String::new();
    if list.count() == 0 {
        return out;
    }
    let _ = write!(out, "<div role=listbox id=find-list aria-label=\"{}\">", words.search_results);
    for (n, group) in list.results.groups.iter().enumerate() {
        let kind = group.kind.as_str();
        let (first, all, (listed, more)) = (list.numbers(n).start, group.hits.len(), list.listed(n));
        let title = title(group.kind, locale);
        let _ = write!(
            out,
            "<div role=group aria-labelledby=find-{kind}>\
             <div role=presentation class=find-heading id=find-{kind}>{title} <small>{all}</small></div>"
        );
        for (place, hit) in group.hits[..listed].iter().enumerate() {
            let number = first + place;
            let (href, chosen) = (index.href(hit), number == at);
            let _ = write!(
                out,
                "<div role=option class=find-option id=find-{number} data-href=\"{href}\" data-kind={kind} \
                 aria-selected={chosen}>"
            );
            Row { entry: index.entry(hit), hit, width }.write(&mut out, locale.english());
            out.push_str("</div>");
        }
        if more {
            let (number, said) = (first + listed, fill(words.search_all, &[("n", &all.to_string())]));
            let chosen = number == at;
            let _ = write!(
                out,
                "<div role=option class=find-option id=find-{number} data-kind=all aria-selected={chosen}>{said}</div>"
            );
        }
        out.push_str("</div>");
    }
    out.push_str("</div>");
    out
}

/// One result.
struct Row<'f> {
    entry: &'f SearchEntry,
    hit: &'f SearchHit,
    width: usize,
}

impl Row<'_> {
    /// Writes what it belongs to, its name or words, the original, its numbers, and the alias by which it was found
    /// or the explanation.
    fn write(&self, out: &mut String, english: bool) {
        let Row { entry, hit, .. } = self;
        if !entry.belongs_to.is_empty() {
            out.push_str("<span class=find-of>");
            push_markup(out, &entry.belongs_to);
            out.push_str("</span> ");
        }
        let class = if entry.main.prose { "find-prose" } else { "find-name" };
        self.words(out, EntryPart::Main, class, tag(entry.main.chinese, english));
        if entry.original.is_some() {
            self.words(out, EntryPart::Original, "find-original", tag(true, english));
        }
        for number in entry.shown_numbers(&hit.matches) {
            // Numbers are in the reader's language, like the page.
            self.words(out, number, "find-number", "");
        }
        if let Some((part, alias)) = entry.shown_alias(&hit.matches) {
            self.words(out, part, "find-also", tag(alias.chinese, english));
        }
    }

    /// Writes one of its texts with the matches marked.
    fn words(&self, out: &mut String, part: EntryPart, class: &str, lang: &str) {
        let Row { entry, hit, width } = self;
        let ranges = hit.matches.iter().filter(|found| found.part == part).map(|found| found.range.clone()).collect();
        let snippet = snippet(entry.text(part), ranges, *width);
        let cut = |cut| if cut { "…" } else { "" };
        for text in ["<span class=", class, lang, ">", cut(snippet.begins_late)] {
            out.push_str(text);
        }
        for piece in snippet.parts {
            out.push_str(if piece.found { "<mark>" } else { "" });
            push_markup(out, piece.text);
            out.push_str(if piece.found { "</mark>" } else { "" });
        }
        out.push_str(cut(snippet.ends_early));
        out.push_str("</span> ");
    }
}

/// The `lang` attribute of a text that is not in the page's language.
fn tag(chinese: bool, english: bool) -> &'static str {
    match (chinese, english) {
        (true, true) => " lang=zh-CN",
        (false, false) => " lang=en",
        _ => "",
    }
}

fn title(kind: EntryKind, locale: &Locale) -> &'static str {
    let words = locale.words();
    match kind {
        EntryKind::Line => words.search_lines,
        EntryKind::Term => words.search_terms,
        EntryKind::Reason => words.search_reasons,
        EntryKind::Duty => words.search_duties,
        EntryKind::Text => words.search_text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use mingbai_core::disclosure::parse;
    use mingbai_core::figures::RenderContext;
    use mingbai_core::locale::{Lang, Locale};

    fn listed(text: &str, typed: &str, lang: Lang) -> String {
        let disclosure = parse(text).unwrap();
        let index = SearchIndex::new(&RenderContext::new(&disclosure, lang));
        html(&index, &ResultList::new(index.find(typed)), 0, &Locale::of(lang), 200)
    }

    #[test]
    fn what_was_found_is_marked_where_it_stands() {
        let text = include_str!("../../../data/disclosure.txt");
        let shown = listed(text, "jd", Lang::En);
        assert!(shown.contains("lang=zh-CN>公务<mark>接待</mark>费</span>"), "{shown}");
        assert!(shown.contains("data-href=\"#figure=three_public&line=three_public.reception\""), "{shown}");
        assert_eq!(shown.matches("aria-selected=true").count(), 1);
        assert_eq!(listed(text, "大象", Lang::Zh), "");
    }

    #[test]
    fn nothing_that_a_document_says_is_markup() {
        let text =
            include_str!("../../../data/disclosure.txt").to_owned() + "\n备注<img src=x onerror=alert(1)>，&lt;b&gt;";
        for typed in ["<img", "alert", "备注", "&lt"] {
            let shown = listed(&text, typed, Lang::Zh);
            assert!(!shown.is_empty() && !shown.contains("<img") && !shown.contains("&lt;b&gt;"), "{typed}: {shown}");
        }
    }
}
