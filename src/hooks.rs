//! The hooks of the page: every `data-*` attribute, id, event, global, message, key of the storage and kind of link that Rust,
//! JavaScript, CSS, tests and other sites share, and the classes that the app and scripts ask for.
//!
//! A hook is a name that two languages agree on, so no compiler checks it. `tests/hooks.rs` does: each hook used in a
//! script, style sheet or test is listed here, and each one listed here is used. A class that only style sheets and tests
//! ask for is no hook. Attributes, ids and messages marked as public are used by other sites and by screen scripts: they
//! change only with a redirect.

/// A name that several languages share.
#[derive(Clone, Copy, Debug)]
pub struct Hook {
    /// The name.
    pub name: &'static str,
    /// What it means, and its values.
    pub meaning: &'static str,
}

const fn hook(name: &'static str, meaning: &'static str) -> Hook {
    Hook { name, meaning }
}

/// Attributes of `<html>`: the state of the page.
pub const PAGE_ATTRIBUTES: &[Hook] = &[
    hook("data-ready", "public: `true` once the app has taken the page over"),
    hook("data-done", "health.html: all checks are done"),
    hook("data-failed", "boot.js has not run, or the app did not come: a sentence says so"),
    hook("data-sheet", "the figure whose own page this is; absent on the report"),
    hook("data-theme", "`light` or `dark`"),
    hook("data-text", "`usual` or `large`"),
    hook("data-frozen", "the day since which the page does not change"),
    hook("data-framed", "in a frame: `untouched` until the reader does something there, then empty"),
    hook("data-compact", "the compact form of a figure page: institution and year, finding, chart and source"),
    hook("data-defers-layout", "off-screen parts are not laid out yet"),
    hook("data-mode", "`kiosk`"),
    hook("data-kiosk", "`show` while a kiosk shows figure after figure, `use` while a person uses it"),
    hook("data-file-over", "a file is held over the page; its value is what the page says then"),
    hook("data-idle", "seconds until a kiosk starts over; set once the app has read the kiosk's settings"),
    hook("data-restart-warning", "a kiosk is about to start over"),
    hook("data-fetched-files", "the files that a kiosk has fetched, for the offline cache"),
];

/// Attributes of elements: what they show or do.
pub const ATTRIBUTES: &[Hook] = &[
    hook("data-figure", "public: a figure's card, with the figure's id"),
    hook("data-group", "figures that tell the same amounts, of which one is shown: `money` or `change`"),
    hook("data-choose-figure", "the button that shows a figure of a group, with the figure's id"),
    hook("data-empty-state", "a figure's card without a figure: the document states nothing to show"),
    hook("data-line", "public: an amount, with the id of its line"),
    hook("data-origin", "public: `stated` or `computed`"),
    hook("data-aspect", "public: which number of the line it is: amount, change, base …"),
    hook("data-direction", "`up` or `down` where a number is shown with an arrow"),
    hook("data-formula", "how a computed number was computed, in the notation of `mingbai_core::formula`"),
    hook("data-term", "public: a term, with the id of its glossary entry"),
    hook("data-check", "public: a check, with its id"),
    hook("data-outcome", "public: `pass`, `rounding`, `conflict` or `unchecked`"),
    hook("data-unread", "public: a number that was not understood"),
    hook("data-agreeing", "in a card: how many checks the number satisfies"),
    hook("data-conflicting", "in a card: how many checks with the number find a conflict"),
    hook("data-alert", "what a reader must know first: its kind"),
    hook("data-fact", "a fact at the top of the page: the section that it leads to"),
    hook("data-explains", "a change in a list, with the id of its line"),
    hook("data-reason", "a reason: `verbatim`, `components`, `flat` or `none`"),
    hook("data-remark", "what a reader may want to look at again: `opposing-reason`"),
    hook("data-coverage", "how much of a change its components explain"),
    hook("data-part-of", "words of the passage under a chart, or what they say, with the id of the line"),
    hook("data-part", "what these words state: `amount`, `change` or `reason`"),
    hook("data-step", "the step in which these words become a mark of the chart, from 0"),
    hook("data-series", "the series of the mark that a step becomes"),
    hook("data-passage", "a button of a passage: `play`, `back`, `next` or `end`"),
    hook("data-covers", "a cover over a mark of the chart, with its step"),
    hook("data-purpose", "a purpose, with the id of its line"),
    hook("data-n", "a line of the original text: its number"),
    hook("data-bytes", "the bytes of the line that a prerendered link means"),
    hook("data-view", "a view of a figure, by its place among the figure's views"),
    hook("data-choose-view", "the button of a view"),
    hook("data-choice", "a button: `find`, `open`, `draft`, `keep`, `published`, `share`, `lang`, `theme` or `text`"),
    hook("data-program", "of the script that reads documents: the WebAssembly file that it runs"),
    hook("data-open", "in the dialog for opening: `text`, `stop`, `published`, or the number of an opened document"),
    hook("data-keeping", "of the note on an opened document: whether the device keeps it: `no`, `yes`, or `refused`"),
    hook("data-kept", "there, a document that the device keeps, by its number"),
    hook("data-forget", "there, what deletes one of them, by its number, or `all`"),
    hook("data-announcement", "what screen readers are told once this was chosen"),
    hook("data-announcement-undone", "the same once it is chosen no longer"),
    hook("data-next-theme", "the theme that the button of the theme switches to"),
    hook("data-unit", "the button of a unit of money"),
    hook("data-column", "the button that sorts a table by a column, by the column's index"),
    hook("data-row", "a row of a table, by its place in the document's order"),
    hook("data-label", "the name of a cell's column, for tables shown as lists"),
    hook("data-depth", "how deep a row of a table is in its tree"),
    hook("data-place", "what a download menu is for, as a fragment"),
    hook("data-download", "the button of a download or citation"),
    hook("data-share", "the button of a format in which a figure is shared"),
    hook("data-preview-address", "the address that the preview of a shared figure shows"),
    hook("data-hit", "a shape of a chart: series, item, and in a flow `node` or `edge`"),
    hook(
        "data-shows",
        "a shape of a live chart that shows a line's amount, or its part of a change, with the id of the line",
    ),
    hook("data-drawn", "a chart whose drawing is on the page"),
    hook("data-picture-theme", "a picture of a chart for this theme"),
    hook("data-pinned", "whether the popup stays until it is closed"),
    hook("data-kind", "a search result: what kind of thing it is"),
    hook("data-href", "where something leads that is no link: a search result, a number that was mentioned before"),
    hook("data-index-count", "how many indexes the search has built"),
    hook("data-key", "a key of the kiosk's keypad that is no character"),
    hook("data-kiosk-choice", "a button of the kiosk's bar: `back`, `home`, `phone` or `done`"),
    hook("data-imprint", "what paper says of the page, with slots for the day and the address"),
    hook("data-imprint-without-address", "the same for a page without an address"),
    hook("data-date-unknown", "what paper says instead of the day if the clock is wrong"),
    hook("data-lang", "the language that the page came in: browsers that translate it overwrite `lang`"),
    hook("data-off-screen", "a part of the page that is off screen while the page changes"),
    hook("data-update", "a button of the offer of a new version: `reload` or `later`"),
    hook("data-update-offered", "the offer of a new version was announced"),
    hook("data-finding", "a finding of a draft, with its kind"),
    hook("data-draft", "a button of the dialog for drafts: `show`, `copy`, `text`, `report` or `print`"),
    hook("data-draft-range", "a button that selects these bytes of the draft's text"),
    hook("data-draft-line", "there, the number of the line"),
    hook("data-path", "a link of the page for missing files, relative to the site"),
];

