//! Every reconciliation rule with every outcome that it can have, each with the smallest text that leads to it.

mod shown_numbers;

mod audit {
    mod all_outcomes;
    mod changes;
    mod counts;
    mod every_line;
    mod order;
    mod parts;
    mod row;
    mod sums;
    mod trivial;
    mod unread;
}
