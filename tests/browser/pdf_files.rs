//! PDFs as producers make them: of the disclosure and of each example they hold what the text holds. And PDFs that hold no
//! text, or none that can be trusted.

use super::document_files::{assert_reads_the_same, converted, decode, escaped, folder, texts};
use super::harness::{chromium_program, python_tool, root};
use mingbai_core::document_file::{DocumentFileError, FileFormat, FileText, LeftOutReason, text_of};
use std::fs;
use std::path::Path;
use std::process::Command;

/// Makes a document of each text in a folder by one of the producers of `tests/documents/produce.py`.
pub fn produce(producer: &str, folder: &Path) {
    let python = python_tool("producers-", "bin/python", "PRODUCERS_PYTHON");
    let output = Command::new(python).arg(root().join("tests/documents/produce.py")).arg(producer).arg(folder).output();
    let output = output.unwrap();
    assert!(output.status.success(), "{producer}: {}", String::from_utf8_lossy(&output.stderr));
}

/// Fails unless the documents of a producer hold what their texts hold.
fn assert_producer(producer: &str, ending: &str, format: FileFormat) {
    let folder = folder(producer);
    for (name, text) in texts() {
        fs::write(folder.join(format!("{name}.txt")), text).unwrap();
    }
    produce(producer, &folder);
    for (name, text) in texts() {
        assert_reads_the_same(&name, &folder.join(format!("{name}.{ending}")), format, &text);
    }
}

fn read(file: &Path, password: &str) -> Result<FileText, DocumentFileError> {
    text_of(fs::read(file).unwrap(), password, &decode)
}

#[test]
fn pdfs_of_libreoffice_hold_what_their_text_holds() {
    for (name, file, text) in converted("pdf", "pdf:writer_pdf_Export", "pdf", false) {
        assert_reads_the_same(&name, &file, FileFormat::Pdf, &text);
    }
}

#[test]
fn pdfs_that_chromium_prints_hold_what_their_text_holds() {
    let folder = folder("printed");
    for (name, text) in texts() {
        let (page, file) = (folder.join(format!("{name}.html")), folder.join(format!("{name}.pdf")));
        let paragraphs: String = text.lines().map(|line| format!("<p>{}</p>", escaped(line))).collect();
        fs::write(&page, format!("<!DOCTYPE html><meta charset=utf-8><title>{name}</title>{paragraphs}")).unwrap();
        let mut chromium = Command::new(chromium_program());
        chromium.args(["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run"]);
        chromium.arg(format!("--user-data-dir={}", folder.join("profile").display()));
        chromium.arg(format!("--print-to-pdf={}", file.display())).arg(&page);
        let output = chromium.output().unwrap();
        assert!(file.is_file(), "{}", String::from_utf8_lossy(&output.stderr));
        assert_reads_the_same(&name, &file, FileFormat::Pdf, &text);
        // The browser prints the date, the title and the page's number above and below the text.
        let heads = read(&file, "").unwrap().left_out;
        assert!(heads.iter().any(|head| head.text.ends_with(&name)), "{name}: {heads:?}");
    }
}

#[test]
fn pdfs_of_reportlab_hold_what_their_text_holds() {
    assert_producer("reportlab", "pdf", FileFormat::Pdf);
}

#[test]
fn pdfs_with_a_font_in_gbk_hold_what_their_text_holds() {
    assert_producer("gbk", "pdf", FileFormat::Pdf);
}

#[test]
fn pdfs_of_typst_hold_what_their_text_holds() {
    assert_producer("typst", "pdf", FileFormat::Pdf);
}

#[test]
fn word_documents_of_python_hold_what_their_text_holds() {
    assert_producer("python-docx", "docx", FileFormat::WordDocument);
}

#[test]
fn pdfs_without_a_text_to_trust_are_refused() {
    let folder = folder("spoiled");
    let (_, original, text) = converted("to-spoil", "pdf:writer_pdf_Export", "pdf", false).swap_remove(0);
    fs::write(folder.join("a.txt"), &text).unwrap();
    fs::copy(original, folder.join("a.pdf")).unwrap();
    produce("spoiled", &folder);
    let file = |name: &str| folder.join(format!("a-{name}.pdf"));

    assert_eq!(read(&file("without-characters"), ""), Err(DocumentFileError::UnknownCharacters { page: 1 }));
    for (name, password) in [("locked", "密码12"), ("locked-old", "secret")] {
        assert_eq!(read(&file(name), ""), Err(DocumentFileError::PasswordNeeded), "{name}");
        assert_eq!(read(&file(name), "1"), Err(DocumentFileError::WrongPassword), "{name}");
        assert_eq!(read(&file(name), password).unwrap().text, read(&folder.join("a.pdf"), "").unwrap().text, "{name}");
    }
    // Whoever may open a document may read it, whatever its owner forbids.
    for name in ["owner-only", "packed"] {
        assert_reads_the_same(name, &file(name), FileFormat::Pdf, &text);
    }
    assert_eq!(read(&file("scanned"), ""), Err(DocumentFileError::Scanned));
    // What a machine recognised behind a picture may be wrong.
    assert_eq!(read(&file("recognised"), ""), Err(DocumentFileError::Scanned));
    let whole = fs::read(folder.join("a.pdf")).unwrap();
    let cut = text_of(whole[..whole.len() / 2].to_vec(), "", &decode);
    assert_eq!(cut, Err(DocumentFileError::Damaged));
}

#[test]
fn a_page_that_is_a_picture_is_listed() {
    let folder = folder("partly-scanned");
    let (_, original, _) = converted("partly", "pdf:writer_pdf_Export", "pdf", false).swap_remove(1);
    fs::write(folder.join("a.txt"), "").unwrap();
    fs::copy(original, folder.join("a.pdf")).unwrap();
    produce("partly-scanned", &folder);
    let read = read(&folder.join("a-partly-scanned.pdf"), "").unwrap();
    let listed: Vec<_> = read.left_out.iter().map(|left_out| (left_out.reason, left_out.text.as_str())).collect();
    assert_eq!(listed, [(LeftOutReason::Picture, "1")]);
    assert!(read.text.contains("部门预算情况说明"), "{}", read.text);
}
