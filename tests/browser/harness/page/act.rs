//! What a reader does to a page: pointing, clicking, touching, typing.

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

    /// Touches an element with a finger. The visit must be on a touch screen, see [`super::super::Visit::touch`].
    #[track_caller]
    pub fn tap(&self, css: &str) {
        assert!(self.touch, "tapping {css}: this visit is not on a touch screen");
        let point = self.middle(css);
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

    /// Scrolls an element to the middle of the window, at once even where the page scrolls smoothly, and gives the
    /// middle of its first line, which is where a text that wraps can be touched.
    #[track_caller]
    fn middle(&self, css: &str) -> Value {
        let middle = format!(
            "(() => {{
                const element = document.querySelector({});
                element?.scrollIntoView({{ block: 'center', inline: 'center', behavior: 'instant' }});
                const line = element?.getClientRects()[0];
                return line ? {{ x: line.x + line.width / 2, y: line.y + line.height / 2 }} : null;
            }})()",
            json!(css)
        );
        self.wait(&format!("{css} to be shown"), || Some(self.js(&middle)).filter(Value::is_object))
    }
}
