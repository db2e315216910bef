//! Runs the variants: a fixed sample; all of them with `MINGBAI_HOSTILE=whole`; those of one kind with its number
//! (`MINGBAI_HOSTILE=07`), of which more failing ones are described.

use super::base::{self, Base};
use super::forms;
use super::variant::{Effect, Form};
use std::collections::BTreeMap;
use std::fmt::Write;

/// How many variants of each kind the sample has, at most.
const SAMPLE: usize = 48;

/// One base document, and what is done to it.
struct Variant {
    document: usize,
    form: Form,
}

/// What was found in the variants of one kind.
#[derive(Default)]
struct Tally {
    variants: usize,
    wrong: usize,
    lost: usize,
    charged: usize,
    /// Failing variants by the length of their text, the shortest first.
    failing: Vec<(usize, String)>,
}

/// A number that depends on the words alone: which variants are made is the same everywhere.
fn hash(words: &[&str], n: usize) -> u64 {
    let bytes = words.iter().flat_map(|word| word.bytes()).chain(n.to_le_bytes());
    let mixed = bytes.fold(0xcbf2_9ce4_8422_2325u64, |hash, b| (hash ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3));
    mixed ^ mixed >> 29
}

/// The variants of all base documents. `few` takes some numbers of each only.
fn variants(bases: &[Base], few: bool) -> Vec<Variant> {
    let mut all = Vec::new();
    for (document, base) in bases.iter().enumerate() {
        let is_taken =
            |form: &Form, at: usize| hash(&[form.class, &form.name, &base.name], at).is_multiple_of(base.every);
        // All numbers of the short documents, some of the others.
        let is_chosen = |at: &usize| !few || base.every == 1 || hash(&[&base.name], *at).is_multiple_of(base.every * 4);
        for at in (0..base.stated.len()).filter(is_chosen) {
            let forms = forms::of_figure(base, at).into_iter();
            all.extend(forms.filter(|form| few || is_taken(form, at)).map(|form| Variant { document, form }));
        }
        // There are few of these for each document.
        all.extend(forms::of_document(base).into_iter().map(|form| Variant { document, form }));
    }
    all
}

/// As many variants of each kind, from all documents and forms.
fn sample(all: Vec<Variant>) -> Vec<Variant> {
    let mut kinds: BTreeMap<&'static str, Vec<Variant>> = BTreeMap::new();
    for variant in all {
        kinds.entry(variant.form.class).or_default().push(variant);
    }
    let some = |mut variants: Vec<Variant>| {
        variants.sort_by_cached_key(|Variant { document, form }| hash(&[&form.name], *document));
        variants.into_iter().take(SAMPLE)
    };
    kinds.into_values().flat_map(some).collect()
}

#[test]
fn no_variant_shows_a_wrong_figure_or_loses_money() {
    let wish = std::env::var("MINGBAI_HOSTILE").unwrap_or_default();
    let bases = base::all();
    let chosen = match wish.as_str() {
        "" => sample(variants(&bases, true)),
        "whole" => variants(&bases, false),
        kind => {
            let mut all = variants(&bases, false);
            all.retain(|variant| variant.form.class.starts_with(kind));
            all
        }
    };
    let described = if matches!(wish.as_str(), "" | "whole") { 3 } else { 40 };
    let mut tallies: BTreeMap<&'static str, Tally> = BTreeMap::new();
    for variant in &chosen {
        count(tallies.entry(variant.form.class).or_default(), &bases[variant.document], &variant.form, described);
    }
    let report = report(&tallies);
    let failing = tallies.values().filter(|tally| !tally.failing.is_empty()).count();
    assert!(failing == 0, "{failing} of {} kinds are not right:\n{report}", tallies.len());
    println!("{report}");
}

/// Judges a variant, and describes it if it is one of the shortest that are not right.
fn count(tally: &mut Tally, base: &Base, form: &Form, described: usize) {
    let (text, verdict) = form.judge(base);
    tally.variants += 1;
    tally.wrong += usize::from(!verdict.wrong.is_empty());
    tally.lost += usize::from(!verdict.lost.is_empty());
    tally.charged += usize::from(!verdict.charged.is_empty());
    let is_short = tally.failing.len() < described || tally.failing.last().is_some_and(|(len, _)| text.len() < *len);
    if verdict.is_right() || !is_short {
        return;
    }
    let mut words = format!("{}, {}\n", base.name, form.name.escape_debug());
    let _ = writeln!(words, "        text   …{}…", around(base, form, &text).escape_debug());
    let _ = writeln!(words, "        shown  {}", verdict.describe().escape_debug());
    let _ = write!(words, "        right  {}", right(base, form).escape_debug());
    let at = tally.failing.partition_point(|(len, _)| *len <= text.len());
    tally.failing.insert(at, (text.len(), words));
    tally.failing.truncate(described);
}

/// What is right about a variant, in words.
fn right(base: &Base, form: &Form) -> String {
    let mut words: Vec<String> = Vec::new();
    for (at, effect) in &form.effects {
        let (key, value) = &base.stated[*at].fact;
        words.push(match effect {
            Effect::Listed => format!("{key} listed"),
            Effect::Gone => format!("no {key}"),
            Effect::Value(value) => format!("{key} {value}, or listed"),
        });
        if words.len() == 1 && *effect != Effect::Gone {
            words[0] += &format!(" (was {value})");
        }
    }
    let inserted = form.edits.iter().flat_map(|edit| edit.listed.iter().map(|range| &edit.with[range.clone()]));
    words.extend(inserted.map(|number| format!("{number} listed")));
    words.push("all else as it was, or listed".to_owned());
    words.join(", ")
}

/// The words around the first edit.
fn around(base: &Base, form: &Form, text: &str) -> String {
    let first = form.edits.iter().map(|edit| edit.range.start).min().unwrap_or(0);
    // Up to there, the text is that of the base.
    let before: Vec<char> = base.text[..first].chars().rev().take(24).collect();
    before.into_iter().rev().chain(text[first..].chars().take(48)).collect()
}

fn report(tallies: &BTreeMap<&'static str, Tally>) -> String {
    let mut report = format!("{:<30}{:>8}{:>8}{:>8}{:>9}\n", "kind", "variants", "wrong", "lost", "charged");
    let mut sum = [0; 4];
    for (class, tally) in tallies {
        let row = [tally.variants, tally.wrong, tally.lost, tally.charged];
        let _ = writeln!(report, "{class:<30}{:>8}{:>8}{:>8}{:>9}", row[0], row[1], row[2], row[3]);
        sum = std::array::from_fn(|n| sum[n] + row[n]);
    }
    let _ = writeln!(report, "{:<30}{:>8}{:>8}{:>8}{:>9}", "all", sum[0], sum[1], sum[2], sum[3]);
    for (class, tally) in tallies.iter().filter(|(_, tally)| !tally.failing.is_empty()) {
        let _ = writeln!(report, "\n{class}");
        for (_, failing) in &tally.failing {
            let _ = writeln!(report, "    {failing}");
        }
    }
    report
}
