//! Codes that put a figure into somebody's article.

use super::file_name::figure_word;
use crate::address::{Address, Place, Theme};
use crate::escape::markup;
use crate::figures::FigureId;
use crate::locale::Lang;
use crate::page_kind::PageKind;

/// A figure for an article.
#[derive(Clone, Copy, Debug)]
pub struct Embed<'e> {
    /// The site's address, with a slash at its end.
    pub site: &'e str,
    /// The figure.
    pub id: FigureId,
    /// Which of its ways to look at it: its place among [`FigureId::views`].
    pub way: usize,
    /// Its language.
    pub lang: Lang,
    /// Light or dark; None for what each reader's system prefers.
    pub theme: Option<Theme>,
    /// The beginning of the hash of a text whose figures do not change any more; None for the figure as it is at any time.
    pub version: Option<&'e str>,
    /// What a screen reader calls it.
    pub title: &'e str,
    /// How high it is until it tells, in pixels.
    pub height: u32,
}

impl Embed<'_> {
    /// The address of the figure's page.
    pub fn page(&self) -> String {
        let mut asked = Address { theme: self.theme, ..Address::default() };
        if self.view().is_some() {
            (asked.place, asked.view) = (Some(Place::Figure(self.id)), Some(self.way));
        }
        format!("{}{}{asked}", self.folder(), PageKind::Figure(self.id).path(self.lang))
    }

    /// The address of its picture, which ends so: `png`, `svg`.
    pub fn picture(&self, ending: &str) -> String {
        format!("{}picture/{}.{}.{ending}", self.folder(), figure_word(self.id, self.way), self.lang.code())
    }

    /// A frame with the page in it: as wide as it may be.
    pub fn frame(&self) -> String {
        let (page, title, height) = (markup(&self.page()), markup(self.title), self.height);
        format!(
            "<iframe src=\"{page}\" title=\"{title}\" width=\"100%\" height=\"{height}\" style=\"border:0\" \
             loading=\"lazy\"></iframe>"
        )
    }

    /// An element that is always as high as its figure; for readers without scripts a link to it.
    pub fn element(&self) -> String {
        let theme = self.theme.map_or(String::new(), |theme| format!(" theme=\"{}\"", theme.as_str()));
        let version = self.version.map_or(String::new(), |version| format!(" version=\"{version}\""));
        let view = self.view().map_or(String::new(), |view| format!(" view=\"{view}\""));
        format!(
            "<script async src=\"{site}embed.js\"></script>\n\
             <mingbai-figure figure=\"{id}\" lang=\"{lang}\"{view}{theme}{version} height=\"{height}\" title=\"{title}\">\
             <a href=\"{page}\">{title}</a></mingbai-figure>",
            site = markup(self.site),
            id = self.id.as_str(),
            lang = self.lang.code(),
            height = self.height,
            title = markup(self.title),
            page = markup(&self.page()),
        )
    }

    /// Its picture, which leads to the page: for where neither frames nor scripts are allowed.
    pub fn image(&self) -> String {
        let (page, picture) = (markup(&self.page()), markup(&self.picture("png")));
        let title = markup(self.title);
        format!("<a href=\"{page}\"><img src=\"{picture}\" alt=\"{title}\" style=\"max-width:100%\"></a>")
    }

    /// The name of the way to look at it, where that is not the first.
    fn view(&self) -> Option<&'static str> {
        self.id.views().get(self.way).copied().filter(|_| self.way > 0)
    }

    fn folder(&self) -> String {
        match self.version {
            Some(version) => format!("{}v/{version}/", self.site),
            None => self.site.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Embed = Embed {
        site: "https://example.org/a/",
        id: FigureId::Change,
        way: 0,
        lang: Lang::Zh,
        theme: None,
        version: None,
        title: "“三公”<\"&",
        height: 700,
    };

    #[test]
    fn a_figure_stays_up_to_date_or_as_it_is() {
        assert_eq!(PLAIN.page(), "https://example.org/a/figure/change.html");
        let frozen = Embed { lang: Lang::En, theme: Some(Theme::Dark), version: Some("ceb3f87ecb73"), ..PLAIN };
        assert_eq!(frozen.page(), "https://example.org/a/v/ceb3f87ecb73/en/figure/change.html?theme=dark");
        assert_eq!(frozen.picture("png"), "https://example.org/a/v/ceb3f87ecb73/picture/change.en.png");
        assert!(frozen.element().contains("lang=\"en\" theme=\"dark\" version=\"ceb3f87ecb73\" height=\"700\""));
    }

    #[test]
    fn a_way_to_look_at_a_figure_is_taken_along() {
        let flow = Embed { id: FigureId::Flow, way: 1, ..PLAIN };
        assert_eq!(flow.page(), "https://example.org/a/figure/flow.html#figure=flow&view=nature");
        assert_eq!(flow.picture("svg"), "https://example.org/a/picture/flow-nature.zh.svg");
        assert!(flow.element().contains("lang=\"zh\" view=\"nature\" height"));
        assert!(flow.frame().contains("#figure=flow&amp;view=nature\""));
        assert_eq!(Embed { way: 7, ..flow }.page(), "https://example.org/a/figure/flow.html", "there is no such way");
    }

    #[test]
    fn a_title_stays_inside_its_quotes() {
        assert!(PLAIN.frame().contains("title=\"“三公”&lt;&quot;&amp;\" width"));
        assert!(PLAIN.element().contains(">“三公”&lt;&quot;&amp;</a>"));
        assert!(PLAIN.image().contains("alt=\"“三公”&lt;&quot;&amp;\" style"));
    }
}
