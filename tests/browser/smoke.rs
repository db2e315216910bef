//! The app starts, wherever it is served from.

use super::harness::{open, visit};

#[test]
fn the_app_starts_without_console_messages() {
    let page = open("", 1280, 800);
    assert_eq!(page.missing_files(), [""; 0]);
    assert_eq!(page.foreign_requests(), [""; 0]);
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn the_app_starts_under_a_sub_path() {
    visit("?lang=zh").under("/open/budget/2023/").open();
}
