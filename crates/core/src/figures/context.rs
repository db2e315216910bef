//! A disclosure being read in a language.

use super::rich_text::{Form, Piece, Text};
use crate::disclosure::{Disclosure, LineId};
use crate::glossary::Translations;
use crate::locale::{Lang, Locale, MoneyUnit};
use crate::provenance::SourcedValue;

/// A disclosure being read in a language: what every figure is made from.
#[derive(Clone, Copy, Debug)]
pub struct RenderContext<'d> {
    /// What was published.
    pub disclosure: &'d Disclosure,
    /// The reader's language.
    pub locale: Locale,
    /// English translations of the disclosure's own words.
    pub translations: &'d Translations,
}

impl<'d> RenderContext<'d> {
    /// A disclosure in a language, with its amounts in the usual unit and no translations.
    pub fn new(disclosure: &'d Disclosure, lang: Lang) -> RenderContext<'d> {
        let unit = MoneyUnit::usual(lang, disclosure.unit);
        static NO_TRANSLATIONS: Translations = Translations::NONE;
        RenderContext { disclosure, locale: Locale::of(lang).in_unit(unit), translations: &NO_TRANSLATIONS }
    }

    /// The same with English translations of the disclosure's own words. They are shown to readers of English only.
    pub fn with_translations(self, translations: &'d Translations) -> RenderContext<'d> {
        RenderContext { translations, ..self }
    }

    /// The same disclosure in another language, with its amounts in the usual unit.
    pub fn in_language(self, lang: Lang) -> RenderContext<'d> {
        RenderContext::new(self.disclosure, lang).with_translations(self.translations)
    }

    /// The same with its amounts in `unit`, where a reader of this language can choose it.
    pub fn in_unit(self, unit: MoneyUnit) -> RenderContext<'d> {
        let choices = MoneyUnit::choices(self.locale.lang, self.disclosure.unit);
        if !choices.contains(&unit) {
            return self;
        }
        RenderContext { locale: self.locale.in_unit(unit), ..self }
    }

    /// A line's name: short where the line is known, else as published.
    pub fn name(&self, id: &LineId) -> String {
        if let Some(known) = self.locale.line(id) {
            return known.to_owned();
        }
        // 内设科室 says nothing of whose: the id does. And whose alone says nothing of what.
        if let Some(owner) = id.as_str().strip_prefix("offices.") {
            let count = self.disclosure.count(id.as_str());
            let named = count.is_some_and(|count| owner.ends_with(count.label.as_str()));
            let whose = self.translated(owner);
            return if named { whose } else { self.locale.labels.offices_of.replace("{owner}", &whose) };
        }
        let line = self.disclosure.line(id.as_str()).map(|line| line.label.as_str());
        let count = || self.disclosure.count(id.as_str()).map(|count| count.label.as_str());
        let published = line.or_else(count).or_else(|| id.as_str().rsplit('.').next()).unwrap_or_default();
        self.translated(published)
    }

    /// The translation of words of the document into the reader's language; None in Chinese, or where there is none.
    pub fn translation(&self, zh: &str) -> Option<&'d str> {
        self.locale.english().then(|| self.translations.get(zh)).flatten()
    }

    /// Words of the document in the reader's language, where there is a translation; else as published.
    pub fn translated(&self, zh: &str) -> String {
        self.translation(zh).unwrap_or(zh).to_owned()
    }

    /// A line's name as part of a sentence.
    pub fn line(&self, id: &LineId) -> Text {
        Text(vec![Piece::Line(id.clone(), self.name(id))])
    }

    /// A line's name where it stands alone: in English with a capital.
    pub fn heading(&self, id: &LineId) -> Text {
        self.line(id).sentence(self.locale.lang)
    }

    /// The same without markup.
    pub fn heading_name(&self, id: &LineId) -> String {
        self.heading(id).plain(&self.locale)
    }

    /// The year that is planned, in words.
    pub fn this_year(&self) -> String {
        let labels = self.locale.labels;
        self.disclosure.year.map_or(labels.this_year.to_owned(), |year| labels.year.replace("{n}", &year.to_string()))
    }

    /// The year before it, in words.
    pub fn last_year(&self) -> String {
        let labels = self.locale.labels;
        self.disclosure
            .year
            .map_or(labels.last_year.to_owned(), |year| labels.year.replace("{n}", &(year - 1).to_string()))
    }

    /// The institution's name, or words that say that there is none.
    pub fn who(&self) -> String {
        self.institution().unwrap_or_else(|| self.locale.words().unnamed.to_owned())
    }

    /// The institution's name, where the document has one.
    pub fn institution(&self) -> Option<String> {
        self.disclosure.institution.as_ref().map(|name| self.translated(&name.text))
    }

    /// A sentence of ours, filled: `{year}` and `{last}` are always known.
    pub fn say(&self, template: &str, slots: &[(&str, Text)]) -> Text {
        let mut all: Vec<(&str, Text)> = vec![("year", self.this_year().into()), ("last", self.last_year().into())];
        all.extend(slots.iter().cloned());
        Text::fill(template, &all)
    }

    /// Up or down, said with the sentence for it; flat with the third.
    pub fn direction(&self, change: &SourcedValue, up: &'d str, down: &'d str, flat: &'d str) -> &'d str {
        match change.money() {
            amount if amount.is_zero() => flat,
            amount if amount.is_negative() => down,
            _ => up,
        }
    }

    /// `{name} 减少 {amount}`.
    pub fn moved(&self, id: &LineId, change: &SourcedValue) -> Text {
        let words = self.locale.words();
        let template = self.direction(change, words.line_up, words.line_down, words.line_flat);
        self.say(template, &[("line", self.line(id)), ("amount", Text::number(change.clone(), Form::Unsigned))])
    }
}
