//! What a kiosk is set to: by a small file beside the page, and by the address, which counts more.
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
//! ```

use mingbai_core::escape::percent_decode;
use mingbai_core::figures::FigureId;
use mingbai_core::locale::Lang;
use std::ops::RangeInclusive;

/// What a kiosk is set to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// After how many seconds without a touch it begins anew.
    pub idle: u32,
    /// The language that it begins in; None for that of its page.
    pub lang: Option<Lang>,
    /// The figures that it shows while nobody touches it, in this order.
    pub figures: Vec<FigureId>,
    /// What stands above them; None for the document's own title.
    pub title: Option<String>,
    /// A line of text below them.
    pub note: Option<String>,
    /// A picture beside the title: a file beside the page, by its path from there.
    pub logo: Option<String>,
    /// The address of the same site on the internet, where phones find it, with a slash at its end.
    pub site: Option<String>,
}

/// The seconds that may be asked for: less would throw out whoever reads, more would greet the next with the last one's
/// page.
const IDLE: RangeInclusive<u32> = 10..=3600;

impl Default for Settings {
    fn default() -> Settings {
        let figures = FigureId::ALL.to_vec();
        Settings { idle: 90, lang: None, figures, title: None, note: None, logo: None, site: None }
    }
}

/// Something that was set and cannot be understood; all is as if it were not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// Its line in the file, from 1; None where it stands in the address.
    pub line: Option<usize>,
    /// What stands there.
    pub text: String,
}

impl Settings {
    /// Reads a file's text, then an address's query, with or without `?`. What cannot be understood is listed and changes
    /// nothing.
    pub fn parse(file: &str, query: &str) -> (Settings, Vec<Mistake>) {
        let mut settings = Settings::default();
        let mut mistakes = Vec::new();
        for (at, text) in file.trim_start_matches('\u{feff}').lines().enumerate() {
            let text = text.trim();
            if text.is_empty() || text.starts_with(['#', '＃']) {
                continue;
            }
            // Who types Chinese types its signs.
            let set = text.split_once(['=', '＝']).and_then(|(key, value)| settings.set(key.trim(), value.trim()));
            if set.is_none() {
                mistakes.push(Mistake { line: Some(at + 1), text: text.to_owned() });
            }
        }
        for pair in query.trim_start_matches('?').split('&') {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            let value = percent_decode(&value.replace('+', " "));
            // The address has other pairs, which are none of the kiosk's; its language is read by the page.
            if KEYS.contains(&key) && key != "lang" && settings.set(key, value.trim()).is_none() {
                mistakes.push(Mistake { line: None, text: format!("{key}={value}") });
            }
        }
        (settings, mistakes)
    }

    fn set(&mut self, key: &str, value: &str) -> Option<()> {
        let words = || (!value.is_empty()).then(|| value.to_owned());
        match key {
            "idle" => self.idle = value.parse().ok().filter(|seconds| IDLE.contains(seconds))?,
            "lang" => self.lang = Some(Lang::ALL.into_iter().find(|lang| lang.code() == value)?),
            "figures" => {
                let named = value.split([',', '，', '、']).map(|word| word.trim().parse::<FigureId>().ok());
                self.figures = named.collect::<Option<Vec<_>>>()?;
            }
            "title" => self.title = words(),
            "note" => self.note = words(),
            // A file beside the page: a kiosk asks nobody for anything.
            "logo" => {
                self.logo =
                    Some(words().filter(|name| !name.contains([':', '\\', '?', '#']) && !name.starts_with('/'))?)
            }
            "site" => {
                let known = ["https://", "http://"]
                    .iter()
                    .any(|scheme| value.len() > scheme.len() && value.starts_with(scheme));
                let address = value.trim_end_matches("index.html").trim_end_matches('/');
                self.site = Some(known.then(|| format!("{address}/"))?);
            }
            _ => return None,
        }
        Some(())
    }
}

/// What can be set.
const KEYS: [&str; 7] = ["idle", "lang", "figures", "title", "note", "logo", "site"];

/// True for a pair of an address that is about the kiosk, and nothing for whoever is given that address.
pub fn own(pair: &str) -> bool {
    let key = pair.split('=').next().unwrap_or_default();
    key == "mode" || KEYS.contains(&key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_sets_all_of_it() {
        let file = "\u{feff}# 大厅\r\nidle = 120\r\nlang=en\n\nfigures = flow，change\n title = 政务服务中心 \n\
                    note＝有问题请问 3 号窗口\nlogo = pictures/logo.png\nsite = https://example.org/budget/index.html\n";
        let (settings, mistakes) = Settings::parse(file, "?mode=kiosk&theme=dark&line=income");
        assert_eq!(mistakes, []);
        assert_eq!(
            settings,
            Settings {
                idle: 120,
                lang: Some(Lang::En),
                figures: vec![FigureId::Flow, FigureId::Change],
                title: Some("政务服务中心".to_owned()),
                note: Some("有问题请问 3 号窗口".to_owned()),
                logo: Some("pictures/logo.png".to_owned()),
                site: Some("https://example.org/budget/".to_owned()),
            }
        );
    }

    #[test]
    fn the_address_counts_more_than_the_file() {
        let (settings, mistakes) =
            Settings::parse("idle = 120\ntitle = 一楼", "?mode=kiosk&idle=60&title=%E4%BA%8C+%E6%A5%BC&lang=en");
        assert_eq!(mistakes, []);
        assert_eq!((settings.idle, settings.title.as_deref(), settings.lang), (60, Some("二 楼"), None));
    }

    #[test]
    fn mistakes_are_listed_and_leave_what_is_usual() {
        let wrong = [
            "idle = soon",
            "idle = 5",
            "idle = 1e9",
            "lang = fr",
            "figures = flow, pie",
            "figures =",
            "logo = https://example.org/logo.png",
            "logo = /etc/passwd",
            "logo =",
            "site = example.org",
            "site = javascript:alert(1)",
            "colour = red",
            "idle",
            "= 5",
        ];
        let (settings, mistakes) = Settings::parse(&wrong.join("\n"), "?idle=no&figures=%E9%A5%BC");
        assert_eq!(settings, Settings::default());
        let lines: Vec<_> = mistakes.iter().map(|mistake| mistake.line).collect();
        let expected: Vec<_> = (1..=wrong.len()).map(Some).chain([None, None]).collect();
        assert_eq!(lines, expected);
        assert_eq!((mistakes[0].text.as_str(), mistakes[15].text.as_str()), ("idle = soon", "figures=饼"));
    }

    #[test]
    fn what_is_about_the_kiosk_is_nothing_for_others() {
        for pair in ["mode=kiosk", "idle=60", "title=a", "mode"] {
            assert!(own(pair), "{pair}");
        }
        assert!(!own("from=paper") && !own("idleness=1"));
    }
}
