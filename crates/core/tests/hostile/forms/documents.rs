//! What is done to a whole document: line ends, radicals, moved and repeated sections, a second budget.

use super::OTHER_LINE_ENDS;
use crate::hostile::base::{Base, Kind};
use crate::hostile::compatibility;
use crate::hostile::edit::Edit;
use crate::hostile::variant::Form;

/// All forms of a document.
pub fn forms(base: &Base) -> Vec<Form> {
    let mut forms = characters(base);
    forms.extend(furniture(base));
    forms.extend(headings(base));
    forms.extend(other_budgets(base));
    forms
}

/// A form that replaces each character that `other` replaces.
fn each(base: &Base, class: &'static str, name: &str, other: impl Fn(usize, char) -> Option<String>) -> Option<Form> {
    let edits = base.text.char_indices().filter_map(|(at, c)| {
        let with = other(at, c)?;
        Some(Edit::replace(at..at + c.len_utf8(), with))
    });
    let edits: Vec<Edit> = edits.collect();
    (!edits.is_empty()).then(|| Form::new(class, name, edits))
}

fn characters(base: &Base) -> Vec<Form> {
    let mut forms = Vec::new();
    let several = ["\r\r\n", "\r\n", "\n\r", " \n", "\u{3000}\n", "<br>", "\\n"];
    for end in OTHER_LINE_ENDS.into_iter().chain(several) {
        forms.extend(each(base, "18 line end", &format!("{end:?}"), |_, c| (c == '\n').then(|| end.to_owned())));
    }
    forms.extend(each(base, "15 compatibility character", "radicals", |_, c| {
        compatibility::radical(c).map(String::from)
    }));
    for (plain, zero) in ['０', '𝟎', '𝟶'].into_iter().enumerate() {
        let digit = |c: char| Some(char::from_u32(zero as u32 + c.to_digit(10)?)?.to_string());
        forms.extend(each(base, "15 compatibility character", &format!("all digits {plain}"), |_, c| digit(c)));
    }
    let full =
        |c: char| ('!'..='~').contains(&c).then(|| char::from_u32(c as u32 + 0xfee0).map(String::from)).flatten();
    forms.extend(each(base, "15 compatibility character", "full width", |_, c| full(c)));
    forms.extend(each(base, "21 invisible character", "zero-width space behind each", |at, c| {
        (at % 2 == 0 && !c.is_ascii()).then(|| format!("{c}\u{200b}"))
    }));
    forms.extend(each(base, "20 wrapped line", "a space behind each word", |_, c| {
        (!c.is_ascii() && c != '\n').then(|| format!("{c} "))
    }));
    forms
}

