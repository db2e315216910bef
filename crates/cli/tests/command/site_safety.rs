//! What `mingbai site` must never do: leave a site half changed, remove what it has not written, leave the site's
//! folder.

use super::harness::{command, example_file, file, folder, mingbai};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};

/// A built page, as far as it matters here.
const PAGE: &str = "<html lang=\"zh-CN\"><head><!--policy--><!--/policy--><!--head--><title>旧的</title><!--/head--></head>\
    <body><div id=\"page\"><!--page-->旧的<!--/page--></div>\
    <script type=\"application/json\" id=\"disclosure\">\"旧的\"</script></body></html>";

/// A folder of this name with a site in it that shows an example, and with files of its owner.
fn filled(name: &str, example_number: usize) -> PathBuf {
    let site = folder(name).join("site");
    fs::create_dir_all(site.join("picture")).unwrap();
    fs::write(site.join("index.html"), PAGE).unwrap();
    fs::write(site.join("picture/myphoto.jpg"), "a photo").unwrap();
    fs::write(site.join("robots.txt"), "User-agent: *\nDisallow: /private/\n").unwrap();
    assert_eq!(fill(&site, example_number).code, 0);
    site
}

fn fill(site: &Path, n: usize) -> super::harness::Run {
    mingbai(&["site".as_ref(), site.as_os_str(), example_file(n).as_os_str()])
}

/// All files below a folder with their contents; of a link, where it leads.
fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_symlink() {
            found.insert(path.clone(), fs::read_link(&path).unwrap().into_os_string().into_encoded_bytes());
        } else if path.is_dir() {
            found.extend(contents(&path));
        } else {
            found.insert(path.clone(), fs::read(&path).unwrap());
        }
    }
    found
}

fn copy(from: &Path, to: &Path) {
    let _ = fs::remove_dir_all(to);
    for (path, content) in contents(from) {
        let place = to.join(path.strip_prefix(from).unwrap());
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, content).unwrap();
    }
}

/// What is beside a site.
fn beside(site: &Path) -> Vec<String> {
    let names = fs::read_dir(site.parent().unwrap()).unwrap().map(|entry| entry.unwrap().file_name());
    names.filter_map(|name| name.into_string().ok()).filter(|name| name != "site").collect()
}

#[test]
fn a_killed_run_leaves_one_site_or_the_other_whole() {
    let site = filled("safety-kill", 2);
    let saved = folder("safety-kill-saved");
    copy(&site, &saved);
    let before = contents(&site);
    let begun = Instant::now();
    assert_eq!(fill(&site, 1).code, 0);
    let (after, needed) = (contents(&site), begun.elapsed());
    assert_ne!(before, after);
    let (mut old, rounds) = (0, 24);
    for round in 0..rounds {
        copy(&saved, &site);
        let mut command = command();
        command.args(["site".as_ref(), site.as_os_str(), example_file(1).as_os_str()]);
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        thread::sleep(needed * round / rounds + Duration::from_millis(1));
        child.kill().unwrap();
        child.wait().unwrap();
        let left = contents(&site);
        assert!(left == before || left == after, "round {round}: a mixture");
        old += usize::from(left == before);
    }
    assert!(old > 0, "no run was killed before its end");
    copy(&saved, &site);
    assert_eq!(fill(&site, 1).code, 0);
    assert!(contents(&site) == after);
    assert_eq!(beside(&site), [""; 0], "what the killed runs left");
}

#[cfg(unix)]
#[test]
fn a_disk_without_room_leaves_the_site_as_it_was() {
    let site = filled("safety-room", 2);
    let before = contents(&site);
    // No file may be larger than some kilobytes, as on a disk that is nearly full.
    let mut command = std::process::Command::new("sh");
    let script = "trap '' XFSZ; ulimit -f 40; exec \"$0\" site \"$1\" \"$2\"";
    command.args(["-c", script, env!("CARGO_BIN_EXE_mingbai")]).args([site.as_path(), example_file(1).as_path()]);
    let run = super::harness::finish(command);
    assert_eq!(run.code, 2, "{}", run.err);
    assert!(run.err.contains("没有改成"), "{}", run.err);
    assert!(contents(&site) == before);
    assert_eq!(beside(&site), [""; 0]);
}

