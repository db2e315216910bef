//! Tests in a real headless Chromium over the built `dist/`: `make test`, or after `make build`
//! `cargo test --features browser --test browser`. How to write one: `browser/harness.rs`.

mod browser {
    mod access;
    mod alone;
    mod budget;
    mod carried;
    mod embeds;
    mod examples;
    mod faults;
    mod figures;
    mod find;
    mod harness;
    mod harness_works;
    mod kiosk;
    mod look;
    mod numbers;
    mod offline;
    mod one_file;
    mod package;
    mod paper;
    mod places;
    mod prerendered;
    mod proved;
    mod share;
    mod smoke;
    mod switch;
    mod tables;
    mod take_away;
    mod terms;
}
