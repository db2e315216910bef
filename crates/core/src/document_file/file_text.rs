//! The text of a file, and what of the file is not in it.

use super::text_encoding::TextEncoding;
use crate::locale::Lang;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr};

/// The text of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileText {
    /// The text, line by line.
    pub text: String,
    /// What kind of file it was in.
    pub format: FileFormat,
    /// The encoding in which the file had it.
    pub encoding: TextEncoding,
    /// What the file contains and the text does not, in the order of the file.
    pub left_out: Vec<LeftOut>,
    /// True where the file has revisions that nobody has accepted yet: they were read as accepted.
    pub has_revisions: bool,
}

/// A kind of file that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, Serialize, Deserialize)]
#[strum(serialize_all = "snake_case")]
pub enum FileFormat {
    /// Plain text.
    Text,
    /// A saved web page.
    WebPage,
    /// A Word document (.docx).
    WordDocument,
    /// An old Word document (.doc, .wps).
    OldWordDocument,
    /// A text of LibreOffice and others (.odt).
    OpenDocument,
    /// A formatted text (.rtf).
    Rtf,
    /// A PDF.
    Pdf,
    /// A document of fixed layout by the national standard (.ofd).
    Ofd,
}

impl FileFormat {
    /// A stable word for machines.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// A passage of a file that is not in its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// Why it was left out.
    pub reason: LeftOutReason,
    /// The passage.
    pub text: String,
}

/// Why a passage of a file is not in its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, Serialize, Deserialize)]
#[strum(serialize_all = "snake_case")]
pub enum LeftOutReason {
    /// It is outside of the article of a web page: navigation, links, the foot of the page.
    OutsideArticle,
    /// It is struck out, or deleted by a revision that nobody has accepted yet.
    Deleted,
    /// It is a footnote or an endnote.
    Footnote,
    /// It stands above or below the text of every page.
    RunningHead,
    /// It is hidden from readers, or drawn aslant over the page.
    Hidden,
    /// It is a page, given by its number, that is a picture.
    Picture,
}

impl LeftOutReason {
    /// A stable word for machines.
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// What such passages are called.
    pub fn name(self, lang: Lang) -> &'static str {
        let (zh, en) = match self {
            LeftOutReason::OutsideArticle => ("正文以外", "outside of the article"),
            LeftOutReason::Deleted => ("已删除", "deleted"),
            LeftOutReason::Footnote => ("脚注", "footnote"),
            LeftOutReason::RunningHead => ("页眉页脚", "running head"),
            LeftOutReason::Hidden => ("隐藏", "hidden"),
            LeftOutReason::Picture => ("整页是图片", "page that is a picture"),
        };
        match lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}
