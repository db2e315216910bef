//! Sharing a figure: what a reader chose, and what becomes of it.

use strum::IntoStaticStr;
pub mod dialog;

use crate::enhance::popup::PopupController;
use crate::platform::clipboard;
use crate::platform::history::{self, Over};
use crate::platform::kept::KeptSignal;
use crate::platform::page as browser;
use crate::platform::small::SmallSignal;
use crate::state::State;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use mingbai_core::address::Theme;
use mingbai_core::export::{Embed, dataset_short, tall};
use mingbai_core::figures::{self, ChartStyle, FigureId, RenderContext};
use mingbai_core::locale::Lang;
use mingbai_core::page_kind::PageKind;

/// A way to share a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Way {
    /// An address.
    Link,
    /// An element that is as high as its figure.
    Element,
    /// A frame.
    Frame,
    /// A picture.
    Picture,
}

impl Way {
    /// The word of the page's hook `data-share`.
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// All of them, what most want first.
    pub const ALL: [Way; 4] = [Way::Link, Way::Element, Way::Frame, Way::Picture];
}

/// The dialog in which a figure is shared.
#[derive(Clone, Copy)]
pub struct ShareController {
    state: State,
    popup_controller: PopupController,
    /// The dialog.
    pub dialog: NodeRef<html::Dialog>,
    /// The figure; None before one was asked for.
    pub id: SmallSignal<Option<FigureId>>,
    /// The language of what is shared.
    pub lang: SmallSignal<Lang>,
    /// Light or dark; None for what each reader's system prefers.
    pub theme: SmallSignal<Option<Theme>>,
    /// Whether it stays as it is.
    pub frozen: SmallSignal<bool>,
    /// What became of the last copying, for everybody to see and hear.
    pub said: KeptSignal<String>,
}

impl ShareController {
    /// The dialog of a page.
    pub fn new(state: State, popup_controller: PopupController) -> ShareController {
        ShareController {
            state,
            popup_controller,
            dialog: NodeRef::new(),
            id: SmallSignal::new(None),
            lang: SmallSignal::new(state.lang.get_untracked()),
            theme: SmallSignal::new(None),
            frozen: SmallSignal::new(false),
            said: KeptSignal::new(String::new()),
        }
    }

    /// Opens the dialog for a figure.
    pub fn show(&self, id: FigureId) {
        self.lang.set(self.state.lang.get_untracked());
        self.said.set(String::new());
        // Who shares a figure that does not change wants that one.
        self.frozen.set(self.state.frozen.is_some());
        self.id.set(Some(id));
        if let Some(dialog) = self.dialog.get_untracked().filter(|dialog| !dialog.open()) {
            self.popup_controller.close(false);
            history::lay_over(Over::Sharing);
            browser::change_seen_first();
            let _ = dialog.show_modal();
        }
    }

    /// Closes it; the browser gives the focus back to where it was.
    pub fn close(&self) {
        if let Some(dialog) = self.dialog.get_untracked() {
            dialog.close();
        }
    }

    /// The dialog was closed, however: nothing is loaded for a preview that nobody sees.
    pub fn closed(&self) {
        self.id.set(None);
        if history::laid_over() == Some(Over::Sharing) {
            history::go_back();
        }
    }

    /// The reader went through the history: Back puts the dialog away.
    pub fn heed_history(&self) {
        if self.id.get_untracked().is_some() && history::laid_over() != Some(Over::Sharing) {
            self.close();
        }
    }

    /// What `read` makes of the figure as it was chosen; None before one was.
    pub fn embed<T>(&self, read: impl FnOnce(&Embed) -> T) -> Option<T> {
        let id = self.id.get()?;
        let (lang, context) = (self.lang.get(), self.state.context());
        let spoken = RenderContext::new(context.disclosure, lang);
        let title = figures::page_title(&spoken, PageKind::Figure(id));
        let hash = dataset_short(context.disclosure);
        let version = self.frozen.get().then(|| hash.trim_start_matches("sha256:"));
        let (site, theme, height) = (self.state.root(), self.theme.get(), tall(&spoken, id));
        let way = self.state.view_of(id);
        Some(read(&Embed { site: &site, id, way, lang, theme, version, title: &title, height }))
    }

    /// Whether there is a picture of the figure.
    pub fn pictured(&self) -> bool {
        let (context, chart_style) = (untrack(|| self.state.context()), ChartStyle::WIDE);
        self.id.get().is_some_and(|id| figures::chart(id, &context, self.state.view_of(id), &chart_style).is_some())
    }

    /// What is copied of a way to share.
    pub fn code(&self, way: Way) -> String {
        let code = |embed: &Embed| match way {
            Way::Link => embed.page(),
            Way::Element => embed.element(),
            Way::Frame => embed.frame(),
            Way::Picture => embed.image(),
        };
        self.embed(code).unwrap_or_default()
    }

    /// Copies it, and says so; where the browser does not let the page do that, it is selected to be copied by hand.
    pub fn copy(&self, way: Way) {
        let (share_controller, code) = (*self, untrack(|| self.code(way)));
        // What is said twice must be heard twice.
        self.said.set(String::new());
        spawn_local(async move {
            let words = share_controller.state.locale_untracked().words();
            if clipboard::copy(&code).await {
                share_controller.said.set(words.take_copied.to_owned());
            } else {
                share_controller.said.set(words.take_refused.to_owned());
                browser::select(&format!("share-{}", way.as_str()));
            }
        });
    }
}
