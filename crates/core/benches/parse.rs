//! Benchmark of parser and checks in bytes per second. The time per byte must not grow with the length of the text:
//! each text of the last group is measured at one, two and four times its length.

#![allow(missing_docs)]

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use mingbai_core::audit;
use mingbai_core::disclosure::parse;
use std::fmt::Write;
use std::hint::black_box;

const DISCLOSURE: &str = include_str!("../../../data/disclosure.txt");
/// The least length of the texts whose time must grow linearly, in bytes.
const LENGTH: usize = 100_000;
const HEAD: &str =
    "某区示例单位\n2023年部门预算情况说明\n二、部门收支总体情况\n（二）支出预算：2023年年初预算数100万元，其中：";

/// Words, numbers and marks of disclosures in random order: the worst case for the parser.
fn nonsense(bytes: usize) -> String {
    let words =
        ["收入", "比2022年", "12.3", "万元", "，", "其中", "（", "主要是", "增加", "、", "公务", "年", "支出", "\n"];
    let mut text = String::with_capacity(bytes + 16);
    let mut state = 7u64;
    while text.len() < bytes {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        text.push_str(words[(state >> 33) as usize % words.len()]);
    }
    text
}

/// A head of a disclosure with pieces behind it, numbered from 0, up to a length.
fn pieces(bytes: usize, piece: impl Fn(usize) -> String) -> String {
    let mut text = String::with_capacity(bytes + 256);
    text.push_str(HEAD);
    for n in 0.. {
        text.push_str(&piece(n));
        if text.len() >= bytes {
            break;
        }
    }
    text
}

/// A name of its own for each number, in Chinese.
fn name(mut n: usize) -> String {
    const CHARACTERS: [char; 16] =
        ['东', '南', '西', '北', '春', '夏', '秋', '冬', '山', '川', '林', '田', '金', '木', '水', '火'];
    let mut name = String::new();
    for _ in 0..5 {
        name.push(CHARACTERS[n % CHARACTERS.len()]);
        n /= CHARACTERS.len();
    }
    name
}

/// A text of a shape, of at least so many bytes.
type Shape = fn(usize) -> String;

/// Texts that once took a time that grew with the square of their length.
const SHAPES: [(&str, Shape); 7] = [
    ("one digit a line", |bytes| pieces(bytes, |n| format!("\n{}", n % 10))),
    ("distinct names", |bytes| pieces(bytes, |n| format!("{}支出{}万元，", name(n), n % 7))),
    ("changes of nothing", |bytes| pieces(bytes, |_| "，与2022年持平".to_owned())),
    ("brackets", |bytes| pieces(bytes, |_| "（含上年结转1万元".to_owned())),
    ("page numbers", |bytes| pieces(bytes, |n| format!("教育支出{}\n- {} -\n万元，", n % 9, n % 999))),
    ("components", |bytes| {
        let mut text = pieces(bytes / 2, |n| format!("{}支出1万元，", name(n)));
        let _ = write!(text, "。支出较上年增加9万元，主要是");
        while text.len() < bytes {
            text.push_str("基本支出增加1万元，");
        }
        text
    }),
    ("repeated paragraphs", |bytes| {
        pieces(bytes, |n| {
            format!("\n（二）支出预算：2023年年初预算数100万元，其中：教育支出{}万元，卫生健康支出1万元。", n % 3)
        })
    }),
];

/// One of the examples, from 1.
fn example(n: usize) -> String {
    let path = format!("{}/../../tests/examples/{n}.txt", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).expect("the examples are part of the repository")
}

fn benches(c: &mut Criterion) {
    let parse_and_check = |text: &str| parse(black_box(text)).map(|disclosure| audit::run(&disclosure).len());
    let mut group = c.benchmark_group("parse and check");
    group.sample_size(20);
    for (name, text) in [
        ("the disclosure", DISCLOSURE.to_owned()),
        ("the disclosure, 100 times", DISCLOSURE.repeat(100)),
        ("nonsense, 1 MB", nonsense(1_000_000)),
        ("nonsense, 4 MB", nonsense(4_000_000)),
    ] {
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(name, |b| b.iter(|| parse_and_check(&text)));
    }
    group.finish();

    let mut group = c.benchmark_group("examples");
    group.sample_size(20);
    let examples: Vec<String> = (1..=8).map(example).collect();
    for (n, text) in (1..).zip(&examples) {
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(BenchmarkId::from_parameter(n), |b| b.iter(|| parse_and_check(text)));
    }
    group.throughput(Throughput::BytesDecimal(examples.iter().map(|text| text.len() as u64).sum()));
    group.bench_function("all, at least 20 MB/s", |b| {
        b.iter(|| examples.iter().filter_map(|text| parse_and_check(text).ok()).sum::<usize>())
    });
    group.finish();

    let mut group = c.benchmark_group("time per byte at 1, 2 and 4 times the length");
    group.sample_size(10);
    for (name, text) in SHAPES {
        for times in [1, 2, 4] {
            let text = text(times * LENGTH);
            group.throughput(Throughput::Bytes(text.len() as u64));
            group.bench_function(BenchmarkId::new(name, times), |b| b.iter(|| parse_and_check(&text)));
        }
    }
    group.finish();
}

criterion_group!(all, benches);
criterion_main!(all);
