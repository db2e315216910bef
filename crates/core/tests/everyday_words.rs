//! Everyday words, against the real disclosure: what people call things, and what they must find first.

mod translations;

use mingbai_core::disclosure::{Disclosure, parse};
use mingbai_core::figures::RenderContext;
use mingbai_core::locale::Lang;
use mingbai_core::search::{EntryKind, SearchIndex, everyday_searches, examples};
use translations::translations;

/// What is found first: the link of a line without its figure, or of a term.
type Row = (&'static str, &'static str);

const CHINESE: [Row; 64] = [
    ("吃饭", "three_public.reception"),
    ("饭", "three_public.reception"),
    ("请客", "three_public.reception"),
    ("招待", "three_public.reception"),
    ("招待费", "three_public.reception"),
    ("吃喝", "three_public.reception"),
    ("接待", "three_public.reception"),
    ("宴请", "three_public.reception"),
    ("喝酒", "three_public.reception"),
    ("车", "three_public.vehicle_operation"),
    ("汽车", "three_public.vehicle_operation"),
    ("养车", "three_public.vehicle_operation"),
    ("公车", "three_public.vehicle_operation"),
    ("油费", "three_public.vehicle_operation"),
    ("加油", "three_public.vehicle_operation"),
    ("修车", "three_public.vehicle_operation"),
    ("司机", "three_public.vehicle_operation"),
    ("租车", "three_public.vehicle_operation"),
    ("买车", "three_public.vehicle_purchase"),
    ("新车", "three_public.vehicle_purchase"),
    ("几辆车", "vehicles"),
    ("多少车", "vehicles"),
    ("出国", "three_public.overseas"),
    ("机票", "three_public.overseas"),
    ("三公", "three_public"),
    ("公款", "three_public"),
    ("工资", "appropriation.basic"),
    ("发工资", "appropriation.basic"),
    ("人头费", "appropriation.basic"),
    ("奖金", "appropriation.basic"),
    ("补贴", "appropriation.basic"),
    ("项目", "appropriation.project"),
    ("多少人", "staff"),
    ("几个人", "staff"),
    ("人数", "staff"),
    ("编制", "staff"),
    ("公务员", "staff"),
    ("人均", "staff"),
    ("每人", "staff"),
    ("开会", "operating"),
    ("出差", "operating"),
    ("水电费", "operating"),
    ("办公用品", "operating"),
    ("培训", "operating"),
    ("房租", "operating"),
    ("采购", "procurement"),
    ("电脑", "procurement"),
    ("买东西", "procurement"),
    ("盖楼", "procurement"),
    ("盖房", "procurement"),
    ("养老", "expenditure.208"),
    ("退休", "expenditure.208"),
    ("社保", "expenditure.208"),
    ("医保", "expenditure.210"),
    ("看病", "expenditure.210"),
    ("公积金", "expenditure.221"),
    ("住房", "expenditure.221"),
    ("买房", "expenditure.221"),
    ("学校", "expenditure.205"),
    ("一共", "expenditure"),
    ("花了多少钱", "expenditure"),
    ("比去年", "expenditure"),
    ("钱从哪来", "income"),
    ("税", "income.general_public_budget"),
];

