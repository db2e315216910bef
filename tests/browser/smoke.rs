//! The page comes alive, wherever it is served from.

use super::harness::{open, visit};

#[test]
fn the_page_comes_alive_and_is_quiet() {
    let page = open("", 1280, 800);
    assert_eq!(page.missing_files(), [""; 0]);
    assert_eq!(page.foreign_requests(), [""; 0]);
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn the_page_comes_alive_under_a_sub_path() {
    visit("?lang=zh").under("/open/budget/2023/").open();
}
