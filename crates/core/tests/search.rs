//! Finding, against the real disclosure and documents in other shapes: what a reader types and what comes up.

mod translations;

use mingbai_core::address::{Address, Place};
use mingbai_core::disclosure::{Disclosure, parse};
use mingbai_core::figures::RenderContext;
use mingbai_core::locale::Lang;
use mingbai_core::search::{EntryKind, EntryPart, SearchIndex, SearchResults, TextMatch};
use translations::translations;

fn disclosure() -> Disclosure {
    parse(include_str!("../../../data/disclosure.txt")).unwrap()
}

/// The disclosure's index in a language, with a way to ask it.
struct Desk {
    disclosure: Disclosure,
    index: SearchIndex,
}

fn desk(lang: Lang) -> Desk {
    let disclosure = disclosure();
    let index = SearchIndex::new(&RenderContext::new(&disclosure, lang).with_translations(translations()));
    Desk { disclosure, index }
}

impl Desk {
    /// What the first of a kind says; empty where there is none.
    fn first(&self, typed: &str, kind: EntryKind) -> String {
        self.says(typed, kind).into_iter().next().unwrap_or_default()
    }

    fn says(&self, typed: &str, kind: EntryKind) -> Vec<String> {
        self.index.find(typed).of_kind(kind).iter().map(|hit| self.index.entry(hit).main.text.clone()).collect()
    }

    /// What of the first of a kind was found.
    fn marked(&self, typed: &str, kind: EntryKind) -> String {
        let found = self.index.find(typed);
        let hit = found.of_kind(kind).first().unwrap_or_else(|| panic!("{typed} finds no {kind:?}"));
        let TextMatch { part, range } = hit.matches[0].clone();
        self.index.entry(hit).text(part)[range].to_owned()
    }

    /// Where the first of a kind leads.
    fn href(&self, typed: &str, kind: EntryKind) -> String {
        self.index.href(&self.index.find(typed).of_kind(kind)[0])
    }

    /// The words of the original text to which the first of a kind leads.
    fn words(&self, typed: &str, kind: EntryKind) -> String {
        let href = self.href(typed, kind);
        let Some(Place::Text(source_range)) = Address::parse("", &href).place else {
            panic!("{href} leads to no text")
        };
        self.disclosure.quoted_text(source_range.quote(&self.disclosure.source).unwrap())
    }
}

#[test]
fn reception_is_found_by_characters_pinyin_and_first_letters() {
    let desk = desk(Lang::Zh);
    for typed in [
        "接待",
        "公务接待费",
        "jiedai",
        "jieda",
        "jied",
        "jie dai",
        "JieDai",
        "jd",
        "gwjdf",
        "ｊｄ",
        "gongwujd",
        "接 待",
    ] {
        assert_eq!(desk.first(typed, EntryKind::Line), "公务接待费", "{typed}");
        assert_eq!(desk.href(typed, EntryKind::Line), "#figure=three_public&line=three_public.reception", "{typed}");
    }
    for typed in ["接待", "jiedai", "jieda", "jd"] {
        assert_eq!(desk.marked(typed, EntryKind::Line), "接待", "{typed}");
    }
}

#[test]
fn what_is_typed_exactly_comes_before_what_begins_so_and_what_holds_it() {
    let desk = desk(Lang::Zh);
    assert_eq!(desk.first("支出", EntryKind::Line), "支出");
    assert!(desk.says("支出", EntryKind::Line).contains(&"项目支出".to_owned()));
    assert_eq!(desk.first("政府采购", EntryKind::Line), "政府采购");
    let found = desk.says("政府采购", EntryKind::Line);
    let goods = found.iter().position(|name| name == "政府采购货物").unwrap();
    let within = found.iter().position(|name| name == "一般公共预算拨款政府采购").unwrap();
    assert!(goods < within, "{found:?}");
    let terms = desk.says("支出", EntryKind::Term);
    let place = |name: &str| terms.iter().position(|term| term == name).unwrap();
    assert!(place("基本支出") < place("功能分类"), "its name comes before other words for it: {terms:?}");
    assert_eq!(desk.first("zfcg", EntryKind::Line), "政府采购");
    assert_eq!(desk.first("zhengfucaigou", EntryKind::Line), "政府采购");
}

