//! Errors of an input file: what is wrong, and what to do.

use mingbai_core::document_file::{DocumentFileError, SIZE_LIMIT};
use mingbai_core::locale::Lang;
use std::io::{self, ErrorKind};

/// Why a file could not be read as a disclosure.
#[derive(Clone, Debug, PartialEq)]
pub enum InputError {
    /// There is no such file.
    Missing,
    /// The user may not read it.
    Permission,
    /// It is a folder where one file is expected.
    Folder,
    /// It is a pipe, a socket or a device.
    NotAFile,
    /// A folder without a file that may be a document.
    EmptyFolder,
    /// A link to a folder that contains the link.
    Loop,
    /// The system reported an error, in its words.
    Io(String),
    /// It is larger than [`SIZE_LIMIT`].
    TooLarge {
        /// Its size, where it is known.
        bytes: Option<u64>,
    },
    /// It holds no document that can be read.
    Unreadable(DocumentFileError),
}

impl From<DocumentFileError> for InputError {
    fn from(error: DocumentFileError) -> InputError {
        InputError::Unreadable(error)
    }
}

impl From<io::Error> for InputError {
    fn from(error: io::Error) -> InputError {
        match error.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => InputError::Missing,
            ErrorKind::PermissionDenied => InputError::Permission,
            ErrorKind::IsADirectory => InputError::Folder,
            _ => InputError::Io(error.to_string()),
        }
    }
}

impl InputError {
    /// The stable word in JSON.
    pub fn as_str(&self) -> &'static str {
        match self {
            InputError::Missing => "missing",
            InputError::Permission => "permission",
            InputError::Folder => "folder",
            InputError::NotAFile => "not_a_file",
            InputError::EmptyFolder => "empty_folder",
            InputError::Loop => "loop",
            InputError::Io(_) => "io",
            InputError::TooLarge { .. } => "too_large",
            InputError::Unreadable(error) => error.as_str(),
        }
    }

    /// The line of the text that the error concerns, from 1.
    pub fn line(&self) -> Option<usize> {
        match self {
            InputError::Unreadable(error) => error.line(),
            _ => None,
        }
    }

    /// One sentence for the user: what is wrong, and what to do.
    pub fn message(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => self.message_zh(),
            Lang::En => self.message_en(),
        }
    }

    fn message_zh(&self) -> String {
        match self {
            InputError::Missing => "没有找到这个文件；请核对路径和文件名。".to_owned(),
            InputError::Permission => "没有读取这个文件的权限；请换一个有权限的账户，或者把文件复制出来。".to_owned(),
            InputError::Folder => {
                "这是文件夹，这里只读一份文件；请写出其中一份，要核对整个文件夹请用 mingbai check。".to_owned()
            }
            InputError::NotAFile => {
                "这不是普通文件（是管道、套接字或设备），没有读；请把说明的全文存成 .txt。".to_owned()
            }
            InputError::EmptyFolder => {
                "文件夹里没有 .txt、.pdf、.ofd、.docx、.odt、.rtf 或 .html 文件；请把情况说明放进去。".to_owned()
            }
            InputError::Loop => "这个链接又指回上级文件夹，没有跟进去；请删掉链接，或直接写出要读的文件。".to_owned(),
            InputError::Io(error) => format!("读到一半出错（{error}）；请把文件复制到本机磁盘再试。"),
            InputError::TooLarge { bytes } => {
                let size = bytes.map_or("超过".to_owned(), |bytes| format!("有 {} MiB，超过", mib(bytes)));
                let limit = SIZE_LIMIT >> 20;
                format!("文件{size}上限 {limit} MiB，没有读；一份说明不会这么大，请只放入说明的全文。")
            }
            InputError::Unreadable(DocumentFileError::PasswordNeeded) => {
                "文件有密码保护；请加上 --password 密码。".to_owned()
            }
            InputError::Unreadable(error) => error.message(Lang::Zh),
        }
    }

    fn message_en(&self) -> String {
        match self {
            InputError::Missing => "There is no such file; look at the path and the name.".to_owned(),
            InputError::Permission => {
                "You may not read this file; use an account that may, or copy the file to where you can.".to_owned()
            }
            InputError::Folder => {
                "This is a folder, and one file is wanted; name a file in it, or use mingbai check for the whole folder."
                    .to_owned()
            }
            InputError::NotAFile => {
                "This is a pipe, a socket or a device, and was not read; save the whole disclosure as .txt.".to_owned()
            }
            InputError::EmptyFolder => {
                "There is no .txt, .pdf, .ofd, .docx, .odt, .rtf or .html file in this folder; put the disclosure there.".to_owned()
            }
            InputError::Loop => {
                "This link leads back to a folder above it and was not followed; remove it, or name the files.".to_owned()
            }
            InputError::Io(error) => format!("Reading failed halfway ({error}); copy the file to a local disk and try again."),
            InputError::TooLarge { bytes } => {
                let size = bytes.map_or("is over".to_owned(), |bytes| format!("has {} MiB, over", mib(bytes)));
                let limit = SIZE_LIMIT >> 20;
                format!(
                    "The file {size} the limit of {limit} MiB and was not read; no disclosure is so large, save only its text."
                )
            }
            InputError::Unreadable(DocumentFileError::PasswordNeeded) => {
                "The file is protected; add --password and its password.".to_owned()
            }
            InputError::Unreadable(error) => error.message(Lang::En),
        }
    }
}

/// Whole MiB, rounded up, so that a file over the limit is never reported at the limit.
fn mib(bytes: u64) -> u64 {
    bytes.div_ceil(1 << 20)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Error;

    #[test]
    fn every_error_is_one_sentence_that_says_what_to_do() {
        let errors = [
            Error::from(ErrorKind::NotFound).into(),
            Error::from(ErrorKind::PermissionDenied).into(),
            Error::other("disk on fire").into(),
            InputError::Folder,
            InputError::NotAFile,
            InputError::EmptyFolder,
            InputError::Loop,
            InputError::TooLarge { bytes: Some(SIZE_LIMIT + 1) },
            InputError::TooLarge { bytes: None },
        ];
        for error in errors {
            let (zh, en) = (error.message(Lang::Zh), error.message(Lang::En));
            assert!(zh.ends_with('。') && zh.matches('。').count() == 1 && zh.contains('；'), "{zh}");
            assert!(en.ends_with('.') && en.contains("; ") && !en.contains(". "), "{en}");
        }
        assert_eq!(InputError::from(Error::from(ErrorKind::PermissionDenied)), InputError::Permission);
    }
}
