//! A tokenizer for Rust source files, as far as imports need one.

/// Identifiers, `::` and single marks of a source file, without comments, strings and lifetimes.
pub fn tokens(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let (mut tokens, mut at) = (Vec::new(), 0);
    let word = |c: char| c.is_alphanumeric() || c == '_';
    while at < chars.len() {
        let next = chars.get(at + 1).copied().unwrap_or(' ');
        match chars[at] {
            '/' if next == '/' => at = end_of(&chars, at, |chars, at| chars[at] == '\n'),
            '/' if next == '*' => at = end_of(&chars, at + 2, |chars, at| chars[at - 1] == '*' && chars[at] == '/'),
            'r' if next == '#' || next == '"' => {
                let hashes = chars[at + 1..].iter().take_while(|c| **c == '#').count();
                let close = |chars: &[char], at: usize| {
                    chars[at - hashes] == '"' && chars[at - hashes + 1..=at].iter().all(|c| *c == '#')
                };
                at = end_of(&chars, at + 2 * hashes + 2, close);
            }
            '"' => {
                at += 1;
                while at < chars.len() && chars[at] != '"' {
                    at += if chars[at] == '\\' { 2 } else { 1 };
                }
                at += 1;
            }
            '\'' if next == '\\' => at = end_of(&chars, at + 3, |chars, at| chars[at] == '\''),
            '\'' if chars.get(at + 2) == Some(&'\'') => at += 3,
            '\'' => at += 1,
            ':' if next == ':' => {
                tokens.push("::".to_owned());
                at += 2;
            }
            c if word(c) => {
                let len = chars[at..].iter().take_while(|c| word(**c)).count();
                tokens.push(chars[at..at + len].iter().collect());
                at += len;
            }
            c => {
                if !c.is_whitespace() {
                    tokens.push(c.to_string());
                }
                at += 1;
            }
        }
    }
    tokens
}

/// One past the first place from `from` on where `is_end` holds.
fn end_of(chars: &[char], from: usize, is_end: impl Fn(&[char], usize) -> bool) -> usize {
    (from..chars.len()).find(|&at| is_end(chars, at)).map_or(chars.len(), |at| at + 1)
}

/// The tokens without items under `#[cfg(test)]`.
pub fn without_tests(tokens: Vec<String>) -> Vec<String> {
    let attribute = ["#", "[", "cfg", "(", "test", ")", "]"];
    let (mut kept, mut at) = (Vec::new(), 0);
    while at < tokens.len() {
        if tokens[at..].iter().take(attribute.len()).eq(attribute.iter()) {
            at = end_of_item(&tokens, at + attribute.len());
        } else {
            kept.push(tokens[at].clone());
            at += 1;
        }
    }
    kept
}

/// One past the item that begins at `from`: past its `;` or its closing brace.
fn end_of_item(tokens: &[String], from: usize) -> usize {
    let mut depth = 0usize;
    for (at, token) in tokens.iter().enumerate().skip(from) {
        match token.as_str() {
            ";" if depth == 0 => return at + 1,
            "{" => depth += 1,
            "}" => {
                depth -= 1;
                if depth == 0 {
                    return at + 1;
                }
            }
            _ => {}
        }
    }
    tokens.len()
}

/// True for an identifier or a keyword.
pub fn is_word(token: &str) -> bool {
    token.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// The branches of a `use` tree, split at the commas outside of inner braces.
pub fn branches(tree: &[String]) -> Vec<&[String]> {
    let (mut branches, mut depth, mut from) = (Vec::new(), 0usize, 0);
    for (at, token) in tree.iter().enumerate() {
        match token.as_str() {
            "{" => depth += 1,
            "}" => depth -= 1,
            "," if depth == 0 => {
                branches.push(&tree[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    branches.push(&tree[from..]);
    branches.retain(|branch| !branch.is_empty());
    branches
}
