//! A stable sort for short lists.

/// The items sorted by their keys; items with equal keys keep their order.
///
/// An insertion sort, for lists of some dozen items as figures have. The sort of the standard library is made for long
/// lists and would add some 4 KB to the app for each type of item.
///
/// ```
/// use mingbai_core::insertion_sort::sorted_by_key;
///
/// assert_eq!(sorted_by_key(["一百", "十", "万"], |word| word.len()), ["十", "万", "一百"]);
/// ```
pub fn sorted_by_key<T, K: Ord>(items: impl IntoIterator<Item = T>, key: impl Fn(&T) -> K) -> Vec<T> {
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
    use super::sorted_by_key;

    #[test]
    fn items_with_equal_keys_keep_their_order() {
        let items = [(2, 'a'), (1, 'b'), (2, 'c'), (0, 'd'), (1, 'e')];
        assert_eq!(sorted_by_key(items, |item| item.0), [(0, 'd'), (1, 'b'), (1, 'e'), (2, 'a'), (2, 'c')]);
    }
}
