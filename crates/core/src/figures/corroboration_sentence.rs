//! What the checks say about a published number, as a sentence for its card.

use super::{RenderContext, RichText};
use crate::audit::Corroboration;

/// 有 3 项核对用到它，都对得上, and variants.
pub fn corroboration_sentence(context: &RenderContext, corroboration: Corroboration) -> RichText {
    let words = context.locale.words();
    let template = match (corroboration.agreeing, corroboration.conflicting) {
        (0, 0) => words.card_uncorroborated,
        (1, 0) => words.card_agreeing_one,
        (_, 0) => words.card_agreeing,
        _ => words.card_conflicting,
    };
    let n = (corroboration.agreeing + corroboration.conflicting).to_string();
    context.fill(template, &[("n", n.into()), ("conflicts", corroboration.conflicting.to_string().into())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disclosure::parse;
    use crate::locale::Lang;

    #[test]
    fn a_number_says_how_many_checks_use_it() {
        let disclosure = parse("四、“三公”经费情况说明\n2023年“三公”经费预算66.3万元。").unwrap();
        let sentence = |lang: Lang, agreeing: usize, conflicting: usize| {
            let context = RenderContext::new(&disclosure, lang);
            corroboration_sentence(&context, Corroboration { agreeing, conflicting }).plain(&context.locale)
        };
        assert_eq!(sentence(Lang::Zh, 0, 0), "文件里没有别的数可以核对它");
        assert_eq!(sentence(Lang::Zh, 3, 0), "有 3 项核对用到它，都对得上");
        assert_eq!(sentence(Lang::Zh, 2, 1), "有 3 项核对用到它，其中 1 项对不上");
        assert_eq!(sentence(Lang::En, 1, 0), "1 check uses it, and it agrees");
        assert_eq!(sentence(Lang::En, 2, 0), "2 checks use it, and all agree");
    }
}
