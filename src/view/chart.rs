//! A live chart: drawn when it comes near the screen, redrawn for the width it gets, operable by keyboard.

use super::popup::{Opener, Subject};
use super::state::State;
use crate::address::Theme;
use crate::figure::{Chart, FigureId, Look, Mark, figure};
use crate::platform::charts::{self, Bundle};
use crate::platform::echarts::{Drawn, Gesture, Hit};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{IntersectionObserver, IntersectionObserverInit, ResizeObserver};

/// The chart of a figure.
#[component]
pub fn ChartView(
    /// The figure.
    id: FigureId,
    /// Its way of looking at it.
    #[prop(into)]
    choice: Signal<usize>,
) -> impl IntoView {
    let state = State::here();
    let opener = Opener::here();
    let words = state.reading().locale.words;
    let host = NodeRef::<html::Div>::new();
    let (width, near) = (RwSignal::new(0.0_f64), RwSignal::new(false));
    let current = RwSignal::new(None::<usize>);
    let drawn = StoredValue::new_local(None::<Drawn>);
    watch_element(host, width, near);

    let chart = Memo::new(move |_| {
        let width = width.get();
        if width < 40.0 {
            return None;
        }
        let look = Look { width, scale: state.scale(), dark: state.theme.get() == Theme::Dark };
        figure(id, &state.reading(), choice.get(), &look)?.chart
    });
    let line_at = move |hit: Hit| {
        chart.with_untracked(|chart| {
            let chart = chart.as_ref()?;
            if !hit.node {
                return chart.links.get(hit.item).cloned();
            }
            let found = |mark: &&Mark| mark.series == hit.series && mark.item.is_none_or(|item| item == hit.item);
            chart.marks.iter().find(found).map(|mark| mark.line.clone())
        })
    };
    let on_hit = move |hit: Hit| {
        let place = (hit.at.0 - 8.0, hit.at.1 - 8.0, hit.at.0 + 8.0, hit.at.1 + 8.0);
        match (hit.gesture, line_at(hit)) {
            (Gesture::Click, Some(line)) => {
                state.light(id, &line);
                opener.open_at(Subject::Line(line), place, true);
            }
            (Gesture::Over, Some(line)) if !hit.touch => opener.hover_at(Subject::Line(line), place),
            (Gesture::Out, _) => opener.leave(),
            _ => {}
        }
    };

    // On paper every chart is near.
    Effect::new(move |_| {
        if state.printing.get() {
            near.set(true);
        }
    });
    Effect::new(move |_| {
        if near.get() {
            charts::load(state.bundle);
        }
    });
    Effect::new(move |_| {
        let (Some(element), Some(made)) = (host.get(), chart.get()) else { return };
        if state.bundle.get() != Bundle::Ready || !near.get() {
            return;
        }
        drawn.update_value(|drawn| {
            if drawn.is_none() {
                *drawn = Drawn::start(&element, on_hit).ok();
            }
            let done = drawn.as_ref().is_some_and(|drawn| drawn.draw(&made.option).is_ok());
            if !done {
                state.bundle.set(Bundle::Failed);
            }
        });
        let _ = element.set_attribute("data-drawn", "true");
    });
    // What is lit elsewhere is lit here.
    Effect::new(move |_| {
        let lit = state.lit.get();
        let mark = chart.with(|chart| {
            let (_, line) = lit.filter(|(place, _)| *place == id)?;
            chart.as_ref()?.marks.iter().find(|mark| mark.line == line).cloned()
        });
        drawn.with_value(|drawn| {
            if let Some(drawn) = drawn {
                drawn.highlight(mark.as_ref());
            }
        });
    });
    on_cleanup(move || drawn.dispose());

    let step = move |to: Option<usize>| {
        current.set(to);
        let mark = chart.with_untracked(|chart| chart.as_ref()?.marks.get(to?).cloned());
        drawn.with_value(|drawn| {
            if let Some(drawn) = drawn {
                drawn.highlight(mark.as_ref());
            }
        });
        if let Some(mark) = mark {
            state.said.set(told(&state, &mark));
        }
    };
    let on_key = move |event: web_sys::KeyboardEvent| {
        let last = chart.with_untracked(|chart| chart.as_ref().map_or(0, |chart| chart.marks.len())).saturating_sub(1);
        let next = match event.key().as_str() {
            "ArrowRight" | "ArrowDown" => Some(current.get_untracked().map_or(0, |at| (at + 1).min(last))),
            "ArrowLeft" | "ArrowUp" => Some(current.get_untracked().map_or(last, |at| at.saturating_sub(1))),
            "Home" => Some(0),
            "End" => Some(last),
            "Enter" | " " => {
                event.prevent_default();
                let at = current.get_untracked().unwrap_or(0);
                let line = chart.with_untracked(|chart| chart.as_ref()?.marks.get(at).map(|mark| mark.line.clone()));
                if let (Some(line), Some(element)) = (line, host.get_untracked()) {
                    state.light(id, &line);
                    opener.open(Subject::Line(line), &element, true);
                }
                return;
            }
            _ => return,
        };
        event.prevent_default();
        step(next);
    };

    let description = move || chart.with(|chart| chart.as_ref().map(|chart| chart.description.clone()));
    let height = move || chart.with(|chart| format!("height:{}px", chart.as_ref().map_or(320.0, |chart| chart.height)));
    view! {
        <div
            node_ref=host
            class="chart"
            role="group"
            tabindex="0"
            style=height
            data-opens=""
            aria-label=move || description().map_or(String::new(), |said| format!("{said}{}{}", words.full_stop, words.chart_hint))
            on:keydown=on_key
            on:blur=move |_| step(None)
        ></div>
        {move || {
            (state.bundle.get() == Bundle::Failed)
                .then(|| view! { <p class="failed" role="status">{state.reading().locale.words.charts_failed}</p> })
        }}
        <ChartKey chart />
    }
}

