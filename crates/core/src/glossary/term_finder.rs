//! Finding terms in text: the longest match wins, and no term is inside another.

use super::term::{self, Term};
use crate::locale::Lang;
use std::collections::HashMap;
use std::sync::OnceLock;

/// A span of a text: plain, or a term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TermSpan<'t> {
    /// Words between terms.
    Plain(&'t str),
    /// A term as it is written in the text, and its id.
    Term(&'t str, &'static str),
}

/// The forms of all terms by their first character, longest first.
type FormIndex = HashMap<char, Vec<(&'static str, &'static Term)>>;

fn index(lang: Lang) -> &'static FormIndex {
    static ZH: OnceLock<FormIndex> = OnceLock::new();
    static EN: OnceLock<FormIndex> = OnceLock::new();
    let cell = match lang {
        Lang::Zh => &ZH,
        Lang::En => &EN,
    };
    cell.get_or_init(|| {
        let mut index = FormIndex::new();
        for term in term::terms() {
            for form in term.forms(lang) {
                if let Some(first) = form.chars().next() {
                    index.entry(first).or_default().push((form, term));
                }
            }
        }
        for forms in index.values_mut() {
            forms.sort_by_key(|(form, _)| std::cmp::Reverse(form.len()));
        }
        index
    })
}

/// Splits `text` into plain words and terms. A term is marked where it first occurs; the terms whose ids are in `known`
/// stay plain.
///
/// ```
/// use mingbai_core::{glossary::{TermSpan, mark_terms}, locale::Lang};
///
/// let spans = mark_terms("基本支出加基本支出", Lang::Zh, &[]);
/// assert_eq!(spans, [TermSpan::Term("基本支出", "basic_expenditure"), TermSpan::Plain("加基本支出")]);
/// ```
pub fn mark_terms<'t>(text: &'t str, lang: Lang, known: &[&str]) -> Vec<TermSpan<'t>> {
    let mut spans = Vec::new();
    let mut seen: Vec<&str> = known.to_vec();
    let (mut plain, mut at) = (0, 0);
    while let Some(c) = text[at..].chars().next() {
        let Some((len, term)) = term_at(text, at, c, lang) else {
            at += c.len_utf8();
            continue;
        };
        if !seen.contains(&term.id) {
            seen.push(term.id);
            if plain < at {
                spans.push(TermSpan::Plain(&text[plain..at]));
            }
            spans.push(TermSpan::Term(&text[at..at + len], term.id));
            plain = at + len;
        }
        at += len;
    }
    if plain < text.len() {
        spans.push(TermSpan::Plain(&text[plain..]));
    }
    spans
}

/// The longest term that starts at byte `at` with character `c`, and its length in the text.
fn term_at(text: &str, at: usize, c: char, lang: Lang) -> Option<(usize, &'static Term)> {
    let before = text[..at].chars().next_back();
    let forms = index(lang).get(&c.to_ascii_lowercase())?;
    let found = forms.iter().find(|(form, _)| match lang {
        Lang::Zh => text[at..].starts_with(form),
        Lang::En => {
            let end = at + form.len();
            let words = text.get(at..end).is_some_and(|words| words.eq_ignore_ascii_case(form));
            let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
            words && !is_letter(before) && !is_letter(text[end..].chars().next())
        }
    });
    // After a number 万元 is the unit, which needs no explanation.
    let is_unit = before.is_some_and(|c| c.is_ascii_digit() || c == '\u{202f}');
    found.filter(|(_, term)| !(is_unit && term.id == "wan_yuan")).map(|(form, term)| (form.len(), *term))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(text: &str, lang: Lang) -> Vec<(String, &'static str)> {
        let found = mark_terms(text, lang, &[]).into_iter().filter_map(|piece| match piece {
            TermSpan::Term(words, id) => Some((words.to_owned(), id)),
            TermSpan::Plain(_) => None,
        });
        found.collect()
    }

    #[test]
    fn the_longest_term_wins_and_nothing_nests() {
        assert_eq!(
            terms("全部来自一般公共预算拨款。", Lang::Zh),
            [("一般公共预算拨款".to_owned(), "general_public_budget_appropriation")]
        );
        assert_eq!(terms("公务用车运行维护费", Lang::Zh), [("公务用车运行维护费".to_owned(), "vehicle_operation")]);
    }

    #[test]
    fn a_term_is_marked_once_and_known_ones_stay_plain() {
        assert_eq!(terms("基本支出加基本支出", Lang::Zh).len(), 1);
        assert_eq!(mark_terms("基本支出", Lang::Zh, &["basic_expenditure"]), [TermSpan::Plain("基本支出")]);
    }

    #[test]
    fn nothing_is_lost_between_the_spans() {
        let text = "“三公”经费预算66.3万元，比2022年减少";
        let joined: String = mark_terms(text, Lang::Zh, &[])
            .into_iter()
            .map(|piece| match piece {
                TermSpan::Plain(words) | TermSpan::Term(words, _) => words,
            })
            .collect();
        assert_eq!(joined, text);
        assert!(terms(text, Lang::Zh).iter().all(|(_, id)| *id != "wan_yuan"));
    }

    #[test]
    fn english_terms_are_whole_words_in_any_case() {
        assert_eq!(terms("Basic expenditure rose.", Lang::En), [("Basic expenditure".to_owned(), "basic_expenditure")]);
        assert!(terms("nonbasic expenditures", Lang::En).is_empty());
    }
}
