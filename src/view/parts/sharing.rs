//! Sharing a figure.

use super::{Fetched, within};
use crate::figure::FigureId;
use crate::view::popup::Opener;
use crate::view::share::Sharer;
use crate::view::share_dialog::{ShareDialog, ShareDialogProps};
use crate::view::state::State;
use leptos::mount::mount_to_body;
use leptos::wasm_split::wasm_split;
use std::cell::OnceCell;

/// Opens the dialog for a figure; made when it is first opened.
#[wasm_split(sharing, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn show(state: State, opener: Opener, id: FigureId) -> Fetched {
    thread_local! {
        static SHARER: OnceCell<Sharer> = const { OnceCell::new() };
    }
    let made = || {
        within(|| {
            let sharer = Sharer::new(state, opener);
            mount_to_body(move || ShareDialog(ShareDialogProps { sharer }));
            sharer
        })
    };
    let sharer = SHARER.with(|sharer| *sharer.get_or_init(made));
    within(|| sharer.show(id));
    Ok(())
}
