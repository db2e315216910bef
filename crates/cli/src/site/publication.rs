//! The file that says where and when a disclosure was published: `data/publication.toml`, or one like it.

use jiff::civil::Date;
use mingbai_core::publication::Publication;
use std::fs;
use std::path::Path;

/// What the file says.
///
/// # Errors
/// Where it cannot be read, or is not as `data/publication.toml` explains: what is wrong.
pub fn read(file: &Path) -> Result<Publication, String> {
    let text = fs::read_to_string(file).map_err(|error| error.to_string())?;
    let publication: Publication = toml::from_str(&text).map_err(|error| error.to_string().trim_end().to_owned())?;
    check(&publication)?;
    Ok(publication)
}

/// The values end up in links and citations, so each must be what its key says.
fn check(publication: &Publication) -> Result<(), String> {
    let wrong = |key: &str, value: &str, example: &str| Err(format!("{key} = \"{value}\" ({example})"));
    match &publication.address {
        Some(address) if !is_address(address) => return wrong("address", address, "https://www.example.gov.cn/…"),
        _ => {}
    }
    match &publication.published {
        // `2023-2-10` is a date for nobody who sorts.
        Some(day) if day.parse::<Date>().map(|date| date.to_string()).ok().as_ref() != Some(day) => {
            return wrong("published", day, "2023-02-10");
        }
        _ => {}
    }
    match &publication.report_errors_to {
        Some(target) if !is_address(target) && !is_mailbox(target) => {
            wrong("report_errors_to", target, "https://example.org/… · name@example.org")
        }
        _ => Ok(()),
    }
}

fn is_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty()) && is_plain(text)
}

fn is_mailbox(text: &str) -> bool {
    let parts = text.split_once('@');
    parts.is_some_and(|(name, host)| !name.is_empty() && host.contains('.')) && is_plain(text) && !text.contains(':')
}

/// True for a text without signs that mean something in HTML, in templates or in citations.
fn is_plain(text: &str) -> bool {
    !text.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '"' | '\'' | '<' | '>' | '{' | '}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checked(toml: &str) -> Result<Publication, String> {
        let publication: Publication = toml::from_str(toml).map_err(|error| error.to_string())?;
        check(&publication).map(|()| publication)
    }

    #[test]
    fn what_is_known_is_taken_and_what_is_wrong_is_refused() {
        let whole =
            "address = \"https://a.example/b.html\"\npublished = \"2023-02-10\"\nreport_errors_to = \"a@b.example\"";
        assert_eq!(checked(whole).unwrap().published.as_deref(), Some("2023-02-10"));
        assert_eq!(checked(""), Ok(Publication::UNKNOWN));
        for wrong in [
            "address = \"javascript:alert(1)\"",
            "address = \"www.example.gov.cn\"",
            "address = \"https://a.example/{date}\"",
            "published = \"2023-02-30\"",
            "published = \"2023年2月10日\"",
            "report_errors_to = \"023-43762520\"",
            "adress = \"https://a.example\"",
        ] {
            assert!(checked(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn the_file_of_the_default_disclosure_is_as_it_should_be() {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/publication.toml");
        read(&file).unwrap();
        // The examples in it are, too.
        let text = fs::read_to_string(file).unwrap();
        let examples: String = text
            .lines()
            .filter_map(|line| line.strip_prefix("# "))
            .filter(|line| line.contains(" = \""))
            .map(|line| format!("{line}\n"))
            .collect();
        assert!(checked(&examples).unwrap().report_errors_to.is_some(), "{examples}");
    }
}