/// What the colours and signs of a chart stand for.
#[component]
fn ChartKey(chart: Memo<Option<Chart>>) -> impl IntoView {
    move || {
        let key = chart.with(|chart| chart.as_ref().map(|chart| chart.key.clone()).unwrap_or_default());
        (!key.is_empty()).then(|| {
            let entries = key.into_iter().map(|entry| {
                view! {
                    <li>
                        <i style=format!("background:{}", entry.color)></i>
                        {(!entry.sign.is_empty()).then(|| view! { <span class="sign">{entry.sign}</span> })}
                        <span>
                            <super::text::Sentence text=entry.text />
                        </span>
                    </li>
                }
            });
            view! { <ul class="key">{entries.collect_view()}</ul> }
        })
    }
}

/// A mark in words.
fn told(state: &State, mark: &Mark) -> String {
    let reading = state.reading();
    let Some(card) = crate::figure::card(&reading, &mark.line) else { return reading.name(&mark.line) };
    let entries = card.entries.iter().map(|(label, value)| format!("{label} {}", value.plain(&reading.locale)));
    std::iter::once(card.name.clone()).chain(entries).collect::<Vec<_>>().join(reading.locale.words.comma)
}

/// Follows an element's width, and whether it has come near the screen.
fn watch_element(host: NodeRef<html::Div>, width: RwSignal<f64>, near: RwSignal<bool>) {
    let observers = StoredValue::new_local(None::<(ResizeObserver, IntersectionObserver)>);
    Effect::new(move |_| {
        let Some(element) = host.get() else { return };
        width.set(f64::from(element.client_width()));
        let watched = element.clone();
        let resized = Closure::<dyn FnMut()>::new(move || {
            let now = f64::from(watched.client_width());
            if width.try_get_untracked().is_some_and(|known| (known - now).abs() >= 1.0) {
                width.set(now);
            }
        });
        let seen = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
            let here = |entry: JsValue| entry.unchecked_into::<web_sys::IntersectionObserverEntry>().is_intersecting();
            if entries.iter().any(here) {
                near.try_set(true);
            }
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin("600px");
        let resize = ResizeObserver::new(resized.into_js_value().unchecked_ref());
        let intersection = IntersectionObserver::new_with_options(seen.into_js_value().unchecked_ref(), &options);
        if let (Ok(resize), Ok(intersection)) = (resize, intersection) {
            resize.observe(&element);
            intersection.observe(&element);
            observers.set_value(Some((resize, intersection)));
        }
    });
    on_cleanup(move || {
        observers.with_value(|observers| {
            if let Some((resize, intersection)) = observers {
                resize.disconnect();
                intersection.disconnect();
            }
        });
    });
}