#[test]
fn two_at_once_come_one_after_the_other() {
    let (first, second) = (filled("safety-order-1", 2), filled("safety-order-2", 2));
    for (site, order) in [(&first, [1, 3]), (&second, [3, 1])] {
        assert!(order.into_iter().all(|n| fill(site, n).code == 0));
    }
    let relative = |site: &Path| -> BTreeMap<PathBuf, Vec<u8>> {
        contents(site).into_iter().map(|(path, it)| (path.strip_prefix(site).unwrap().to_owned(), it)).collect()
    };
    let possible = [relative(&first), relative(&second)];
    for round in 0..4 {
        let site = filled(&format!("safety-two-{round}"), 2);
        let start = |n| {
            let mut command = command();
            command.args(["site".as_ref(), site.as_os_str(), example_file(n).as_os_str()]);
            command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
        };
        let (mut one, mut other) = (start(1), start(3));
        assert!(one.wait().unwrap().success() && other.wait().unwrap().success(), "{round}");
        assert!(possible.contains(&relative(&site)), "round {round}: a mixture");
        assert_eq!(beside(&site), [""; 0]);
    }
}

#[test]
fn what_the_command_has_not_written_stays() {
    let site = filled("safety-own", 2);
    let frozen = fs::read_dir(site.join("v")).unwrap().next().unwrap().unwrap().path();
    fs::write(frozen.join("mine.txt"), "mine").unwrap();
    // A file that was written, and that its owner has changed since.
    let changed = site.join("data/budget.json");
    fs::write(&changed, "changed").unwrap();
    fs::write(site.join("picture/change.zh.svg"), "drawn by the owner").unwrap();
    for n in [1, 2] {
        assert_eq!(fill(&site, n).code, 0);
        for (path, content) in [
            (site.join("picture/myphoto.jpg"), "a photo"),
            (site.join("picture/change.zh.svg"), "drawn by the owner"),
            (site.join("robots.txt"), "User-agent: *\nDisallow: /private/\n"),
            (frozen.join("mine.txt"), "mine"),
        ] {
            assert_eq!(fs::read_to_string(&path).unwrap(), content, "{n}: {}", path.display());
        }
    }
    assert!(fs::read_to_string(changed).unwrap().contains("mingbai/1"), "a page needs its data");
    // With the site's address there would be one; the owner's is kept.
    let run = mingbai(&[
        "site".as_ref(),
        "--address".as_ref(),
        "https://budget.example/".as_ref(),
        site.as_os_str(),
        example_file(1).as_os_str(),
    ]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(fs::read_to_string(site.join("robots.txt")).unwrap().contains("/private/"));
    assert!(site.join("sitemap.xml").exists());
    assert_eq!(fill(&site, 2).code, 0);
    assert!(!site.join("sitemap.xml").exists(), "its own sitemap goes with the address");
}

#[cfg(unix)]
#[test]
fn links_lead_nowhere() {
    use std::os::unix::fs::symlink;
    let outside = folder("safety-outside");
    fs::write(outside.join("photo.svg"), "<svg/>").unwrap();
    let site = filled("safety-links", 2);
    symlink(&outside, site.join("album")).unwrap();
    symlink("/etc/passwd", site.join("kiosk.txt")).unwrap();
    symlink("/etc/passwd", site.join("icon.svg")).unwrap();
    assert_eq!(fill(&site, 1).code, 0);
    assert_eq!(fs::read_link(site.join("album")).unwrap(), outside, "a link stays a link");
    let passwd = fs::read_to_string("/etc/passwd").unwrap();
    let line = passwd.lines().next().unwrap();
    for (path, content) in contents(&site) {
        assert!(!String::from_utf8_lossy(&content).contains(line), "{}", path.display());
    }
    // A folder that the command writes into must be one of the site.
    fs::remove_dir_all(site.join("data")).unwrap();
    symlink(&outside, site.join("data")).unwrap();
    let before = contents(&site);
    let run = fill(&site, 3);
    assert_eq!(run.code, 2, "{}", run.err);
    assert!(run.err.contains("data"), "{}", run.err);
    assert!(contents(&site) == before);
    assert_eq!(contents(&outside).len(), 1);
}

#[test]
fn a_site_has_an_address_that_may_be_published() {
    let site = filled("safety-address", 2);
    let before = contents(&site);
    for refused in [
        "https://",
        "https:///budget/",
        "https://name:password@budget.example/",
        "https://budget.example/\nSitemap: https://evil.example/",
        "https://budget.example/\u{1b}[2J",
        "https://budget.example\\evil",
        "javascript:alert(1)",
        "budget.example",
    ] {
        let run = mingbai(&[
            "site".as_ref(),
            "--address".as_ref(),
            refused.as_ref(),
            site.as_os_str(),
            example_file(1).as_os_str(),
        ]);
        assert_eq!(run.code, 2, "{refused}: {}", run.out);
        assert!(!run.err.contains('\u{1b}'), "{refused}");
    }
    assert!(contents(&site) == before);
}

/// A text whose institution and reason look like parts of a page.
fn hostile_text() -> String {
    let text = include_str!("../../../../data/disclosure.txt");
    let name =
        "=\"picture/../../../../proc/self/environ\" href=\"./x\" await import('./x.js') <!--page--> {date} 办公室";
    text.replace("重庆市大足区人民政府办公室", name)
        .replace("进一步规范公务接待相关要求", "src=\"picture/none.svg\"要求")
}

#[test]
fn a_text_may_hold_any_characters() {
    let site = folder("safety-text").join("site");
    fs::create_dir_all(&site).unwrap();
    let scripts = "<script>boot()</script><link rel=\"stylesheet\" href=\"./print.css\" media=\"print\"/><script src=\"./charts-0.js\" id=\"charts\" type=\"text/x-later\"></script>\
                   <script src=\"./document-reader-0.js\" data-program=\"./document-reader-1.wasm\"></script>\
                   <script type=\"module\">const app = await import('./app-0.js')</script></head>";
    let files = [
        ("index.html", PAGE.replace("</head>", scripts).as_str()),
        ("app-0.js", "async function start(){}export{start as default};"),
        ("app-0.wasm", "wasm"),
        ("charts-0.js", "charts"),
        ("document-reader-0.js", "reader"),
        ("document-reader-1.wasm", "program"),
        ("kiosk.css", "a{}"),
        ("print.css", "b{}"),
        ("kiosk.js", "kiosk()"),
        ("kiosk.txt", "title = 大厅\nlogo = ../../../../../../../../../../etc/passwd\n"),
    ]
    .map(|(name, content)| fs::write(site.join(name), content));
    assert!(files.iter().all(Result::is_ok));
    let run = mingbai(&["site".as_ref(), site.as_os_str(), file("hostile.txt", hostile_text()).as_os_str()]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.err.contains("kiosk.txt 第 2 行看不懂"), "{}", run.err);
    let kiosk = fs::read_to_string(site.join("kiosk.html")).unwrap();
    assert!(
        kiosk.contains("await start(")
            && kiosk.contains("file=kiosk.txt")
            && kiosk.contains("<style media=\"print\">b{}</style>")
            && !kiosk.contains("file=passwd")
    );
    let environment = format!("{:?}", std::env::var("PATH").unwrap_or_default());
    for (path, content) in contents(&site) {
        assert!(!String::from_utf8_lossy(&content).contains(environment.trim_matches('"')), "{}", path.display());
    }
}
