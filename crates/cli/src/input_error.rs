//! Why a file could not be read as a disclosure: what it is, and what to do.

use crate::decode::Encoding;
use crate::file_type::Kind;
use crate::input::LIMIT;
use mingbai_core::disclosure::ParseError;
use mingbai_core::locale::Lang;

/// Why a file could not be read as a disclosure.
#[derive(Clone, Debug, PartialEq)]
pub enum InputError {
    /// There is no such file.
    Missing,
    /// It may not be read by who asks.
    Permission,
    /// It is a folder where one file is wanted.
    Folder,
    /// A folder without a `.txt` file.
    EmptyFolder,
    /// A folder that leads back to itself.
    Loop,
    /// The system failed; holds its words.
    Io(String),
    /// It is larger than [`LIMIT`].
    TooLarge {
        /// How large, where that is known.
        bytes: Option<u64>,
    },
    /// It is no plain text.
    NotText(Kind),
    /// It holds a byte of zero.
    Nul {
        /// Line, from 1.
        line: usize,
    },
    /// It holds bytes that are no text.
    Broken {
        /// Line of the first of them, from 1.
        line: usize,
        /// The encoding that the rest is in, where that is known.
        encoding: Option<Encoding>,
    },
    /// The text is no budget disclosure.
    Unread(ParseError),
}

impl From<ParseError> for InputError {
    fn from(error: ParseError) -> InputError {
        InputError::Unread(error)
    }
}

impl InputError {
    /// A stable word for machines.
    pub fn as_str(&self) -> &'static str {
        match self {
            InputError::Missing => "missing",
            InputError::Permission => "permission",
            InputError::Folder => "folder",
            InputError::EmptyFolder => "empty_folder",
            InputError::Loop => "loop",
            InputError::Io(_) => "io",
            InputError::TooLarge { .. } => "too_large",
            InputError::NotText(kind) => kind.as_str(),
            InputError::Nul { .. } => "nul",
            InputError::Broken { .. } => "broken",
            InputError::Unread(ParseError::Empty) => "empty",
            InputError::Unread(ParseError::Settlement { .. }) => "settlement",
            InputError::Unread(ParseError::NoBudget { .. }) => "no_budget",
        }
    }

    /// The line that it is about, from 1.
    pub fn line(&self) -> Option<usize> {
        match self {
            InputError::Nul { line }
            | InputError::Broken { line, .. }
            | InputError::Unread(ParseError::Settlement { line }) => Some(*line),
            _ => None,
        }
    }

    /// One sentence: what it is, and what to do.
    pub fn says(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => self.chinese(),
            Lang::En => self.english(),
        }
    }

    fn chinese(&self) -> String {
        match self {
            InputError::Missing => "没有找到这个文件；请核对路径和文件名。".to_owned(),
            InputError::Permission => "没有读取这个文件的权限；请换一个有权限的账户，或者把文件复制出来。".to_owned(),
            InputError::Folder => {
                "这是文件夹，这里只读一份文件；请写出其中一份，要核对整个文件夹请用 mingbai check。".to_owned()
            }
            InputError::EmptyFolder => "文件夹里没有 .txt 文件；请把说明的全文存成 .txt 放进去。".to_owned(),
            InputError::Loop => "这个链接又指回上级文件夹，没有跟进去；请删掉链接，或直接写出要读的文件。".to_owned(),
            InputError::Io(error) => format!("读到一半出错（{error}）；请把文件复制到本机磁盘再试。"),
            InputError::TooLarge { bytes } => {
                let size = bytes.map_or("超过".to_owned(), |bytes| format!("有 {} MiB，超过", mib(bytes)));
                let limit = LIMIT >> 20;
                format!("文件{size}上限 {limit} MiB，没有读；一份说明不会这么大，请只放入说明的全文。")
            }
            InputError::NotText(kind) => {
                let kind = match kind {
                    Kind::Pdf => "PDF 文件",
                    Kind::OldOffice => "Word、WPS 或 Excel 文件",
                    Kind::Zip => "Word（.docx）、Excel（.xlsx）一类的文件或压缩包",
                    Kind::Rtf => "带格式的 RTF 文件",
                    Kind::Picture => "图片",
                    Kind::Html => "网页的源代码",
                };
                format!("这是{kind}，不是纯文本；请打开它，把说明的全文复制到一个 .txt 文件里。")
            }
            InputError::Nul { line } => {
                format!("第 {line} 行：有空字节，不像文本文件；请用记事本打开核对，另存为 UTF-8 的 .txt。")
            }
            InputError::Broken { line, encoding: Some(encoding) } => {
                format!(
                    "第 {line} 行：有损坏的字节，不是完整的 {} 文本；请用原文件另存为 UTF-8 的 .txt。",
                    encoding.name()
                )
            }
            InputError::Broken { line, encoding: None } => {
                format!("第 {line} 行：有不属于文字的字节，看不出是哪种编码；请用原文件另存为 UTF-8 的 .txt。")
            }
            InputError::Unread(error) => error.chinese(),
        }
    }

    fn english(&self) -> String {
        match self {
            InputError::Missing => "There is no such file; look at the path and the name.".to_owned(),
            InputError::Permission => {
                "You may not read this file; use an account that may, or copy the file to where you can.".to_owned()
            }
            InputError::Folder => {
                "This is a folder, and one file is wanted; name a file in it, or use mingbai check for the whole folder."
                    .to_owned()
            }
            InputError::EmptyFolder => {
                "There is no .txt file in this folder; save the whole disclosure as .txt and put it there.".to_owned()
            }
            InputError::Loop => {
                "This link leads back to a folder above it and was not followed; remove it, or name the files.".to_owned()
            }
            InputError::Io(error) => format!("Reading failed half way ({error}); copy the file to a local disk and try again."),
            InputError::TooLarge { bytes } => {
                let size = bytes.map_or("is over".to_owned(), |bytes| format!("has {} MiB, over", mib(bytes)));
                let limit = LIMIT >> 20;
                format!(
                    "The file {size} the limit of {limit} MiB and was not read; no disclosure is so large, put in its text alone."
                )
            }
            InputError::NotText(kind) => {
                let kind = match kind {
                    Kind::Pdf => "a PDF",
                    Kind::OldOffice => "a Word, WPS or Excel file",
                    Kind::Zip => "a file such as Word (.docx) or Excel (.xlsx), or an archive",
                    Kind::Rtf => "a formatted text (RTF)",
                    Kind::Picture => "a picture",
                    Kind::Html => "the source of a web page",
                };
                format!("This is {kind}, not plain text; open it and copy the whole disclosure into a .txt file.")
            }
            InputError::Nul { line } => {
                format!("Line {line}: there is a zero byte, so this is hardly a text; look at it in an editor and save it as UTF-8 .txt.")
            }
            InputError::Broken { line, encoding: Some(encoding) } => {
                format!("Line {line}: there are damaged bytes, so this is no whole {} text; save the original as UTF-8 .txt.", encoding.name())
            }
            InputError::Broken { line, encoding: None } => {
                format!("Line {line}: there are bytes that belong to no text of a known encoding; save the original as UTF-8 .txt.")
            }
            InputError::Unread(error) => error.english(),
        }
    }
}

