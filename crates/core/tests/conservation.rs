//! No number is lost and none is invented in documents that are cut, spliced, shuffled or damaged (property tests).

use mingbai_core::amount::{Amount, AmountUnit};
use mingbai_core::audit;
use mingbai_core::disclosure::{Disclosure, ParseError, Role, parse};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::RngSeed;
use std::collections::HashSet;
use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

/// All documents of the test data.
static DOCUMENTS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let root = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let mut files = vec![root.join("data/disclosure.txt")];
    for folder in ["tests/examples", "tests/family"] {
        let mut more: Vec<PathBuf> =
            fs::read_dir(root.join(folder)).unwrap().map(|entry| entry.unwrap().path()).collect();
        more.retain(|path| path.extension().is_some_and(|e| e == "txt"));
        // By number: 9 before 10.
        more.sort_by_key(|path| (path.as_os_str().len(), path.clone()));
        files.extend(more);
    }
    files.into_iter().map(|file| fs::read_to_string(file).unwrap()).collect()
});

/// Damage to a text.
#[derive(Clone, Debug)]
enum Damage {
    Delete(Index, usize),
    Insert(Index, &'static str),
    CutEnd(Index),
    SwapLines(Index, Index),
    DoubleLine(Index),
    Splice(Index, Index, Index),
}

fn damage() -> impl Strategy<Value = Damage> {
    let words = prop::sample::select(vec![
        "0",
        "12.3",
        "万元",
        "元",
        "，",
        "。",
        "；",
        "、",
        "（",
        "）",
        "年",
        "2022",
        "比2022年",
        "增加",
        "主要原因是",
        "其中：",
        "\n",
        " ",
        "\u{3000}",
        "，1",
        "\u{feff}",
        "支出",
        "收入",
        "．",
        "-",
        "%",
        "Ａ",
        "🙂",
    ]);
    prop_oneof![
        (any::<Index>(), 1usize..6).prop_map(|(at, n)| Damage::Delete(at, n)),
        (any::<Index>(), words).prop_map(|(at, word)| Damage::Insert(at, word)),
        any::<Index>().prop_map(Damage::CutEnd),
        (any::<Index>(), any::<Index>()).prop_map(|(a, b)| Damage::SwapLines(a, b)),
        any::<Index>().prop_map(Damage::DoubleLine),
        (any::<Index>(), any::<Index>(), any::<Index>()).prop_map(|(d, a, b)| Damage::Splice(d, a, b)),
    ]
}

fn apply(text: &str, damage: &Damage) -> String {
    let chars: Vec<char> = text.chars().collect();
    let at = |index: &Index| index.index(chars.len() + 1);
    let lines: Vec<&str> = text.split('\n').collect();
    match damage {
        Damage::Delete(from, n) => {
            let from = at(from);
            chars[..from].iter().chain(chars[from..].iter().skip(*n)).collect()
        }
        Damage::Insert(to, word) => {
            let to = at(to);
            chars[..to].iter().copied().chain(word.chars()).chain(chars[to..].iter().copied()).collect()
        }
        Damage::CutEnd(from) => chars[..at(from)].iter().collect(),
        Damage::SwapLines(a, b) => {
            let mut lines = lines;
            let (a, b) = (a.index(lines.len()), b.index(lines.len()));
            lines.swap(a, b);
            lines.join("\n")
        }
        Damage::DoubleLine(at) => {
            let mut lines = lines;
            let at = at.index(lines.len());
            lines.insert(at, lines[at]);
            lines.join("\n")
        }
        Damage::Splice(document, from, to) => {
            let other: Vec<char> = document.get(&DOCUMENTS).chars().collect();
            let to = to.index(other.len() + 1);
            chars[..at(from)].iter().chain(&other[to..]).collect()
        }
    }
}

/// The bytes of all digits of the source.
fn digits(text: &str) -> impl Iterator<Item = usize> + '_ {
    text.char_indices().filter(|(_, c)| c.is_ascii_digit() || ('０'..='９').contains(c)).map(|(at, _)| at)
}

/// Asserts that every digit is inside a quote or listed as unread, and that every amount is what its quote states.
fn assert_no_number_lost(d: &Disclosure) {
    let text = &d.source;
    let mut quoted = vec![false; text.len()];
    for quote in d.quotes().into_iter().chain(d.unread.iter().map(|unread| unread.quote)) {
        assert!(text.get(quote.range()).is_some(), "{quote:?} is no range of the text");
        assert_eq!(quote.line, text[..quote.start].matches('\n').count() + 1, "{quote:?}");
        quoted[quote.range()].fill(true);
    }
    for at in digits(text) {
        assert!(quoted[at], "the digit at byte {at} is neither understood nor listed: {}", around(text, at));
    }
    // 无使用…的支出 states a zero in words.
    for line in d.lines.iter().filter(|line| line.published != "无") {
        assert_eq!(
            amount_of(&text[line.number_quote.range()], d.unit),
            Some(line.amount),
            "{}: {}",
            line.id,
            line.published
        );
    }
}

fn around(text: &str, at: usize) -> String {
    let before: Vec<char> = text[..at].chars().rev().take(12).collect();
    before.into_iter().rev().chain(text[at..].chars().take(12)).collect()
}

