//! What a mark of a chart, or an amount, says when it is asked: amount, share, change, reason, sentence.

use super::Reading;
use super::explanation::{self, Reason};
use super::text::{Form, Text};
use crate::disclosure::{LineId, Quote};
use crate::glossary::{self, Term};

/// What a line says of itself.
#[derive(Clone, Debug)]
pub struct Card {
    /// The line.
    pub line: LineId,
    /// Its name.
    pub name: String,
    /// The term that explains it.
    pub term: Option<&'static str>,
    /// Named numbers: amount, share, last year, change.
    pub entries: Vec<(String, Text)>,
    /// Why it changed.
    pub reason: Option<Reason>,
    /// What it is for, verbatim.
    pub purpose: Option<String>,
    /// The sentence that states it, with the clause to highlight.
    pub source: Option<(Quote, Quote)>,
}

/// The card of a line or count; None where the document states nothing of that id.
pub fn card(reading: &Reading, id: &LineId) -> Option<Card> {
    let (d, words) = (reading.disclosure, reading.locale.words);
    let mut entries = Vec::new();
    if let Some(count) = d.cite_count(id.as_str()) {
        entries.push((words.card_count.to_owned(), Text::cited(count, Form::Plain)));
    }
    if let Some(amount) = d.cite(id.as_str()) {
        entries.push((reading.say(words.card_amount, &[]).plain(&reading.locale), Text::cited(amount, Form::Plain)));
    }
    for (whole, label) in [
        ("expenditure", words.card_share),
        ("income", words.card_share),
        ("three_public", words.card_share_three_public),
    ] {
        let part = id.as_str() != whole
            && (id.parent() == Some(whole) || whole == "expenditure" && id.parent() == Some("appropriation"));
        if let Some(share) = part.then(|| d.cite_share(id.as_str(), whole)).flatten() {
            entries.push((label.to_owned(), Text::cited(share, Form::Plain)));
        }
    }
    let explanation = explanation::of_line(reading, id.as_str());
    if let Some(explained) = &explanation {
        entries.push((
            reading.say(words.card_base, &[]).plain(&reading.locale),
            Text::cited(explained.base.clone(), Form::Plain),
        ));
        entries.push((words.card_change.to_owned(), explained.moved(reading)));
    }
    if entries.is_empty() {
        return None;
    }
    let line = d.line(id.as_str());
    let quote = line.map(|line| line.quote).or_else(|| d.count(id.as_str()).map(|count| count.quote));
    let purpose = line.and_then(|line| line.purpose.as_ref()).map(|purpose| purpose.text.clone());
    Some(Card {
        line: id.clone(),
        name: reading.heading_name(id),
        term: glossary::of_line(id).map(|term: &Term| term.id),
        entries,
        reason: explanation.map(|explained| explained.reason),
        purpose,
        source: quote.map(|quote| (d.sentence(quote), quote)),
    })
}
