//! What is known of the original publication of a document. The text itself does not say where and when it was
//! published.

use serde::{Deserialize, Serialize};

/// Where and when a document was published, and where mistakes of the page that explains it are reported. What is None
/// is not known, and nothing is said about it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Publication {
    /// The address of the original, such as `https://www.example.gov.cn/2023/t1.html`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// The day of publication, such as `2023-02-10`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// The address of a page, or an e-mail address, for mistakes of the page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub report_errors_to: Option<String>,
}

impl Publication {
    /// Nothing is known.
    pub const UNKNOWN: Publication = Publication { address: None, published: None, report_errors_to: None };
}

/// The host of an address, which tells readers whose page it is.
///
/// ```
/// use mingbai_core::publication::host;
///
/// assert_eq!(host("https://www.example.gov.cn/2023/t1.html"), "www.example.gov.cn");
/// ```
pub fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or(rest)
}
