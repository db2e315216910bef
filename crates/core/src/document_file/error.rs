//! Why a file holds no document: what is wrong, and what to do.

use super::file_type::FileType;
use super::text_encoding::TextEncoding;
use crate::disclosure::ParseError;
use crate::locale::Lang;
use serde::{Deserialize, Serialize};

/// Why a file holds no document that can be read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum DocumentFileError {
    /// It is of a type that is not read.
    NotText(FileType),
    /// It is incomplete or damaged.
    Damaged,
    /// It is protected by a password.
    Protected,
    /// It can be read with its password.
    PasswordNeeded,
    /// The password that was given is not its password.
    WrongPassword,
    /// Its pages are pictures, as a scanner makes them.
    Scanned,
    /// A font does not say which characters its glyphs are.
    UnknownCharacters {
        /// The first page with such a character, from 1.
        page: usize,
    },
    /// It is small only as it is packed.
    UnpacksToTooMuch,
    /// It contains a zero byte.
    Nul {
        /// Line, from 1.
        line: usize,
    },
    /// It contains bytes that cannot be decoded.
    Broken {
        /// Line of the first of them, from 1.
        line: usize,
        /// The encoding of the rest, where it is known.
        encoding: Option<TextEncoding>,
    },
    /// The text is not a budget disclosure.
    NotADisclosure(ParseError),
}

impl From<ParseError> for DocumentFileError {
    fn from(error: ParseError) -> DocumentFileError {
        DocumentFileError::NotADisclosure(error)
    }
}

impl DocumentFileError {
    /// The stable word in JSON.
    pub fn as_str(&self) -> &'static str {
        match self {
            DocumentFileError::NotText(file_type) => file_type.as_str(),
            DocumentFileError::Damaged => "damaged",
            DocumentFileError::Protected => "protected",
            DocumentFileError::PasswordNeeded => "password_needed",
            DocumentFileError::WrongPassword => "wrong_password",
            DocumentFileError::Scanned => "scanned",
            DocumentFileError::UnknownCharacters { .. } => "unknown_characters",
            DocumentFileError::UnpacksToTooMuch => "unpacks_to_too_much",
            DocumentFileError::Nul { .. } => "nul",
            DocumentFileError::Broken { .. } => "broken",
            DocumentFileError::NotADisclosure(ParseError::Empty) => "empty",
            DocumentFileError::NotADisclosure(ParseError::Settlement { .. }) => "settlement",
            DocumentFileError::NotADisclosure(ParseError::NoBudget { .. }) => "no_budget",
        }
    }

    /// The line of the text that the error concerns, from 1.
    pub fn line(&self) -> Option<usize> {
        match self {
            DocumentFileError::Nul { line }
            | DocumentFileError::Broken { line, .. }
            | DocumentFileError::NotADisclosure(ParseError::Settlement { line }) => Some(*line),
            _ => None,
        }
    }

    /// One sentence for the reader: what is wrong, and what to do.
    pub fn message(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => self.message_zh(),
            Lang::En => self.message_en(),
        }
    }

    fn message_zh(&self) -> String {
        match self {
            DocumentFileError::NotText(file_type) => {
                format!("这是{}，还读不了；请打开它，复制说明的全文，存成 .txt 文件。", file_type_zh(*file_type))
            }
            DocumentFileError::Damaged => "文件不完整，或者已经损坏；请重新下载，或请对方再发一次。".to_owned(),
            DocumentFileError::Protected => "文件有密码保护；请用密码打开，去掉密码后另存一份。".to_owned(),
            DocumentFileError::PasswordNeeded => "文件有密码保护；请输入密码。".to_owned(),
            DocumentFileError::WrongPassword => "密码不对；请再输入一次。".to_owned(),
            DocumentFileError::Scanned => {
                "每一页都是图片，没有文字；请向发布单位要文字版，或者用识别软件转成文字、核对后再打开。".to_owned()
            }
            DocumentFileError::UnknownCharacters { page } => {
                format!(
                    "第 {page} 页：字体没有写明字形是哪个字，读出来的数字靠不住；请打开原文件，复制说明的全文，粘贴到这里。"
                )
            }
            DocumentFileError::UnpacksToTooMuch => {
                "文件解开后太大，没有读；一份说明不会这么大，请只留下说明的全文。".to_owned()
            }
            DocumentFileError::Nul { line } => {
                format!("第 {line} 行：有空字节，不像文本文件；请用记事本打开核对，另存为 UTF-8 的 .txt。")
            }
            DocumentFileError::Broken { line, encoding: Some(encoding) } => {
                format!(
                    "第 {line} 行：有损坏的字节，不是完整的 {} 文本；请用原文件另存为 UTF-8 的 .txt。",
                    encoding.name()
                )
            }
            DocumentFileError::Broken { line, encoding: None } => {
                format!("第 {line} 行：有不属于文字的字节，看不出是哪种编码；请用原文件另存为 UTF-8 的 .txt。")
            }
            DocumentFileError::NotADisclosure(error) => error.chinese(),
        }
    }

    fn message_en(&self) -> String {
        match self {
            DocumentFileError::NotText(file_type) => {
                let file_type = file_type_en(*file_type);
                format!(
                    "This is {file_type}, which is not read yet; open it and copy the whole disclosure into a .txt file."
                )
            }
            DocumentFileError::Damaged => {
                "The file is incomplete or damaged; download it again, or ask for it once more.".to_owned()
            }
            DocumentFileError::Protected => {
                "The file is protected by a password; open it with the password and save a copy without one.".to_owned()
            }
            DocumentFileError::PasswordNeeded => "The file is protected; enter its password.".to_owned(),
            DocumentFileError::WrongPassword => "This is not the password; enter it once more.".to_owned(),
            DocumentFileError::Scanned => {
                "The pages are pictures without text; ask the office for one with text, or have it recognised and check the result before opening it.".to_owned()
            }
            DocumentFileError::UnknownCharacters { page } => {
                format!("Page {page}: a font does not say which characters it draws, so numbers could be read wrongly; open the original and copy the disclosure's text from it.")
            }
            DocumentFileError::UnpacksToTooMuch => {
                "The file unpacks to too much and was not read; no disclosure is so large, keep only its text."
                    .to_owned()
            }
            DocumentFileError::Nul { line } => {
                format!(
                    "Line {line}: there is a zero byte, so this is probably not a text file; open it in an editor and save it as UTF-8 .txt."
                )
            }
            DocumentFileError::Broken { line, encoding: Some(encoding) } => {
                format!(
                    "Line {line}: there are damaged bytes, so this is not a complete {} text; save the original as UTF-8 .txt.",
                    encoding.name()
                )
            }
            DocumentFileError::Broken { line, encoding: None } => {
                format!("Line {line}: there are bytes of no known text encoding; save the original as UTF-8 .txt.")
            }
            DocumentFileError::NotADisclosure(error) => error.english(),
        }
    }
}

