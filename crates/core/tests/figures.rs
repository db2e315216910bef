//! Everything a reader sees, against the committed goldens in `tests/golden`.
//!
//! A change of a chart or a sentence is a change of a golden, and so a diff that can be reviewed. To accept it:
//! `MINGBAI_GOLDEN=write cargo test -p mingbai-core --test figures`.

mod translations;

mod figures {
    mod apart;
    mod charts;
    mod golden;
    mod odd;
    mod pages;
}
