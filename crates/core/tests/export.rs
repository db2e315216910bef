//! What readers take away: every file exact, safe to open, and true to the disclosure.

mod translations;

mod export {
    mod citation;
    mod csv;
    mod json;
    mod package;
    mod picture;
    mod shared;
}
