//! Kiosk settings. They come from the file `kiosk.txt` next to the page and from the page's address, which takes
//! precedence.
//!
//! ```text
//! # kiosk.txt
//! idle = 120
//! lang = zh
//! figures = flow, change
//! title = 大足区政务服务中心
//! note = 有问题请问 3 号窗口
//! logo = logo.png
//! site = https://example.org/budget/
//! open = yes
//! ```

use mingbai_core::escape::percent_decode;
use mingbai_core::figures::FigureId;
use mingbai_core::locale::Lang;
use std::ops::RangeInclusive;

/// The settings of a kiosk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KioskSettings {
    /// The seconds without a touch after which the kiosk restarts, from 10 to 3600.
    pub idle: u32,
    /// The language after a restart; None for the language of the page.
    pub lang: Option<Lang>,
    /// The figures shown in turn while the kiosk is unused.
    pub figures: Vec<FigureId>,
    /// The heading above the figures; None for the document's title.
    pub title: Option<String>,
    /// A line of text below the figures.
    pub note: Option<String>,
    /// A picture next to the heading, as a path relative to the page.
    pub logo: Option<String>,
    /// The address of the same site on the internet, for phones. It ends with a slash.
    pub site: Option<String>,
    /// True if people may open documents of their own, which are forgotten with them.
    pub open: bool,
}

/// The accepted idle times in seconds. A shorter one would interrupt people who read; after a longer one, a new visitor
/// would find the last one's page.
const IDLE_SECONDS: RangeInclusive<u32> = 10..=3600;

impl Default for KioskSettings {
    fn default() -> KioskSettings {
        let figures = FigureId::ALL.to_vec();
        KioskSettings { idle: 90, lang: None, figures, title: None, note: None, logo: None, site: None, open: false }
    }
}

/// A setting that is not valid, and is therefore ignored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingError {
    /// The line of the file, from 1; None for a parameter of the address.
    pub line: Option<usize>,
    /// The setting as written.
    pub text: String,
}

impl KioskSettings {
    /// Parses the text of `kiosk.txt`, then the query of an address, with or without `?`. Settings that are not valid
    /// are returned as errors and keep their value.
    ///
    /// Anybody can write an address that leads to a public site, so its words and addresses, and whether documents may be
    /// opened, are taken only if `query_is_trusted`: where the page is a file of the kiosk's own.
    pub fn parse(file: &str, query: &str, query_is_trusted: bool) -> (KioskSettings, Vec<SettingError>) {
        let mut settings = KioskSettings::default();
        let mut errors = Vec::new();
        for (index, text) in file.trim_start_matches('\u{feff}').lines().enumerate() {
            let text = text.trim();
            if text.is_empty() || text.starts_with(['#', '＃']) {
                continue;
            }
            // With a Chinese input method, punctuation is full-width.
            let applied = text.split_once(['=', '＝']).and_then(|(key, value)| settings.set(key.trim(), value.trim()));
            if applied.is_none() {
                errors.push(SettingError { line: Some(index + 1), text: text.to_owned() });
            }
        }
        for pair in query.trim_start_matches('?').split('&') {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            let value = percent_decode(&value.replace('+', " "));
            // Other parameters are not for the kiosk. `lang` is applied by the page itself.
            if !KEYS.contains(&key) || key == "lang" {
                continue;
            }
            let is_allowed = query_is_trusted || !NOT_FOR_STRANGERS.contains(&key);
            if !is_allowed || settings.set(key, value.trim()).is_none() {
                // Words of a stranger are not shown, not even as a mistake.
                let shown = if query_is_trusted { &value } else { "…" };
                errors.push(SettingError { line: None, text: format!("{key}={shown}") });
            }
        }
        (settings, errors)
    }

    /// Applies one setting; None if the key is unknown or the value is not valid.
    fn set(&mut self, key: &str, value: &str) -> Option<()> {
        let text = || (!value.is_empty()).then(|| value.to_owned());
        match key {
            "idle" => self.idle = value.parse().ok().filter(|seconds| IDLE_SECONDS.contains(seconds))?,
            "lang" => self.lang = Some(Lang::ALL.into_iter().find(|lang| lang.code() == value)?),
            "figures" => {
                let named = value.split([',', '，', '、']).map(|word| word.trim().parse::<FigureId>().ok());
                self.figures = named.collect::<Option<Vec<_>>>()?;
            }
            "title" => self.title = text(),
            "note" => self.note = text(),
            // Only a file of the site: a kiosk requests nothing from other hosts.
            "logo" => {
                let is_inside = |name: &String| {
                    !name.contains([':', '\\', '?', '#'])
                        && name.split('/').all(|part| !part.is_empty() && part != "..")
                };
                self.logo = Some(text().filter(is_inside)?);
            }
            "site" => {
                let has_scheme = ["https://", "http://"]
                    .iter()
                    .any(|scheme| value.len() > scheme.len() && value.starts_with(scheme));
                let address = value.trim_end_matches("index.html").trim_end_matches('/');
                self.site = Some(has_scheme.then(|| format!("{address}/"))?);
            }
            "open" => {
                self.open = match value {
                    "yes" => true,
                    "no" => false,
                    _ => return None,
                }
            }
            _ => return None,
        }
        Some(())
    }
}

