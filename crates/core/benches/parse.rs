//! Benchmark of parser and checks in bytes per second; the time per byte must not grow with the length of the document.

#![allow(missing_docs)]

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use mingbai_core::audit;
use mingbai_core::disclosure::parse;
use std::hint::black_box;

const DISCLOSURE: &str = include_str!("../../../data/disclosure.txt");

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

fn benches(c: &mut Criterion) {
    let mut group = c.benchmark_group("parse and check");
    group.sample_size(20);
    for (name, text) in [
        ("the disclosure", DISCLOSURE.to_owned()),
        ("the disclosure, 100 times", DISCLOSURE.repeat(100)),
        ("nonsense, 1 MB", nonsense(1_000_000)),
        ("nonsense, 4 MB", nonsense(4_000_000)),
    ] {
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(name, |b| {
            b.iter(|| parse(black_box(&text)).map(|disclosure| audit::run(&disclosure).len()))
        });
    }
    group.finish();
}

criterion_group!(all, benches);
criterion_main!(all);
