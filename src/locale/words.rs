//! The keys of the interface's words: one field a key, so that a missing one does not compile.

macro_rules! words {
    ($($key:ident),* $(,)?) => {
        /// The words of the interface in one language. `{name}` is a slot that the page fills.
        #[derive(Debug)]
        #[allow(missing_docs, reason = "the words are their own description")]
        pub struct Words {
            $(pub $key: &'static str,)*
        }

        impl Words {
            /// Every key with its words.
            pub fn all(&self) -> Vec<(&'static str, &'static str)> {
                vec![$((stringify!($key), self.$key),)*]
            }
        }
    };
}

words! {
    // brand and page
    brand,
    tagline,
    page_title,
    skip,
    language,
    language_label,
    theme_to_dark,
    theme_to_light,
    theme_label,
    text_large,
    text_usual,
    text_label,
    contents,
    loading,
    unreadable,
    charts_failed,
    charts_loading,
    not_found,
    footer,
    footer_plan,
    // years, numbers, directions
    this_year,
    last_year,
    year,
    unit,
    unit_yuan,
    yuan,
    up,
    down,
    flat,
    comma,
    full_stop,
    line_up,
    line_down,
    line_flat,
    change_with_percent,
    quarter,
    third,
    half,
    two_thirds,
    three_quarters,
    computed_short,
    stated_short,
    computed_hint,
    stated_hint,
    sum_of,
    // top of the page
    kind_department,
    kind_unit,
    total_label,
    lede_up,
    lede_down,
    lede_flat,
    lede_no_change,
    lede_nature,
    lede_one_source,
    lede_sources,
    fact_posts_part,
    fact_posts,
    // does it add up
    checks_more,
    checks_question,
    checks_intro,
    verdict_pass,
    verdict_rounding,
    verdict_conflict,
    verdict_conflicts,
    verdict_none,
    outcome_pass,
    outcome_rounding,
    outcome_conflict,
    outcome_unchecked,
    check_difference,
    check_missing,
    check_parts_of,
    check_each,
    check_each_flat,
    rule_income_sources,
    rule_expenditure_classes,
    rule_income_expenditure,
    rule_change_components,
    rule_appropriation_parts,
    rule_appropriation_changes,
    rule_component_agrees,
    rule_appropriation_balance,
    rule_appropriation_source,
    rule_part_within_whole,
    rule_three_public_items,
    rule_three_public_changes,
    rule_procurement_parts,
    rule_procurement_parts_of,
    rule_performance_project,
    rule_vehicle_kinds,
    rule_vehicle_purchase,
    rule_base_not_negative,
    rule_base_not_negative_of,
    rule_direction_agrees,
    rule_direction_agrees_of,
    rule_flat_is_zero,
    rule_flat_is_zero_of,
    rule_listed_twice,
    // flow
    flow_question,
    flow_from_one,
    flow_from_most,
    flow_from_unknown,
    flow_to_one,
    flow_to_most,
    flow_subtitle,
    flow_by_class,
    flow_by_nature,
    flow_total,
    flow_key,
    flow_zeros,
    flow_fund_none,
    flow_fund,
    flow_unbalanced,
    two_views,
    flow_caption,
    flow_source,
    flow_use,
    flow_sum,
    // purpose
    purpose_question,
    purpose_title,
    purpose_title_one,
    purpose_part,
    purpose_join,
    purpose_subtitle,
    purpose_zeros,
    purpose_classes,
    purpose_caption,
    purpose_of_hundred,
    purpose_sum,
    // nature
    nature_question,
    nature_share,
    nature_subtitle,
    nature_caption,
    base_note,
    // change
    change_question,
    change_title_still_up,
    change_title_still_down,
    change_title_up_mostly,
    change_title_down_mostly,
    change_title_up,
    change_title_down,
    change_title_flat,
    change_subtitle,
    change_no_parts,
    change_uncovered,
    change_was,
    change_now,
    change_whole,
    change_caption,
    reason,
    reason_verbatim,
    reason_unexplained,
    reason_components,
    reason_flat,
    our_translation,
    purpose,
    all_changes,
    all_changes_intro,
    // three public
    three_public_question,
    three_public_subtitle,
    three_public_subtitle_alone,
    three_public_flat,
    three_public_amount,
    three_public_overlap,
    three_public_caption,
    // running
    running_question,
    running_operating,
    running_no_procurement,
    running_procurement,
    running_vehicles,
    running_vehicles_none_bought,
    running_vehicles_bought,
    running_performance,
    running_performance_all,
    running_overlap,
    running_caption,
    // office
    office_question,
    office_posts,
    office_units,
    office_one_unit,
    office_duties,
    office_subtitle,
    office_note,
    office_caption,
    office_kind_posts,
    office_kind_offices,
    office_sum,
    duties_heading,
    duties_show,
    units_heading,
    contact_heading,
    // table columns
    col_line,
    col_side,
    col_class,
    col_amount,
    col_share,
    col_this_year,
    col_last_year,
    col_change,
    col_percent,
    col_step,
    col_money,
    col_kind,
    table_show,
    table_hide,
    // cards
    card_amount,
    card_base,
    card_change,
    card_share,
    card_share_three_public,
    card_count,
    card_close,
    card_source,
    formula,
    official_definition,
    our_words,
    plain_words_ours,
    see_also,
    term_hint,
    source_label,
    source_line,
    views_label,
    chart_hint,
    // sections that are no figures
    fact_more,
    glossary_more,
    glossary_question,
    glossary_intro,
    source_question,
    source_intro,
    source_show,
    unread_intro,
    unread_none,
    unread_line,
}

#[cfg(test)]
mod tests {
    use crate::locale::{Lang, Locale};
    use std::collections::BTreeSet;

    /// The slots of a text. A sentence may do without the years that the figures already name.
    fn slots(text: &str) -> BTreeSet<&str> {
        let names = text.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(name, _)| name));
        names.filter(|name| !matches!(*name, "year" | "last")).collect()
    }

    #[test]
    fn both_languages_fill_the_same_slots() {
        let (zh, en) = (Locale::of(Lang::Zh).words.all(), Locale::of(Lang::En).words.all());
        for ((key, zh), (_, en)) in zh.into_iter().zip(en) {
            assert_eq!(slots(zh), slots(en), "{key}");
            assert!(!zh.trim().is_empty() && !en.trim().is_empty(), "{key} is empty");
        }
    }

    #[test]
    fn chinese_is_set_in_full_width_and_english_holds_no_chinese_marks() {
        for (key, words) in Locale::of(Lang::En).words.all() {
            assert!(!words.contains(['，', '。', '、', '：', '（', '）']), "{key}: {words}");
        }
        for (key, words) in Locale::of(Lang::Zh).words.all() {
            assert!(!words.contains([',', ';', '!', '！', '?']), "{key}: {words}");
        }
    }
}
