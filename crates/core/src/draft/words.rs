//! The words around the findings of a draft. They come with the dialog for drafts, not with the page.

use crate::locale::Lang;

/// The words around the findings of a draft. `{name}` is a slot.
#[derive(Debug)]
pub struct DraftWords {
    /// The heading of the dialog.
    pub title: &'static str,
    /// What the dialog does.
    pub intro: &'static str,
    /// That nothing was found.
    pub none: &'static str,
    /// How many findings there are: `{n}`.
    pub count: &'static str,
    /// The label of the field with the text.
    pub text: &'static str,
    /// Copies the text.
    pub copy: &'static str,
    /// Saves the text.
    pub save: &'static str,
    /// Saves the report.
    pub save_report: &'static str,
    /// Prints the report.
    pub print: &'static str,
    /// Shows the text as charts.
    pub show: &'static str,
    /// The place of a passage: `{line}`.
    pub line: &'static str,
    /// The name of a text that was edited: `{name}`.
    pub edited: &'static str,
    /// The heading of a report.
    pub report_name: &'static str,
    /// The heading of the text in a report.
    pub source: &'static str,
}

impl DraftWords {
    /// The words in a language.
    pub fn of(lang: Lang) -> &'static DraftWords {
        match lang {
            Lang::Zh => &ZH,
            Lang::En => &EN,
        }
    }
}

const ZH: DraftWords = DraftWords {
    title: "核对稿子",
    intro: "边改边核对。只在这台设备上，不会发出去。",
    none: "没有找到要看的地方。",
    count: "有 {n} 处要看。",
    text: "全文，可以直接改",
    copy: "复制全文",
    save: "存成文本",
    save_report: "存核对结果",
    print: "打印核对结果",
    show: "看改好的图",
    line: "第 {line} 行",
    edited: "{name}（改过）",
    report_name: "核对结果",
    source: "全文",
};

const EN: DraftWords = DraftWords {
    title: "Check the draft",
    intro: "The checks follow your changes. Nothing leaves this device.",
    none: "Nothing to look at was found.",
    count: "To look at: {n}",
    text: "The text, to be edited here",
    copy: "Copy the text",
    save: "Save as text",
    save_report: "Save the result",
    print: "Print the result",
    show: "Show this text as charts",
    line: "line {line}",
    edited: "{name} (edited)",
    report_name: "Result of the check",
    source: "The text",
};
