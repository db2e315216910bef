//! Benchmark of the search: building the index, and one keystroke.

#![allow(missing_docs)]

use criterion::{Criterion, criterion_group, criterion_main};
use mingbai_core::disclosure::parse;
use mingbai_core::figures::RenderContext;
use mingbai_core::locale::Lang;
use mingbai_core::search::SearchIndex;
use std::hint::black_box;

#[path = "../tests/translations/mod.rs"]
mod translations;

const DISCLOSURE: &str = include_str!("../../../data/disclosure.txt");

fn benches(c: &mut Criterion) {
    let disclosure = parse(DISCLOSURE).expect("the disclosure can be parsed");
    let mut group = c.benchmark_group("search");
    group.sample_size(20);
    for lang in Lang::ALL {
        let context = RenderContext::new(&disclosure, lang).with_translations(translations::translations());
        group.bench_function(format!("make ready, {}", lang.code()), |b| {
            b.iter(|| SearchIndex::new(black_box(&context)))
        });
        let index = SearchIndex::new(&context);
        // One letter, first letters, a syllable, a word, a number, several words, and what is nowhere.
        for typed in ["z", "jd", "jiedai", "接待", "57", "supp", "接待 规范", "qqqqqq"] {
            group.bench_function(format!("{typed}, {}", lang.code()), |b| {
                b.iter(|| index.find(black_box(typed)).count())
            });
        }
    }
    group.finish();
}

criterion_group!(all, benches);
criterion_main!(all);
