//! `mingbai check`: checks whether disclosures add up.

use crate::arguments::CheckArguments;
use crate::checked_file::{CheckedFile, Verdict};
use crate::input::inputs;
use crate::json_record::{CheckReport, FileRecord};
use crate::messages::{self, Messages};
use crate::output::{self, Output, STRONG, paint};
use crate::progress;
use crate::report::report;
use crate::summary::Summary;
use mingbai_core::locale::Lang;
use std::io;

/// Checks all files that are named and prints the results; returns the exit code.
///
/// # Errors
/// Where the answer cannot be written.
pub fn run(arguments: &CheckArguments, lang: Lang) -> io::Result<u8> {
    let inputs = inputs(&arguments.files);
    let bar = progress::bar(inputs.len(), Messages::of(lang).progress);
    let (mut output, mut summary, mut files) = (Output::new(), Summary::default(), Vec::new());
    for input in &inputs {
        let (name, path) = (messages::input_name(&input.name, lang), input.name.display().to_string());
        let opened = CheckedFile::open(input, &arguments.password);
        let first = summary.files == 0;
        summary.count(opened.as_ref().map_or(Verdict::Unreadable, CheckedFile::verdict));
        match opened {
            Ok(file) if arguments.json => files.push(FileRecord::read(path, &file, lang)),
            Err(error) if arguments.json => files.push(FileRecord::unreadable(path, &error, lang)),
            Ok(file) => {
                let separator = if first { "" } else { "\n" };
                let report = separator.to_owned() + &report(&name, &file, lang, arguments.quiet);
                bar.suspend(|| output.print(&report))?;
            }
            Err(error) => bar.suspend(|| output::print_error(&format!("{name}: {}", error.message(lang)))),
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    if arguments.json {
        let record = CheckReport { schema: "mingbai/check/1", files, summary: summary.clone() };
        output.print(&(serde_json::to_string_pretty(&record)? + "\n"))?;
    } else if summary.files > 1 {
        output.print(&format!("\n{}\n", paint(STRONG, &summary.sentence(lang))))?;
    }
    Ok(summary.exit)
}
