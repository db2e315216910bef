//! What every figure is made from: a disclosure, and the language and unit in which it is presented.

use super::rich_text::{NumberFormat, RichText, TextRun};
use crate::audit::ContradictedNumbers;
use crate::disclosure::{Disclosure, LineId};
use crate::glossary::Translations;
use crate::locale::{DisplayUnit, Lang, Locale, fill};
use crate::provenance::SourcedValue;
use crate::publication::Publication;

/// A disclosure with the language and unit in which it is presented.
#[derive(Clone, Copy, Debug)]
pub struct RenderContext<'d> {
    /// The disclosure.
    pub disclosure: &'d Disclosure,
    /// The reader's language, with the unit of amounts.
    pub locale: Locale,
    /// English translations of the disclosure's own words.
    pub translations: &'d Translations,
    /// What is known of the original publication.
    pub publication: &'d Publication,
    /// The published numbers that the rest of the disclosure contradicts.
    pub contradicted: &'d ContradictedNumbers,
}

impl<'d> RenderContext<'d> {
    /// A disclosure in a language, with amounts in the usual unit of that language.
    pub fn new(disclosure: &'d Disclosure, lang: Lang) -> RenderContext<'d> {
        let unit = DisplayUnit::usual(lang, disclosure.unit);
        static NO_TRANSLATIONS: Translations = Translations::NONE;
        static NONE_CONTRADICTED: ContradictedNumbers = ContradictedNumbers::NONE;
        RenderContext {
            disclosure,
            locale: Locale::of(lang).in_unit(unit),
            translations: &NO_TRANSLATIONS,
            publication: &Publication::UNKNOWN,
            contradicted: &NONE_CONTRADICTED,
        }
    }

    /// The same with English translations of the disclosure's own words. They are shown to readers of English only.
    pub fn with_translations(self, translations: &'d Translations) -> RenderContext<'d> {
        RenderContext { translations, ..self }
    }

    /// The same with what is known of the original publication.
    pub fn with_publication(self, publication: &'d Publication) -> RenderContext<'d> {
        RenderContext { publication, ..self }
    }

    /// The same with what the disclosure's checks contradict.
    pub fn with_contradicted(self, contradicted: &'d ContradictedNumbers) -> RenderContext<'d> {
        RenderContext { contradicted, ..self }
    }

    /// The same disclosure in another language, with its amounts in the usual unit.
    pub fn in_language(self, lang: Lang) -> RenderContext<'d> {
        RenderContext::new(self.disclosure, lang)
            .with_translations(self.translations)
            .with_publication(self.publication)
            .with_contradicted(self.contradicted)
    }

    /// The same context with amounts in `unit`, if readers of this language can choose it.
    pub fn in_unit(self, unit: DisplayUnit) -> RenderContext<'d> {
        let choices = DisplayUnit::choices(self.locale.lang, self.disclosure.unit);
        if !choices.contains(&unit) {
            return self;
        }
        RenderContext { locale: self.locale.in_unit(unit), ..self }
    }

    /// The name of a line: our short name if the line is known, else the published one.
    pub fn name(&self, id: &LineId) -> String {
        if let Some(known) = self.locale.line(id) {
            return known.to_owned();
        }
        // The label 内设科室 does not name the owner, but the id does; the owner alone does not say what is counted.
        if let Some(owner) = id.as_str().strip_prefix("offices.") {
            let count = self.disclosure.count(id.as_str());
            let named = count.is_some_and(|count| owner.ends_with(count.label.as_str()));
            let whose = self.translated(owner);
            return if named { whose } else { fill(self.locale.labels.offices_of, &[("owner", &whose)]) };
        }
        let line = self.disclosure.line(id.as_str()).map(|line| line.label.as_str());
        let count = || self.disclosure.count(id.as_str()).map(|count| count.label.as_str());
        let published = line.or_else(count).or_else(|| id.as_str().rsplit('.').next()).unwrap_or_default();
        self.translated(published)
    }

    /// The translation of words of the document into the reader's language; None in Chinese, or if there is none.
    pub fn translation(&self, zh: &str) -> Option<&'d str> {
        self.locale.english().then(|| self.translations.get(zh)).flatten()
    }

    /// Words of the document in the reader's language if there is a translation; else as published.
    pub fn translated(&self, zh: &str) -> String {
        self.translation(zh).unwrap_or(zh).to_owned()
    }

    /// The name of a line, as a part of a sentence.
    pub fn line(&self, id: &LineId) -> RichText {
        RichText(vec![TextRun::Line(id.clone(), self.name(id))])
    }

    /// The name of a line as a heading: in English with a capital letter.
    pub fn heading(&self, id: &LineId) -> RichText {
        self.line(id).sentence(self.locale.lang)
    }

    /// The same as plain text.
    pub fn heading_name(&self, id: &LineId) -> String {
        self.heading(id).plain(&self.locale)
    }

    /// The year of the budget, as text.
    pub fn this_year(&self) -> String {
        let labels = self.locale.labels;
        self.disclosure.year.map_or(labels.this_year.to_owned(), |year| fill(labels.year, &[("n", &year.to_string())]))
    }

    /// The year before, as text.
    pub fn last_year(&self) -> String {
        let labels = self.locale.labels;
        self.disclosure
            .year
            .map_or(labels.last_year.to_owned(), |year| fill(labels.year, &[("n", &(year - 1).to_string())]))
    }

    /// The name of the institution, or a phrase for a document without one.
    pub fn who(&self) -> String {
        self.institution().unwrap_or_else(|| self.locale.words().unnamed.to_owned())
    }

    /// Whose money it is, and of which year: 某办公室，2023年.
    pub fn who_and_year(&self) -> String {
        [self.who(), self.this_year()].join(self.locale.words().comma)
    }

    /// The name of the institution; None if the document has none.
    pub fn institution(&self) -> Option<String> {
        self.disclosure.institution.as_ref().map(|name| self.translated(&name.text))
    }

    /// A template with its slots filled. `{year}` and `{last}` are always available.
    pub fn fill(&self, template: &str, slots: &[(&str, RichText)]) -> RichText {
        let mut all: Vec<(&str, RichText)> = vec![("year", self.this_year().into()), ("last", self.last_year().into())];
        all.extend(slots.iter().cloned());
        RichText::fill(template, &all)
    }

    /// The template for the direction of a change.
    pub fn by_direction(&self, change: &SourcedValue, up: &'d str, down: &'d str, flat: &'d str) -> &'d str {
        match change.money() {
            amount if amount.is_zero() => flat,
            amount if amount.is_negative() => down,
            _ => up,
        }
    }

    /// The size of a change in a sentence that names its direction: 15.7 万元（19.15%）.
    pub fn change_size(&self, change: SourcedValue, percent: Option<SourcedValue>) -> RichText {
        let change = RichText::number(change, NumberFormat::Unsigned);
        let Some(percent) = percent else { return change };
        let percent = RichText::number(percent, NumberFormat::Unsigned);
        self.fill(self.locale.words().change_with_percent, &[("change", change), ("percent", percent)])
    }

    /// A change as a sentence: 项目支出减少 67 万元.
    pub fn change_sentence(&self, id: &LineId, change: &SourcedValue) -> RichText {
        let words = self.locale.words();
        let template = self.by_direction(change, words.line_up, words.line_down, words.line_flat);
        self.fill(
            template,
            &[("line", self.line(id)), ("amount", RichText::number(change.clone(), NumberFormat::Unsigned))],
        )
    }
}
