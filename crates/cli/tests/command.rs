//! The host's command, driven as it is built: an office checks its draft before it publishes, programs get JSON, and a
//! build stops at what is no budget.

mod command {
    mod check;
    mod documents;
    mod encodings;
    mod harness;
    mod help;
    mod json;
    mod not_a_budget;
    mod pages;
    mod parse;
    mod schemas;
    mod site;
    mod site_safety;
    mod withdraw;
}
