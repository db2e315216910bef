//! Tests in a real headless Chromium over the built `dist/`: `make test`, or after `make build`
//! `cargo test --features browser --test browser`. How to write one: `browser/harness.rs`.

mod browser {
    /// Tests with these names, which call a function with the number of an example each.
    macro_rules! tests_of_examples {
        ($function:ident: $($name:ident = $n:literal,)*) => {
            $(#[test]
            fn $name() {
                $function($n);
            })*
        };
    }

    mod accessibility;
    mod budget;
    mod charts;
    mod compact;
    mod data_package;
    mod degradation;
    mod document_files;
    mod downloads;
    mod draft;
    mod embedded_document;
    mod embeds;
    mod examples;
    mod figure_page;
    mod harness;
    mod harness_works;
    mod health;
    mod kiosk;
    mod kiosk_telling;
    mod look;
    mod moving_marks;
    mod navigation;
    mod numbers;
    mod ofd_files;
    mod offline;
    mod one_file;
    mod opening;
    mod opening_kept;
    mod opening_private;
    mod orientation;
    mod pdf_files;
    mod prerendered;
    mod print;
    mod provenance;
    mod rerendering;
    mod screen_reader;
    mod search;
    mod share;
    mod smoke;
    mod source_passage;
    mod system_preferences;
    mod tables;
    mod terms;
    mod webkit;
}