const ENGLISH: [Row; 43] = [
    ("car", "three_public.vehicle_operation"),
    ("cars", "three_public.vehicle_operation"),
    ("fuel", "three_public.vehicle_operation"),
    ("petrol", "three_public.vehicle_operation"),
    ("drivers", "three_public.vehicle_operation"),
    ("parking", "three_public.vehicle_operation"),
    ("car hire", "three_public.vehicle_operation"),
    ("new cars", "three_public.vehicle_purchase"),
    ("how many cars", "vehicles"),
    ("per car", "vehicles"),
    ("dinner", "three_public.reception"),
    ("dinners", "three_public.reception"),
    ("food", "three_public.reception"),
    ("lunches", "three_public.reception"),
    ("hospitality", "three_public.reception"),
    ("entertainment", "three_public.reception"),
    ("Receptions", "three_public.reception"),
    ("flights", "three_public.overseas"),
    ("trips abroad", "three_public.overseas"),
    ("salary", "appropriation.basic"),
    ("salaries", "appropriation.basic"),
    ("wages", "appropriation.basic"),
    ("pay", "appropriation.basic"),
    ("bonuses", "appropriation.basic"),
    ("projects", "appropriation.project"),
    ("staff", "staff"),
    ("employees", "staff"),
    ("people", "staff"),
    ("per person", "staff"),
    ("meetings", "operating"),
    ("electricity", "operating"),
    ("training", "operating"),
    ("rent", "operating"),
    ("repairs", "operating"),
    ("computers", "procurement"),
    ("furniture", "procurement"),
    ("buildings", "procurement"),
    ("pensions", "expenditure.208"),
    ("hospital", "expenditure.210"),
    ("housing", "expenditure.221"),
    ("schools", "expenditure.205"),
    ("total", "expenditure"),
    ("taxes", "income.general_public_budget"),
];

/// Traditional characters, pinyin and questions.
const IN_OTHER_WORDS: [Row; 27] = [
    ("三公經費", "three_public"),
    ("預算", "expenditure"),
    ("車輛", "vehicles"),
    ("養車", "three_public.vehicle_operation"),
    ("養老", "expenditure.208"),
    ("醫療", "expenditure.210"),
    ("電腦", "procurement"),
    ("幾個人", "staff"),
    ("請客", "three_public.reception"),
    ("出國", "three_public.overseas"),
    ("zhaodai", "three_public.reception"),
    ("chifan", "three_public.reception"),
    ("gongzi", "appropriation.basic"),
    ("duoshaoren", "staff"),
    ("接待花多少？", "three_public.reception"),
    ("接待花了多少钱", "three_public.reception"),
    ("养一辆车要多少钱？", "three_public.vehicle_operation"),
    ("有几辆车？", "vehicles"),
    ("接待支出多少", "three_public.reception"),
    ("一共支出多少", "expenditure"),
    ("每年公车开支", "three_public.vehicle_operation"),
    ("请客比去年少了吗", "three_public.reception"),
    ("为什么车的钱增加了", "three_public.vehicle_operation"),
    ("How much for cars?", "three_public.vehicle_operation"),
    ("how many staff are there", "staff"),
    ("What do meetings cost?", "operating"),
    ("how much is it in total", "expenditure"),
];

struct Desk {
    disclosure: Disclosure,
    index: SearchIndex,
}

fn desk(text: &str, lang: Lang) -> Desk {
    let disclosure = parse(text).unwrap();
    let index = SearchIndex::new(&RenderContext::new(&disclosure, lang).with_translations(translations()));
    Desk { disclosure, index }
}

fn published(lang: Lang) -> Desk {
    desk(include_str!("../../../data/disclosure.txt"), lang)
}

impl Desk {
    /// The line or the term that is found first; its link where it is neither.
    fn first(&self, typed: &str) -> String {
        let found = self.index.find(typed);
        let Some(hit) = found.groups.first().and_then(|group| group.hits.first()) else { return String::new() };
        let href = self.index.href(hit);
        href.rsplit_once("line=").map_or(href.clone(), |(_, line)| line.to_owned())
    }

    /// The words that do not find first what they must.
    fn wrong(&self, rows: &[Row]) -> Vec<String> {
        let found = rows.iter().map(|(typed, line)| (typed, line, self.first(typed)));
        found
            .filter(|(_, line, first)| first != *line)
            .map(|(typed, line, first)| format!("{typed}: {first}, not {line}"))
            .collect()
    }
}

#[test]
fn who_wants_to_call_somebody_finds_the_contact() {
    for (lang, words) in [
        (Lang::Zh, ["电话", "联系", "找谁", "杨昌龙", "phone", "contact"]),
        (Lang::En, ["phone", "contact", "whom to ask", "call", "电话", "43762520"]),
    ] {
        let desk = published(lang);
        for word in words {
            assert_eq!(desk.first(word), "#figure=office", "{word}");
        }
    }
}

