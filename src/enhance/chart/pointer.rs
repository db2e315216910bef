//! The pointer and fingers at a live chart.

use super::drawing::mark_of;
use super::hit::Hit;
use super::{LiveChart, content_of_mark};
use crate::enhance::popup_state::Rectangle;
use crate::platform::events;
use leptos::prelude::*;
use mingbai_core::figures::ChartMark;
use web_sys::{MouseEvent, PointerEvent};

/// A mark under the pointer.
struct MarkUnderPointer {
    index: usize,
    mark: ChartMark,
    /// Next to what its popup opens, in coordinates of the viewport.
    area: Rectangle,
}

impl LiveChart {
    /// A press pins the popup of a mark; a pointer that moves onto it opens its tip and highlights it.
    pub(super) fn listen_to_pointer(self) {
        let Some(host) = self.host.try_get_value() else { return };
        events::add_listener(&host, "click", move |event: MouseEvent| {
            let host = self.host.try_get_value();
            if let Some((MarkUnderPointer { mark, area, .. }, host)) = self.mark_under(&event).zip(host) {
                self.app.highlight_line(self.id, &mark.line);
                self.popup_controller.open_at_part(content_of_mark(&mark), &host, Some(area));
            }
        });
        events::add_listener(&host, "pointerover", move |event: PointerEvent| {
            // The page may have moved under a resting pointer, which asks for nothing.
            let moved = event.pointer_type() != "touch" && self.app.ui.pointer.has_moved(&event);
            let found = moved.then(|| self.mark_under(&event)).flatten().zip(self.host.try_get_value());
            if let Some((MarkUnderPointer { index, mark, area }, host)) = found {
                self.show_highlighted(Some(index));
                self.popup_controller.open_tip_after_delay(content_of_mark(&mark), &host, area);
            }
        });
        events::add_listener(&host, "pointerout", move |event: PointerEvent| {
            if event.pointer_type() != "touch" && Hit::at(&event).is_some() {
                self.show_highlighted(self.highlighted.get_untracked());
                self.popup_controller.close_after_delay();
            }
        });
    }

    fn mark_under(self, event: &MouseEvent) -> Option<MarkUnderPointer> {
        let hit = Hit::at(event)?;
        let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
        let at_pointer = Rectangle { left: x - 8.0, top: y - 8.0, right: x + 8.0, bottom: y + 8.0 };
        self.drawn.with_untracked(|chart| {
            let chart = chart.as_ref()?;
            let index = mark_of(hit, chart)?;
            let mark = chart.marks.get(index)?.clone();
            let area = if hit.is_link { None } else { self.area_of(&mark, Some(x)) };
            Some(MarkUnderPointer { index, mark, area: area.unwrap_or(at_pointer) })
        })
    }
}
