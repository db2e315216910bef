//! `mingbai check` in words.

use super::harness::{command, example, fed, file, finish, folder, mingbai};
use std::fs;
use std::io::Read;
use std::process::Stdio;

#[test]
fn a_budget_that_adds_up_ends_with_0() {
    let run = mingbai(&["check", "data/disclosure.txt"]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    assert!(run.out.contains("重庆市大足区人民政府办公室 · 2023年部门预算"), "{}", run.out);
    assert!(run.out.contains("前后对得上（核对了 20 处）"), "{}", run.out);
    assert!(run.out.contains("✓ 对得上：收入和支出相等：1,675.82 = 1,675.82"), "{}", run.out);
}

#[test]
fn a_conflict_ends_with_1_and_carries_the_difference_and_the_words_of_both_sides() {
    let run = mingbai(&["check", "tests/examples/1.txt"]);
    assert_eq!(run.code, 1);
    let said: Vec<&str> = run.out.lines().collect();
    let at = said.iter().position(|line| *line == "✕ 对不上：支出总数等于各类支出之和").expect(&run.out);
    assert_eq!(said[at + 1], "  0.00 + 0.00 + 1,779.74 + 6.48 + 10.66 ≠ 1,895.74 万元，相差 98.86 万元");
    let sides = said[at + 2..].iter().take_while(|line| line.starts_with("  ")).copied().collect::<Vec<_>>().join("\n");
    assert!(sides.contains("一边：\n    第 11 行“一般公共服务支出0.00万元”"), "{sides}");
    assert!(sides.contains("另一边：\n    第 11 行“2023年年初预算数1,895.74万元”"), "{sides}");
    // A change says of which line it is one.
    assert!(run.out.contains("    第 14 行“较上年增加29.73万元”（基本支出）"), "{}", run.out);
}

#[test]
fn conflicts_come_first_then_rounding_then_what_cannot_be_checked_then_the_rest() {
    let run = mingbai(&["check", "tests/examples/3.txt"]);
    let signs = run.out.lines().skip(3).filter_map(|line| line.chars().next()).filter(|c| "✕≈–✓".contains(*c));
    let mut signs: Vec<char> = signs.collect();
    signs.dedup();
    assert_eq!(signs, ['✕', '≈', '–', '✓'], "{}", run.out);
    assert!(run.out.contains("≈ 四舍五入的差：支出总数等于各类支出之和：462.99 + 82.92 + 18.17 + 18.35 ≈ 582.44"));
    assert!(
        run.out
            .contains("– 无法核对：一般公共预算财政拨款的收入和支出相等：文件没有写明金额：一般公共预算财政拨款收入")
    );
}

#[test]
fn a_change_without_a_reason_is_a_remark_and_no_conflict() {
    let run = mingbai(&["check", "tests/examples/4.txt"]);
    assert!(run.out.contains("第 14 行：一般公共预算财政拨款支出增加 55.87 万元"), "{}", run.out);
    let flat = example(6);
    let file = file("unexplained.txt", flat.replace("，主要原因是", "，另外"));
    assert_eq!(mingbai(&["check", file.to_str().unwrap()]).code, 0);
}

#[test]
fn a_number_that_is_not_understood_is_listed_with_its_place_and_why() {
    let name = "unread.txt";
    let file = file(name, example(5) + "\n另有奇怪的事项77.7万元。\n");
    let run = mingbai(&["check", file.to_str().unwrap()]);
    let line = run.out.lines().find(|line| line.contains("77.7")).expect(&run.out);
    let lines = example(5).matches('\n').count() + 2;
    assert!(line.contains(&format!("{name}:{lines}: “")), "{line}");
    let why = line.rsplit_once("”，").expect(line).1;
    assert!(!why.is_empty() && !why.is_ascii(), "{line}");
}

#[test]
fn several_files_have_a_summary_and_the_worst_decides_the_exit_code() {
    let run = mingbai(&["check", "--quiet", "tests/examples"]);
    assert_eq!(run.code, 1);
    assert!(run.out.ends_with("一共 8 份：3 份对得上，5 份对不上，0 份读不出。\n"), "{}", run.out);
    let novel = file("summary-novel.txt", "从前有座山。\n");
    let run = mingbai(&["check", "data/disclosure.txt", novel.to_str().unwrap(), "tests/examples/1.txt"]);
    assert_eq!(run.code, 2);
    assert!(run.out.ends_with("一共 3 份：1 份对得上，1 份对不上，1 份读不出。\n"), "{}", run.out);
    assert!(run.err.contains("summary-novel.txt: 第 1 行：看起来是一篇没有金额的文章"), "{}", run.err);
    let run = mingbai(&["check", "data/disclosure.txt"]);
    assert!(!run.out.contains("一共"), "one file needs no summary: {}", run.out);
}

#[test]
fn a_folder_is_searched_below_in_order_and_without_what_is_hidden() {
    let root = folder("budgets");
    fs::create_dir_all(root.join("2024/区")).unwrap();
    fs::create_dir_all(root.join(".old")).unwrap();
    for name in ["b.txt", "a.TXT", "2024/区/c.txt"] {
        fs::write(root.join(name), example(5)).unwrap();
    }
    for name in [".hidden.txt", ".old/d.txt", "notes.md"] {
        fs::write(root.join(name), "此处不读").unwrap();
    }
    let run = mingbai(&["check", "--quiet", root.to_str().unwrap()]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    let names: Vec<&str> =
        run.out.lines().filter_map(|line| line.strip_prefix(root.to_str().unwrap())).map(|name| &name[1..]).collect();
    assert_eq!(names, ["2024/区/c.txt", "a.TXT", "b.txt"]);
}

#[test]
fn standard_input_is_a_file_like_any_other() {
    let run = fed(&["check", "-"], example(1).as_bytes());
    assert_eq!(run.code, 1);
    assert!(run.out.starts_with("标准输入\n某区示例单位1"), "{}", run.out);
    assert!(fed(&["check", "--lang", "en", "-"], example(5).as_bytes()).out.starts_with("standard input\n"));
}

#[test]
fn a_quiet_report_says_verdict_and_conflicts_alone() {
    let run = mingbai(&["check", "-q", "tests/examples/1.txt"]);
    assert!(run.out.contains("✕ 对不上：支出总数"), "{}", run.out);
    assert!(!run.out.contains('✓') && !run.out.contains('–'), "{}", run.out);
}

#[test]
fn in_english_everything_but_the_published_words_is_english() {
    let run = mingbai(&["check", "--lang", "en", "tests/examples/1.txt", "no/such.txt"]);
    assert_eq!(run.code, 2);
    assert!(run.out.contains("✕ Conflict: Expenditure is the sum of its classes"), "{}", run.out);
    assert!(run.out.contains("One side:\n"), "{}", run.out);
    assert!(run.out.ends_with("2 files: 0 add up, 1 conflict, 1 cannot be read.\n"), "{}", run.out);
    assert!(run.err.contains("There is no such file; "), "{}", run.err);
    let ours = run.out.lines().skip(2).map(|line| line.split('“').next().unwrap());
    let han: Vec<&str> = ours.filter(|line| line.chars().any(|c| ('一'..='鿿').contains(&c))).collect();
    assert!(han.is_empty(), "{han:?}");
}

#[test]
fn colour_is_for_terminals_and_for_who_asks_for_it() {
    let colours = |wish: Option<(&str, &str)>| {
        let mut command = command();
        command.args(["check", "tests/examples/1.txt"]).envs(wish);
        finish(command).out.contains('\u{1b}')
    };
    assert!(!colours(None), "a pipe gets no colour");
    assert!(!colours(Some(("NO_COLOR", "1"))));
    assert!(colours(Some(("CLICOLOR_FORCE", "1"))));
}

#[test]
fn a_reader_that_goes_away_is_no_accident() {
    let mut child = command()
        .args(["check", "tests/examples", "tests/examples"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut err = String::new();
    child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
    assert_eq!((child.wait().unwrap().code(), err.as_str()), (Some(1), ""));
}

#[test]
fn page_numbers_are_read_through_and_listed() {
    let text =
        "某区示例单位\n2023年部门预算情况说明\n四、“三公”经费情况说明\n2023年“三公”经费预算66.3\n- 3 -\n万元。\n";
    let run = fed(&["check", "-"], text.as_bytes());
    assert!(run.out.contains("当作页眉、页码、行号或边框略过的\n标准输入:5: “- 3 -”"), "{}", run.out);
    assert!(!run.out.contains("没有读懂的数"), "{}", run.out);
}

#[test]
fn a_number_that_was_not_understood_is_no_conflict_of_the_document() {
    let text = "某区示例单位\n2023年部门预算情况说明\n二、收支总体情况\n（二）支出预算：2023年年初预算数1675.82万元，其中：\
                教育支出1253·32万元，卫生健康支出323.07万元，住房保障支出99.43万元。\n";
    let run = fed(&["check", "-"], text.as_bytes());
    assert_eq!(run.code, 0, "{}", run.out);
    let said = "– 无法核对：支出总数等于各类支出之和：原文第 4 行有没读懂的数，它可能是其中一项";
    assert!(run.out.contains(said), "{}", run.out);
}

#[test]
fn a_report_is_a_page_with_each_finding_beside_its_sentence() {
    let draft = file("report/draft.txt", example(4) + "\n机关运行经费XX万元，较上年增加（减少）　万元。\n");
    let novel = file("report/novel.txt", "从前有座山。\n");
    let report = draft.with_file_name("report.html");
    let arguments = ["check".as_ref(), "--report".as_ref(), report.as_os_str(), draft.as_os_str(), novel.as_os_str()];
    let run = mingbai(&arguments);
    assert_eq!(run.code, 2, "{}", run.err);
    let page = fs::read_to_string(&report).unwrap();
    for said in
        ["<h1>核对结果</h1>", "相差 5.01 万元", "<mark>增加（减少）</mark>", "像是模板里没改的字", "没有找到收入预算"]
    {
        assert!(page.contains(said), "{said}");
    }
    // Every finding leads to its line, and nothing in the page needs a script or another file.
    let mut links = 0;
    for target in page.split("href=\"#").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        assert!(page.contains(&format!("id=\"{target}\"")), "{target}");
        links += 1;
    }
    assert!(links >= 10, "{links}");
    assert!(!page.contains("<script") && !page.contains("src=") && !page.contains("url("));
    let english = mingbai(&[
        "check".as_ref(),
        "--lang".as_ref(),
        "en".as_ref(),
        "--report".as_ref(),
        report.as_os_str(),
        draft.as_os_str(),
    ]);
    assert_eq!(english.code, 1, "{}", english.err);
    assert!(fs::read_to_string(&report).unwrap().contains("Seems left from a template"));
    let nowhere = draft.with_file_name("no/such/report.html");
    let run = mingbai(&["check".as_ref(), "--report".as_ref(), nowhere.as_os_str(), draft.as_os_str()]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("report.html"), "{}", run.err);
}