#[test]
fn everyday_words_find_what_people_mean() {
    for lang in Lang::ALL {
        let desk = published(lang);
        for rows in [&CHINESE[..], &ENGLISH, &IN_OTHER_WORDS] {
            assert_eq!(desk.wrong(rows), [""; 0], "{lang:?}");
        }
    }
}

#[test]
fn a_car_is_no_carry_over() {
    let with_carry_over = "二、部门收支总体情况\n（一）收入预算：2023年年初预算数100万元，其中，一般公共预算拨款90万元，\
                           上年结转10万元。";
    for lang in Lang::ALL {
        for text in [include_str!("../../../data/disclosure.txt"), with_carry_over] {
            let desk = desk(text, lang);
            for typed in ["car", "Car", "cars", "CARS"] {
                let first = desk.first(typed);
                assert!(first.contains("vehicle_operation"), "{lang:?}: {typed} finds {first}");
            }
            // Whoever types on finds it.
            assert!(desk.first("carry").contains("carryover"), "{lang:?}");
        }
        // Without a line about cars the term comes before lines that only begin so.
        assert_eq!(desk(with_carry_over, lang).first("car"), "#glossary&term=vehicle_operation", "{lang:?}");
    }
}

#[test]
fn an_everyday_word_finds_the_line_and_the_term_that_explains_it() {
    let desk = published(Lang::Zh);
    let found = desk.index.find("人头费");
    let kinds: Vec<EntryKind> = found.groups.iter().map(|group| group.kind).collect();
    assert_eq!(kinds, [EntryKind::Line, EntryKind::Term]);
    let hit = &found.of_kind(EntryKind::Term)[0];
    let entry = desk.index.entry(hit);
    assert_eq!(entry.main.text, "人员经费");
    let (_, explanation) = entry.shown_alias(&hit.matches).unwrap();
    assert!(explanation.prose && explanation.text.contains("工资"), "{}", explanation.text);
    let hit = &found.of_kind(EntryKind::Line)[0];
    assert!(desk.index.entry(hit).shown_alias(&hit.matches).is_none(), "the reader's word is no name of the line");
}

#[test]
fn why_finds_the_reasons() {
    for (lang, typed) in
        [(Lang::Zh, "为什么"), (Lang::Zh, "為什麼"), (Lang::Zh, "为什么增加"), (Lang::En, "Why?"), (Lang::En, "为什么")]
    {
        let desk = published(lang);
        let found = desk.index.find(typed);
        let reasons = found.of_kind(EntryKind::Reason).len();
        assert!(reasons >= 3, "{typed}: {reasons}");
    }
}

#[test]
fn the_examples_are_questions_that_this_document_answers() {
    let published = |lang| published(lang).disclosure;
    let chinese = published(Lang::Zh);
    assert_eq!(
        examples(&RenderContext::new(&chinese, Lang::Zh)),
        ["接待花多少？", "养车花多少？", "工资算在哪里？", "有多少人？"]
    );
    assert_eq!(
        examples(&RenderContext::new(&chinese, Lang::En)),
        ["How much for receptions?", "How much for cars?", "Where is pay counted?", "How many staff?"]
    );
    let asked = everyday_searches(&RenderContext::new(&chinese, Lang::Zh));
    for word in ["接待花多少？", "一共花多少？", "吃饭", "用车", "工资", "多少人"] {
        assert!(asked.contains(&word), "{word} is not in {asked:?}");
    }
    assert!(!asked.contains(&"出国"), "nothing is planned for it");
    for n in 1..=8 {
        let text = std::fs::read_to_string(format!("../../tests/examples/{n}.txt")).unwrap();
        for lang in Lang::ALL {
            let desk = desk(&text, lang);
            let context = RenderContext::new(&desk.disclosure, lang);
            assert!(!examples(&context).is_empty(), "{n} {lang:?}");
            for question in everyday_searches(&context) {
                let found = desk.index.find(question);
                let first = &found.groups[0];
                assert_eq!(first.kind, EntryKind::Line, "{n} {lang:?}: {question}");
                assert_ne!(desk.index.entry(&first.hits[0]).numbers[0].digits, "0", "{n} {lang:?}: {question}");
            }
        }
    }
}
