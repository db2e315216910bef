//! No wrong number, whatever is done to the text.
//!
//! Texts with page furniture, scanning errors, other units, other years and other offices in them. Two things are asked
//! of each: every number shown is one that the text states (else it is *wrong*), and every amount that is not shown is
//! listed as unread (else it is *lost*).

mod shown_numbers;

mod hostile {
    mod base;
    mod compatibility;
    mod edit;
    mod facts;
    mod forms;
    mod quotes;
    mod run;
    mod smallest;
    mod variant;
}
