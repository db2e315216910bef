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
    /// A press pins the popup of a mark, a pointer over it opens it and highlights the mark.
    pub(super) fn listen_to_pointer(self) {
        let Some(host) = self.host.try_get_value() else { return };
        events::add_listener(&host, "click", move |event: MouseEvent| {
            if let Some(MarkUnderPointer { mark, area, .. }) = self.mark_under(&event) {
                self.app.highlight_line(self.id, &mark.line);
                self.popup_controller.open_at(content_of_mark(&mark), area, true);
            }
        });
        events::add_listener(&host, "pointerover", move |event: PointerEvent| {
            let found = Some(&event).filter(|event| event.pointer_type() != "touch");
            if let Some(MarkUnderPointer { index, mark, area }) = found.and_then(|event| self.mark_under(event)) {
                self.show_highlighted(Some(index));
                self.popup_controller.open_after_delay(content_of_mark(&mark), area);
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
