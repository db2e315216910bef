//! The browser's entry point.

fn main() {
    mingbai::enhance::start();
}
