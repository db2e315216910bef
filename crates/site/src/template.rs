//! The page that the build leaves, as a template: places that are filled, whatever filled them before.

use mingbai_core::locale::Lang;
use mingbai_core::page_kind::PageKind;

/// A place between two signs.
pub struct Place(&'static str, &'static str);

/// What the page is about, for browsers, search engines and whoever shows a link to it.
pub const HEAD: Place = Place("<!--head-->", "<!--/head-->");

/// What the page allows itself.
pub const POLICY: Place = Place("<!--policy-->", "<!--/policy-->");

/// The styles of what only the whole page has.
pub const WHOLE: Place = Place("<!--whole-->", "<!--/whole-->");

/// What the page of a single figure does in a frame: a script that no other page runs.
pub const FRAME: Place = Place("<script type=\"text/x-frame\">", "</script>");

/// The page itself.
pub const PAGE: Place = Place("<!--page-->", "<!--/page-->");

/// The text that it is about, where that is no disclosure.
pub const DISCLOSURE: Place = Place("<script type=\"application/json\" id=\"disclosure\">", "</script>");

impl Place {
    /// The page with this at the place; None where it has no such place.
    pub fn filled(&self, html: &str, content: &str) -> Option<String> {
        let start = html.find(self.0)? + self.0.len();
        let end = start + html[start..].find(self.1)?;
        Some(format!("{}{content}{}", &html[..start], &html[end..]))
    }

    /// What lies at the place; None where the page has no such place.
    pub fn content<'a>(&self, html: &'a str) -> Option<&'a str> {
        let (_, rest) = html.split_once(self.0)?;
        rest.split_once(self.1).map(|(content, _)| content)
    }

    /// The page with the script at the place as a part of the one before it, which takes less room in the page and in its
    /// policy; None where it has no such place.
    pub fn joined(&self, html: &str) -> Option<String> {
        let (before, rest) = html.split_once(self.0)?;
        Some(format!("{}\n{rest}", before.trim_end().strip_suffix("</script>")?))
    }

    /// The page without the place, its signs and what is between them; None where it has none.
    pub fn removed(&self, html: &str) -> Option<String> {
        let (before, rest) = html.split_once(self.0)?;
        let (_, behind) = rest.split_once(self.1)?;
        Some(before.trim_end().to_owned() + behind)
    }
}

/// The page as one of the site's, in a language; `frozen` since a day, where it does not change any more. It says all of
/// that itself.
pub fn of_sheet(html: &str, sheet: PageKind, lang: Lang, frozen: Option<&str>) -> Option<String> {
    let start = html.find("<html lang=\"")? + "<html lang=\"".len();
    let behind = start + html[start..].find('"')? + 1;
    let rest = &html[behind..];
    // What it was before.
    let rest = match rest.strip_prefix(" data-sheet=\"") {
        Some(rest) => rest.split_once('"')?.1,
        None => rest,
    };
    let hook = sheet.hook().map_or(String::new(), |word| format!(" data-sheet=\"{word}\""));
    let frozen = frozen.map_or(String::new(), |date| format!(" data-frozen=\"{date}\""));
    Some(format!("{}{}\"{hook}{frozen}{rest}", &html[..start], lang.tag()))
}

/// The page some folders further down: the files that its head names are found at `root`.
pub fn deeper(html: &str, root: &str) -> Option<String> {
    let body = html.find("<body")?;
    let (head, body) = html.split_at(body);
    if root.is_empty() {
        return Some(html.to_owned());
    }
    let head = ["src=\"", "href=\"", "import('", "module_or_path: '"]
        .iter()
        .fold(head.to_owned(), |head, before| head.replace(&format!("{before}./"), &format!("{before}{root}")));
    Some(head + body)
}

/// The page without the remarks of those who made it; the signs round its places are no remarks.
pub fn without_remarks(html: &str) -> String {
    without(html, "<!-- ")
}

