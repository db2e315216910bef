//! The controller of the dialog for sharing: what the reader chose, and what is copied.

use crate::enhance::app_state::AppState;
use crate::enhance::modal_dialog::ModalDialog;
use crate::enhance::page_attributes;
use crate::enhance::popup::PopupController;
use crate::platform::clipboard;
use crate::platform::dom;
use crate::platform::history::Overlay;
use crate::platform::system_share;
use leptos::prelude::*;
use leptos::task::spawn_local;
use mingbai_core::address::Theme;
use mingbai_core::export::{Embed, compact_height, embed_height, short_dataset_hash};
use mingbai_core::figures::{self, ChartStyle, FigureId};
use mingbai_core::locale::Lang;
use mingbai_core::page_kind::PageKind;
use strum::IntoStaticStr;
use web_sys::File;

/// A format in which a figure is shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum ShareFormat {
    /// Its address.
    Link,
    /// A custom element, whose height follows the figure.
    Element,
    /// An iframe.
    Frame,
    /// A picture that links to the figure.
    Picture,
}

impl ShareFormat {
    /// The word of the page's hook `data-share`.
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// All formats, the most common first.
    pub const ALL: [ShareFormat; 4] =
        [ShareFormat::Link, ShareFormat::Element, ShareFormat::Frame, ShareFormat::Picture];
}

/// The controller of the dialog for sharing.
#[derive(Clone, Copy)]
pub struct ShareController {
    app: AppState,
    popup_controller: PopupController,
    /// The dialog.
    pub dialog: ModalDialog,
    /// The figure that is shared; None while the dialog is closed.
    pub id: RwSignal<Option<FigureId>>,
    /// The language of the shared figure.
    pub lang: RwSignal<Lang>,
    /// Light or dark; None for the preference of each reader's system.
    pub theme: RwSignal<Option<Theme>>,
    /// True for the frozen version, which does not change.
    pub is_frozen: RwSignal<bool>,
    /// True if finding, chart and source are embedded; false for the whole figure.
    pub is_compact: RwSignal<bool>,
    /// The picture's address and the picture, fetched for the system's share sheet.
    picture_file: StoredValue<Option<(String, File)>, LocalStorage>,
    /// The outcome of the last copying, in the dialog's live region.
    pub announcement: RwSignal<String>,
}

impl ShareController {
    /// The controller of a page's dialog.
    pub fn new(app: AppState, popup_controller: PopupController) -> ShareController {
        ShareController {
            app,
            popup_controller,
            dialog: ModalDialog::new(Some(Overlay::Sharing)),
            id: RwSignal::new(None),
            lang: RwSignal::new(app.preferences.lang.get_untracked()),
            theme: RwSignal::new(None),
            is_frozen: RwSignal::new(false),
            is_compact: RwSignal::new(true),
            picture_file: StoredValue::new_local(None),
            announcement: RwSignal::new(String::new()),
        }
    }

    /// The controller of the page that this component is on.
    pub fn expect() -> ShareController {
        expect_context::<ShareController>()
    }

    /// Opens the dialog for a figure.
    pub fn show(&self, id: FigureId) {
        self.lang.set(self.app.preferences.lang.get_untracked());
        self.announcement.set(String::new());
        // On a frozen page the frozen version is shared.
        self.is_frozen.set(self.app.frozen_since.is_some());
        self.id.set(Some(id));
        self.popup_controller.close(false);
        self.dialog.show();
    }

    /// Called when the dialog was closed: its preview is unloaded.
    pub fn on_close(&self) {
        self.id.set(None);
        self.dialog.on_close();
    }

    /// Passes the figure as it is shared to `read`; None while the dialog is closed.
    pub fn embed<T>(&self, read: impl FnOnce(&Embed) -> T) -> Option<T> {
        let id = self.id.get()?;
        let (lang, context) = (self.lang.get(), self.app.render_context());
        let spoken = context.in_language(lang);
        let title = figures::page_title(&spoken, PageKind::Figure(id));
        let hash = short_dataset_hash(context.disclosure);
        let version = self.is_frozen.get().then(|| hash.trim_start_matches("sha256:"));
        let (site, theme, is_compact) = (self.app.site_root(), self.theme.get(), self.is_compact.get());
        let view = self.app.view_of(id);
        let height = if is_compact { compact_height(&spoken, id, view) } else { embed_height(&spoken, id) };
        Some(read(&Embed { site: &site, id, view, lang, theme, version, title: &title, is_compact, height }))
    }

    /// True if the site holds a picture of the figure.
    pub fn has_picture(&self) -> bool {
        if !page_attributes::has_pictures() {
            return false;
        }
        let (context, chart_style) = (untrack(|| self.app.render_context()), ChartStyle::WIDE);
        self.id.get().is_some_and(|id| figures::chart(id, &context, self.app.view_of(id), &chart_style).is_some())
    }

    /// What is copied for a format.
    pub fn code(&self, format: ShareFormat) -> String {
        let code = |embed: &Embed| match format {
            ShareFormat::Link => embed.page(),
            ShareFormat::Element => embed.element(),
            ShareFormat::Frame => embed.frame(),
            ShareFormat::Picture => embed.image(),
        };
        self.embed(code).unwrap_or_default()
    }

    /// Fetches the picture for the system's share sheet, now and whenever another one is shared: a sheet that waited
    /// for it would not be opened by the press any more.
    pub fn prefetch_picture(self) {
        Effect::new(move |_| {
            let address = self.embed(|embed| embed.picture("png")).filter(|_| self.has_picture());
            spawn_local(async move {
                let Some(address) = address else { return };
                let file = system_share::picture_file(&address).await;
                self.picture_file.set_value(file.map(|file| (address, file)));
            });
        });
    }

    /// Opens the system's share sheet with the figure's address and its picture.
    pub fn share_with_system(self) {
        let shared = |embed: &Embed| (embed.title.to_owned(), embed.page(), embed.picture("png"));
        let Some((title, page, picture)) = untrack(|| self.embed(shared)) else { return };
        let file = self.picture_file.get_value().filter(|(address, _)| *address == picture);
        self.announcement.set(String::new());
        spawn_local(async move {
            if !system_share::share(&title, &page, file.as_ref().map(|(_, file)| file)).await {
                self.announcement.set(self.app.locale_untracked().words().share_failed.to_owned());
            }
        });
    }

    /// Copies it and announces that; where the browser refuses, selects it to be copied by hand.
    pub fn copy(&self, format: ShareFormat) {
        let (share, code) = (*self, untrack(|| self.code(format)));
        // The same announcement twice must be two changes of the live region.
        self.announcement.set(String::new());
        spawn_local(async move {
            let words = share.app.locale_untracked().words();
            if clipboard::copy(&code).await {
                share.announcement.set(words.download_copied.to_owned());
            } else {
                share.announcement.set(words.download_refused.to_owned());
                dom::select_field_text(&format!("reuse-{}", format.as_str()));
            }
        });
    }
}