/// Ids of elements. What is in `<…>` differs from element to element.
pub const IDS: &[Hook] = &[
    hook("page", "what the app renders"),
    hook("main", "the page's content; the skip link leads there"),
    hook("live-region", "the live region"),
    hook("failed", "the sentence that the app did not come"),
    hook("no-script", "health.html: the sentence that its script did not run"),
    hook("charts", "the script that names the chart bundle"),
    hook("document-reader", "the script that names what reads documents"),
    hook("disclosure", "the text that the page embeds, as a JSON string"),
    hook("carried", "the link to the file with the embedded document"),
    hook("popup", "the popup"),
    hook("find", "the dialog of the search"),
    hook("find-list", "the list of results"),
    hook("find-<n>", "an option of that list, by its number from 0"),
    hook("reuse", "the dialog for sharing; filter lists hide names that begin with `share`"),
    hook("reuse-<format>", "the field with what is copied in a format"),
    hook("open", "the dialog for opening a document"),
    hook("open-file", "there, the field for files"),
    hook("open-text", "there, the field for a text"),
    hook("open-password", "there, the field for the password of a file"),
    hook("draft", "the dialog for checking a draft"),
    hook("draft-text", "there, the field with the text"),
    hook("copy-text", "the field with a text that the browser refused to copy"),
    hook("chart-<figure>-<view>", "the element that a chart is drawn in; styles reserve its height"),
    hook("figure-<figure>", "the heading of a figure"),
    hook("figure-<figure>-<view>", "the heading of a figure in another view than the first"),
    hook("<section>-heading", "the heading of a section, which gets the focus of who goes there"),
    hook("figure=<figure>", "public: a figure's card; the fragment of its links"),
    hook("source=<n>", "public: a line of the original text; the fragment of its links"),
    hook("glossary&term=<term>", "public: an entry of the glossary; the fragment of its links"),
    hook("contents", "the list of the page's questions; the bar leads there, and in a kiosk they are its home's tiles"),
    hook("glossary", "public: the section with the glossary"),
    hook("checks", "public: the section with the checks"),
    hook("source", "public: the section with the original text"),
];