/// The page without the signs round its places, and without that for a text: one that is no template for others.
pub fn without_places(html: &str) -> Option<String> {
    Some(without_signs(&DISCLOSURE.removed(html)?))
}

/// The page without the signs round its places.
fn without_signs(html: &str) -> String {
    without(html, "<!--")
}

/// The page without what begins so and ends as remarks do.
fn without(html: &str, begin: &str) -> String {
    let mut pieces = html.split(begin);
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |out, piece| match piece.split_once("-->") {
        Some((_, behind)) => out.trim_end().to_owned() + behind,
        None => out + begin + piece,
    })
}

/// The page with the styles and the script that its first paint needs inside; `file` gives what a file of the site
/// holds.
///
/// # Errors
/// What `file` says.
pub fn with_inside<E>(html: &str, file: impl Fn(&str) -> Result<String, E>) -> Result<String, E> {
    let mut out = html.to_owned();
    let kinds = [
        ("<link rel=\"stylesheet\" href=\"./", "\"/>", "<style>", "</style>"),
        ("<script src=\"./", "\"></script>", "<script>", "</script>"),
        ("<script type=\"text/x-frame\" src=\"./", "\"></script>", FRAME.0, FRAME.1),
    ];
    for (before, behind, open, close) in kinds {
        // Only a file that is named and no more: a script that is to be run later has more to say.
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
        let once = PAGE.filled(html, "eins").unwrap();
        assert_eq!(once, "<p><!--page-->eins<!--/page--></p>");
        assert_eq!(PAGE.filled(&once, "").unwrap(), html);
        assert_eq!(HEAD.filled(html, ""), None);
    }

    #[test]
    fn a_script_joins_the_one_before_it() {
        let html = "<script>a()</script>\n  <script type=\"text/x-frame\">b()</script><p>";
        assert_eq!(FRAME.joined(html).unwrap(), "<script>a()\nb()</script><p>");
        assert_eq!(FRAME.joined("<p>"), None);
    }

    #[test]
    fn what_the_first_paint_needs_goes_inside_and_the_rest_stays_a_file() {
        let html = "<head><script src=\"./boot.js\"></script><link rel=\"stylesheet\" href=\"./a.css\"/>\
                    <!--whole--><link rel=\"stylesheet\" href=\"./b.css\"/><!--/whole-->\
                    <script src=\"./charts.js\" id=\"charts\" type=\"text/x-later\"></script></head><body>";
        let inside = with_inside(html, |name| Ok::<_, ()>(format!("({name})\n"))).unwrap();
        assert!(
            inside.starts_with(
                "<head><script>(boot.js)</script><style>(a.css)</style><!--whole--><style>(b.css)</style>"
            )
        );
        assert!(inside.contains("<script src=\"./charts.js\""), "{inside}");
        assert_eq!(with_inside(&inside, |_| Err(())), Ok(inside.clone()), "nothing is left to do");
        assert_eq!(with_inside(html, |_| Err(())), Err(()));
        assert!(deeper(&inside, "../").unwrap().contains("src=\"../charts.js\""));
    }

    #[test]
    fn remarks_are_for_those_who_make_the_page() {
        assert_eq!(
            without_remarks("<p>\n  <!-- why -->\n  <!--page--><!--/page--></p>"),
            "<p>\n  <!--page--><!--/page--></p>"
        );
        assert_eq!(without_remarks("<p>5 <!-- 6"), "<p>5 <!-- 6");
    }

    #[test]
    fn a_page_says_which_it_is_and_in_which_language() {
        let change = of_sheet("<html lang=\"zh-CN\" a>", PageKind::Figure(FigureId::Change), Lang::En, None).unwrap();
        assert_eq!(change, "<html lang=\"en\" data-sheet=\"change\" a>");
        assert_eq!(of_sheet(&change, PageKind::Figure(FigureId::Change), Lang::En, None).unwrap(), change);
        assert_eq!(of_sheet(&change, PageKind::Report, Lang::Zh, None).unwrap(), "<html lang=\"zh-CN\" a>");
    }
}
