//! Traditional characters find what is written in simplified ones.

use std::sync::OnceLock;

/// Each traditional character followed by the simplified one; written by the build script.
static TABLE: &str = include_str!(concat!(env!("OUT_DIR"), "/traditional.txt"));

/// The simplified form of a traditional character that is likely to be searched for; any other character itself.
pub fn simplified(c: char) -> char {
    static PAIRS: OnceLock<Vec<(char, char)>> = OnceLock::new();
    if c.is_ascii() {
        return c;
    }
    let pairs = PAIRS.get_or_init(|| {
        let mut characters = TABLE.chars();
        std::iter::from_fn(|| Some((characters.next()?, characters.next()?))).collect()
    });
    pairs.binary_search_by_key(&c, |(traditional, _)| *traditional).map_or(c, |at| pairs[at].1)
}

#[cfg(test)]
mod tests {
    use super::simplified;

    #[test]
    fn traditional_characters_become_simplified_ones_and_nothing_else_changes() {
        let all = |text: &str| text.chars().map(simplified).collect::<String>();
        assert_eq!(all("三公經費、車輛、養老、醫療、幾個人、審議檔案"), "三公经费、车辆、养老、医疗、几个人、审议档案");
        let simplified = include_str!("../../../../data/disclosure.txt");
        assert_eq!(all(simplified), simplified);
    }
}
