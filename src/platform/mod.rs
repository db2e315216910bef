//! The browser's edges: charts, address, storage, page.

pub mod charts;
pub mod echarts;
pub mod page;
