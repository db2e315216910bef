//! What the open card says.

use crate::components::explanations::ReasonView;
use crate::components::links::{SourceLink, href_of};
use crate::components::page_context::PageContext;
use crate::components::rich_text::{Sentence, with_language_marks};
use crate::components::verbatim::{Translation, Verbatim};
use crate::enhance::app_state::AppState;
use crate::enhance::popup::PopupController;
use crate::enhance::popup_state::PopupContent;
use leptos::prelude::*;
use mingbai_core::address::line_href;
use mingbai_core::audit::Corroborations;
use mingbai_core::disclosure::{LineId, Quote};
use mingbai_core::figures::{self, FigureId, RenderContext, RichText, TextRun, format_number, split_arrow};
use mingbai_core::glossary;
use mingbai_core::provenance::{Operation, Provenance, SourcedValue};

/// The card's name for a screen reader.
pub fn label(context: &RenderContext, content: &PopupContent) -> String {
    match content {
        PopupContent::Term(id) => {
            glossary::term_by_id(id).map_or(String::new(), |term| term.name(context.locale.lang).to_owned())
        }
        PopupContent::Line(line) => context.name(line),
        PopupContent::Number(number) => {
            let name = figures::number_name(context, number).plain(&context.locale);
            let shown = format_number(number, figures::standalone_number_format(number), &context.locale);
            format!("{name} {}", split_arrow(&shown).1.trim_start())
        }
    }
}

/// What the open card says.
#[component]
pub fn PopupCard(
    /// What it shows.
    content: PopupContent,
) -> impl IntoView {
    let popup_controller = PopupController::expect();
    let words = PageContext::expect().render_context().locale.words();
    let body = match content {
        PopupContent::Term(id) => view! { <TermCard id /> }.into_any(),
        PopupContent::Line(line) => view! { <LineCard line /> }.into_any(),
        PopupContent::Number(number) => view! { <NumberCard number /> }.into_any(),
    };
    let can_go_back = AppState::expect()
        .ui
        .popup
        .with_untracked(|open| open.as_ref().is_some_and(|open| !open.back_stack.is_empty()));
    view! {
        {can_go_back
            .then(|| {
                view! {
                    <button type="button" class="link popup-back" on:click=move |_| popup_controller.go_back()>
                        <span aria-hidden="true">"← "</span>
                        {words.card_back}
                    </button>
                }
            })}
        <button type="button" class="close" aria-label=words.card_close on:click=move |_| popup_controller.close(true)>
            "×"
        </button>
        {body}
    }
}

#[component]
fn TermCard(id: &'static str) -> impl IntoView {
    let popup_controller = PopupController::expect();
    let context = PageContext::expect().render_context();
    let (lang, words) = (context.locale.lang, context.locale.words());
    let Some(term) = glossary::term_by_id(id) else { return ().into_any() };
    let definition = term.definition(context.disclosure);
    let see: Vec<_> = term.see.iter().filter_map(|see| glossary::term_by_id(see)).collect();
    let see = (!see.is_empty()).then(|| {
        let links = see.into_iter().map(|other| {
            view! {
                <button
                    type="button"
                    class="link"
                    on:click=move |_| popup_controller.navigate_to(PopupContent::Term(other.id))
                >
                    {other.name(lang)}
                </button>
            }
        });
        view! { <p class="popup-see">{words.see_also} {links.collect_view()}</p> }
    });
    view! {
        <h3>{figures::capitalised(term.name(lang))} {context.locale.english().then(|| view! { <span lang="zh-CN" class="zh">{term.zh}</span> })}</h3>
        <p>{with_language_marks(term.plain(lang), lang)}</p>
        {definition
            .map(|definition| {
                view! {
                    <blockquote lang="zh-CN" translate="no">{definition.text.clone()}</blockquote>
                    <Translation zh=definition.text.clone() />
                    <p class="popup-by">
                        {words.official_definition} " · " <SourceLink quote=definition.quote /> " · " {words.plain_words_ours}
                    </p>
                }
            })}
        {definition.is_none().then(|| view! { <p class="popup-by">{words.our_words}</p> })}
        {see}
    }
    .into_any()
}

