//! Sharing a figure.

use crate::enhance::lazy_chunks::{Fetched, within};
use crate::enhance::popup::Opener;
use crate::enhance::share::Sharer;
use crate::enhance::share::dialog::{ShareDialog, ShareDialogProps};
use crate::state::State;
use leptos::mount::mount_to_body;
use leptos::wasm_split::wasm_split;
use mingbai_core::figures::FigureId;
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
