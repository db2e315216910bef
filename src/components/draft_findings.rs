//! The findings of a draft, each beside its sentence: in the dialog for drafts, and in a report that is a page of its own.

use leptos::prelude::*;
use mingbai_core::audit::Check;
use mingbai_core::draft::{DraftFinding, DraftPassage, DraftWords};
use mingbai_core::escape;
use mingbai_core::export::{document_title, plain_text};
use mingbai_core::figures::{RenderContext, verdict, verdict_unchecked};
use mingbai_core::locale::{Lang, Locale, fill};

/// The style of findings.
pub const STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/draft.css"));

/// The colours and the type of a report that is a page of its own.
const PAGE_STYLE: &str = ":root{color-scheme:light dark;--card:#fff;--ink:#1a2026;--muted:#59626b;--rule:#d9d6cc;\
    --teal:#0b5d66;--alert:#a34e00;--mark:#fbeecb}\
    @media (prefers-color-scheme:dark){:root{--card:#14171a;--ink:#eceae4;--muted:#a2abb3;--rule:#3a4046;\
    --teal:#5cc0c8;--alert:#f0a35a;--mark:#4a3d12}}\
    @media print{:root{color-scheme:light;--card:#fff;--ink:#000;--muted:#444;--rule:#999;--teal:#000;--alert:#000;\
    --mark:#eee}}\
    body{max-width:46rem;margin:0 auto;padding:1.5rem 1rem;background:var(--card);color:var(--ink);\
    font:1rem/1.6 system-ui,sans-serif}h1{font-size:1.5rem}h2{margin-top:2rem;font-size:1.25rem}\
    a{color:var(--teal)}.draft-source{padding-left:3.5em}.draft-source li{overflow-wrap:anywhere}\
    .draft-source li::marker{color:var(--muted);font-size:.875em}";

/// What a document is, in two sentences: whose and of which year it is, and whether it adds up.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftVerdict {
    /// Whose it is, and of which year.
    pub title: String,
    /// Whether it adds up.
    pub verdict: String,
}

impl DraftVerdict {
    /// The verdict on a document with these checks.
    pub fn of(context: &RenderContext, checks: &[Check]) -> DraftVerdict {
        let title = [context.institution(), Some(document_title(context))];
        let apart = verdict_unchecked(context, checks);
        let verdict = [Some(verdict(context, checks)), apart].into_iter().flatten();
        let verdict = verdict.map(|text| plain_text(context, &text.sentence(context.locale.lang)));
        DraftVerdict {
            title: title.into_iter().flatten().collect::<Vec<_>>().join(" "),
            verdict: verdict.collect::<Vec<_>>().join(if context.locale.lang == Lang::Zh { "，" } else { "; " }),
        }
    }
}

/// The findings of a document, with how many there are.
#[component]
pub fn DraftFindings(
    /// The language of the page.
    lang: Lang,
    /// Whether the document adds up.
    verdict: DraftVerdict,
    /// The findings.
    findings: Vec<DraftFinding>,
    /// The beginning of the ids of the text's lines, where it stands below. None where it is edited beside them.
    line_ids: Option<String>,
) -> impl IntoView {
    let words = DraftWords::of(lang);
    let count = findings.len();
    let says = match count {
        0 => words.none.to_owned(),
        _ => fill(words.count, &[("n", &count.to_string())]),
    };
    let findings = findings.into_iter().map(|finding| item(lang, finding, line_ids.as_deref())).collect_view();
    view! {
        <p class="draft-verdict">
            <b lang="zh-CN">{verdict.title}</b>
            <br />
            {verdict.verdict}
            <br />
            <span class="muted">{says}</span>
        </p>
        <ol class="findings">{findings}</ol>
    }
}

fn item(lang: Lang, finding: DraftFinding, line_ids: Option<&str>) -> AnyView {
    let words = Locale::of(lang).words();
    let side = |side: usize| [words.check_one_side, words.check_other_side].get(side).copied();
    let mut last_side = None;
    let passages = finding.passages.into_iter().map(|passage| {
        let label = passage.side.filter(|side| last_side != Some(*side)).and_then(side);
        last_side = passage.side;
        view! {
            {label.map(|label| view! { <p class="muted">{label}</p> })}
            {quoted(lang, passage, line_ids)}
        }
    });
    let passages = passages.collect_view();
    view! {
        <li data-finding=finding.kind.as_str()>
            <h3>{finding.kind.name(lang)}</h3>
            {finding.says.into_iter().map(|says| view! { <p>{says}</p> }).collect_view()}
            {passages}
            <p class="muted">{finding.kind.advice(lang)}</p>
        </li>
    }
    .into_any()
}

/// A passage in its sentence, with its line.
fn quoted(lang: Lang, passage: DraftPassage, line_ids: Option<&str>) -> AnyView {
    let line = passage.quote.line.to_string();
    let name = fill(DraftWords::of(lang).line, &[("line", &line)]);
    let place = match line_ids {
        Some(before) => view! { <a href=format!("#{before}{line}")>{name}</a> }.into_any(),
        None => {
            let range = format!("{} {}", passage.quote.start, passage.quote.end);
            view! { <button type="button" class="link" data-draft-range=range data-draft-line=line>{name}</button> }
                .into_any()
        }
    };
    let (before, quoted, after) = (passage.excerpt.before, passage.excerpt.quoted, passage.excerpt.after);
    view! {
        <blockquote>
            {place} " "
            <span lang="zh-CN" translate="no">
                {before}
                <mark>{quoted}</mark>
                {after}
            </span>
            {passage.line_name.map(|name| view! { <span class="muted">" "{name}</span> })}
        </blockquote>
    }
    .into_any()
}

/// A report that is a page of its own: what is inside of its body, in a language.
pub fn report_page(lang: Lang, title: &str, body: &str) -> String {
    let (code, title) = (lang.code(), escape::markup(title));
    format!(
        "<!DOCTYPE html>\n<html lang=\"{code}\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n\
         <style>{PAGE_STYLE}{STYLE}</style>\n<body>\n<h1>{title}</h1>\n{body}\n</body>\n</html>\n"
    )
}

/// The text of a document with the numbers of its lines, to which the findings lead: their ids begin with `line_ids`.
pub fn numbered_text(text: &str, line_ids: &str) -> String {
    let lines = text.lines().enumerate().map(|(at, line)| {
        let number = at + 1;
        format!("<li id=\"{line_ids}{number}\">{}</li>\n", escape::markup(line))
    });
    format!("<ol class=\"draft-source\" lang=\"zh-CN\">\n{}</ol>", lines.collect::<String>())
}
