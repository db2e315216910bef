//! Texts in the encodings that offices save in give the same as in UTF-8; damaged ones are refused with their line.

use super::harness::{example, file, mingbai, refused};
use encoding_rs::GB18030;
use serde_json::Value;

fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(order).collect()
}

fn gb18030(text: &str) -> Vec<u8> {
    GB18030.encode(text).0.into_owned()
}

fn parsed(name: &str, bytes: &[u8]) -> Value {
    let run = mingbai(&["parse".as_ref(), file(name, bytes).as_os_str()]);
    assert_eq!(run.code, 0, "{name}: {}", run.err);
    run.json()
}

#[test]
fn every_encoding_gives_what_utf_8_gives() {
    let marked = |mark: &[u8], bytes: Vec<u8>| [mark, &bytes].concat();
    for n in 1..=8 {
        let text = example(n);
        let mut plain = parsed("plain.txt", text.as_bytes());
        assert_eq!(plain["encoding"], "UTF-8");
        plain["encoding"] = Value::Null;
        let (le, be) = (utf16(&text, u16::to_le_bytes), utf16(&text, u16::to_be_bytes));
        let cases = [
            ("GB18030", gb18030(&text)),
            ("GB18030", marked(&[0x84, 0x31, 0x95, 0x33], gb18030(&text))),
            ("UTF-16LE", le.clone()),
            ("UTF-16BE", be.clone()),
            ("UTF-16LE", marked(&[0xff, 0xfe], le)),
            ("UTF-16BE", marked(&[0xfe, 0xff], be)),
        ];
        for (at, (encoding, bytes)) in cases.into_iter().enumerate() {
            let mut found = parsed(&format!("encoded-{at}.txt"), &bytes);
            assert_eq!(found["encoding"], encoding, "{n}.txt, case {at}");
            found["encoding"] = Value::Null;
            assert!(found == plain, "{n}.txt as {encoding}, case {at}, differs");
        }
    }
}

#[test]
fn the_mark_of_utf_8_stays_where_it_is_so_that_places_are_the_files_own() {
    let text = "\u{feff}".to_owned() + &example(5);
    let found = parsed("marked.txt", text.as_bytes());
    let at = &found["lines"][0]["at"];
    let place = at["start"].as_u64().unwrap() as usize..at["end"].as_u64().unwrap() as usize;
    assert_eq!(&text[place], found["lines"][0]["published"].as_str().unwrap());
}

#[test]
fn a_mark_in_the_middle_of_a_number_changes_no_amount() {
    let text = example(5).replacen("2,155.26", "2,1\u{feff}55.26", 1);
    assert!(text.contains('\u{feff}'));
    assert_eq!(parsed("middle.txt", text.as_bytes())["lines"][0]["wan"], "2155.26");
}

#[test]
fn the_report_says_what_it_decoded() {
    let path = file("gbk.txt", gb18030(&example(5)));
    let run = mingbai(&["check".as_ref(), path.as_os_str()]);
    assert!(run.out.contains("文件编码是 GB18030"), "{}", run.out);
}

#[test]
fn damaged_bytes_are_refused_with_the_line_of_the_first() {
    let text = example(5);
    // The first byte of the fifth line.
    let cut = |bytes: &[u8], end: &[u8]| {
        let ends = bytes.windows(end.len()).enumerate().filter(|(at, window)| at % end.len() == 0 && *window == end);
        ends.map(|(at, _)| at + end.len()).nth(3).unwrap()
    };
    let damaged = |bytes: Vec<u8>, end: &[u8], with: &[u8]| {
        let at = cut(&bytes, end);
        [&bytes[..at], with, &bytes[at..]].concat()
    };
    let le = [vec![0xff, 0xfe], utf16(&text, u16::to_le_bytes)].concat();
    let cases = [
        ("有损坏的字节，不是完整的 UTF-8 文本；", damaged(text.clone().into_bytes(), b"\n", b"\xe4\xb8")),
        ("有不属于文字的字节，看不出是哪种编码；", damaged(gb18030(&text), b"\n", b"\xff")),
        ("有损坏的字节，不是完整的 UTF-16LE 文本；", damaged(le, b"\n\0", b"\0\xd8")),
    ];
    for (what, bytes) in cases {
        let run = mingbai(&["parse".as_ref(), file("damaged.txt", bytes).as_os_str()]);
        let said = refused(&run).to_owned();
        assert!(said.contains(&format!("第 5 行：{what}")), "{said}");
    }
}

#[test]
fn a_zero_byte_is_refused_with_its_line() {
    let run = mingbai(&["parse".as_ref(), file("nul.txt", example(5).replacen('\n', "\n\0", 2)).as_os_str()]);
    assert!(refused(&run).contains("第 2 行：有空字节"), "{}", run.err);
}

#[test]
fn bytes_that_only_happen_to_decode_are_no_text() {
    let bytes: Vec<u8> =
        "预算\n".bytes().take(3).chain([0xb0, 0xa1, b'\n', 0x01, 0x02, 0xb0, 0xa1, 0xb0, 0xa1]).collect();
    let run = mingbai(&["parse".as_ref(), file("noise.txt", bytes).as_os_str()]);
    assert!(refused(&run).contains("行：有"), "{}", run.err);
}
