//! Questions, as people type them: 接待花多少？ holds the word 接待, and `How much for cars?` the word `car`.

use super::entry::{EntryPart, EverydayWord, SearchEntry, TextMatch};
use super::matches::Rank;
use super::normalize::SearchText;
use super::query::Phrase;

/// The longest question, in characters: whoever types more looks for a sentence of the text.
const LONGEST: usize = 60;

/// The rank of a line or a term of which a question holds a name or an everyday word, and that word.
pub fn match_question(entry: &SearchEntry, question: &Phrase) -> Option<(Rank, Vec<TextMatch>)> {
    if question.chars.len() > LONGEST {
        return None;
    }
    let held = |text: &SearchText| holds(&question.chars, text) || holds(&question.singular, text);
    // A single character is a word only where the glossary says so: 车, but not 费.
    let names = entry.texts().filter(|(_, text)| !text.prose && text.glyphs.len() > 1 && held(text));
    // 支出 says as little as 一共.
    let whole_budget = entry.everyday.iter().any(|word| word.general);
    let names = names.map(|(part, text)| (Rank::in_question(whole_budget, text.glyphs.len(), 0, part), part, text));
    let everyday = entry.everyday.iter().enumerate().filter(|(_, word)| held(&word.text));
    let everyday = everyday.map(|(at, EverydayWord { text, place, general })| {
        let part = EntryPart::Everyday(at);
        (Rank::in_question(*general, text.glyphs.len(), *place, part), part, text)
    });
    let (rank, part, text) = names.chain(everyday).min_by_key(|(rank, _, _)| *rank)?;
    Some((rank, vec![TextMatch { part, range: text.bytes(0..text.glyphs.len()) }]))
}

/// True where a question holds all of a text; a Latin word or a number as a whole.
fn holds(question: &[char], text: &SearchText) -> bool {
    let length = text.glyphs.len();
    let continues = |c: Option<&char>| c.is_some_and(char::is_ascii_alphanumeric);
    question.windows(length.max(1)).enumerate().any(|(at, window)| {
        window.iter().zip(&text.glyphs).all(|(c, glyph)| *c == glyph.c)
            && !(continues(window.first()) && at > 0 && continues(question.get(at - 1)))
            && !(continues(window.last()) && continues(question.get(at + length)))
    })
}

#[cfg(test)]
mod tests {
    use super::super::query::Query;
    use super::*;

    #[test]
    fn a_question_holds_whole_words() {
        let holds = |question: &str, word: &str| {
            let question = Query::new(question, true).whole;
            let word = SearchText::name(word, !word.is_ascii());
            super::holds(&question.chars, &word) || super::holds(&question.singular, &word)
        };
        for (question, word) in [
            ("接待花多少？", "接待"),
            ("養一輛車要多少錢", "车"),
            ("How much for cars?", "car"),
            ("What do staff cost", "staff"),
        ] {
            assert!(holds(question, word), "{question}");
        }
        for (question, word) in [("carryover", "car"), ("scar", "car"), ("接", "接待"), ("2023", "202"), ("", "car")]
        {
            assert!(!holds(question, word), "{question}");
        }
    }
}
