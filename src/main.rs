//! The browser's entry.

fn main() {
    mingbai::view::start();
}
