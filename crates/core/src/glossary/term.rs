//! Glossary entries.

use crate::disclosure::{Definition, Disclosure, LineId};
use crate::locale::Lang;

include!(concat!(env!("OUT_DIR"), "/glossary.rs"));

/// A glossary entry.
#[derive(Debug)]
pub struct Term {
    /// Its index among the entries.
    at: usize,
    /// Its stable name, in `data-term` and in links.
    pub id: &'static str,
    /// The official word.
    pub zh: &'static str,
    /// Every Chinese form, longest first.
    pub forms: &'static [&'static str],
    /// The English word.
    pub en: &'static str,
    /// Every English form in lower case, longest first.
    pub forms_en: &'static [&'static str],
    /// The name under which documents define it, if they do.
    pub official: Option<&'static str>,
    /// Ids of related entries.
    pub see: &'static [&'static str],
}

impl Term {
    /// The word in a language.
    pub fn name(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }

    /// Its explanation in plain words.
    pub fn plain(&self, lang: Lang) -> &'static str {
        let (zh, en) = PLAIN[self.at];
        match lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    /// Everyday words by which it is found and which are never marked in text; each with true where it is Chinese.
    pub fn everyday_words(&self) -> impl Iterator<Item = (&'static str, bool)> {
        let (zh, en, _) = EVERYDAY[self.at];
        listed(zh).map(|word| (word, true)).chain(listed(en).map(|word| (word, false)))
    }

    /// The place of a line among those that the everyday words mean, from 0; None where they do not mean it.
    ///
    /// Without a list in the glossary they mean the lines that the entry explains.
    pub fn place_of_line(&self, line: &LineId) -> Option<usize> {
        let lines = EVERYDAY[self.at].2;
        if lines.is_empty() {
            return term_of_line(line).filter(|term| term.at == self.at).map(|_| 0);
        }
        listed(lines).position(|id| line == id)
    }

    /// The forms to look for in text of a language.
    pub fn forms(&self, lang: Lang) -> &'static [&'static str] {
        match lang {
            Lang::Zh => self.forms,
            Lang::En => self.forms_en,
        }
    }

    /// The document's own definition of it.
    pub fn definition<'d>(&self, disclosure: &'d Disclosure) -> Option<&'d Definition> {
        let official = self.official?;
        disclosure.definitions.iter().find(|definition| normalized(&definition.term) == normalized(official))
    }
}

/// The words of a list in [`EVERYDAY`].
fn listed(words: &'static str) -> impl Iterator<Item = &'static str> {
    words.split('|').filter(|word| !word.is_empty())
}

/// A term's name for comparison: without quotation marks, with full-width brackets.
fn normalized(name: &str) -> String {
    let letters = name.chars().filter(|c| !matches!(c, '“' | '”' | '"' | '「' | '」'));
    letters
        .map(|c| match c {
            '(' => '（',
            ')' => '）',
            other => other,
        })
        .collect()
}

/// All entries, in the order of `data/glossary.toml`.
pub fn terms() -> &'static [Term] {
    TERMS
}

/// The entry with this id.
pub fn term_by_id(id: &str) -> Option<&'static Term> {
    TERMS.iter().find(|term| term.id == id)
}

/// The entry that explains a budget line, for names in which no term would be found.
pub fn term_of_line(line: &LineId) -> Option<&'static Term> {
    let id = line.as_str();
    if let Some(class) = id.strip_prefix("expenditure.") {
        return term_by_id(&format!("class_{class}"));
    }
    term_by_id(match id {
        "income.general_public_budget" | "appropriation" | "appropriation.income" => {
            "general_public_budget_appropriation"
        }
        "income.government_fund" | "government_fund" => "government_fund",
        "income.state_capital" | "state_capital" => "state_capital",
        "income.institutional" => "institutional_income",
        "income.institutional_business" => "institutional_business_income",
        "income.fiscal_special_account" => "fiscal_special_account",
        "income.carryover" => "carryover",
        "income.other" => "other_income",
        "appropriation.basic" => "basic_expenditure",
        "appropriation.project" => "project_expenditure",
        "three_public" => "three_public",
        "three_public.overseas" => "overseas_travel",
        "three_public.reception" => "official_reception",
        "three_public.vehicle_operation" => "vehicle_operation",
        "three_public.vehicle_purchase" => "vehicle_purchase",
        "three_public.vehicle" => "vehicle_costs",
        "operating" => "operating_cost",
        "performance.project" => "performance_target",
        "staff.administrative" => "administrative_posts",
        "staff.institutional" => "institutional_posts",
        "vehicles.general" | "vehicles_bought.general" => "general_vehicle",
        "vehicles.enforcement" | "vehicles_bought.enforcement" => "enforcement_vehicle",
        _ if id.starts_with("procurement") => "procurement",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;

    #[test]
    fn every_line_that_has_a_term_has_one_that_exists() {
        for id in [
            "expenditure.201",
            "three_public.reception",
            "procurement.goods",
            "vehicles.enforcement",
            "income.carryover",
        ] {
            assert!(term_of_line(&LineId::known(id)).is_some(), "{id}");
        }
        for id in ["income", "three_public.overseas", "operating", "staff.institutional"] {
            assert_eq!(term_of_line(&LineId::known(id)).is_some(), id != "income", "{id}");
        }
    }

    #[test]
    fn everyday_words_mean_lines_that_are_known() {
        for (term, (_, _, lines)) in terms().iter().zip(EVERYDAY) {
            for id in listed(lines) {
                let known = Locale::of(Lang::Zh).line(&LineId::known(id)).is_some();
                assert!(known, "{}: there is no line {id}", term.id);
            }
        }
        let operation = LineId::known("three_public.vehicle_operation");
        assert_eq!(term_by_id("vehicle_operation").unwrap().place_of_line(&operation), Some(0));
        assert_eq!(term_by_id("vehicle_purchase").unwrap().place_of_line(&operation), None);
        assert!(term_by_id("official_reception").unwrap().everyday_words().any(|word| word == ("吃饭", true)));
    }

    #[test]
    fn official_definitions_are_found_in_the_document() {
        let disclosure = crate::disclosure::parse(include_str!("../../../../data/disclosure.txt")).unwrap();
        let official: Vec<&Term> = terms().iter().filter(|term| term.official.is_some()).collect();
        assert!(official.len() >= 9);
        for term in official {
            assert!(term.definition(&disclosure).is_some(), "{} is not defined in the document", term.id);
        }
    }
}
