//! Who says this: the original publication at the top of the report, and at its foot who made the page, how, under which
//! licence, and whom to ask.

use crate::components::contact::ContactLine;
use crate::components::page_context::PageContext;
use leptos::prelude::*;
use mingbai_core::publication::host;

/// Where and when the original was published, as far as that is known; nothing where it is not.
#[component]
pub fn PublicationLine() -> impl IntoView {
    let context = PageContext::expect().render_context();
    let publication = context.publication;
    let place = publication.address.as_deref().map(|address| view! { <a href=address>{host(address)}</a> });
    let date = publication.published.as_deref();
    let gap = (place.is_some() && date.is_some()).then_some(" · ");
    (place.is_some() || date.is_some()).then(|| {
        view! { <p class="kick published">{context.locale.words().published} {place} {gap} {date}</p> }
    })
}

/// The foot of the report.
#[component]
pub fn About() -> impl IntoView {
    let locale = PageContext::expect().render_context().locale;
    let words = locale.words();
    view! {
        <footer class="foot">
            <h2>{words.about}</h2>
            <p>
                <b>{words.about_maker}</b>
                " "
                {words.about_maker_is}
                " "
                <button type="button" class="link open-own needs-script" data-choice="open" aria-haspopup="dialog">
                    {words.open_document}
                </button>
            </p>
            <p>
                <b>{words.about_method}</b>
                " "
                {words.about_method_is}
                {locale.english().then_some(" ")}
                {words.footer_plan}
            </p>
            <p>
                <b>{words.about_licence}</b>
                " "
                {words.about_licence_is}
            </p>
            <p>
                <b>{words.about_errors}</b>
                " "
                <WhomToAsk />
            </p>
        </footer>
    }
}

/// Whom to ask about the document and about the page, as far as that is known.
#[component]
fn WhomToAsk() -> impl IntoView {
    let context = PageContext::expect().render_context();
    let (disclosure, words) = (context.disclosure, context.locale.words());
    let (open, close) = if context.locale.english() { (" (", ")") } else { ("（", "）") };
    let contact = disclosure.contact.as_ref().map(|contact| {
        view! {
            {open}
            {words.contact_heading}
            " "
            <ContactLine contact />
            {close}
        }
    });
    let page = context.publication.report_errors_to.as_deref().map(|target| {
        // An address of a page has a scheme, one of e-mail has none.
        let href = if target.contains("://") { target.to_owned() } else { format!("mailto:{target}") };
        view! {
            {words.about_errors_of_page}
            <a href=href>{target}</a>
            {words.full_stop}
        }
    });
    view! {
        {words.about_errors_of_document}
        {contact}
        {words.full_stop}
        {page}
    }
}
