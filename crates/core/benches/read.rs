//! How fast a disclosure is read and checked, in bytes a second, and that a longer document takes no more a byte.

#![allow(missing_docs)]

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use mingbai_core::audit;
use mingbai_core::disclosure::parse;
use std::hint::black_box;

const DISCLOSURE: &str = include_str!("../../../data/disclosure.txt");

/// Text of nothing that a disclosure says, but with its words, numbers and marks: the worst that the reader meets.
fn nonsense(bytes: usize) -> String {
    let pieces =
        ["收入", "比2022年", "12.3", "万元", "，", "其中", "（", "主要是", "增加", "、", "公务", "年", "支出", "\n"];
    let mut text = String::with_capacity(bytes + 16);
    let mut state = 7u64;
    while text.len() < bytes {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        text.push_str(pieces[(state >> 33) as usize % pieces.len()]);
    }
    text
}

fn benches(c: &mut Criterion) {
    let mut group = c.benchmark_group("read and check");
    group.sample_size(20);
    for (name, text) in [
        ("the disclosure", DISCLOSURE.to_owned()),
        ("the disclosure, 100 times over", DISCLOSURE.repeat(100)),
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
