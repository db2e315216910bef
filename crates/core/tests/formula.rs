//! Formulas: every number of a page is formatted and parsed to the same value, operands included.

mod translations;

use mingbai_core::audit::{self, Check};
use mingbai_core::disclosure::parse;
use mingbai_core::figures::{
    ChartStyle, FigureId, ReasonText, RenderContext, RichText, arithmetic, check_sentence, explained_changes, figure,
    headline, line_card, verdict,
};
use mingbai_core::formula;

use mingbai_core::locale::Lang;
use mingbai_core::provenance::{Aspect, SourcedValue, Value};
use std::fs;
use translations::translations;

/// Every sentence of a page that may contain numbers.
fn sentences(context: &RenderContext, checks: &[Check]) -> Vec<RichText> {
    let top = headline(context, checks);
    let mut all = vec![top.lede, verdict(context, checks)];
    all.extend(top.total.map(|total| RichText::number(total, mingbai_core::figures::NumberFormat::Number)));
    all.extend(top.facts.into_iter().flat_map(|fact| [fact.label, fact.value, fact.detail]));
    all.extend(top.alerts.into_iter().map(|alert| alert.text));
    for check in checks {
        all.extend([check_sentence(context, check), arithmetic(context, check)]);
    }
    let mut changes = explained_changes(context);
    for id in FigureId::ALL {
        for view in 0..id.views().len().max(1) {
            let Some(made) = figure(id, context, view, &ChartStyle::WIDE) else { continue };
            all.extend([made.title, made.subtitle]);
            all.extend(made.notes);
            for row in made.table.rows.into_iter().chain(made.table.foot) {
                all.push(row.head);
                all.extend(row.cells);
            }
            for mark in made.chart.iter().flat_map(|chart| &chart.marks) {
                all.extend(
                    mark.number
                        .clone()
                        .map(|number| RichText::number(number, mingbai_core::figures::NumberFormat::Plain)),
                );
                all.extend(
                    line_card(context, &mark.line).into_iter().flat_map(|card| card.entries).map(|(_, text)| text),
                );
            }
            changes.extend(made.explanations);
        }
    }
    for change in changes {
        all.push(change.change_text(context));
        all.extend(change.coverage);
        let plain = |number| RichText::number(number, mingbai_core::figures::NumberFormat::Plain);
        all.extend(change.base.into_iter().chain(change.amount).map(plain));
        if let ReasonText::Components { components, .. } = change.reason {
            all.extend(components.into_iter().map(|(_, component)| plain(component)));
        }
    }
    all
}

#[test]
fn every_number_of_every_document_survives_the_round_trip() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    let folders = ["data", "tests/examples", "tests/family"].map(|folder| format!("{root}/{folder}"));
    let files = folders.iter().flat_map(|folder| fs::read_dir(folder).unwrap()).map(|entry| entry.unwrap().path());
    let (mut documents, mut numbers) = (0, 0);
    for file in files.filter(|file| file.extension().is_some_and(|extension| extension == "txt")) {
        let Ok(disclosure) = parse(&fs::read_to_string(&file).unwrap()) else { continue };
        let checks = audit::run(&disclosure);
        documents += 1;
        for lang in Lang::ALL {
            let sentences =
                sentences(&RenderContext::new(&disclosure, lang).with_translations(translations()), &checks);
            for number in sentences.iter().flat_map(RichText::numbers) {
                let text = formula::format(number, &disclosure);
                assert_eq!(formula::parse(&text, &disclosure).as_ref(), Some(number), "{}: {text}", file.display());
                numbers += 1;
            }
        }
    }
    assert!(documents > 100 && numbers > 10_000, "{documents} documents, {numbers} numbers");
}

#[test]
fn every_number_has_a_name_in_each_language() {
    let disclosure = parse(include_str!("../../../data/disclosure.txt")).unwrap();
    let checks = audit::run(&disclosure);
    let (zh, en) = (
        RenderContext::new(&disclosure, Lang::Zh),
        RenderContext::new(&disclosure, Lang::En).with_translations(translations()),
    );
    let han = |name: &str| name.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    for number in sentences(&zh, &checks).iter().flat_map(RichText::numbers) {
        let (in_chinese, in_english) = (zh.name(&number.line), en.name(&number.line));
        assert!(han(&in_chinese) && !han(&in_english), "{}: {in_chinese}, {in_english}", number.line);
    }
    assert_eq!(
        [zh.name(&"staff".to_owned().into()), en.heading_name(&"staff".to_owned().into())],
        ["编制合计", "Posts, total"]
    );
}

