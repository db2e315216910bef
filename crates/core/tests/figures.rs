//! Everything that a reader sees of figures, compared with the golden files in `tests/golden`.
//!
//! A change of a chart or a sentence changes a golden file, so it is a diff that can be reviewed. To accept it:
//! `MINGBAI_GOLDEN=write cargo test -p mingbai-core --test figures`.

mod translations;

mod figures {
    mod bar_length;
    mod chart_room;
    mod charts;
    mod golden;
    mod hatching;
    mod heights;
    mod irregular;
    mod label_overlap;
    mod pages;
    mod sentences;
}
