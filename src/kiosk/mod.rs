//! Kiosk mode without a browser: the settings of a public touch screen, the words that it tells, and the QR code that takes
//! its visitors to the same view on their phones. What a script does in kiosk mode is in `enhance::kiosk` and `public/kiosk.js`.

mod qr_code;
mod settings;
mod told_words;

pub use qr_code::{QrCodeDrawing, draw_qr_code, phone_address};
pub use settings::{KioskSettings, SettingError, is_kiosk_parameter};
pub use told_words::told_words;
