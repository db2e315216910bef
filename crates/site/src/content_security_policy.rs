//! The content security policy: a page loads only its own files and the scripts inside it.

use crate::integrity::sha256_base64;

/// The content security policy of a page, as its `meta` element. It contains the hashes of inline scripts, so it must
/// be made from the final page.
pub fn policy(html: &str) -> String {
    let hashes: Vec<String> = scripts(html).map(|script| format!(" 'sha256-{}'", sha256_base64(script))).collect();
    format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
         script-src 'self' 'wasm-unsafe-eval'{}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; \
         worker-src 'self' blob:; connect-src 'self'; frame-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'\" />",
        hashes.concat()
    )
}

/// The policy of the one-file explorer, which fetches nothing.
pub fn one_file_policy(html: &str) -> String {
    let hashes: Vec<String> = scripts(html).map(|script| format!(" 'sha256-{}'", sha256_base64(script))).collect();
    format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
         script-src 'wasm-unsafe-eval'{}; worker-src blob:; style-src 'unsafe-inline'; img-src data: blob:; \
         base-uri 'none'; form-action 'none'\" />",
        hashes.concat()
    )
}

/// The inline scripts of a page that a browser runs.
fn scripts(html: &str) -> impl Iterator<Item = &str> {
    html.split("<script").skip(1).filter_map(|rest| {
        let (attributes, rest) = rest.split_once('>')?;
        let runs = !attributes.contains("src=") && (!attributes.contains("type=") || attributes.contains("module"));
        rest.split_once("</script>").map(|(text, _)| text).filter(|text| runs && !text.is_empty())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_that_run_are_named_and_no_others() {
        let html = "<script>a()</script><script type=\"module\">b()</script><script src=\"c.js\"></script>\
                    <script type=\"application/json\" id=\"d\">\"d\"</script>";
        assert_eq!(scripts(html).collect::<Vec<_>>(), ["a()", "b()"]);
        // The hash that a browser asks for, of the standard's own example.
        assert!(
            policy("<script>alert('Hello, world.');</script>")
                .contains("'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='")
        );
    }
}
