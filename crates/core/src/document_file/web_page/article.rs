//! Which lines of a page are its article.

use super::page_reader::{Page, PageLine};
use std::ops::Range;

/// How much of a page's prose the article must have, in percent.
const MOST: u64 = 85;

/// How many lines of the article may make up its title.
const TITLE_LINES: usize = 8;

/// The longest title, in characters.
const LONGEST_TITLE: usize = 60;

/// The lines of the article: the innermost element that has nearly all prose and every line with money, without the
/// links at its ends.
pub fn lines(page: &Page) -> Range<usize> {
    let is_apart = |line: &PageLine| page.containers[line.container].is_apart;
    let own = page.lines.iter().map(|line| if is_apart(line) { Weight::default() } else { Weight::of(line) });
    let mut weights = vec![Weight::default(); page.containers.len()];
    for (line, weight) in page.lines.iter().zip(own) {
        weights[line.container].add(weight);
    }
    // Each container stands behind its parent.
    for at in (1..weights.len()).rev() {
        let weight = weights[at];
        weights[page.containers[at].parent].add(weight);
    }
    let all = weights[Page::ROOT];
    let has_most = |weight: &Weight| weight.prose * 100 >= all.prose * MOST && weight.money == all.money;
    // The last of them is the innermost: only one path of containers has most of the prose.
    let article = if all.prose == 0 { Page::ROOT } else { weights.iter().rposition(has_most).unwrap_or(Page::ROOT) };
    let is_inside: Vec<bool> = inside(page, article);
    let found = |line: &PageLine| is_inside[line.container];
    let first = page.lines.iter().position(found).unwrap_or(0);
    let behind = page.lines.iter().rposition(found).map_or(0, |last| last + 1);
    without_links(page, first..behind)
}

/// Which containers are this one or in it.
fn inside(page: &Page, article: usize) -> Vec<bool> {
    let mut inside = vec![false; page.containers.len()];
    for at in 0..inside.len() {
        inside[at] = at == article || (at != Page::ROOT && inside[page.containers[at].parent]);
    }
    inside
}

/// The lines without those at both ends that are nothing but links.
fn without_links(page: &Page, range: Range<usize>) -> Range<usize> {
    let is_text = |line: &PageLine| line.linked < line.text.chars().filter(|c| !c.is_whitespace()).count();
    let lines = &page.lines[range.clone()];
    let (Some(first), Some(last)) = (lines.iter().position(is_text), lines.iter().rposition(is_text)) else {
        return range;
    };
    range.start + first..range.start + last + 1
}

/// The title of the article where it is not among its first lines: the line nearest to it, before it, that looks like
/// the title of a disclosure; or what the page itself calls its title.
pub fn missing_title(page: &Page, article: Range<usize>) -> Option<String> {
    let without_spaces = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let (before, first) = (&page.lines[..article.start], &page.lines[article]);
    let first = &first[..first.len().min(TITLE_LINES)];
    if first.iter().any(|line| is_title(&line.text)) {
        return None;
    }
    let nearest = before.iter().rfind(|line| line.linked == 0 && is_title(&line.text)).map(|line| line.text.as_str());
    let heading = || before.iter().rfind(|line| line.is_heading).map(|line| line.text.as_str());
    let article_title = || Some(page.article_title.trim()).filter(|title| !title.is_empty());
    // The title of a page often names its site as well.
    let page_title = || page.title.split(['_', '-', '|', '—', '–']).map(str::trim).find(|part| is_title(part));
    let title = nearest.or_else(article_title).or_else(heading).or_else(page_title)?;
    let beginning: String = first.iter().map(|line| without_spaces(&line.text)).collect();
    (!beginning.contains(&without_spaces(title))).then(|| title.to_owned())
}

/// True for what looks like the title of a disclosure: 某局2023年部门预算情况说明.
fn is_title(text: &str) -> bool {
    text.contains("预算")
        && ["说明", "公开", "报告", "情况"].iter().any(|word| text.contains(word))
        && !text.contains(['。', '，', '；', '、'])
        && text.chars().count() <= LONGEST_TITLE
}

/// How much a line, or the lines in an element, look like an article.
#[derive(Clone, Copy, Debug, Default)]
struct Weight {
    /// Characters of prose outside of links.
    prose: u64,
    /// Lines outside of links that state money.
    money: u64,
}

impl Weight {
    fn of(line: &PageLine) -> Weight {
        let len = line.text.chars().count();
        let is_link = line.linked * 2 > len;
        let is_prose = !is_link && line.text.contains(['，', '。', '；', ',']);
        let has_digit = line.text.contains(|c: char| c.is_ascii_digit());
        let is_money = !is_link && has_digit && (line.text.contains("万元") || is_amount(&line.text));
        Weight { prose: if is_prose { (len - line.linked) as u64 } else { 0 }, money: u64::from(is_money) }
    }

    fn add(&mut self, other: Weight) {
        self.prose += other.prose;
        self.money += other.money;
    }
}

/// True for the amount in a table's cell: 1,675.82.
fn is_amount(text: &str) -> bool {
    text.split_once('.').is_some_and(|(whole, cents)| {
        let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit() || b == b',');
        is_digits(whole) && is_digits(cents)
    })
}
