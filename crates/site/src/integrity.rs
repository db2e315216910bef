//! Hashes as browsers check them.

use base64::prelude::{BASE64_STANDARD, Engine as _};
use sha2::{Digest as _, Sha256};

/// The SHA-256 of `content` in base64: what follows `sha256-` in a content security policy or an `integrity`.
pub fn sha256_base64(content: impl AsRef<[u8]>) -> String {
    BASE64_STANDARD.encode(Sha256::digest(content))
}
