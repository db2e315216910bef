//! Help, version, and what was mistyped.

use super::harness::{command, finish, mingbai, refused};

#[test]
fn help_says_what_there_is_in_chinese_first_and_english_too() {
    for arguments in [&["help"][..], &["--help"], &["-h"]] {
        let run = mingbai(arguments);
        assert_eq!((run.code, run.err.as_str()), (0, ""));
        let (zh, en) = (run.out.find("核对部门预算情况说明").unwrap(), run.out.find("Checks whether").unwrap());
        assert!(zh < en);
        for part in ["check", "parse", "例子 Examples", "退出码 Exit codes", "--lang <zh|en>"] {
            assert!(run.out.contains(part), "{part}: {}", run.out);
        }
    }
}

#[test]
fn help_on_a_command_has_its_options_and_examples() {
    for arguments in [["help", "check"], ["check", "--help"]] {
        let run = mingbai(&arguments);
        assert_eq!(run.code, 0);
        for part in ["--json", "--quiet", "--lang <zh|en>", "mingbai check 预算.txt", "退出码 Exit codes"] {
            assert!(run.out.contains(part), "{part}: {}", run.out);
        }
    }
    assert!(mingbai(&["help", "parse"]).out.contains("quote"));
    assert!(mingbai(&["help", "site"]).out.contains("mingbai site dist 预算.txt"));
}

#[test]
fn the_version_is_one_line_or_names_the_schemas_too() {
    let line = format!("mingbai {}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!(mingbai(&["-V"]).out, line);
    let long = mingbai(&["--version"]).out;
    assert!(long.starts_with(&line), "{long}");
    for schema in ["mingbai/1", "mingbai/check/1", "mingbai/figure/1"] {
        assert!(long.contains(schema), "{long}");
    }
}

#[test]
fn what_is_mistyped_gets_a_sentence_and_ends_with_2() {
    let cases: [(&[&str], &str); 10] = [
        (&["chek", "a.txt"], "没有“chek”这个命令；想用的也许是 mingbai check"),
        (&["publish"], "没有“publish”这个命令；请用 check、parse、site 或 withdraw"),
        (&["help", "publish"], "没有“publish”这个命令"),
        (&["data/disclosure.txt"], "请用 mingbai check data/disclosure.txt"),
        (&["check"], "没有写要读哪份文件"),
        (&["check", ""], "没有写要读哪份文件"),
        (&["check", "a.txt", "--lang"], "--lang 后面没有写语言"),
        (&["check", "--colour", "a.txt"], "这里不能写“--colour”"),
        (&["check", "--lang", "fr", "a.txt"], "--lang 不能是“fr”；请写 --lang zh 或 --lang en。"),
        (&["parse", "a.txt", "b.txt"], "这里不能写“b.txt”"),
    ];
    for (arguments, sentence) in cases {
        let run = mingbai(arguments);
        assert!(refused(&run).contains(sentence), "{arguments:?}: {}", run.err);
    }
    let english = mingbai(&["--lang", "en", "chek"]);
    assert_eq!((english.code, english.out.as_str()), (2, ""));
    assert!(english.err.starts_with("There is no command “chek”; "), "{}", english.err);
}

#[test]
fn nothing_typed_gets_the_help_but_is_no_success() {
    let run = finish(command());
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.contains("用法 Usage"), "{}", run.err);
}
