//! The keyboard at a live chart: arrows go through the marks, Enter opens the popup of one.
//!
//! Screen readers keep arrow keys to themselves, but not from an application; so that is the chart's role once its keys
//! work. What is announced is read from the list of sentences beside the chart.

use super::{LiveChart, content_of_mark};
use crate::platform::{dom, events};
use leptos::prelude::*;
use mingbai_core::figures::{ChartMark, FigureChart};
use web_sys::{Event, KeyboardEvent};

impl LiveChart {
    /// Listens to the keyboard while the chart has the focus.
    pub(super) fn listen_to_keyboard(self) {
        let Some(host) = self.host.try_get_value() else { return };
        let labels = self.app.locale_untracked().labels;
        for (name, value) in [
            ("role", "application"),
            ("tabindex", "0"),
            ("aria-roledescription", labels.chart_role),
            ("aria-description", labels.chart_keys),
        ] {
            let _ = host.set_attribute(name, value);
        }
        let current_stop = RwSignal::new(None::<usize>);
        events::add_listener(&host, "keydown", move |event: KeyboardEvent| {
            if !events::is_for_input_method(&event) && self.keydown(current_stop, &event.key()) {
                event.prevent_default();
            }
        });
        // The mark whose popup takes the focus stays highlighted.
        events::add_listener(&host, "blur", move |_: Event| {
            let _ = current_stop.try_set(None);
            self.highlight(untrack(|| self.mark_of_highlighted_line()));
        });
    }

    /// Does what a key is for; false for a key that is for nothing here.
    fn keydown(self, current_stop: RwSignal<Option<usize>>, key: &str) -> bool {
        let stops = self.computed.with_untracked(|chart| chart.as_ref().map_or(0, |chart| chart.stops().len()));
        let (current, last) = (current_stop.get_untracked(), stops.saturating_sub(1));
        let next = match key {
            "ArrowRight" | "ArrowDown" => current.map_or(0, |stop| (stop + 1).min(last)),
            "ArrowLeft" | "ArrowUp" => current.map_or(last, |stop| stop.saturating_sub(1)),
            "Home" => 0,
            "End" => last,
            "Enter" | " " => {
                self.open_popup_of(current.unwrap_or(0));
                return true;
            }
            _ => return false,
        };
        self.go_to_stop(current_stop, next);
        true
    }

    fn open_popup_of(self, stop: usize) {
        let mark = self.computed.with_untracked(|chart| mark_at_stop(chart, stop));
        if let (Some((_, mark)), Some(host)) = (mark, self.host.try_get_value()) {
            self.app.highlight_line(self.id, &mark.line);
            self.popup_controller.open_at_part(content_of_mark(&mark), &host, self.area_of(&mark, None));
        }
    }

    /// Highlights the mark at a stop and announces it.
    fn go_to_stop(self, current_stop: RwSignal<Option<usize>>, stop: usize) {
        let _ = current_stop.try_set(Some(stop));
        let mark = self.computed.with_untracked(|chart| mark_at_stop(chart, stop));
        self.highlight(mark.as_ref().map(|(index, _)| *index));
        if let Some(sentence) = self.sentence_at(stop) {
            self.app.ui.announcement.set(sentence);
        }
    }

    /// The sentence of a stop, from the list beside the chart, which has one for each.
    fn sentence_at(self, stop: usize) -> Option<String> {
        let frame = self.host.try_get_value()?.closest(".chart-frame").ok().flatten()?;
        dom::query_all_within(&frame, ".chart-sentences > li").get(stop)?.text_content()
    }
}

/// The mark at a keyboard stop, with its index.
fn mark_at_stop(chart: &Option<FigureChart>, stop: usize) -> Option<(usize, ChartMark)> {
    let chart = chart.as_ref()?;
    let index = *chart.stops().get(stop)?;
    Some((index, chart.marks.get(index)?.clone()))
}