/// The settings that put words or addresses on the page, or that let people open documents.
const NOT_FOR_STRANGERS: [&str; 5] = ["title", "note", "logo", "site", "open"];

/// The names of the settings.
const KEYS: [&str; 8] = ["idle", "lang", "figures", "title", "note", "logo", "site", "open"];

/// True if a parameter of an address (`idle=60`) belongs to kiosk mode, and must not be passed on with a shared
/// address.
pub fn is_kiosk_parameter(pair: &str) -> bool {
    let key = pair.split('=').next().unwrap_or_default();
    key == "mode" || KEYS.contains(&key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_sets_every_setting() {
        let file = "\u{feff}# 大厅\r\nidle = 120\r\nlang=en\n\nfigures = flow，change\n title = 政务服务中心 \n\
                    note＝有问题请问 3 号窗口\nlogo = pictures/logo.png\nsite = https://example.org/budget/index.html\nopen = yes\n";
        let (settings, errors) = KioskSettings::parse(file, "?mode=kiosk&theme=dark&line=income", false);
        assert_eq!(errors, []);
        assert_eq!(
            settings,
            KioskSettings {
                idle: 120,
                lang: Some(Lang::En),
                figures: vec![FigureId::Flow, FigureId::Change],
                title: Some("政务服务中心".to_owned()),
                note: Some("有问题请问 3 号窗口".to_owned()),
                logo: Some("pictures/logo.png".to_owned()),
                site: Some("https://example.org/budget/".to_owned()),
                open: true,
            }
        );
    }

    #[test]
    fn the_address_takes_precedence_over_the_file() {
        let (settings, errors) = KioskSettings::parse(
            "idle = 120\ntitle = 一楼",
            "?mode=kiosk&idle=60&title=%E4%BA%8C+%E6%A5%BC&lang=en",
            true,
        );
        assert_eq!(errors, []);
        assert_eq!((settings.idle, settings.title.as_deref(), settings.lang), (60, Some("二 楼"), None));
    }

    #[test]
    fn an_address_that_anybody_can_write_puts_no_words_on_the_page() {
        let query = "?mode=kiosk&idle=60&title=%E5%81%87&note=call+1&logo=a.png&site=https%3A%2F%2Fevil.example%2F&figures=change&open=yes";
        let (settings, errors) = KioskSettings::parse("title = 大厅\nsite = https://a.example/", query, false);
        assert_eq!((settings.title.as_deref(), settings.note, settings.logo), (Some("大厅"), None, None));
        assert_eq!(settings.site.as_deref(), Some("https://a.example/"));
        assert_eq!(
            (settings.idle, settings.figures.len(), settings.open),
            (60, 1, false),
            "what puts no words there is taken"
        );
        let texts: Vec<&str> = errors.iter().map(|error| error.text.as_str()).collect();
        assert_eq!(texts, ["title=…", "note=…", "logo=…", "site=…", "open=…"]);
    }

    #[test]
    fn settings_that_are_not_valid_are_reported_and_ignored() {
        let invalid = [
            "idle = soon",
            "idle = 5",
            "idle = 1e9",
            "lang = fr",
            "figures = flow, pie",
            "figures =",
            "logo = https://example.org/logo.png",
            "logo = /etc/passwd",
            "logo = ../../etc/passwd",
            "logo =",
            "site = example.org",
            "site = javascript:alert(1)",
            "open = maybe",
            "colour = red",
            "idle",
            "= 5",
        ];
        let (settings, errors) = KioskSettings::parse(&invalid.join("\n"), "?idle=no&figures=%E9%A5%BC", false);
        assert_eq!(settings, KioskSettings::default());
        let lines: Vec<_> = errors.iter().map(|error| error.line).collect();
        let expected: Vec<_> = (1..=invalid.len()).map(Some).chain([None, None]).collect();
        assert_eq!(lines, expected);
        assert_eq!((errors[0].text.as_str(), errors[17].text.as_str()), ("idle = soon", "figures=…"));
    }

    #[test]
    fn kiosk_parameters_are_recognised() {
        for pair in ["mode=kiosk", "idle=60", "title=a", "mode"] {
            assert!(is_kiosk_parameter(pair), "{pair}");
        }
        assert!(!is_kiosk_parameter("from=paper") && !is_kiosk_parameter("idleness=1"));
    }
}
