//! Page numbers, running heads, line numbers, footnotes and line breaks inside a sentence.

use super::{OTHER_LINE_ENDS, number, written};
use crate::hostile::base::Base;
use crate::hostile::edit::Edit;
use crate::hostile::variant::Form;

/// Page furniture, on lines of its own.
const FURNITURE: [&str; 22] = [
    "\n3\n",
    "\n12\n",
    "\n2023\n",
    "\n- 3 -\n",
    "\n-3-\n",
    "\n—3—\n",
    "\n— 12 —\n",
    "\n－ 3 －\n",
    "\n·3·\n",
    "\n第3页\n",
    "\n第 3 页 共 9 页\n",
    "\n第3页 共9页\n",
    "\n第三页\n",
    "\n3/9\n",
    "\nPage 3 of 9\n",
    "\n\n3\n\n",
    "\n3\n\u{c}",
    "\n\u{c}\n3\n",
    "\u{c}",
    "\n\u{c}",
    "\n12 ",
    "\r\n3\r\n",
];

/// Line breaks inside a sentence, by line feeds.
const LINE_FEEDS: [&str; 6] = ["\n", "\r\n", "\n\u{3000}\u{3000}", "\n    ", "\n\n", "\n \n"];

/// Marks of footnotes.
const FOOTNOTES: [&str; 12] = ["①", "[1]", "［1］", "¹", "²", "(1)", "（注1）", "*", "※", "注1", "^1", "〔1〕"];

/// Furniture, breaks and footnotes inside and around a number: read through, or listed.
pub fn forms(base: &Base, at: usize) -> Vec<Form> {
    let figure = &base.stated[at];
    let Some((digits, unit)) = number(base, figure) else { return Vec::new() };
    let mut forms = Vec::new();
    let whole = format!("{digits}{unit}");
    let places = [
        0,
        1,
        digits.find('.').unwrap_or(0),
        digits.find('.').map_or(0, |point| point + 1),
        digits.len(),
        digits.len() + unit.chars().next().map_or(0, char::len_utf8),
        whole.len(),
    ];
    let mut places: Vec<usize> = places.into_iter().filter(|&place| whole.is_char_boundary(place)).collect();
    places.sort_unstable();
    places.dedup();
    for place in places {
        let insert = |what: &str| format!("{}{what}{}", &whole[..place], &whole[place..]);
        for furniture in FURNITURE {
            forms.push(written("01 furniture", figure, "furniture", insert(furniture)));
        }
        let institution = base.text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
        forms.push(written("01 furniture", figure, "running head", insert(&format!("\n{}\n", institution.trim()))));
        let head = format!("\n{}年部门预算情况说明\n", base.year);
        forms.push(written("01 furniture", figure, "running head", insert(&head)));
        for line_break in LINE_FEEDS.into_iter().chain(OTHER_LINE_ENDS) {
            forms.push(written("20 wrapped line", figure, "line break", insert(line_break)));
        }
    }
    for note in FOOTNOTES {
        forms.push(written("19 footnote", figure, "footnote before the unit", format!("{digits}{note}{unit}")));
        forms.push(written("19 footnote", figure, "footnote behind the unit", format!("{digits}{unit}{note}")));
        forms.push(written("19 footnote", figure, "footnote before the number", format!("{note}{digits}{unit}")));
    }
    let with = format!("{digits}\n① 上级另行下达3.21万元。\n{unit}");
    let start = figure.place().start;
    let mut edit = Edit::insert(start, with, &["3.21万元"]);
    edit.range = figure.place();
    forms.push(Form::new("19 footnote", "a footnote's text inside the sentence", vec![edit]));
    forms
}