#[test]
fn characters_with_several_readings_are_found_by_each() {
    let desk = desk(Lang::Zh);
    for typed in ["运行", "yunxing", "yunxin", "yx"] {
        let found = desk.says(typed, EntryKind::Line);
        assert!(found.contains(&"机关运行经费".to_owned()), "{typed}: {found:?}");
        assert!(found.contains(&"公务用车运行维护费".to_owned()), "{typed}: {found:?}");
    }
    assert!(desk.says("chailvfei", EntryKind::Text).iter().any(|line| line.contains("差旅费")));
    assert!(desk.says("huiyifei", EntryKind::Text).iter().any(|line| line.contains("会议费")));
}

#[test]
fn amounts_are_found_by_their_first_digits_and_by_value() {
    let desk = desk(Lang::Zh);
    let vehicles = "公务用车运行维护费";
    for typed in ["57", "57万", "57万元", "57 万元", "５７万", "570000元", "570,000元", "57.00"] {
        assert_eq!(desk.first(typed, EntryKind::Line), vehicles, "{typed}");
    }
    assert_eq!(desk.marked("57", EntryKind::Line), "57.00");
    assert_eq!(desk.marked("1675", EntryKind::Line), "1,675");
    assert_eq!(desk.marked("1,675.82", EntryKind::Line), "1,675.82");
    for typed in ["1675", "1,675", "1675.82", "1,675.82万元", "16758200元"] {
        let found = desk.says(typed, EntryKind::Line);
        assert!(found.contains(&"收入".to_owned()) && found.contains(&"支出".to_owned()), "{typed}: {found:?}");
    }
    // The change counts as well, whichever way it goes.
    for typed in ["27.7", "-27.7", "27.7万元"] {
        assert_eq!(desk.first(typed, EntryKind::Line), "公务接待费", "{typed}");
    }
    assert!(!desk.says("5万", EntryKind::Line).contains(&vehicles.to_owned()), "a number with its unit is whole");
    assert!(!desk.says("7", EntryKind::Line).contains(&vehicles.to_owned()), "a number is found from its beginning");
    assert_eq!(desk.first("33", EntryKind::Line), "行政编制", "counts are numbers, too");
}

#[test]
fn an_english_reader_finds_names_amounts_in_yuan_and_chinese() {
    let desk = desk(Lang::En);
    for typed in ["reception", "Recep", "official reception", "接待", "jd", "jiedai"] {
        assert_eq!(desk.first(typed, EntryKind::Line), "Official receptions", "{typed}");
    }
    assert_eq!(desk.marked("recep", EntryKind::Line), "recep");
    assert_eq!(desk.first("eception", EntryKind::Line), "", "a word is found from its beginning");
    let found = desk.index.find("jd");
    let entry = desk.index.entry(&found.of_kind(EntryKind::Line)[0]);
    assert_eq!(entry.original.as_ref().unwrap().text, "公务接待费");
    assert_eq!(desk.marked("jd", EntryKind::Line), "接待");
    for typed in ["57", "570,000", "¥570,000", "57万"] {
        assert_eq!(desk.first(typed, EntryKind::Line), "Official vehicle running costs", "{typed}");
    }
    assert_eq!(desk.marked("57", EntryKind::Line), "570,000", "57 is 57万元, all of it");
    assert_eq!(desk.marked("570", EntryKind::Line), "570");
    // Reasons are found by our translation and by the original, and show both.
    for typed in ["further standardisation", "进一步规范", "jybgf"] {
        let found = desk.index.find(typed);
        let reason = desk.index.entry(&found.of_kind(EntryKind::Reason)[0]);
        assert!(reason.main.text.starts_with("further standardisation"), "{typed}");
        assert_eq!(reason.original.as_ref().unwrap().text, "进一步规范公务接待相关要求", "{typed}");
    }
}

#[test]
fn english_names_lead_a_reader_of_chinese_too() {
    let desk = desk(Lang::Zh);
    assert_eq!(desk.first("reception", EntryKind::Line), "公务接待费");
    assert_eq!(desk.marked("reception", EntryKind::Line), "reception");
    assert!(desk.says("basic expenditure", EntryKind::Term).contains(&"基本支出".to_owned()));
}

