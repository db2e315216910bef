//! The kiosk: figures in turn while nobody uses it, the explorer with a bar of buttons while somebody does.

use super::super::Page;
use serde_json::{Value, json};

/// The kiosk, made by [`Page::kiosk`].
pub struct Kiosk<'a> {
    page: &'a Page,
}

/// What the attribute `data-kiosk` is.
const STATE: &str = "document.documentElement.dataset.kiosk";

impl Page {
    /// The kiosk that the page is.
    pub fn kiosk(&self) -> Kiosk<'_> {
        Kiosk { page: self }
    }
}

impl Kiosk<'_> {
    /// True while somebody uses it.
    #[track_caller]
    pub fn is_in_use(&self) -> bool {
        self.page.js(STATE) == "use"
    }

    /// Waits until it shows its home and figures in turn.
    #[track_caller]
    pub fn wait_until_shown(&self) {
        let has_begun = "document.documentElement.dataset.idle && document.documentElement.dataset.ready";
        self.page.wait_for("the kiosk to show", &format!("{STATE} === 'show' && {has_begun}"));
        self.page.wait_to_show(".on-show");
    }

    /// Passes a beat of the loop.
    #[track_caller]
    pub fn pass_beat(&self) {
        self.page.advance_clock(4_000);
    }

    /// Passes the time after which it shows the next figure, or its home after the last one: three beats, and more where a
    /// passage is told before.
    #[track_caller]
    pub fn show_next(&self) {
        let before = self.shown();
        for _ in 0..40 {
            self.pass_beat();
            if self.shown() != before {
                return;
            }
        }
        panic!("{before} is shown for ever");
    }

    /// Waits until the figure that is shown is drawn.
    #[track_caller]
    pub fn wait_for_chart(&self) {
        let shapes = "document.querySelectorAll('.on-show .chart[data-drawn] svg path').length";
        self.page.wait_for("a chart", &format!("{shapes} > 0"));
    }

    /// The parts of the page that can be seen, by figure, id or class: one figure, or `hero contents` for the home, while
    /// nobody uses it.
    #[track_caller]
    pub fn shown(&self) -> String {
        let parts = "[...document.querySelectorAll('main > *')].filter((part) => part.checkVisibility())";
        let name = "part.dataset.figure || part.id || part.classList[0]";
        let shown = self.page.js(&format!("{parts}.map((part) => {name})"));
        let parts: Vec<String> = serde_json::from_value(shown).unwrap();
        parts.join(" ")
    }

    /// Touches the screen at a point, whatever is there.
    #[track_caller]
    pub fn touch_at(&self, x: u64, y: u64) {
        let point = json!({ "x": x, "y": y });
        self.page.cdp("Input.dispatchTouchEvent", json!({ "type": "touchStart", "touchPoints": [point] }));
        self.page.cdp("Input.dispatchTouchEvent", json!({ "type": "touchEnd", "touchPoints": [] }));
    }

    /// Touches the middle of an element.
    #[track_caller]
    pub fn touch_element(&self, css: &str) {
        let middle = |from: &str, size: &str| {
            let area = format!("document.querySelector(`{css}`).getBoundingClientRect()");
            self.page.js(&format!("Math.round({area}.{from} + {area}.{size} / 2)")).as_u64().expect("a place")
        };
        self.touch_at(middle("left", "width"), middle("top", "height"));
    }

    /// Touches the invitation.
    #[track_caller]
    pub fn touch(&self) {
        self.touch_element(".kiosk-begin");
    }

    /// Touches the screen, and waits until it can be used.
    #[track_caller]
    pub fn begin(&self) {
        self.touch();
        self.wait_until_in_use();
        self.page.wait_to_show("h1");
    }

    /// Waits until somebody uses it. The touch that begins does nothing else; what follows does.
    #[track_caller]
    pub fn wait_until_in_use(&self) {
        self.page.wait_for("the explorer", &format!("{STATE} === 'use'"));
        self.page.advance_clock(600);
    }

    /// Touches the button for the other language.
    #[track_caller]
    pub fn press_language(&self) {
        self.page.tap(".kiosk-bar [data-choice=lang]");
    }

    /// Touches the button for the other size of text.
    #[track_caller]
    pub fn press_text_size(&self) {
        self.page.tap(".kiosk-bar [data-choice=text]");
    }

    /// Touches the button that goes back.
    #[track_caller]
    pub fn press_back(&self) {
        self.page.tap(".kiosk-bar [data-kiosk-choice=back]");
    }

    /// Touches the button by which one leaves.
    #[track_caller]
    pub fn press_done(&self) {
        self.page.tap(".kiosk-bar [data-kiosk-choice=done]");
    }

    /// Touches the button that leads to the home.
    #[track_caller]
    pub fn press_home(&self) {
        self.page.tap(".kiosk-bar [data-kiosk-choice=home]");
    }

    /// Touches the button of the search, and waits for its keypad.
    #[track_caller]
    pub fn open_search(&self) {
        self.page.tap(".kiosk-bar [data-choice=find]");
        self.page.wait_to_show(".keypad");
    }

    /// Touches the button of the handoff to a phone, and waits for the QR code.
    #[track_caller]
    pub fn open_phone(&self) {
        self.page.tap(".kiosk-bar [data-kiosk-choice=phone]");
        self.page.wait_to_show(".kiosk-phone svg");
    }

    /// The address below the QR code.
    #[track_caller]
    pub fn phone_address(&self) -> String {
        self.page.text(".kiosk-address")
    }

    /// Presses a key of the keypad.
    #[track_caller]
    pub fn press_key(&self, key: char) {
        self.page.js(&format!(
            "[...document.querySelectorAll('.keypad button')]
                .find((button) => button.innerText.trim().toLowerCase() === '{key}').click()"
        ));
    }

    /// Waits until the heading is in English.
    #[track_caller]
    pub fn wait_for_english(&self) {
        self.wait_for_heading("en", "Dazu");
    }

    /// Waits until the heading is in Chinese.
    #[track_caller]
    pub fn wait_for_chinese(&self) {
        self.wait_for_heading("zh-CN", "大足区");
    }

    #[track_caller]
    fn wait_for_heading(&self, tag: &str, word: &str) {
        let is_in = format!("document.documentElement.lang === '{tag}'");
        let says = format!("document.querySelector('h1').textContent.includes('{word}')");
        self.page.wait_for(&format!("the page in {tag}"), &format!("{is_in} && {says}"));
    }

    /// Waits until a button that was pressed is done: it is the other language's then.
    #[track_caller]
    pub fn wait_until_idle(&self) {
        self.page.wait_for("the button to be done", "!document.querySelector('[aria-busy]')");
    }

    /// Waits for the question before it starts over.
    #[track_caller]
    pub fn wait_for_question(&self) {
        self.page.wait_to_show(".kiosk-ending");
    }

    /// Marks the page, so that [`has_restarted`](Self::has_restarted) knows another one.
    #[track_caller]
    pub fn mark(&self) {
        self.page.js("void (window.before = true)");
    }

    /// True if the page was loaded again since it was marked.
    #[track_caller]
    pub fn has_restarted(&self) -> bool {
        self.page.js("window.before ?? null") == Value::Null
    }

    /// Waits until the page was loaded again since it was marked, and is a kiosk.
    #[track_caller]
    pub fn wait_for_restart(&self) {
        let restarted = "window.before === undefined && document.documentElement.dataset.idle";
        self.page.wait_for("the kiosk to restart", restarted);
    }

    /// Passes the time, and waits for the page that then begins.
    #[track_caller]
    pub fn restart_after(&self, seconds: u32) {
        self.mark();
        self.page.advance_clock(u64::from(seconds) * 1000);
        self.wait_for_restart();
    }

    /// What a fault has left in the name of the window: empty without one.
    #[track_caller]
    pub fn faults(&self) -> Value {
        self.page.js("window.name")
    }
}
