//! A kiosk: a screen that anybody may touch and nobody looks after. What it is set to, and what it shows to phones.

mod qr_code;
mod settings;

pub use qr_code::{Code, code, for_phones};
pub use settings::{Mistake, Settings, own};