#[test]
fn a_term_is_found_by_its_other_names() {
    for lang in Lang::ALL {
        let desk = desk(lang);
        assert_eq!(desk.href("基本支出预算", EntryKind::Term), "#glossary&term=basic_expenditure");
        assert_eq!(desk.href("basic spending", EntryKind::Term), "#glossary&term=basic_expenditure");
        assert_eq!(desk.href("sangong", EntryKind::Term), "#glossary&term=three_public");
    }
}

#[test]
fn reasons_lead_to_their_line_and_duties_to_the_text() {
    let desk = desk(Lang::Zh);
    let reason = "#figure=three_public&line=three_public.vehicle_operation";
    assert_eq!(desk.href("平台车辆", EntryKind::Reason), reason);
    let found = desk.index.find("平台车辆");
    assert_eq!(desk.index.entry(&found.of_kind(EntryKind::Reason)[0]).belongs_to, "公务用车运行维护费");
    assert!(desk.words("光盘", EntryKind::Duty).contains("光盘资料"));
    assert_eq!(desk.index.entry(&desk.index.find("光盘").of_kind(EntryKind::Duty)[0]).belongs_to, "职责 20");
}

#[test]
fn a_word_that_only_the_text_holds_leads_to_its_place() {
    for lang in Lang::ALL {
        let desk = desk(lang);
        for typed in ["杨昌龙", "yangchanglong", "43762520", "023-43762520"] {
            let found = desk.index.find(typed);
            let kinds: Vec<EntryKind> = found.groups.iter().map(|group| group.kind).collect();
            assert!(kinds.contains(&EntryKind::Text), "{typed}: {kinds:?}");
            assert!(
                "部门预算公开联系人：杨昌龙，联系方式：023-43762520".contains(&desk.words(typed, EntryKind::Text)),
                "{typed}"
            );
        }
        assert_eq!(desk.words("杨昌龙", EntryKind::Text), "杨昌龙", "the very words are lit up");
        assert_eq!(desk.words("yangchanglong", EntryKind::Text), "杨昌龙");
    }
}

#[test]
fn words_here_and_there_are_found_together() {
    let desk = desk(Lang::Zh);
    assert!(desk.says("接待 规范", EntryKind::Reason).contains(&"进一步规范公务接待相关要求".to_owned()));
    assert_eq!(desk.says("接待 大象", EntryKind::Reason), [""; 0]);
    let found = desk.index.find("规范 接待");
    assert_eq!(found.of_kind(EntryKind::Reason)[0].matches.len(), 2, "each word is marked");
}

#[test]
fn quotation_marks_width_and_capitals_make_no_difference() {
    let desk = desk(Lang::Zh);
    for typed in ["三公", "“三公”", "\"三公\"经费", "三公经费"] {
        assert_eq!(desk.first(typed, EntryKind::Line), "“三公”经费", "{typed}");
    }
    assert_eq!(desk.marked("因公出国(境)费", EntryKind::Line), "因公出国（境）费");
}

#[test]
fn what_nothing_holds_is_not_found() {
    for lang in Lang::ALL {
        let desk = desk(lang);
        let long = ["长".repeat(10_000), "jd".repeat(5_000), "5".repeat(10_000), "a ".repeat(5_000)];
        let odd =
            ["大象", "🐘", "👩‍👩‍👧", ".*", "[a-z]+", "(", "\\", "%s", "<script>", "\u{0}", "qqqq", "999999.99", "57人57"];
        for typed in odd.into_iter().chain(long.iter().map(String::as_str)) {
            let found = desk.index.find(typed);
            // A bracket stands in the text, and only there is it found.
            let expected = if typed == "(" { found.count() } else { 0 };
            assert_eq!(found.count(), expected, "{}", typed.chars().take(20).collect::<String>());
        }
        for blank in ["", " ", "\u{3000}\t\n", "“”", "\u{feff}\u{200b}"] {
            assert!(desk.index.find(blank).groups.is_empty(), "{blank:?}");
        }
    }
}

