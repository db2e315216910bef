//! Interaction: pointing, clicking, touching, typing, scrolling.

use serde_json::{Value, json};
use thirtyfour::{By, Key, TypingData};

use super::{Page, must};

impl Page {
    /// Clicks the first element that a CSS selector finds with the mouse, after scrolling it into view.
    #[track_caller]
    pub fn click(&self, css: &str) {
        self.middle(css);
        self.persist(&format!("clicking {css}"), || {
            self.run(async { self.browser().find(By::Css(css)).await?.click().await })
        });
    }

    /// Clicks the first element that a CSS selector finds by a script: at once, wherever it is, and without a pointer that then
    /// rests on it.
    #[track_caller]
    pub fn click_by_script(&self, css: &str) {
        self.js(&format!("document.querySelector({}).click()", json!(css)));
    }

    /// Moves the mouse onto an element.
    #[track_caller]
    pub fn hover(&self, css: &str) {
        self.middle(css);
        self.persist(&format!("pointing at {css}"), || {
            self.run(async {
                let element = self.browser().find(By::Css(css)).await?;
                self.browser().action_chain().move_to_element_center(&element).perform().await
            })
        });
    }

    /// Moves the mouse, if there is one, into the corner of the window, where it points at nothing.
    #[track_caller]
    pub fn move_pointer_away(&self) {
        if !self.touch {
            must("moving the pointer away", self.run(self.browser().action_chain().move_to(0, 0).perform()));
        }
    }

    /// Touches an element with a finger. The visit must be on a touch screen, see [`super::super::Visit::touch`].
    #[track_caller]
    pub fn tap(&self, css: &str) {
        assert!(self.touch, "tapping {css}: this visit is not on a touch screen");
        let point = self.touchable(css);
        self.cdp("Input.dispatchTouchEvent", json!({ "type": "touchStart", "touchPoints": [point] }));
        self.cdp("Input.dispatchTouchEvent", json!({ "type": "touchEnd", "touchPoints": [] }));
    }

    /// Types where the focus is: text, or a key with a name, as in `press(Key::Escape)`.
    #[track_caller]
    pub fn press(&self, keys: impl Into<TypingData>) {
        let typing = self.browser().action_chain().send_keys(keys);
        must("typing", self.run(typing.perform()));
    }

    /// Presses a key while another is held, as in `press_with(Key::Shift, Key::Tab)`.
    #[track_caller]
    pub fn press_with(&self, held: Key, key: impl Into<char>) {
        let key = key.into();
        let typing = self.browser().action_chain().key_down(held.clone()).key_down(key).key_up(key).key_up(held);
        must("typing", self.run(typing.perform()));
    }

    /// Gives the first element that a CSS selector finds the focus.
    #[track_caller]
    pub fn focus(&self, css: &str) {
        self.js(&format!("document.querySelector({}).focus()", json!(css)));
    }

    /// Waits until the element with this id has the focus.
    #[track_caller]
    pub fn wait_for_focus_on(&self, id: &str) {
        self.wait_for(&format!("the focus on {id}"), &format!("document.activeElement.id === '{id}'"));
    }

    /// Scrolls the first element that a CSS selector finds to the middle of the window, at once.
    #[track_caller]
    pub fn scroll_to(&self, css: &str) {
        let css = json!(css);
        self.js(&format!("document.querySelector({css}).scrollIntoView({{ block: 'center', behavior: 'instant' }})"));
    }

    /// Unfolds everything that can be unfolded.
    pub fn unfold_everything(&self) {
        self.js("document.querySelectorAll('details').forEach((fold) => (fold.open = true))");
    }

    /// Goes back in the history, as the reader's back button does; the page may take some time to follow.
    pub fn go_back(&self) {
        self.js("history.back()");
    }

    /// Scrolls an element to the middle of the window, at once even where the page scrolls smoothly, and waits until it keeps
    /// its place for a frame and nothing is under way. Gives the middle of its first line, which is where a text that wraps can be touched.
    #[track_caller]
    fn middle(&self, css: &str) -> Value {
        self.place(css, false)
    }

    /// The same; waits, too, until nothing covers that place.
    #[track_caller]
    fn touchable(&self, css: &str) -> Value {
        self.place(css, true)
    }

    #[track_caller]
    fn place(&self, css: &str, uncovered: bool) -> Value {
        let place = format!(
            "(async () => {{
                const place = () => {{
                    const line = document.querySelector({css})?.getClientRects()[0]
                    return line && {{ x: line.x + line.width / 2, y: line.y + line.height / 2 }}
                }}
                const element = document.querySelector({css})
                element?.scrollIntoView({{ block: 'center', inline: 'center', behavior: 'instant' }})
                const before = place()
                await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)))
                const now = place()
                if (!before || !now || before.x !== now.x || before.y !== now.y) return null
                // What is under way may move it later.
                if (globalThis.testActivity?.busy()) return null
                if ({uncovered} && !element.contains(document.elementFromPoint(now.x, now.y))) return null
                return now
            }})()",
            css = json!(css)
        );
        self.wait(&format!("{css} to be shown"), || Some(self.js(&place)).filter(Value::is_object))
    }
}
