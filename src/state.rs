//! What the page remembers while it is open.

use crate::enhance::popup::Popup;
use crate::loaded_document::{LoadedDocument, book_or_none, text};
use crate::platform::chart_bundle::Bundle;
use crate::platform::kept::{Kept, KeptSignal};
use crate::platform::page;
use crate::platform::small::SmallSignal;
use crate::preferences::Preferences;
use leptos::prelude::*;
use mingbai_core::address::{Address, Place, Theme};
use mingbai_core::disclosure::{LineId, Quote};
use mingbai_core::figures::{FigureId, RenderContext};
use mingbai_core::locale::{Lang, Locale, MoneyUnit};
use mingbai_core::page_kind::PageKind;

/// How many pixels type is high where nobody chose otherwise.
const USUAL_TYPE: f64 = 16.0;

/// What the page remembers while it is open.
#[derive(Clone, Copy)]
pub struct State {
    /// The book being read, where it is another than the page's own.
    given: Option<&'static LoadedDocument>,
    /// Which page it is.
    pub sheet: PageKind,
    /// The language that the page's file is in: others are found from there.
    pub filed: Lang,
    /// True in a browser. Where the page is made as text, what only a script could do is left out.
    pub live: bool,
    /// The day since which the page does not change any more; None for one that stays up to date.
    pub frozen: Option<&'static str>,
    /// The pictures of the charts, where there are any.
    #[cfg(not(target_arch = "wasm32"))]
    pub pictures: Option<&'static crate::prerender::Pictures>,
    /// The language.
    pub lang: SmallSignal<Lang>,
    /// Light or dark.
    pub theme: SmallSignal<Theme>,
    /// Large text.
    pub large: SmallSignal<bool>,
    /// The size of the page's type against the usual: what the reader chose here, times what the browser is set to.
    pub scale: SmallSignal<f64>,
    /// The unit of money, where the reader chose one.
    pub unit: SmallSignal<Option<MoneyUnit>>,
    /// Whether the key / opens the search: a single key must be one that can be turned off (WCAG 2.1.4).
    pub slash: SmallSignal<bool>,
    /// The card that is open.
    pub popup: KeptSignal<Option<Popup>>,
    /// The line that is lit up in a figure.
    pub lit: KeptSignal<Option<(FigureId, LineId)>>,
    /// The clause that is lit up in the original text.
    pub quoted: KeptSignal<Option<Quote>>,
    /// True where something that was asked for could not be fetched.
    pub unfetched: SmallSignal<bool>,
    /// What gets the focus once the page was written anew.
    pub focus_then: Kept<Option<String>>,
    /// How often the page was written.
    pub written: SmallSignal<u32>,
    /// The flow's way of dividing.
    pub flow_view: SmallSignal<usize>,
    /// The chart bundle.
    pub bundle: SmallSignal<Bundle>,
    /// True where the address pointed to something that is not here.
    pub lost: SmallSignal<bool>,
    /// What a screen reader is told.
    pub said: KeptSignal<String>,
    /// Query parameters of others.
    others: Kept<Vec<String>>,
    /// What the address says itself: only that is written back.
    explicit: Kept<Address>,
}

impl State {
    /// At the beginning.
    pub fn new(given: Option<&'static LoadedDocument>, wishes: Preferences) -> State {
        State {
            given,
            sheet: wishes.sheet,
            filed: wishes.filed,
            live: wishes.live,
            frozen: wishes.frozen,
            #[cfg(not(target_arch = "wasm32"))]
            pictures: wishes.pictures,
            lang: SmallSignal::new(wishes.lang),
            theme: SmallSignal::new(wishes.theme),
            large: SmallSignal::new(wishes.large),
            scale: SmallSignal::new(1.0),
            unit: SmallSignal::new(wishes.unit),
            slash: SmallSignal::new(wishes.slash),
            popup: KeptSignal::new(None),
            lit: KeptSignal::new(None),
            quoted: KeptSignal::new(None),
            unfetched: SmallSignal::new(false),
            focus_then: Kept::new(None),
            written: SmallSignal::new(0),
            flow_view: SmallSignal::new(wishes.address.view.unwrap_or(0)),
            bundle: SmallSignal::new(Bundle::Absent),
            lost: SmallSignal::new(false),
            said: KeptSignal::new(String::new()),
            others: Kept::new(wishes.address.others.clone()),
            explicit: Kept::new(wishes.address),
        }
    }

    /// The state of the page that this component stands in.
    pub fn here() -> State {
        expect_context::<State>()
    }

