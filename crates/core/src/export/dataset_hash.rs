//! The hash by which a disclosure's text is known.

use crate::disclosure::Disclosure;
use sha2::{Digest, Sha256};

/// How much of a hash is shown: enough that no two disclosures share it.
const SHORT: usize = 12;

/// SHA-256 in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digits = Sha256::digest(bytes).into_iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.map(|digit| char::from(DIGITS[usize::from(digit)])).collect()
}

/// The dataset's hash: that of the text as published, as UTF-8 without a byte order mark.
pub fn dataset(disclosure: &Disclosure) -> String {
    sha256(text(disclosure).as_bytes())
}

/// The dataset's hash as a citation shows it: `sha256:d4921cf4ca42`.
pub fn dataset_short(disclosure: &Disclosure) -> String {
    format!("sha256:{}", &dataset(disclosure)[..SHORT])
}

/// The text that the hash is of.
pub fn text(disclosure: &Disclosure) -> &str {
    disclosure.source.trim_start_matches('\u{feff}')
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_hash_is_that_of_the_standard() {
        // FIPS 180-2, appendix B.1.
        assert_eq!(super::sha256(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
