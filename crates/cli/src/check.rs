//! `mingbai check`: does it add up?

use crate::arguments::Check;
use crate::checked_file::{CheckedFile, Verdict};
use crate::json_record::{FileEntry, Record};
use crate::output::{self, Output, STRONG, paint};
use crate::report::report;
use crate::summary::Summary;
use crate::{input, messages, progress};
use mingbai_core::locale::Lang;
use std::io;

/// Checks every file that is named and says what came of it; returns the exit code.
///
/// # Errors
/// What the system says where the answer could not be written.
pub fn run(asked: &Check, lang: Lang) -> io::Result<u8> {
    let inputs = input::all(&asked.files);
    let bar = progress::bar(inputs.len(), messages::of(lang).progress);
    let (mut output, mut summary, mut files) = (Output::new(), Summary::default(), Vec::new());
    for input in &inputs {
        let (name, path) = (messages::name(&input.name, lang), input.name.display().to_string());
        let opened = CheckedFile::open(input);
        let first = summary.files == 0;
        summary.count(opened.as_ref().map_or(Verdict::Unreadable, CheckedFile::verdict));
        match opened {
            Ok(book) if asked.json => files.push(FileEntry::read(path, &book, lang)),
            Err(problem) if asked.json => files.push(FileEntry::unreadable(path, &problem, lang)),
            Ok(book) => {
                let between = if first { "" } else { "\n" };
                let said = between.to_owned() + &report(&name, &book, lang, asked.quiet);
                bar.suspend(|| output.say(&said))?;
            }
            Err(problem) => bar.suspend(|| output::complain(&format!("{name}: {}", problem.says(lang)))),
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    if asked.json {
        let record = Record { schema: "mingbai/check/1", files, summary: summary.clone() };
        output.say(&(serde_json::to_string_pretty(&record)? + "\n"))?;
    } else if summary.files > 1 {
        output.say(&format!("\n{}\n", paint(STRONG, &summary.says(lang))))?;
    }
    Ok(summary.exit)
}