/// The amount of a published number, parsed independently of the parser.
fn amount_of(published: &str, unit: AmountUnit) -> Option<Amount> {
    let plain: String = published
        .chars()
        .filter(|c| !c.is_whitespace() && !"\u{feff}\u{200b},，“”".contains(*c))
        .map(|c| if ('！'..='～').contains(&c) { char::from_u32(c as u32 - 0xfee0).unwrap() } else { c })
        .map(|c| if "－−﹣".contains(c) { '-' } else { c })
        .collect();
    let end = plain.find(['万', '元', '亿']).unwrap_or(plain.len());
    let unit = match &plain[end..] {
        "元" => AmountUnit::Yuan,
        "亿元" => AmountUnit::Yi,
        "万元" | "万" => AmountUnit::Wan,
        _ => unit,
    };
    Amount::new(plain[..end].parse().ok()?, unit)
}

/// Every amount and change with the id of its line.
fn pairs(d: &Disclosure) -> HashSet<(String, &'static str, Amount)> {
    let parts = d.lines.iter().filter(|line| line.role != Role::Within);
    parts
        .flat_map(|line| {
            let amount = (line.id.to_string(), "amount", line.amount);
            let change = line.change.as_ref().map(|change| (line.id.to_string(), "change", change.amount));
            std::iter::once(amount).chain(change)
        })
        .collect()
}

#[test]
fn every_number_of_every_document_is_understood_or_listed() {
    for text in DOCUMENTS.iter() {
        assert_no_number_lost(&parse(text).unwrap());
    }
}

/// Words, numbers and marks of disclosures in random order.
#[test]
fn a_megabyte_of_nonsense_gets_an_answer() {
    let words =
        ["收入", "比2022年", "12.3", "万元", "，", "其中", "（", "主要是", "增加", "、", "公务", "年", "支出", "均"];
    for width in [40, usize::MAX] {
        let mut text = String::new();
        let mut state = 7u64;
        for n in 0..200_000usize {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            text.push_str(words[(state >> 33) as usize % words.len()]);
            if n % width == width - 1 {
                text.push('\n');
            }
        }
        match parse(&text) {
            Ok(disclosure) => assert!(!disclosure.unread.is_empty(), "it is not a budget"),
            Err(error) => assert!(matches!(error, ParseError::NoBudget { .. }), "{error}"),
        }
    }
}

/// Nested brackets neither take quadratic time nor overflow the stack.
#[test]
fn a_megabyte_of_brackets_gets_an_answer() {
    let head = "四、“三公”经费情况说明\n2023年“三公”经费预算9万元";
    for bracket in ["（其中：公务接待费9万元", "，与2022年持平（其中：公务接待费9万元", "（"]
    {
        let n = 1_000_000 / bracket.len();
        let text = format!("{head}{}{}。", bracket.repeat(n), "）".repeat(n));
        let disclosure = parse(&text).unwrap();
        assert_eq!(disclosure.line("three_public").unwrap().amount, Amount::wan(9.into()));
        assert_no_number_lost(&disclosure);
    }
}

proptest! {
    // A fixed seed: the same damage on every machine.
    #![proptest_config(ProptestConfig {
        cases: 1500,
        max_global_rejects: 30_000,
        rng_seed: RngSeed::Fixed(2023),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_number_of_a_damaged_document_is_lost(
        document in any::<Index>(),
        damages in prop::collection::vec(damage(), 1..8),
    ) {
        let text = damages.iter().fold(document.get(&DOCUMENTS).clone(), |text, damage| apply(&text, damage));
        match parse(&text) {
            Ok(disclosure) => {
                assert_no_number_lost(&disclosure);
                let ids: Vec<String> = audit::run(&disclosure).iter().map(audit::Check::id).collect();
                let distinct: HashSet<&String> = ids.iter().collect();
                prop_assert_eq!(distinct.len(), ids.len(), "check ids are unique: {:?}", ids);
            }
            Err(ParseError::Empty | ParseError::Settlement { .. } | ParseError::NoBudget { .. }) => {}
        }
    }

    #[test]
    fn any_text_is_parsed_or_rejected(text in "\\PC{0,400}") {
        if let Ok(disclosure) = parse(&text) {
            assert_no_number_lost(&disclosure);
        }
    }

    /// After one or two characters are lost from a name, a heading or a comparison, every parsed amount was stated
    /// before.
    #[test]
    fn lost_words_never_make_a_wrong_amount(document in 0usize..47, from in any::<Index>(), n in 1usize..3) {
        let text = &DOCUMENTS[document];
        let undamaged = parse(text).unwrap();
        let chars: Vec<char> = text.chars().collect();
        let from = from.index(chars.len());
        let lost: String = chars[from..].iter().take(n).collect();
        // A lost digit, unit, sign or direction makes another number, which nobody can detect.
        prop_assume!(!lost.contains(['增', '加', '减', '少']));
        prop_assume!(lost.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)) && !lost.contains(['万', '元', '亿']));
        let damaged: String = chars[..from].iter().chain(chars[from..].iter().skip(n)).collect();
        if let Ok(disclosure) = parse(&damaged) {
            let known = pairs(&undamaged);
            for pair in pairs(&disclosure) {
                let at = damaged.char_indices().nth(from).map_or(0, |(at, _)| at);
                prop_assert!(known.contains(&pair), "{:?} without {} at {}", pair, lost, around(&damaged, at));
            }
        }
    }
}
