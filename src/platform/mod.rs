//! Browser APIs, one thing a file. Nothing here knows a type of the domain.

pub(crate) mod base64;
pub(crate) mod chart_bundle;
pub(crate) mod chart_worker;
pub(crate) mod clipboard;
pub(crate) mod document_worker;
pub(crate) mod dom;
pub(crate) mod download;
pub(crate) mod embedded_document;
pub(crate) mod environment;
pub(crate) mod events;
pub(crate) mod fetch;
pub(crate) mod focus;
pub(crate) mod focus_path;
pub(crate) mod history;
pub(crate) mod intersection;
pub(crate) mod pointer_position;
pub(crate) mod rasterize;
pub(crate) mod record_store;
pub(crate) mod resize_observer;
pub(crate) mod scheduler;
pub(crate) mod scroll;
pub(crate) mod storage;
pub(crate) mod system_share;
pub(crate) mod url;