#[test]
fn an_invalid_formula_is_rejected() {
    let disclosure = parse(include_str!("../../../data/disclosure.txt")).unwrap();
    let known = formula::format(&disclosure.cite_percent("expenditure").unwrap(), &disclosure);
    assert!(formula::parse(&known, &disclosure).is_some(), "{known}");
    let deep = "sum:expenditure=sum(".repeat(10_000);
    let wrong = [
        "",
        "amount",
        "amount:expenditure",
        "amount:expenditure@1.0-3",
        "amount:expenditure@999",
        "amount:elephants@16.12-30",
        "base:expenditure=less()",
        "base:expenditure=more(amount:expenditure@16.12-30)",
        &known[..known.len() - 1],
        &format!("{known})"),
        &deep,
    ];
    for text in wrong {
        assert_eq!(formula::parse(text, &disclosure), None::<SourcedValue>, "{text}");
    }
}

#[test]
fn a_formula_is_computed_again_from_what_the_text_states() {
    let d = parse(include_str!("../../../data/disclosure.txt")).unwrap();
    let cite = |id: &str| formula::format(&d.cite(id).or_else(|| d.cite_count(id)).unwrap(), &d);
    let value = |text: &str| formula::parse(text, &d).unwrap_or_else(|| panic!("{text} is no formula"));
    let (basic, project) = (cite("appropriation.basic"), cite("appropriation.project"));

    let sum = value(&format!("amount:income.unlisted=sum({basic},{project})"));
    assert_eq!(
        (sum.money().plain().as_str(), sum.aspect, sum.line.as_str()),
        ("1675.82", Aspect::Amount, "income.unlisted")
    );
    let posts = value(&format!("sum:staff=sum({},{})", cite("staff.administrative"), cite("staff.institutional")));
    assert_eq!((posts.value, posts.aspect), (Value::Count(55, "人".to_owned()), Aspect::Sum));
    let of_hundred = format!("share:income=hundred7({basic},{project})");
    assert_eq!(value(&format!("sum:income=sum({of_hundred},{of_hundred})")).value, Value::OfHundred(14));
    let less = value(&format!("difference:income=less({basic},{project},{project})"));
    assert_eq!(less.money().plain(), "1075.82");
    let percent = value(&format!("share:appropriation.project=percent({project},{basic})"));
    assert_eq!(percent.number(), project_share());

    // A value that does not follow from its operands must be there; a percentage has two operands.
    assert_eq!(formula::parse(&format!("share:income=hundred({basic},{project})"), &d), None);
    assert_eq!(formula::parse(&format!("share:income=percent({basic})"), &d), None);
    assert_eq!(formula::parse(&format!("sum:income=sum({basic};{project})"), &d), None);
}

/// 200 as a percentage of 1475.82.
fn project_share() -> Option<rust_decimal::Decimal> {
    "20000".parse::<rust_decimal::Decimal>().ok()?.checked_div("1475.82".parse().ok()?)
}

#[test]
fn operands_are_nested_at_most_eight_deep() {
    let d = parse(include_str!("../../../data/disclosure.txt")).unwrap();
    let amount = formula::format(&d.cite("expenditure").unwrap(), &d);
    let nested = |depth: usize| format!("{}{amount}{}", "sum:expenditure=sum(".repeat(depth), ")".repeat(depth));
    assert_eq!(formula::parse(&nested(8), &d).unwrap().money().plain(), "1675.82");
    assert_eq!(formula::parse(&nested(9), &d), None);
}

#[test]
fn every_number_of_a_check_has_a_name_and_a_unit_for_those_who_listen() {
    use mingbai_core::figures::{TextRun, format_number, number_link_name, split_arrow};
    let disclosure = parse(include_str!("../../../data/disclosure.txt")).unwrap();
    let checks = audit::run(&disclosure);
    for lang in Lang::ALL {
        let context = RenderContext::new(&disclosure, lang);
        let mut heard = 0;
        for check in checks.iter().filter(|check| check.outcome != audit::Outcome::Unchecked) {
            for piece in &arithmetic(&context, check).0 {
                let TextRun::Number(number, form) = piece else { continue };
                let name = number_link_name(&context, number, *form);
                let shown = format_number(number, *form, &context.locale);
                let whose = context.line(&number.line).sentence(lang).plain(&context.locale);
                assert!(name.starts_with(split_arrow(&shown).1.trim_start()) || lang == Lang::En, "{shown}: {name}");
                assert!(name.contains(split_arrow(&shown).1.trim_start()), "{shown}: {name}");
                assert!(name.to_lowercase().contains(&whose.to_lowercase()), "{whose}: {name}");
                let is_money = matches!(number.value, mingbai_core::provenance::Value::Money(_));
                assert!(
                    !is_money
                        || name.contains("万元")
                        || name.contains('¥')
                        || name.contains("yuan")
                        || name.contains("持平"),
                    "{name}"
                );
                assert!(!name.contains(['▲', '▼']), "{name}");
                heard += 1;
            }
        }
        assert!(heard > 30, "{heard}");
    }
}
