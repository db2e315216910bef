//! The messages of the command, beyond the words that it shares with the page.

use mingbai_core::locale::Lang;
use std::path::Path;

/// The messages in one language. `{name}` is a slot.
#[derive(Debug)]
#[allow(missing_docs, reason = "the messages describe themselves")]
pub struct Messages {
    pub stdin: &'static str,
    pub department_budget: &'static str,
    pub unit_budget: &'static str,
    pub no_institution: &'static str,
    pub no_year: &'static str,
    pub decoded: &'static str,
    pub colon: &'static str,
    pub one_side: &'static str,
    pub other_side: &'static str,
    pub quoted: &'static str,
    pub quoted_of: &'static str,
    pub conflicts: &'static str,
    pub rounding: &'static str,
    pub unchecked: &'static str,
    pub passed: &'static str,
    pub unexplained: &'static str,
    pub unexplained_line: &'static str,
    pub opposing_reasons: &'static str,
    pub opposing_reason_line: &'static str,
    pub unread: &'static str,
    pub unread_line: &'static str,
    pub unread_count: &'static str,
    pub furniture: &'static str,
    pub summary: &'static str,
    pub summary_adds_up: &'static str,
    pub summary_conflict: &'static str,
    pub summary_unreadable: &'static str,
    pub summary_unchecked: &'static str,
    pub comma: &'static str,
    pub full_stop: &'static str,
    pub progress: &'static str,
    pub site_done: &'static str,
    pub site_no_font: &'static str,
    pub site_no_place: &'static str,
    pub site_missing: &'static str,
    pub site_failed: &'static str,
    pub site_publication: &'static str,
}

const ZH: Messages = Messages {
    stdin: "标准输入",
    department_budget: "{year}部门预算",
    unit_budget: "{year}单位预算",
    no_institution: "文件没有写明是哪个单位",
    no_year: "年度不明的",
    decoded: "文件编码是 {encoding}",
    colon: "：",
    one_side: "一边：",
    other_side: "另一边：",
    quoted: "第 {line} 行“{text}”",
    quoted_of: "第 {line} 行“{text}”（{name}）",
    conflicts: "对不上的",
    rounding: "差在四舍五入之内的",
    unchecked: "无法核对的",
    passed: "对得上的",
    unexplained: "有变化而没有说明原因的（只是提醒，不算对不上）",
    unexplained_line: "第 {line} 行：{change}",
    opposing_reasons: "原因和增减方向不一致的（只是提醒，不算对不上）",
    opposing_reason_line: "第 {line} 行：{name}，“{reason}”：{remark}",
    unread: "没有读懂的数（没有猜，也没有参加核对）",
    unread_line: "“{text}”，{why}",
    unread_count: "另有 {n} 个数没有读懂，去掉 --quiet 可以看到",
    furniture: "当作页眉、页码、行号或边框略过的",
    summary: "一共 {n} 份：",
    summary_adds_up: "{n} 份对得上",
    summary_conflict: "{n} 份对不上",
    summary_unreadable: "{n} 份读不出",
    summary_unchecked: "{n} 份读懂的数太少，说不准",
    comma: "，",
    full_stop: "。",
    progress: "正在核对",
    site_no_font: "这台机器上没有中文字体，链接预览的 PNG 没有做；Debian 上请装 fonts-noto-cjk。",
    site_done: "已把“{title}”放进 {page}",
    site_no_place: "{page}：这不是明白账的页面，里面没有放说明的地方；请先用 make build 建一次网站。",
    site_missing: "{site}：里面没有 index.html；请写建好的网站所在的文件夹，例如 mingbai site dist 预算.txt。",
    site_failed: "{page}：没有改成（{error}）；请检查磁盘空间和写入权限。",
    site_publication: "{file}：读不出（{error}）；请照 data/publication.toml 里的说明写，不知道的不写。",
};

const EN: Messages = Messages {
    stdin: "standard input",
    department_budget: "department budget, {year}",
    unit_budget: "unit budget, {year}",
    no_institution: "The document does not name the institution",
    no_year: "year unknown",
    decoded: "decoded from {encoding}",
    colon: ": ",
    one_side: "One side:",
    other_side: "The other side:",
    quoted: "line {line}: “{text}”",
    quoted_of: "line {line}: “{text}” ({name})",
    conflicts: "Conflicts",
    rounding: "Within rounding",
    unchecked: "Cannot be checked",
    passed: "Adds up",
    unexplained: "Changes without a reason (a remark, not a conflict)",
    unexplained_line: "line {line}: {change}",
    opposing_reasons: "Reasons that speak against the direction of the change (a remark, not a conflict)",
    opposing_reason_line: "line {line}: {name}, “{reason}”: {remark}",
    unread: "Numbers not understood (not guessed, and in no check)",
    unread_line: "“{text}”: {why}",
    unread_count: "{n} numbers were not understood; leave out --quiet to see them",
    furniture: "Taken as running heads, page numbers, line numbers or borders, and passed over",
    summary: "{n} files: ",
    summary_adds_up: "{n} add up",
    summary_conflict: "{n} conflict",
    summary_unreadable: "{n} cannot be read",
    summary_unchecked: "{n} with too few figures understood to tell",
    comma: ", ",
    full_stop: ".",
    progress: "checking",
    site_no_font: "No Chinese font on this machine, so there is no PNG for link previews; on Debian, install fonts-noto-cjk.",
    site_done: "{page} now carries “{title}”",
    site_no_place: "{page}: this is no page of Mingbai, it has no place for a disclosure; build the site first, with make build.",
    site_missing: "{site}: there is no index.html in it; name the folder of a built site, as in mingbai site dist budget.txt.",
    site_failed: "{page}: could not be changed ({error}); look at the disk and whether you may write there.",
    site_publication: "{file}: cannot be read ({error}); write it as data/publication.toml explains, and leave out what you do not know.",
};

impl Messages {
    /// The messages in a language.
    pub fn of(lang: Lang) -> &'static Messages {
        match lang {
            Lang::Zh => &ZH,
            Lang::En => &EN,
        }
    }
}

/// The name of an input in messages: its path, or 标准输入.
pub fn input_name(path: &Path, lang: Lang) -> String {
    if path.as_os_str() == "-" { Messages::of(lang).stdin.to_owned() } else { path.display().to_string() }
}