    /// The way to another page of the site as it is now: one that does not change any more stands two folders further down.
    pub fn way(&self, to: PageKind, lang: Lang) -> String {
        let up = if self.frozen.is_some() { "../../" } else { "" };
        format!("{up}{}", self.sheet.way(self.filed, to, lang))
    }

    /// The way to look at a figure that the reader chose: its place among [`FigureId::views`].
    pub fn view_of(&self, id: FigureId) -> usize {
        if id == FigureId::Flow { self.flow_view.get_untracked() } else { 0 }
    }

    /// The site's address, with a slash at its end.
    pub fn root(&self) -> String {
        page::whole(&self.way(PageKind::Report, Lang::Zh)).trim_end_matches("index.html").to_owned()
    }

    /// The book being read. In a browser it is read when this is first asked.
    pub fn book(&self) -> &'static LoadedDocument {
        self.given.unwrap_or_else(book_or_none)
    }

    /// The text that it was read from. To ask for it reads nothing.
    pub fn source(&self) -> &'static str {
        self.given.map_or_else(|| text().unwrap_or_default(), |book| &book.disclosure.source)
    }

    /// The book in the reader's language.
    pub fn context(&self) -> RenderContext<'static> {
        let context = self.book().context(self.lang.get());
        self.unit.get().map_or(context, |unit| context.in_unit(unit))
    }

    /// How numbers are written now, without following a change of the language.
    pub fn locale_untracked(&self) -> Locale {
        untrack(|| self.context()).locale
    }

    /// Measures the page's type.
    pub fn measure_type(&self) {
        let scale = page::type_size() / USUAL_TYPE;
        if (self.scale.get_untracked() - scale).abs() > 0.001 {
            self.scale.set(scale);
        }
    }

    /// Chooses a language.
    pub fn set_lang(&self, lang: Lang) {
        self.popup.set(None);
        self.lang.set(lang);
        page::remember("lang", lang.code());
        self.write(|address| address.lang = Some(lang));
    }

    /// Chooses light or dark.
    pub fn set_theme(&self, theme: Theme) {
        self.theme.set(theme);
        page::remember("theme", theme.as_str());
        self.write(|address| address.theme = Some(theme));
    }

    /// Chooses the unit of money.
    pub fn set_unit(&self, unit: MoneyUnit) {
        self.unit.set(Some(unit));
        page::remember("unit", unit.as_str());
        self.write(|address| address.unit = Some(unit));
    }

    /// Chooses the text's size.
    pub fn set_large(&self, large: bool) {
        self.large.set(large);
        page::remember("text", if large { "large" } else { "usual" });
        self.write(|address| address.large = Some(large));
    }

    /// Chooses whether the key / opens the search.
    pub fn set_slash(&self, on: bool) {
        self.slash.set(on);
        page::remember("slash", if on { "on" } else { "off" });
    }

    /// Lights up a line in a figure and names it in the address.
    pub fn light(&self, figure: FigureId, line: &LineId) {
        self.lit.set(Some((figure, line.clone())));
        let line = line.as_str().to_owned();
        self.write(|address| {
            (address.place, address.line, address.term) = (Some(Place::Figure(figure)), Some(line), None);
        });
    }

    /// The address of the page, for others: language, unit, and what is not ours. What suits this reader's eyes, light
    /// and size, is theirs to choose.
    pub fn address_for_others(&self) -> Address {
        let Address { unit, others, .. } = self.explicit.get_value();
        Address { lang: Some(self.lang.get_untracked()), unit, others, ..Address::default() }
    }

    /// The same of what is seen at a place: the way of looking, the line that is lit there.
    pub fn address_of(&self, place: Place) -> Address {
        let flow = place == Place::Figure(FigureId::Flow);
        let lit = self.lit.get_untracked().filter(|(figure, _)| place == Place::Figure(*figure));
        Address {
            place: Some(place),
            view: flow.then(|| self.flow_view.get_untracked()).filter(|view| *view > 0),
            line: lit.map(|(_, line)| line.to_string()),
            ..self.address_for_others()
        }
    }

    /// Tells a screen reader something, even if it was told the same just now.
    pub fn tell(&self, words: String) {
        let said = self.said;
        said.set(String::new());
        request_animation_frame(move || said.set(words));
    }

    /// The card of a line was closed: the address no longer opens it.
    pub fn forget_line(&self) {
        if page::address().line.is_some() {
            self.write(|address| address.line = None);
        }
    }

    fn write(&self, change: impl FnOnce(&mut Address)) {
        self.explicit.update_value(|address| {
            // Links lead to other places: the place is what the address says now.
            let now = page::address();
            (address.place, address.line, address.term) = (now.place, now.line, now.term);
            change(address);
            address.others = self.others.get_value();
            page::set_address(address);
        });
    }
}
