//! English words in the singular: `cars` finds what is found by `car`.

/// A text with its English words in the singular; None where that changes nothing.
///
/// The few rules suffice because what they make of a word is compared with names that people typed, not shown.
pub fn singular(chars: &[char]) -> Option<Vec<char>> {
    let mut all = Vec::with_capacity(chars.len());
    for part in chars.chunk_by(|a, b| a.is_ascii_lowercase() == b.is_ascii_lowercase()) {
        match part {
            // Not ties and pies.
            [.., _, _, 'i', 'e', 's'] => all.extend(part[..part.len() - 3].iter().chain(&['y'])),
            [.., 'a' | 'o', 'u', 's', 'e', 's'] => all.extend(&part[..part.len() - 1]),
            [.., 's' | 'u', 's', 'e', 's'] | [.., 'c' | 's', 'h', 'e', 's'] | [.., 'x' | 'z', 'e', 's'] => {
                all.extend(&part[..part.len() - 2]);
            }
            [_, .., 's' | 'u' | 'i', 's'] => all.extend(part),
            [_, _, _, .., 's'] => all.extend(&part[..part.len() - 1]),
            _ => all.extend(part),
        }
    }
    (all != chars).then_some(all)
}

#[cfg(test)]
mod tests {
    use super::singular;

    #[test]
    fn words_lose_their_plural() {
        let of = |text: &str| singular(&text.chars().collect::<Vec<_>>()).map(|chars| chars.iter().collect::<String>());
        for (plural, one) in [
            ("cars", "car"),
            ("salaries", "salary"),
            ("lunches", "lunch"),
            ("bonuses", "bonus"),
            ("houses", "house"),
            ("taxes", "tax"),
            ("expenses", "expense"),
            ("how much for cars?", "how much for car?"),
        ] {
            assert_eq!(of(plural).as_deref(), Some(one));
        }
        for word in ["car", "bus", "business", "gas", "is", "s", "车", "57.00", ""] {
            assert_eq!(of(word), None, "{word}");
        }
    }
}