#[component]
fn LineCard(line: LineId) -> impl IntoView {
    let context = PageContext::expect().render_context();
    let words = context.locale.words();
    let Some(card) = figures::line_card(&context, &line) else {
        return view! { <h3>{context.name(&line)}</h3> }.into_any();
    };
    let name = context.heading(&card.line);
    // What stands beside the chart is not repeated in the card.
    let popup_controller = PopupController::expect();
    let reason = card.reason.filter(|_| !popup_controller.is_beside("data-explains", &card.line));
    let purpose = card.purpose.filter(|_| !popup_controller.is_beside("data-purpose", &card.line));
    let amount = context.disclosure.cite(card.line.as_str());
    let known: Vec<&'static str> = card.term.into_iter().collect();
    // What the sentence below states is told from what we make of it.
    let stated = |value: &RichText| match value.0.as_slice() {
        [TextRun::Number(number, _)] if matches!(number.provenance, Provenance::Stated(_)) => {
            Some(context.locale.labels.stated_short)
        }
        _ => None,
    };
    let entries = card.entries.into_iter().map(|(label, value)| {
        let known = known.clone();
        let sign = stated(&value).map(|sign| view! { " " <span class="pill" data-origin="stated">{sign}</span> });
        view! {
            <div>
                <dt>{label}</dt>
                <dd>
                    <Sentence text=value unlinked_terms=known />
                    {sign}
                </dd>
            </div>
        }
    });
    let entries = entries.collect_view();
    view! {
        <h3>
            <Sentence text=name />
        </h3>
        <dl class="popup-entries">{entries}</dl>
        {card.source.map(|quote| view! { <Proof quote /> })}
        {amount.map(|value| view! { <CorroborationNote value /> })}
        {reason.map(|reason| view! { <ReasonView reason /> })}
        {purpose
            .map(|zh| {
                view! {
                    <p class="popup-label">{words.purpose}</p>
                    <Verbatim zh />
                }
            })}
    }
    .into_any()
}

#[component]
fn NumberCard(number: SourcedValue) -> impl IntoView {
    let context = PageContext::expect().render_context();
    let (locale, words) = (context.locale, context.locale.words());
    let (sign, hint) = match number.provenance {
        Provenance::Stated(_) => (locale.labels.stated_short, words.stated_hint),
        Provenance::Computed(_) => (locale.labels.computed_short, words.computed_hint),
    };
    let shown = format_number(&number, figures::standalone_number_format(&number), &locale);
    let (arrow, shown) = split_arrow(&shown);
    let (arrow, shown) = (arrow.to_owned(), shown.to_owned());
    let name = figures::number_name(&context, &number);
    let shown_in = figures::line_card(&context, &number.line)
        .and_then(|_| FigureId::of_line(&number.line))
        .map(|figure| href_of(&PageContext::expect(), line_href(figure, &number.line)));
    let hundred =
        matches!(&number.provenance, Provenance::Computed(formula) if formula.operation == Operation::OfHundred);
    let proof = match &number.provenance {
        Provenance::Stated(quote) => view! {
            <Proof quote=*quote />
            <CorroborationNote value=number.clone() />
        }
        .into_any(),
        Provenance::Computed(_) => figures::formula_named(&context, &number)
            .map(|formula| {
                let text = context.fill(words.formula, &[("formula", formula)]);
                view! {
                    <p class="formula">
                        <Sentence text />
                    </p>
                    {hundred.then(|| view! { <p class="popup-by">{words.of_hundred_hint}</p> })}
                    <p class="popup-by">{hint}</p>
                }
            })
            .into_any(),
    };
    view! {
        <h3>
            <span aria-hidden="true">{arrow}</span>
            {shown}
            " "
            <span class="pill" data-origin=number.provenance.as_str()>
                {sign}
            </span>
        </h3>
        <p class="popup-name">
            <Sentence text=name />
        </p>
        {proof}
        {shown_in.map(|href| view! { <p class="popup-by"><a href=href>{words.card_figure}</a></p> })}
    }
    .into_any()
}

/// How many checks use a published number, and what they found.
#[component]
fn CorroborationNote(value: SourcedValue) -> impl IntoView {
    let page = PageContext::expect();
    let corroboration = Corroborations::new(page.document.checks()).of(&value);
    let text = figures::corroboration_sentence(&page.render_context(), corroboration);
    view! {
        <p class="popup-by" data-agreeing=corroboration.agreeing data-conflicting=corroboration.conflicting>
            <Sentence text />
        </p>
    }
}

/// The clauses round a quote, with the quote lit up.
#[component]
fn Proof(quote: Quote) -> impl IntoView {
    let figures::Excerpt { before, quoted, after } =
        figures::excerpt(&PageContext::expect().document.disclosure, quote);
    view! {
        <blockquote lang="zh-CN" translate="no">{before} <mark>{quoted}</mark> {after}</blockquote>
        <p class="popup-by">
            <SourceLink quote />
        </p>
    }
}
