//! Prints the findings of a disclosure's figures: `cargo run -p mingbai-core --example figures [FILE]`.

use mingbai_core::disclosure::{ParseError, parse};
use mingbai_core::figure_id::FigureId;
use mingbai_core::figures::{ChartStyle, RenderContext, figure};
use mingbai_core::locale::Lang;
use std::error::Error;
use std::{env, fs};

/// The title of each figure that the disclosure has the lines for.
fn findings(text: &str, lang: Lang) -> Result<Vec<String>, ParseError> {
    let disclosure = parse(text)?;
    let context = RenderContext::new(&disclosure, lang);
    let figures = FigureId::ALL.into_iter().filter_map(|id| figure(id, &context, 0, &ChartStyle::WIDE));
    Ok(figures.map(|figure| format!("{}: {}", figure.id, figure.title.plain(&context.locale))).collect())
}

fn main() -> Result<(), Box<dyn Error>> {
    let path = env::args().nth(1).unwrap_or_else(|| "data/disclosure.txt".to_owned());
    for finding in findings(&fs::read_to_string(path)?, Lang::Zh)? {
        println!("{finding}");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::findings;
    use mingbai_core::figure_id::FigureId;
    use mingbai_core::locale::Lang;

    #[test]
    fn every_figure_has_a_finding_in_each_language() {
        let text = include_str!("../../../data/disclosure.txt");
        for (lang, increase) in [(Lang::Zh, "107.78"), (Lang::En, "1,077,800")] {
            let findings = findings(text, lang).unwrap();
            assert_eq!(findings.len(), FigureId::ALL.len(), "{findings:#?}");
            assert!(findings.iter().any(|finding| finding.contains(increase)), "{findings:#?}");
        }
    }
}