/// Lines of a width, with page furniture every so often.
fn furniture(base: &Base) -> Vec<Form> {
    let mut forms = Vec::new();
    let breaks: [(&'static str, &str, [&str; 3]); 12] = [
        ("20 wrapped line", "wrapped", ["\n", "\n", "\n"]),
        ("20 wrapped line", "wrapped by CR LF", ["\r\n", "\r\n", "\r\n"]),
        ("20 wrapped line", "wrapped with indent", ["\n\u{3000}\u{3000}", "\n  ", "\n\t"]),
        ("01 furniture", "wrapped, bare page numbers", ["\n", "\n", "\n3\n"]),
        ("01 furniture", "wrapped, page numbers", ["\n", "\n", "\n- 3 -\n"]),
        ("01 furniture", "wrapped, page numbers", ["\n", "\n", "\n第3页 共9页\n"]),
        ("01 furniture", "wrapped, form feeds", ["\n", "\n", "\n3\n\u{c}"]),
        ("01 furniture", "line numbers", ["\n1 ", "\n2 ", "\n3 "]),
        ("01 furniture", "line numbers", ["\n10\t", "\n11\t", "\n12\t"]),
        ("01 furniture", "line numbers with marks", ["\n1: ", "\n2: ", "\n3: "]),
        ("01 furniture", "quoted mail", ["\n> ", "\n> ", "\n> "]),
        ("01 furniture", "table borders", ["\n| ", "\n| ", "\n│"]),
    ];
    for width in [17, 24, 31, 38, 45] {
        for (class, name, ends) in breaks {
            let (mut column, mut n) = (0, 0);
            let mut edits = Vec::new();
            for (at, c) in base.text.char_indices() {
                column = if c == '\n' { 0 } else { column + 1 };
                if column == width {
                    edits.push(Edit::insert(at, ends[n % 3], &[]));
                    (column, n) = (1, n + 1);
                }
            }
            forms.push(Form::new(class, format!("{name} at {width}"), edits));
        }
    }
    forms
}

/// Headings that are missing, and money under other headings.
fn headings(base: &Base) -> Vec<Form> {
    let mut forms = Vec::new();
    let class = "17 heading";
    let mut start = 0;
    for line in base.text.split_inclusive('\n') {
        let range = start..start + line.trim_end().len();
        let has_figure =
            base.stated.iter().any(|figure| figure.clause.start < start + line.len() && start < figure.clause.end);
        let words = line.trim();
        // A heading inside a sentence is none.
        let before = base.text[..start].trim_end();
        let last = before.rsplit('\n').next().unwrap_or_default();
        let begins = before.ends_with('。') || last.chars().count() < 24 && !last.contains(['，', ',', '；', ';']);
        if !words.is_empty() && !has_figure && words.chars().count() < 24 && !words.contains(['，', '。']) {
            forms.push(Form::new(class, format!("without the line {words}"), vec![Edit::replace(range.clone(), "")]));
            let duties = Edit::replace(range, "（一）职能职责");
            forms.push(Form::new(class, format!("职能职责 instead of {words}"), vec![duties]));
        } else if has_figure && begins {
            for heading in [
                "（一）职能职责。\n",
                "一、单位基本情况\n（一）职能职责\n1.负责日常工作。\n",
                "六、名词解释\n",
                "附件说明\n",
            ] {
                let edit = Edit::insert(start, heading, &[]);
                forms.push(Form::new(class, format!("{heading:?} before a line with money"), vec![edit]));
            }
        }
        start += line.len();
    }
    forms
}

/// A budget of another office or year before or behind the text: listed.
fn other_budgets(base: &Base) -> Vec<Form> {
    let class = "12 somebody else";
    let (own, last, end) = (base.year, base.year - 1, base.text.len());
    let mut forms = Vec::new();
    let numbers = ["11.11万元", "3.21万元", "7.9万元"];
    for (office, year) in [("某区另一单位", own), ("某镇人民政府", own), ("某区另一单位", last)] {
        let title = format!("\n{office}\n{year}年部门预算情况说明\n");
        let list = format!(
            "二、部门收支总体情况\n（二）支出预算：{year}年年初预算数11.11万元，其中：外交支出3.21万元，国防支出7.9万元。\n"
        );
        let edit = Edit::insert(end, format!("{title}{list}"), &numbers);
        forms.push(Form::new(class, format!("a second budget: {office} {year}"), vec![edit]));
        let items = format!(
            "四、“三公”经费情况说明\n{year}年“三公”经费预算11.11万元。其中：公务接待费3.21万元；因公出国（境）费用7.9万元。\n"
        );
        let edit = Edit::insert(end, format!("{title}{items}"), &numbers);
        forms.push(Form::new(class, format!("a second budget with 三公: {office} {year}"), vec![edit]));
    }
    // Behind the title, before the first section.
    let first = base
        .text
        .match_indices('\n')
        .map(|(at, _)| at + 1)
        .find(|&at| base.text[at..].starts_with(['一', '二', '三', '四', '单', '部']));
    if let Some(at) = first {
        for head in [
            format!("{last}年预算执行情况\n"),
            format!("附：{last}年支出预算表\n"),
            format!("{last}年度部门预算（上年）\n"),
        ] {
            let table = format!("{head}支出预算11.11万元，其中：外交支出3.21万元，国防支出7.9万元。\n");
            let edit = Edit::insert(at, table, &numbers);
            forms.push(Form::new(class, format!("last year before the text: {}", head.trim()), vec![edit]));
        }
    }
    forms.extend(repeated(base));
    forms
}

/// A paragraph of a list once more: its parts count once.
fn repeated(base: &Base) -> Vec<Form> {
    let mut forms = Vec::new();
    let mut start = 0;
    for line in base.text.split_inclusive('\n') {
        let inside = |figure: &&crate::hostile::base::Stated| {
            start <= figure.clause.start && figure.clause.end <= start + line.len()
        };
        let parts = base.stated.iter().filter(inside).filter(|figure| figure.kind == Kind::Amount).count();
        if parts > 1 && line.ends_with('\n') {
            let edit = Edit::insert(start + line.len(), line, &[]);
            forms.push(Form::new("12 somebody else", "a paragraph twice", vec![edit]));
        }
        start += line.len();
    }
    forms
}