/// Whatever is found stands where it says, and groups come in their order.
fn sound(index: &SearchIndex, found: &SearchResults) {
    let kinds: Vec<EntryKind> = found.groups.iter().map(|group| group.kind).collect();
    assert!(kinds.is_sorted_by(|a, b| a < b), "{kinds:?}");
    for hit in found.groups.iter().flat_map(|group| &group.hits) {
        for TextMatch { part, range } in &hit.matches {
            let text = index.entry(hit).text(*part);
            assert!(!range.is_empty() && text.get(range.clone()).is_some(), "{range:?} of {text}");
        }
    }
}

#[test]
fn every_document_can_be_searched() {
    for n in 1..=8 {
        let text = std::fs::read_to_string(format!("../../tests/examples/{n}.txt")).unwrap();
        let disclosure = parse(&text).unwrap();
        for lang in Lang::ALL {
            let context = RenderContext::new(&disclosure, lang).with_translations(translations());
            let index = SearchIndex::new(&context);
            for typed in
                ["费", "z", "zc", "zhichu", "预算", "0", "1", "expenditure", "e", "2023", "支出 预算", "，", "2"]
            {
                sound(&index, &index.find(typed));
            }
            // Whatever has a name is found by it.
            for line in index.entries().iter().filter(|entry| entry.kind == EntryKind::Line) {
                let found = index.find(&line.main.text);
                let hits = found.of_kind(EntryKind::Line);
                let here = hits.iter().any(|hit| index.entry(hit).href == line.href);
                assert!(here, "{n} {lang:?}: {}", line.main.text);
                assert_eq!(hits[0].matches[0].part, EntryPart::Main, "{n} {lang:?}: {}", line.main.text);
            }
        }
    }
}

#[test]
fn numbers_that_we_computed_are_found_and_shown_only_then() {
    let desk = desk(Lang::Zh);
    for (typed, line, shown) in [
        ("1301.04", "基本支出", "1,301.04 万元 2022年预算"),
        ("1,301.04万元", "基本支出", "1,301.04 万元 2022年预算"),
        ("267", "项目支出", "267.00 万元 2022年预算"),
        ("37", "公务接待费", "37.00 万元 2022年预算"),
        ("88.1", "基本支出", "88.1% 占比"),
        ("88.1%", "基本支出", "88.1% 占比"),
        ("55", "编制合计", "55 人 各项之和"),
    ] {
        let found = desk.index.find(typed);
        let hits = found.of_kind(EntryKind::Line).iter().map(|hit| (desk.index.entry(hit), hit));
        let (entry, hit) = hits.clone().find(|(entry, _)| entry.main.text == line).unwrap_or_else(|| {
            panic!("{typed} finds {:?}", hits.map(|(entry, _)| &entry.main.text).collect::<Vec<_>>())
        });
        let texts: Vec<String> =
            entry.shown_numbers(&hit.matches).map(|part| entry.text(part).replace('\u{202f}', " ")).collect();
        assert!(texts.contains(&shown.to_owned()), "{typed}: {texts:?}");
    }
    let found = desk.index.find("公务接待费");
    let (entry, hit) = (desk.index.entry(&found.of_kind(EntryKind::Line)[0]), &found.of_kind(EntryKind::Line)[0]);
    assert_eq!(entry.shown_numbers(&hit.matches).count(), 2, "its amount and its change");
    assert_eq!(desk.says("57%", EntryKind::Line), [""; 0], "57万元 is no part of a hundred");
}

#[test]
fn an_english_reader_may_count_in_millions() {
    let desk = desk(Lang::En);
    for typed in ["0.57", "0.57 million", "¥0.57m"] {
        assert_eq!(desk.first(typed, EntryKind::Line), "Official vehicle running costs", "{typed}");
    }
    assert!(desk.says("16.7582", EntryKind::Line).contains(&"Expenditure".to_owned()));
}

#[test]
fn divisions_are_called_so() {
    assert!(desk(Lang::Zh).says("17", EntryKind::Line).contains(&"区政府办公室内设科室".to_owned()));
    assert!(
        desk(Lang::En).says("17", EntryKind::Line).contains(&"Divisions of the District Government Office".to_owned())
    );
}
