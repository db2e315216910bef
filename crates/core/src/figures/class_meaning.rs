//! What a functional class mainly is in the budget of an institution: our explanation, from `data/class_meanings.toml`.
//!
//! The names of classes mislead: in the budget of an ordinary office, 社会保障和就业 is mostly pension contributions for
//! its own staff. It is said only where it is so. An institution's own field, which is its largest class or one that
//! its name tells, gets a neutral phrase; of an institution that runs a place (a township) nothing more is said.

use super::RenderContext;
use super::class_share::EXPENDITURE;
use crate::disclosure::{Disclosure, LineId};
use crate::locale::{Lang, fill};

include!(concat!(env!("OUT_DIR"), "/class_meanings.rs"));

/// A class in the budget of an institution whose own field it is not.
struct OrdinaryClass {
    /// Its code.
    code: &'static str,
    /// What it mainly is, in Chinese.
    meaning: &'static str,
    /// The same in English.
    meaning_en: &'static str,
    /// Words in the name of an institution whose own field it is.
    own_field: &'static [&'static str],
}

/// What a class mainly is in the budget of an institution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClassMeaning {
    /// A phrase that fits behind 主要是.
    pub phrase: &'static str,
    /// True for the institution's own field, whose phrase says no more than that.
    pub is_own_field: bool,
}

/// What the class `id` mainly is in the budget of this institution; None for what is no class or zero, and where
/// it is not certain.
///
/// ```
/// use mingbai_core::disclosure::{LineId, parse};
/// use mingbai_core::figures::{RenderContext, class_meaning};
/// use mingbai_core::locale::Lang;
///
/// let text = "某区示例办公室\n2023年部门预算情况说明\n二、部门收支总体情况\n\
///             （二）支出预算：2023年年初预算数100万元，其中：一般公共服务支出90万元，住房保障支出10万元。";
/// let disclosure = parse(text)?;
/// let context = RenderContext::new(&disclosure, Lang::Zh);
/// let phrase = |id| class_meaning(&context, &LineId::known(id)).map(|meaning| meaning.phrase);
/// assert_eq!(phrase("expenditure.221"), Some("替职工缴的住房公积金"));
/// assert_eq!(phrase("expenditure.201"), Some("这个单位自己的人员、运转和业务"));
/// # Ok::<(), mingbai_core::disclosure::ParseError>(())
/// ```
pub fn class_meaning(context: &RenderContext, id: &LineId) -> Option<ClassMeaning> {
    let d = context.disclosure;
    let code = id.as_str().strip_prefix(EXPENDITURE)?.strip_prefix('.')?;
    d.amount(id.as_str()).filter(|amount| !amount.is_zero())?;
    let institution = d.institution.as_ref()?.text.as_str();
    let ordinary = CLASSES.iter().find(|class| class.code == code);
    let is_named = ordinary.is_some_and(|class| class.own_field.iter().any(|word| institution.contains(word)));
    if is_named || is_largest_class(d, id) {
        return Some(ClassMeaning { phrase: context.locale.labels.class_own_field, is_own_field: true });
    }
    let runs_a_place = RUNS_A_PLACE.iter().any(|ending| institution.ends_with(ending));
    let class = ordinary.filter(|_| !runs_a_place)?;
    let phrase = match context.locale.lang {
        Lang::Zh => class.meaning,
        Lang::En => class.meaning_en,
    };
    Some(ClassMeaning { phrase, is_own_field: false })
}

/// The same as a sentence beside the name of the class: 主要是替职工缴的住房公积金.
pub fn class_meaning_sentence(context: &RenderContext, id: &LineId) -> Option<String> {
    let meaning = class_meaning(context, id)?;
    Some(fill(context.locale.labels.class_mainly, &[("meaning", meaning.phrase)]))
}

/// True for the largest class of expenditure that has a code, if it is more than any other.
fn is_largest_class(disclosure: &Disclosure, id: &LineId) -> bool {
    let Some(own) = disclosure.amount(id.as_str()) else { return false };
    let has_code = id.as_str().rsplit('.').next().is_some_and(|code| code.bytes().all(|byte| byte.is_ascii_digit()));
    has_code && disclosure.parts(EXPENDITURE).all(|part| part.id == *id || part.amount < own)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disclosure::parse;

    /// The meanings of four classes in the budget of an institution where one class is the largest.
    fn meanings(institution: &str, largest: &str) -> Vec<Option<&'static str>> {
        let classes = ["一般公共服务支出", "社会保障和就业支出", "卫生健康支出", "住房保障支出"].map(|name| {
            let wan = if name == largest { 70 } else { 10 };
            format!("{name}{wan}万元")
        });
        let text = format!(
            "{institution}\n2023年部门预算情况说明\n二、部门收支总体情况\n（二）支出预算：2023年年初预算数100万元，其中：{}。",
            classes.join("，")
        );
        let disclosure = parse(&text).unwrap();
        let context = RenderContext::new(&disclosure, Lang::Zh);
        ["201", "208", "210", "221"]
            .map(|code| class_meaning(&context, &LineId::child(EXPENDITURE, code)).map(|meaning| meaning.phrase))
            .into_iter()
            .collect()
    }

    #[test]
    fn an_ordinary_office_pays_for_its_staff_in_three_classes() {
        let own = Some("这个单位自己的人员、运转和业务");
        let (pensions, health, housing) =
            (Some("替职工缴的养老保险、退休人员费用"), Some("职工的医疗保险、医疗补助"), Some("替职工缴的住房公积金"));
        assert_eq!(meanings("某区人民政府办公室", "一般公共服务支出"), [own, pensions, health, housing]);
        // The largest class is what the office does, whatever its name.
        assert_eq!(meanings("某区事务中心", "社会保障和就业支出"), [None, own, health, housing]);
        // Its name tells, though the class is small in this budget.
        assert_eq!(meanings("某区民政局", "一般公共服务支出"), [own, own, health, housing]);
        assert_eq!(meanings("某区卫生健康委员会", "卫生健康支出"), [None, pensions, own, housing]);
        assert_eq!(meanings("某区住房和城乡建设委员会", "住房保障支出"), [None, pensions, health, own]);
        // A township pays social assistance and doctors itself.
        assert_eq!(meanings("某区某某镇人民政府", "一般公共服务支出"), [own, None, None, None]);
    }

    #[test]
    fn only_classes_have_a_meaning() {
        let text = "某区示例办公室\n2023年部门预算情况说明\n二、部门收支总体情况\n\
                    （二）支出预算：2023年年初预算数100万元，其中：一般公共服务支出50万元，教育支出50万元。";
        let disclosure = parse(text).unwrap();
        let context = RenderContext::new(&disclosure, Lang::Zh);
        for id in ["expenditure", "expenditure.208", "income.other", "expenditure.201"] {
            assert_eq!(class_meaning(&context, &LineId::known(id)), None, "{id}: not stated, or as large as another");
        }
        let training = ClassMeaning { phrase: "职工培训", is_own_field: false };
        assert_eq!(class_meaning(&context, &LineId::known("expenditure.205")), Some(training));
    }
}
