//! HTML that embeds a figure in an article.

use super::file_name::figure_file_stem;
use crate::address::{Address, Place, Theme};
use crate::escape::markup;
use crate::figures::FigureId;
use crate::locale::Lang;
use crate::page_kind::PageKind;

/// A figure to embed in an article.
#[derive(Clone, Copy, Debug)]
pub struct Embed<'e> {
    /// The site's address, with a slash at its end.
    pub site: &'e str,
    /// The figure.
    pub id: FigureId,
    /// Its view: the index in [`FigureId::views`].
    pub view: usize,
    /// Its language.
    pub lang: Lang,
    /// Light or dark; None for what each reader's system prefers.
    pub theme: Option<Theme>,
    /// The beginning of the dataset's hash for a frozen version; None for the figure that stays up to date.
    pub version: Option<&'e str>,
    /// Its name for screen readers.
    pub title: &'e str,
    /// True for finding, chart and source alone; false for the whole figure.
    pub is_compact: bool,
    /// Its height in pixels, until the figure reports its own.
    pub height: u32,
}

impl Embed<'_> {
    /// The address of the figure's page, whole.
    pub fn page(&self) -> String {
        self.page_in_form(false)
    }

    /// The address of what is embedded: the figure's page in its form.
    pub fn embedded_page(&self) -> String {
        self.page_in_form(self.is_compact)
    }

    fn page_in_form(&self, compact: bool) -> String {
        let mut address = Address { theme: self.theme, compact, ..Address::default() };
        if self.view_name().is_some() {
            (address.place, address.view) = (Some(Place::Figure(self.id)), Some(self.view));
        }
        format!("{}{}{address}", self.folder(), PageKind::Figure(self.id).path(self.lang))
    }

    /// The address of its picture with this extension: `png` or `svg`.
    pub fn picture(&self, extension: &str) -> String {
        format!("{}picture/{}.{}.{extension}", self.folder(), figure_file_stem(self.id, self.view), self.lang.code())
    }

    /// An `iframe` with the page, as wide as its container.
    pub fn frame(&self) -> String {
        let (page, title, height) = (markup(&self.embedded_page()), markup(self.title), self.height);
        format!(
            "<iframe src=\"{page}\" title=\"{title}\" width=\"100%\" height=\"{height}\" style=\"border:0\" \
             loading=\"lazy\"></iframe>"
        )
    }

    /// The element `mingbai-figure`, which adapts its height to the figure, and is a link without scripts.
    pub fn element(&self) -> String {
        let theme = self.theme.map_or(String::new(), |theme| format!(" theme=\"{}\"", theme.as_str()));
        let version = self.version.map_or(String::new(), |version| format!(" version=\"{version}\""));
        let view = self.view_name().map_or(String::new(), |view| format!(" view=\"{view}\""));
        let compact = if self.is_compact { " compact" } else { "" };
        format!(
            "<script async src=\"{site}embed.js\"></script>\n\
             <mingbai-figure src=\"{site}\" figure=\"{id}\" lang=\"{lang}\"{view}{theme}{version}{compact} height=\"{height}\" title=\"{title}\">\
             <a href=\"{page}\">{title}</a></mingbai-figure>",
            site = markup(self.site),
            id = self.id.as_str(),
            lang = self.lang.code(),
            height = self.height,
            title = markup(self.title),
            page = markup(&self.page()),
        )
    }

    /// Its picture as a link to the page, for sites that allow neither frames nor scripts.
    pub fn image(&self) -> String {
        let (page, picture) = (markup(&self.page()), markup(&self.picture("png")));
        let title = markup(self.title);
        format!("<a href=\"{page}\"><img src=\"{picture}\" alt=\"{title}\" style=\"max-width:100%\"></a>")
    }

    /// The name of the view; None for the first.
    fn view_name(&self) -> Option<&'static str> {
        self.id.views().get(self.view).copied().filter(|_| self.view > 0)
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
        view: 0,
        lang: Lang::Zh,
        theme: None,
        version: None,
        title: "“三公”<\"&",
        is_compact: false,
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
    fn the_view_of_a_figure_is_embedded() {
        let flow = Embed { id: FigureId::Flow, view: 1, ..PLAIN };
        assert_eq!(flow.page(), "https://example.org/a/figure/flow.html#figure=flow&view=nature");
        assert_eq!(flow.picture("svg"), "https://example.org/a/picture/flow-nature.zh.svg");
        assert!(flow.element().contains("lang=\"zh\" view=\"nature\" height"));
        assert!(flow.frame().contains("#figure=flow&amp;view=nature\""));
        let first = Embed { view: 0, ..flow };
        assert_eq!(first.page(), "https://example.org/a/figure/flow.html", "the first view needs no name");
        assert!(!first.element().contains("view="), "{}", first.element());
        assert_eq!(Embed { view: 7, ..flow }.page(), "https://example.org/a/figure/flow.html", "there is no such view");
    }

    #[test]
    fn what_is_embedded_may_be_compact_and_a_link_leads_to_the_whole() {
        let compact = Embed { theme: Some(Theme::Dark), is_compact: true, ..PLAIN };
        assert_eq!(compact.embedded_page(), "https://example.org/a/figure/change.html?theme=dark&compact");
        assert_eq!(compact.page(), "https://example.org/a/figure/change.html?theme=dark");
        assert!(compact.frame().contains("figure/change.html?theme=dark&amp;compact\" title"));
        assert!(compact.element().contains("lang=\"zh\" theme=\"dark\" compact height=\"700\""));
        assert!(compact.element().contains("<a href=\"https://example.org/a/figure/change.html?theme=dark\">"));
        assert!(!PLAIN.element().contains("compact") && PLAIN.embedded_page() == PLAIN.page());
    }

    #[test]
    fn a_title_stays_inside_its_quotes() {
        assert!(PLAIN.frame().contains("title=\"“三公”&lt;&quot;&amp;\" width"));
        assert!(PLAIN.element().contains(">“三公”&lt;&quot;&amp;</a>"));
        assert!(PLAIN.image().contains("alt=\"“三公”&lt;&quot;&amp;\" style"));
    }
}