/// Classes that the app or a script asks for, or sets for style sheets.
pub const CLASSES: &[Hook] = &[
    hook("amount", "a number that opens its popup: a link where it is mentioned first in a figure"),
    hook("term", "a term that opens its popup"),
    hook("opened-note", "the note on an opened document"),
    hook("cited", "a number of the original text with a link to its figure"),
    hook("popup", "the popup: presses in it do not close it"),
    hook("bar", "the bar at the top, which may be sticky"),
    hook("bar-who", "in the bar: the institution, at the top of the page"),
    hook("bar-here", "in the bar: the question that is on screen, further down"),
    hook("foot", "the foot of the report"),
    hook("hero", "the top of the report: the total and the key facts"),
    hook("kiosk-bar", "the kiosk's bar, which `kiosk.js` moves into open dialogs"),
    hook("chart", "the element that a chart is drawn in"),
    hook("chart-sentences", "what a chart shows, in a list of sentences: one for each keyboard stop"),
    hook("chart-frame", "a chart with its legend and the sentence that it cannot be drawn"),
    hook("figure", "a figure's card"),
    hook("question", "the question above a figure's heading, or above that of the checks"),
    hook("passage", "the published words that a chart is drawn from"),
    hook("passage-text", "in a passage: the words"),
    hook("passage-captions", "in a passage: what each step says"),
    hook("passage-controls", "in a passage: what is shown while it becomes the chart"),
    hook("passage-play", "the button that begins that"),
    hook("passage-cover", "a cover over a mark of the chart"),
    hook("opening", "a cover that opens"),
    hook("playing", "a passage that is becoming the chart"),
    hook("telling", "the words of the step that is shown"),
    hook("told", "what the loop of a kiosk tells of a passage, with a part for each step"),
    hook("to-come", "words and reasons of later steps"),
    hook("moving-mark", "a copy of a mark on its way from one chart to another"),
    hook("figure-view", "one view of a figure; all but one are hidden"),
    hook("empty-state", "a figure's card without a figure"),
    hook("subtitle", "the line below a figure's heading"),
    hook("on-screen", "what makes no sense on paper; hidden where charts cannot be drawn"),
    hook("on-paper", "the imprint, which the app fills before the page is printed"),
    hook("failed", "the sentence that a chart cannot be drawn"),
    hook("chunk-failed", "the notice that a part of the app could not be fetched"),
    hook("place-not-found", "the notice that the address names a place that is not on the page"),
    hook("download-menu", "a folded list of downloads; it stays folded on paper"),
    hook("download-outcome", "the element in which a download says what came of it"),
    hook("table-fold", "a folded table"),
    hook("reference", "what is folded away in a section: the glossary, agreeing checks, the original text"),
    hook("sort", "the button that sorts a table"),
    hook("part", "a folded section of a figure page, which `frame.js` closes"),
    hook("lit", "set: what is highlighted"),
    hook("dimmed", "set: what steps back while something else is highlighted"),
    hook("on-show", "set: the figure, or the parts of the home, that an unused kiosk shows"),
];

/// Kinds of links, `rel`, that no browser knows.
pub const LINK_KINDS: &[Hook] = &[
    hook("later", "what boot.js preloads once the app may load"),
    hook("carried", "the file with the embedded document"),
];

/// Keys of the browser's storage, without `mingbai.` before them: what the reader prefers.
pub const STORAGE_KEYS: &[Hook] = &[
    hook("lang", "the language: `zh` or `en`"),
    hook("theme", "`light` or `dark`"),
    hook("text", "the size of text: `usual` or `large`"),
    hook("unit", "the unit of money"),
    hook("slash", "whether the key / opens the search: `on` or `off`"),
];

/// Events at the window.
pub const EVENTS: &[Hook] = &[
    hook("mingbai-ready", "the app has taken the page over"),
    hook("mingbai-before-update", "the page is about to change as a whole: what is on screen comes first"),
    hook("mingbai-forget-documents", "a kiosk starts over: what the last person opened is forgotten"),
    hook("mingbai-reset-choices", "a kiosk that cannot load its page again undoes what the last person chose"),
    hook("mingbai-load-failed", "a kiosk's app could not load a chunk or the charts"),
    hook("mingbai-restart", "a person in front of a kiosk is done"),
];

/// Properties of the window, and names that begin with `mingbai` in messages, elements and caches.
pub const GLOBALS: &[Hook] = &[
    hook(
        "mingbaiAppMayLoad",
        "a promise, kept once the first screen is painted, or in a frame once the figure is in the viewport",
    ),
    hook("mingbaiFigures", "the request for the chunk of live charts"),
    hook("mingbaiCharts", "the request for the chart bundle"),
    hook("mingbaiDocument", "the request for the embedded document"),
    hook("mingbaiOneFile", "the explorer is one file"),
    hook("mingbaiFiles", "in the service worker: the files of this version with their hashes"),
    hook("mingbai-figure", "public: the element that embeds a figure"),
    hook("mingbai-height", "public: the message in which a framed figure tells its height"),
    hook("mingbai-ask", "public: the message in which an article asks a framed figure for its height"),
    hook("mingbai-other", "the meta element with the address of the page in the other language"),
    hook("mingbai-kiosk", "the cache of a kiosk's own files"),
];
