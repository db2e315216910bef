//! A stable sort for short lists.

/// The items sorted by their keys; items with equal keys keep their order.
///
/// An insertion sort, for lists of some dozen items as figures have. The sort of the standard library is made for long lists
/// and would add some 4 KB to the app for each type of item.
///
/// ```
/// use mingbai_core::insertion_sort::in_order;
///
/// assert_eq!(in_order(["一百", "十", "万"], |word| word.len()), ["十", "万", "一百"]);
/// ```
pub fn in_order<T, K: Ord>(items: impl IntoIterator<Item = T>, key: impl Fn(&T) -> K) -> Vec<T> {
    let mut sorted = Vec::new();
    for item in items {
        let item_key = key(&item);
        let at = sorted.partition_point(|other| key(other) <= item_key);
        sorted.insert(at, item);
    }
    sorted
}

#[cfg(test)]
mod tests {
    use super::in_order;

    #[test]
    fn items_with_equal_keys_keep_their_order() {
        let items = [(2, 'a'), (1, 'b'), (2, 'c'), (0, 'd'), (1, 'e')];
        assert_eq!(in_order(items, |item| item.0), [(0, 'd'), (1, 'b'), (1, 'e'), (2, 'a'), (2, 'c')]);
    }
}
