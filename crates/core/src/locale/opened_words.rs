//! The words of the note above a document that the reader opened. They come with the page that the browser renders, not
//! with the one that everybody loads.

use super::Lang;

/// The words of the note on an opened document. `{name}`, `{n}`, `{read}`, `{total}`, `{percent}` are slots.
#[derive(Debug)]
pub struct OpenedWords {
    /// Which file it is, and that it is on this device only: `{name}`.
    pub note: &'static str,
    /// That it is lost with the page.
    pub lost: &'static str,
    /// That it is kept on the device.
    pub kept: &'static str,
    /// That others cannot open it, and what follows from that.
    pub not_shared: &'static str,
    /// That revisions were read as accepted.
    pub revisions: &'static str,
    /// How many passages of the file are not in the text: `{n}`.
    pub left_out: &'static str,
    /// That most numbers were not understood: `{read}` of `{total}` were, which is `{percent}`.
    pub half_understood: &'static str,
    /// Leads to the text in which they are marked.
    pub see_text: &'static str,
    /// Keeps the document on the device.
    pub keep: &'static str,
    /// That it could not be kept.
    pub not_kept: &'static str,
    /// Returns to the published document.
    pub back: &'static str,
}

impl OpenedWords {
    /// The words in a language.
    pub fn of(lang: Lang) -> &'static OpenedWords {
        match lang {
            Lang::Zh => &ZH,
            Lang::En => &EN,
        }
    }
}

const ZH: OpenedWords = OpenedWords {
    note: "您打开的“{name}”。它只在这台设备上，没有上传；",
    lost: "刷新页面就没有了。",
    kept: "您让它留在了这台设备上，从“打开一份预算”里可以再打开、可以删掉。",
    not_shared: "别人打不开它，所以不能分享和嵌入。",
    revisions: "文档里有尚未接受的修订，这里按已接受来读。",
    left_out: "文件里有 {n} 处没有算作正文",
    half_understood: "这份文件只读懂了一部分：{total} 个数里读懂了 {read} 个（{percent}%）。下面只有读懂的；没读懂的在原文里一一标出，没有算进任何图和表。",
    see_text: "看原文",
    keep: "留在这台设备上",
    not_kept: "这个浏览器不让网页保存文件，没有留下。",
    back: "回到这里公布的预算",
};

const EN: OpenedWords = OpenedWords {
    note: "You opened “{name}”. It is on this device only and was not uploaded;",
    lost: "reloading the page loses it.",
    kept: "you kept it on this device, where “Open a budget” opens it again or deletes it.",
    not_shared: "Others cannot open it, so it cannot be shared or embedded.",
    revisions: "The document has revisions that nobody has accepted yet; they are read as accepted.",
    left_out: "In the file, but not taken as its text: {n}",
    half_understood: "Only part of this document was understood: {read} of its {total} numbers ({percent}%). What follows is made of those alone; the others are marked in the text and are in no chart or table.",
    see_text: "See the text",
    keep: "Keep on this device",
    not_kept: "This browser lets no page keep a file; it was not kept.",
    back: "Back to the budget published here",
};