/// Whole MiB, rounded up: what is over the limit never seems to be at it.
fn mib(bytes: u64) -> u64 {
    bytes.div_ceil(1 << 20)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Error, ErrorKind};

    #[test]
    fn every_problem_is_one_sentence_that_says_what_to_do() {
        let problems = [
            Error::from(ErrorKind::NotFound).into(),
            Error::from(ErrorKind::PermissionDenied).into(),
            Error::other("disk on fire").into(),
            InputError::Folder,
            InputError::EmptyFolder,
            InputError::Loop,
            InputError::TooLarge { bytes: Some(LIMIT + 1) },
            InputError::TooLarge { bytes: None },
            InputError::NotText(Kind::Html),
            InputError::Nul { line: 2 },
            InputError::Broken { line: 2, encoding: Some(Encoding::Gb18030) },
            InputError::Broken { line: 2, encoding: None },
            InputError::Unread(ParseError::Empty),
            InputError::Unread(ParseError::Settlement { line: 2 }),
            InputError::Unread(ParseError::NoBudget { lines: 2 }),
        ];
        for problem in problems {
            let (zh, en) = (problem.says(Lang::Zh), problem.says(Lang::En));
            assert!(zh.ends_with('。') && zh.matches('。').count() == 1 && zh.contains('；'), "{zh}");
            assert!(en.ends_with('.') && en.contains("; ") && !en.contains(". "), "{en}");
        }
        assert_eq!(InputError::from(Error::from(ErrorKind::PermissionDenied)), InputError::Permission);
    }
}