/// The name of a file type in Chinese, behind a Chinese word: Latin letters keep their distance.
fn file_type_zh(file_type: FileType) -> &'static str {
    match file_type {
        FileType::Pdf => " PDF 文件",
        FileType::OldOffice => "更早的 Word 文件，或别的旧格式文件",
        FileType::WordDocument => " Word 文件",
        FileType::Spreadsheet => " Excel 表格",
        FileType::Presentation => "幻灯片",
        FileType::OpenDocument => " OpenDocument 文件",
        FileType::Ofd => " OFD 文件",
        FileType::Zip => "压缩包",
        FileType::Rtf => "带格式的 RTF 文件",
        FileType::Picture => "图片",
        FileType::WebPage => "网页",
        FileType::Markup => " XML 文件",
    }
}

/// The name of a file type in English, with its article.
fn file_type_en(file_type: FileType) -> &'static str {
    match file_type {
        FileType::Pdf => "a PDF",
        FileType::OldOffice => "a Word file from before 1997, or another file of an old kind",
        FileType::WordDocument => "a Word document",
        FileType::Spreadsheet => "a spreadsheet",
        FileType::Presentation => "a presentation",
        FileType::OpenDocument => "an OpenDocument file",
        FileType::Ofd => "an OFD file",
        FileType::Zip => "an archive",
        FileType::Rtf => "a formatted text (RTF)",
        FileType::Picture => "a picture",
        FileType::WebPage => "a web page",
        FileType::Markup => "an XML file",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disclosure::TextKind;

    #[test]
    fn every_error_is_one_sentence_that_says_what_to_do() {
        let errors = [
            DocumentFileError::NotText(FileType::Spreadsheet),
            DocumentFileError::Damaged,
            DocumentFileError::Protected,
            DocumentFileError::PasswordNeeded,
            DocumentFileError::WrongPassword,
            DocumentFileError::Scanned,
            DocumentFileError::UnknownCharacters { page: 2 },
            DocumentFileError::UnpacksToTooMuch,
            DocumentFileError::Nul { line: 2 },
            DocumentFileError::Broken { line: 2, encoding: Some(TextEncoding::Gb18030) },
            DocumentFileError::Broken { line: 2, encoding: None },
            DocumentFileError::NotADisclosure(ParseError::Empty),
            DocumentFileError::NotADisclosure(ParseError::Settlement { line: 2 }),
            DocumentFileError::NotADisclosure(ParseError::NoBudget { lines: 2, seems: TextKind::Table }),
            DocumentFileError::NotADisclosure(ParseError::NoBudget { lines: 2, seems: TextKind::Notice }),
            DocumentFileError::NotADisclosure(ParseError::NoBudget { lines: 2, seems: TextKind::WithoutMoney }),
            DocumentFileError::NotADisclosure(ParseError::NoBudget { lines: 2, seems: TextKind::Other }),
        ];
        for error in errors {
            let (zh, en) = (error.message(Lang::Zh), error.message(Lang::En));
            assert!(zh.ends_with('。') && zh.matches('。').count() == 1 && zh.contains('；'), "{zh}");
            assert!(en.ends_with('.') && en.contains("; ") && !en.contains(". "), "{en}");
        }
    }
}
