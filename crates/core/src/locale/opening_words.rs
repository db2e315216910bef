//! The words of the dialog for opening a document. They come with the dialog, not with the page.

use super::Lang;

/// The words of the dialog for opening a document. `{name}` is a slot.
#[derive(Debug)]
pub struct OpeningWords {
    /// What can be opened.
    pub intro: &'static str,
    /// That nothing leaves the device.
    pub privacy: &'static str,
    /// The label of the field for files.
    pub choose: &'static str,
    /// The label of the field for a text.
    pub paste: &'static str,
    /// Opens the text.
    pub pasted: &'static str,
    /// The name of a text without one.
    pub pasted_name: &'static str,
    /// The heading of the list of what is open.
    pub list: &'static str,
    /// The heading of the list of what the device keeps.
    pub kept: &'static str,
    /// Deletes one of them: `{name}`.
    pub forget: &'static str,
    /// Deletes all of them.
    pub forget_all: &'static str,
    /// The published document in that list.
    pub published: &'static str,
    /// That a file is too large: `{name}`.
    pub too_large: &'static str,
    /// That a file cannot be read: `{name}`.
    pub unreadable: &'static str,
    /// That reading failed: `{name}`.
    pub broken_off: &'static str,
    /// That a file is being read: `{name}`.
    pub reading: &'static str,
    /// Stops reading.
    pub stop: &'static str,
    /// The label of the field for a password.
    pub password: &'static str,
    /// Why a file holds no document: `{name}`, `{why}`.
    pub refused: &'static str,
}

impl OpeningWords {
    /// The words in a language.
    pub fn of(lang: Lang) -> &'static OpeningWords {
        match lang {
            Lang::Zh => &ZH,
            Lang::En => &EN,
        }
    }
}

const ZH: OpeningWords = OpeningWords {
    intro: "可以打开 PDF、OFD、Word、RTF、OpenDocument 文件，存下的网页，文字文件。",
    privacy: "只在这台设备上读，不上传；您不要求，就不保存。断开网络也能打开，可以自己试。",
    choose: "选择文件",
    paste: "或者粘贴全文",
    pasted: "打开这段文字",
    pasted_name: "粘贴的文字",
    list: "已经打开的",
    kept: "留在这台设备上的",
    forget: "删掉“{name}”",
    forget_all: "全部删掉",
    published: "这里公布的预算",
    too_large: "“{name}”超过 16 MiB，没有读；一份说明不会这么大。",
    unreadable: "“{name}”读不出来；请看看文件还在不在，再试一次。",
    broken_off: "“{name}”读到一半停了；请打开它，复制说明的全文，粘贴到下面。",
    reading: "正在读“{name}”",
    stop: "停止",
    password: "密码",
    refused: "“{name}”：{why}",
};

const EN: OpeningWords = OpeningWords {
    intro: "Open a budget disclosure as a PDF, OFD, Word, RTF or OpenDocument file, a saved web page or a text file.",
    privacy: "It is read on this device only: nothing is uploaded, and nothing kept unless you ask for it. It works with the network off, too; try it.",
    choose: "Choose files",
    paste: "Or paste the whole text",
    pasted: "Open this text",
    pasted_name: "pasted text",
    list: "Open now",
    kept: "Kept on this device",
    forget: "Delete “{name}”",
    forget_all: "Delete all",
    published: "The budget published here",
    too_large: "“{name}” is larger than 16 MiB and was not read; no disclosure is so large.",
    unreadable: "“{name}” could not be read; see whether the file is still there, and try again.",
    broken_off: "Reading “{name}” broke off; open it, copy the whole disclosure and paste it below.",
    reading: "Reading “{name}”",
    stop: "Stop",
    password: "Its password",
    refused: "“{name}”: {why}",
};
