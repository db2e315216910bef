//! What is no budget disclosure: one sentence each, saying what it is and what to do.

use super::harness::{archive, command, compound, example, fed, file, finish, folder, mingbai, refused};
use std::fs::{self, File};
use std::path::Path;

/// The sentence for a file, the same from both verbs.
fn sentence(path: &Path) -> String {
    let run = mingbai(&["parse".as_ref(), path.as_os_str()]);
    let said = refused(&run).to_owned();
    let checked = mingbai(&["check".as_ref(), path.as_os_str()]);
    assert_eq!(refused(&checked), said);
    let rest = said.strip_prefix(&format!("{}: ", path.display())).expect(&said).to_owned();
    let english = mingbai(&["parse".as_ref(), "--lang".as_ref(), "en".as_ref(), path.as_os_str()]);
    assert!(english.err.trim_end().ends_with('.') && english.err.contains("; "), "{}", english.err);
    rest
}

#[test]
fn a_novel() {
    let novel = "第一回\n话说天下大势，分久必合，合久必分。\n他花了三百两银子，又花了25元。\n";
    let said = sentence(&file("novel.txt", novel));
    assert_eq!(said, "第 1–3 行：没有找到收入预算、支出预算或财政拨款的金额；请放入部门预算情况说明的全文。");
}

#[test]
fn a_settlement() {
    let said = sentence(&file("settlement.txt", "某局\n2022年部门决算公开说明\n收入1万元\n"));
    assert_eq!(said, "第 2 行：这是一份决算，不是预算；请换成部门预算情况说明。");
}

#[test]
fn nothing_at_all() {
    for (name, text) in [("empty.txt", ""), ("blank.txt", " \r\n\u{3000}\t\n\n"), ("mark.txt", "\u{feff}")] {
        assert_eq!(sentence(&file(name, text)), "里面没有文字；请放入部门预算情况说明的全文。");
    }
    assert!(refused(&fed(&["parse", "-"], b"")).starts_with("标准输入: 里面没有文字；"));
}

#[test]
fn a_file_of_200_mb_is_not_even_read() {
    let path = file("large.txt", example(5));
    File::options().write(true).open(&path).unwrap().set_len(200_000_000).unwrap();
    assert!(sentence(&path).starts_with("文件有 191 MiB，超过上限 16 MiB，没有读；"));
    fs::remove_file(path).unwrap();
}

#[test]
fn more_than_the_limit_on_standard_input() {
    let run = fed(&["check", "-"], &vec![b'a'; (16 << 20) + 1]);
    assert!(refused(&run).contains("文件超过上限 16 MiB，没有读；"), "{}", run.err);
}

#[test]
fn a_folder_where_a_file_is_wanted_and_one_that_holds_no_text() {
    let run = mingbai(&["parse", "tests"]);
    assert_eq!(
        refused(&run),
        "tests: 这是文件夹，这里只读一份文件；请写出其中一份，要核对整个文件夹请用 mingbai check。"
    );
    let empty = folder("nothing-here");
    fs::write(empty.join("table.xlsx"), "PK").unwrap();
    let run = mingbai(&["check".as_ref(), empty.as_os_str()]);
    assert!(refused(&run).contains("文件夹里没有 .txt、.pdf、.ofd、.docx、.odt、.rtf 或 .html 文件；"), "{}", run.err);
}

#[test]
fn a_missing_file() {
    for path in ["no/such/file.txt", "Cargo.toml/file.txt"] {
        assert_eq!(sentence(Path::new(path)), "没有找到这个文件；请核对路径和文件名。");
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read() {
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::process::CommandExt;
    let path = file("secret.txt", example(5));
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    let mut asked = command();
    asked.arg("parse").arg(&path);
    if File::open(&path).is_ok() {
        // The tests run as root, who may read everything: ask as nobody, if nobody may get at the command.
        let mut version = command();
        if version.arg("--version").uid(65534).output().is_err() {
            return;
        }
        asked.uid(65534);
    }
    let run = finish(asked);
    assert!(refused(&run).contains("没有读取这个文件的权限；"), "{}", run.err);
}

#[test]
fn files_of_other_programs() {
    let spreadsheet = archive(&["xl/workbook.xml"]);
    let cases: [(&[u8], &str); 8] = [
        (&compound(&["CONTENTS"]), "更早的 Word 文件，或别的旧格式文件"),
        (&compound(&["Workbook"]), " Excel 表格"),
        (&compound(&["PowerPoint Document"]), "幻灯片"),
        (&spreadsheet, " Excel 表格"),
        (b"Rar!\x1a\x07\0", "压缩包"),
        (b"\x89PNG\r\n\x1a\n", "图片"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "图片"),
        (b"<?xml version=\"1.0\"?><a/>", " XML 文件"),
    ];
    for (bytes, kind) in cases {
        let said = sentence(&file("other-program.txt", bytes));
        assert_eq!(said, format!("这是{kind}，还读不了；请打开它，复制说明的全文，存成 .txt 文件。"));
    }
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_back_is_not_followed_for_ever() {
    let root = folder("circle");
    fs::write(root.join("a.txt"), example(5)).unwrap();
    std::os::unix::fs::symlink(&root, root.join("again")).unwrap();
    let run = mingbai(&["check".as_ref(), root.as_os_str()]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("这个链接又指回上级文件夹"), "{}", run.err);
    assert!(run.out.contains("1 份对得上"), "{}", run.out);
}

#[test]
fn a_text_is_called_what_it_seems_to_be() {
    let table = "某局2023年部门收支总表\n单位：万元\n".to_owned() + &"教育支出 | 12.5 |\n".repeat(12);
    let notice = "某县财政局\n关于报送报表的通知\n各单位：请于5月前报送。\n";
    for (name, text, seems) in [
        ("table.txt", table.as_str(), "看起来是表格，表格还读不了，"),
        ("notice.txt", notice, "看起来是一份通知或公告，"),
        ("story.txt", "从前有座山。\n", "看起来是一篇没有金额的文章，"),
    ] {
        let said = sentence(&file(name, text));
        assert!(said.contains(seems) && said.ends_with("；请放入部门预算情况说明的全文。"), "{said}");
    }
}
