//! The hash that identifies the text of a disclosure.

use crate::disclosure::Disclosure;
use sha2::{Digest, Sha256};

/// How many digits of a hash are shown: enough that no two disclosures share them.
const SHORT_LENGTH: usize = 12;

/// The SHA-256 of `bytes` in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digits = Sha256::digest(bytes).into_iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.map(|digit| char::from(DIGITS[usize::from(digit)])).collect()
}

/// The dataset's hash: SHA-256, in hexadecimal, of the published text as UTF-8 without a byte order mark.
pub fn dataset_hash(disclosure: &Disclosure) -> String {
    sha256(dataset_text(disclosure).as_bytes())
}

/// The dataset's hash as a citation shows it: `sha256:d4921cf4ca42`.
pub fn short_dataset_hash(disclosure: &Disclosure) -> String {
    format!("sha256:{}", dataset_version(disclosure))
}

/// The beginning of the dataset's hash, which names the folder of a frozen version: `d4921cf4ca42`.
pub fn dataset_version(disclosure: &Disclosure) -> String {
    dataset_hash(disclosure)[..SHORT_LENGTH].to_owned()
}

/// The text that is hashed.
pub fn dataset_text(disclosure: &Disclosure) -> &str {
    disclosure.published_text().trim_start_matches('\u{feff}')
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_hash_of_the_standards_example_is_right() {
        // FIPS 180-2, appendix B.1.
        assert_eq!(super::sha256(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
