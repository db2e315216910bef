//! The browser's edges: charts, address, storage, page, downloads, clipboard.

pub mod carried;
pub mod charts;
pub mod clipboard;
pub mod download;
pub mod echarts;
pub mod fetched;
pub mod held;
pub mod history;
pub mod kept;
pub mod listen;
pub mod near;
pub mod page;
pub mod picture;
pub mod piecemeal;
pub mod resize;
pub mod small;
