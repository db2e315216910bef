//! Word documents and saved web pages: what the report and the JSON say of what is not in their text.

use super::harness::{archive_of, example, file, folder, mingbai, refused};
use serde_json::{Value, json};
use std::fs;

const CONTENT_TYPES: (&str, &str) = ("[Content_Types].xml", "<Types/>");

/// A Word document of a text, with a deleted word in its first paragraph, a footnote and a running head.
fn word_document(text: &str) -> Vec<u8> {
    let paragraphs = text.lines().map(|line| format!("<w:p><w:r><w:t>{line}</w:t></w:r></w:p>")).collect::<String>();
    let deleted = "<w:p><w:del><w:r><w:delText>旧的标题</w:delText></w:r></w:del></w:p>";
    let document = format!("<w:document><w:body>{deleted}{paragraphs}</w:body></w:document>");
    let note = "<w:footnotes><w:footnote><w:p><w:r><w:t>含上年结转5万元。</w:t></w:r></w:p></w:footnote></w:footnotes>";
    let head = "<w:hdr><w:p><w:r><w:t>内部资料</w:t></w:r></w:p></w:hdr>";
    let relationships = "<Relationships><Relationship Type=\"x/footnotes\" Target=\"footnotes.xml\"/>\
                         <Relationship Type=\"x/header\" Target=\"/word/header1.xml\"/></Relationships>";
    archive_of(&[
        CONTENT_TYPES,
        ("word/document.xml", &document),
        ("word/_rels/document.xml.rels", relationships),
        ("word/footnotes.xml", note),
        ("word/header1.xml", head),
    ])
}

#[test]
fn the_report_and_the_json_say_what_of_a_word_document_is_not_in_its_text() {
    let document = file("report/budget.docx", word_document(&example(5)));
    let run = mingbai(&["check".as_ref(), document.as_os_str()]);
    assert_eq!(run.code, 0, "{}", run.err);
    for said in
        ["有尚未接受的修订，按已接受来读", "已删除：“旧的标题”", "脚注：“含上年结转5万元。”", "页眉页脚：“内部资料”"]
    {
        assert!(run.out.contains(said), "{said} in {}", run.out);
    }
    let printed = mingbai(&["check".as_ref(), "--json".as_ref(), document.as_os_str()]).json();
    let read = &printed["files"][0];
    assert_eq!((&read["format"], &read["has_revisions"]), (&json!("word_document"), &json!(true)));
    let left_out = json!([
        { "reason": "deleted", "text": "旧的标题" },
        { "reason": "footnote", "text": "含上年结转5万元。" },
        { "reason": "running_head", "text": "内部资料" },
    ]);
    assert_eq!(read["left_out"], left_out);
    // The amount of the footnote is nowhere.
    let parsed = |path: &std::path::Path| {
        let mut record: Value = mingbai(&["parse".as_ref(), path.as_os_str()]).json();
        for part in ["sha256", "format", "encoding"] {
            record[part] = Value::Null;
        }
        record["lines"].as_array().unwrap().iter().map(|line| line["published"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(parsed(&document), parsed(&file("report/budget.txt", example(5))));
}

#[test]
fn documents_are_found_in_folders() {
    let folder = folder("documents-in-folder");
    fs::write(folder.join("a.docx"), word_document(&example(5))).unwrap();
    fs::write(folder.join("~$a.docx"), "lock").unwrap();
    fs::write(folder.join("b.HTML"), format!("<html><body><p>{}", example(2).replace('\n', "<p>"))).unwrap();
    let run = mingbai(&["check".as_ref(), "--json".as_ref(), folder.as_os_str()]);
    let printed = run.json();
    let formats: Vec<&Value> = printed["files"].as_array().unwrap().iter().map(|file| &file["format"]).collect();
    assert_eq!(formats, ["word_document", "web_page"]);
}

#[test]
fn damaged_and_hostile_archives_are_refused_in_a_sentence() {
    let whole = word_document(&example(5));
    let expanding = "<!DOCTYPE x [<!ENTITY a \"收入预算2023年年初预算数1万元。\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>\
                     <w:document><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>";
    let cases = [
        (whole[..whole.len() / 2].to_vec(), "文件不完整，或者已经损坏；"),
        (archive_of(&[CONTENT_TYPES, ("word/document.xml", "<w:document><w:p>")]), "里面没有文字；"),
        (archive_of(&[CONTENT_TYPES, ("word/document.xml", "<w:document></w:p>")]), "文件不完整，或者已经损坏；"),
        (archive_of(&[CONTENT_TYPES, ("word/other.xml", "")]), "文件不完整，或者已经损坏；"),
        // Entities are not expanded.
        (archive_of(&[CONTENT_TYPES, ("word/document.xml", expanding)]), "里面没有文字；"),
    ];
    for (bytes, said) in cases {
        let run = mingbai(&["parse".as_ref(), file("hostile.docx", bytes).as_os_str()]);
        assert!(refused(&run).contains(said), "{}", run.err);
    }
}
