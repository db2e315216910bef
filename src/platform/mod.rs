//! The browser's edges: charts, address, storage, page, downloads, clipboard.

pub(crate) mod chart_bundle;
pub(crate) mod chart_worker;
pub(crate) mod clipboard;
pub(crate) mod download;
pub(crate) mod embedded_document;
pub(crate) mod event_listener;
pub(crate) mod fetch;
pub(crate) mod history;
pub(crate) mod intersection;
pub(crate) mod kept;
pub(crate) mod page;
pub(crate) mod rasterize;
pub(crate) mod resize_observer;
pub(crate) mod scheduler;
pub(crate) mod scroll_anchor;
pub(crate) mod small;
