//! Short lists in order.

/// The items in the order of their keys; those of equal keys stay as they were.
///
/// By insertion: for lists of some dozen items, as figures have. The standard library's sorting, made for long ones, would
/// be written into the app once for each kind of item, some 4 KB each.
pub fn in_order<T, K: Ord>(items: impl IntoIterator<Item = T>, key: impl Fn(&T) -> K) -> Vec<T> {
    let mut out = Vec::new();
    for item in items {
        let its = key(&item);
        let at = out.partition_point(|known| key(known) <= its);
        out.insert(at, item);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::in_order;

    #[test]
    fn equal_ones_stay_as_they_were() {
        let items = [(2, 'a'), (1, 'b'), (2, 'c'), (0, 'd'), (1, 'e')];
        assert_eq!(in_order(items, |item| item.0), [(0, 'd'), (1, 'b'), (1, 'e'), (2, 'a'), (2, 'c')]);
    }
}
