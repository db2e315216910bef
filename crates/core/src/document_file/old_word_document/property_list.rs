//! Lists of properties: what is said about characters or paragraphs (MS-DOC: Prl).

use super::bytes::{part, u8_at, u16_at};
use crate::document_file::error::DocumentFileError;

/// The properties in a list, each with its code and its bytes. What is cut off at the end is none.
pub fn properties(list: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    let mut rest = list;
    std::iter::from_fn(move || {
        let code = u16_at(rest, 0).ok()?;
        let (start, length) = operand(code, rest).ok()?;
        let bytes = part(rest, start, length).ok()?;
        rest = rest.get(start + length..)?;
        Some((code, bytes))
    })
}

/// Where the bytes of the first property of a list begin, and how many they are.
fn operand(code: u16, list: &[u8]) -> Result<(usize, usize), DocumentFileError> {
    const TABLE_DEFINITIONS: [u16; 2] = [0xd606, 0xd608];
    const TABS: u16 = 0xc615;
    let length = match code >> 13 {
        0 | 1 => 1,
        2 | 4 | 5 => 2,
        3 => 4,
        7 => 3,
        // They count themselves, but for a byte.
        _ if TABLE_DEFINITIONS.contains(&code) => {
            return Ok((4, usize::from(u16_at(list, 2)?).saturating_sub(1)));
        }
        _ => {
            let length = usize::from(u8_at(list, 2)?);
            if code != TABS || length < 255 {
                return Ok((3, length));
            }
            let deleted = usize::from(u8_at(list, 3)?) * 4;
            let added = usize::from(u8_at(list, 4 + deleted)?) * 3;
            return Ok((3, 2 + deleted + added));
        }
    };
    Ok((2, length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn properties_have_the_length_that_their_code_or_their_first_bytes_say() {
        let tabs = [&[0x15, 0xc6, 255, 1][..], &[0; 4], &[2], &[0; 6]].concat();
        let list = [
            &[0x00, 0x08, 1][..],
            &[0x0b, 0x46, 7, 0],
            &[0x49, 0x66, 1, 0, 0, 0],
            &[0x08, 0xd6, 3, 0, 9, 9],
            &tabs,
            &[0x3e, 0xc6, 2, 5, 5],
            &[0x3c, 0x08, 1],
            &[0x3c],
        ]
        .concat();
        let found: Vec<(u16, usize)> = properties(&list).map(|(code, bytes)| (code, bytes.len())).collect();
        assert_eq!(found, [(0x0800, 1), (0x460b, 2), (0x6649, 4), (0xd608, 2), (0xc615, 12), (0xc63e, 2), (0x083c, 1)]);
    }
}
