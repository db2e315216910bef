//! `index.html` of the build, as a template with placeholders. Filling one replaces whatever filled it before.

use crate::html_attributes::{with_attributes, with_module_scripts};
use mingbai_core::locale::Lang;
use mingbai_core::page_kind::PageKind;

/// A part of the template between a start marker and an end marker.
pub struct Placeholder(&'static str, &'static str);

/// The metadata in the head.
pub const HEAD: Placeholder = Placeholder("<!--head-->", "<!--/head-->");

/// The content security policy.
pub const POLICY: Placeholder = Placeholder("<!--policy-->", "<!--/policy-->");

/// The script that only the report has.
pub const REPORT_SCRIPT: Placeholder = Placeholder("<!--report--><script>", "</script><!--/report-->");

/// The styles of the parts that only the report has, and the script that reads documents which readers open.
pub const REPORT_ELEMENTS: Placeholder = Placeholder("<!--whole-->", "<!--/whole-->");

/// The styles of what only figure pages have.
pub const FIGURE_STYLES: Placeholder = Placeholder("<!--figure-->", "<!--/figure-->");

/// The script of a figure page inside a frame. No other page runs it.
pub const FRAME_SCRIPT: Placeholder = Placeholder("<script type=\"text/x-frame\">", "</script>");

/// The body of the page.
pub const BODY: Placeholder = Placeholder("<!--page-->", "<!--/page-->");

/// The embedded text, where it is not a disclosure.
pub const DISCLOSURE: Placeholder = Placeholder("<script type=\"application/json\" id=\"disclosure\">", "</script>");

impl Placeholder {
    /// The page with `content` in the placeholder; None where it has no such placeholder.
    pub fn fill(&self, html: &str, content: &str) -> Option<String> {
        let start = html.find(self.0)? + self.0.len();
        let end = start + html[start..].find(self.1)?;
        Some(format!("{}{content}{}", &html[..start], &html[end..]))
    }

    /// The content of the placeholder; None where the page has no such placeholder.
    pub fn content<'a>(&self, html: &'a str) -> Option<&'a str> {
        let (_, rest) = html.split_once(self.0)?;
        rest.split_once(self.1).map(|(content, _)| content)
    }

    /// The page with the script in the placeholder appended to the script before it, which makes page and policy
    /// shorter; None where it has no such placeholder.
    pub fn join_previous(&self, html: &str) -> Option<String> {
        let (before, rest) = html.split_once(self.0)?;
        Some(format!("{}\n{rest}", before.trim_end().strip_suffix("</script>")?))
    }

    /// The page without the placeholder, its markers and its content; None where it has no such placeholder.
    pub fn remove(&self, html: &str) -> Option<String> {
        let (before, rest) = html.split_once(self.0)?;
        let (_, behind) = rest.split_once(self.1)?;
        Some(before.trim_end().to_owned() + behind)
    }
}

/// The page with the attributes of its `html` element: language, kind of page, and the day of a frozen version.
pub fn for_page(html: &str, page_kind: PageKind, lang: Lang, frozen: Option<&str>) -> Option<String> {
    let start = html.find("<html lang=\"")? + "<html lang=\"".len();
    let behind = start + html[start..].find('"')? + 1;
    let rest = &html[behind..];
    // The attribute that an earlier run wrote.
    let rest = match rest.strip_prefix(" data-sheet=\"") {
        Some(rest) => rest.split_once('"')?.1,
        None => rest,
    };
    let hook = page_kind.hook().map_or(String::new(), |word| format!(" data-sheet=\"{word}\""));
    let frozen = frozen.map_or(String::new(), |date| format!(" data-frozen=\"{date}\""));
    Some(format!("{}{}\"{hook}{frozen}{rest}", &html[..start], lang.tag()))
}

/// The page in a subfolder: the files that its head names are found at `root`.
pub fn with_root(html: &str, root: &str) -> Option<String> {
    let body = html.find("<body")?;
    let (head, body) = html.split_at(body);
    if root.is_empty() {
        return Some(html.to_owned());
    }
    let head = with_attributes(head, |_, name, value| {
        let path = value.strip_prefix("./").filter(|_| matches!(name, "src" | "href" | "data-program"))?;
        Some(format!("{root}{path}"))
    });
    let named = |script: &str, before: &str| script.replace(&format!("{before}./"), &format!("{before}{root}"));
    let head = with_module_scripts(&head, |script| named(&named(script, "import('"), "module_or_path: '"));
    Some(head + body)
}

/// The page without HTML comments, but with the markers of its placeholders.
pub fn without_comments(html: &str) -> String {
    without(html, "<!-- ")
}

