//! A file, read and checked.

use crate::decode::{Encoding, decode};
use crate::file_type;
use crate::input::Input;
use crate::input_error::InputError;
use mingbai_core::audit::{self, Check, Outcome};
use mingbai_core::disclosure::{self, Disclosure};
use mingbai_core::figures::RenderContext;
use mingbai_core::locale::Lang;
use mingbai_site::translations;
use strum::IntoStaticStr;

/// A disclosure with its checks.
pub struct CheckedFile {
    /// What the file was decoded from.
    pub encoding: Encoding,
    /// What it says.
    pub disclosure: Disclosure,
    /// Whether that adds up.
    pub checks: Vec<Check>,
}

/// What came of a file as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Verdict {
    /// Nothing conflicts.
    AddsUp,
    /// It holds too few figures to check any.
    Unchecked,
    /// At least one check found a conflict.
    Conflict,
    /// It could not be read as a disclosure.
    Unreadable,
}

impl Verdict {
    /// A stable word for machines.
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// The exit code; of several the greatest counts.
    pub fn code(self) -> u8 {
        match self {
            Verdict::AddsUp | Verdict::Unchecked => 0,
            Verdict::Conflict => 1,
            Verdict::Unreadable => 2,
        }
    }
}

impl CheckedFile {
    /// Reads and checks a file.
    ///
    /// # Errors
    /// Why it could not be read as a disclosure.
    pub fn open(input: &Input) -> Result<CheckedFile, InputError> {
        let bytes = input.bytes()?;
        if let Some(kind) = file_type::of_bytes(&bytes) {
            return Err(InputError::NotText(kind));
        }
        let (text, encoding) = decode(bytes)?;
        if let Some(kind) = file_type::of_text(&text) {
            return Err(InputError::NotText(kind));
        }
        let disclosure = disclosure::parse(&text)?;
        let checks = audit::run(&disclosure);
        Ok(CheckedFile { encoding, disclosure, checks })
    }

    /// The disclosure in a reader's language.
    pub fn context(&self, lang: Lang) -> RenderContext<'_> {
        RenderContext::new(&self.disclosure, lang).with_translations(translations())
    }

    /// The checks of one outcome.
    pub fn checks_of(&self, outcome: Outcome) -> impl Iterator<Item = &Check> {
        self.checks.iter().filter(move |check| check.outcome == outcome)
    }

    /// What came of it as a whole.
    pub fn verdict(&self) -> Verdict {
        if self.checks_of(Outcome::Conflict).next().is_some() {
            Verdict::Conflict
        } else if self.checks.iter().all(|check| check.outcome == Outcome::Unchecked) {
            Verdict::Unchecked
        } else {
            Verdict::AddsUp
        }
    }
}