/// The page without markers, and without the placeholder for a text: no template any more.
pub fn without_placeholders(html: &str) -> Option<String> {
    Some(without_markers(&DISCLOSURE.remove(html)?))
}

/// The page without the markers of its placeholders.
fn without_markers(html: &str) -> String {
    without(html, "<!--")
}

/// The page without the comments that start with `start`.
fn without(html: &str, start: &str) -> String {
    let mut pieces = html.split(start);
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |out, piece| match piece.split_once("-->") {
        Some((_, behind)) => out.trim_end().to_owned() + behind,
        None => out + start + piece,
    })
}

/// The page with the styles and scripts of the first paint inlined. `file` gives the content of a file of the site.
///
/// # Errors
/// The error of `file`.
pub fn with_inlined_files<E>(html: &str, file: impl Fn(&str) -> Result<String, E>) -> Result<String, E> {
    let mut out = html.to_owned();
    let kinds = [
        ("<link rel=\"stylesheet\" href=\"./", "\"/>", "<style>", "</style>"),
        ("<script src=\"./", "\"></script>", "<script>", "</script>"),
        ("<script type=\"text/x-frame\" src=\"./", "\"></script>", FRAME_SCRIPT.0, FRAME_SCRIPT.1),
    ];
    for (before, behind, open, close) in kinds {
        // Elements with further attributes are left alone: such scripts run later.
        let named = |out: &str, start: usize| {
            let rest = &out[start + before.len()..];
            let name = &rest[..rest.find('"')?];
            rest[name.len()..].starts_with(behind).then(|| (start, name.to_owned()))
        };
        while let Some((start, name)) = out.match_indices(before).find_map(|(start, _)| named(&out, start)) {
            let content = file(&name)?;
            let end = start + before.len() + name.len() + behind.len();
            out.replace_range(start..end, &format!("{open}{}{close}", content.trim()));
        }
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use mingbai_core::figures::FigureId;

    #[test]
    fn a_place_is_filled_again_and_again() {
        let html = "<p><!--page--><!--/page--></p>";
        let once = BODY.fill(html, "eins").unwrap();
        assert_eq!(once, "<p><!--page-->eins<!--/page--></p>");
        assert_eq!(BODY.fill(&once, "").unwrap(), html);
        assert_eq!(HEAD.fill(html, ""), None);
    }

    #[test]
    fn a_script_joins_the_one_before_it() {
        let html = "<script>a()</script>\n  <script type=\"text/x-frame\">b()</script><p>";
        assert_eq!(FRAME_SCRIPT.join_previous(html).unwrap(), "<script>a()\nb()</script><p>");
        assert_eq!(FRAME_SCRIPT.join_previous("<p>"), None);
    }

    #[test]
    fn what_the_first_paint_needs_is_inlined_and_the_rest_stays_a_file() {
        let html = "<head><script src=\"./boot.js\"></script><link rel=\"stylesheet\" href=\"./a.css\"/>\
                    <!--whole--><link rel=\"stylesheet\" href=\"./b.css\"/><!--/whole-->\
                    <script src=\"./charts.js\" id=\"charts\" type=\"text/x-later\"></script></head><body>";
        let inside = with_inlined_files(html, |name| Ok::<_, ()>(format!("({name})\n"))).unwrap();
        assert!(
            inside.starts_with(
                "<head><script>(boot.js)</script><style>(a.css)</style><!--whole--><style>(b.css)</style>"
            )
        );
        assert!(inside.contains("<script src=\"./charts.js\""), "{inside}");
        assert_eq!(with_inlined_files(&inside, |_| Err(())), Ok(inside.clone()), "nothing is left to do");
        assert_eq!(with_inlined_files(html, |_| Err(())), Err(()));
        assert!(with_root(&inside, "../").unwrap().contains("src=\"../charts.js\""));
    }

    #[test]
    fn comments_are_removed_and_markers_stay() {
        assert_eq!(
            without_comments("<p>\n  <!-- why -->\n  <!--page--><!--/page--></p>"),
            "<p>\n  <!--page--><!--/page--></p>"
        );
        assert_eq!(without_comments("<p>5 <!-- 6"), "<p>5 <!-- 6");
    }

    #[test]
    fn a_page_says_which_it_is_and_in_which_language() {
        let change = for_page("<html lang=\"zh-CN\" a>", PageKind::Figure(FigureId::Change), Lang::En, None).unwrap();
        assert_eq!(change, "<html lang=\"en\" data-sheet=\"change\" a>");
        assert_eq!(for_page(&change, PageKind::Figure(FigureId::Change), Lang::En, None).unwrap(), change);
        assert_eq!(for_page(&change, PageKind::Report, Lang::Zh, None).unwrap(), "<html lang=\"zh-CN\" a>");
    }
}
