//! `mingbai check`: checks whether disclosures add up.

use crate::arguments::CheckArguments;
use crate::checked_file::{CheckedFile, Verdict};
use crate::input::inputs;
use crate::input_error::InputError;
use crate::json_record::{CheckReport, FileRecord};
use crate::messages::{self, Messages};
use crate::output::{self, Output, STRONG, paint};
use crate::progress;
use crate::report::report;
use crate::summary::Summary;
use mingbai::prerender::{Prerenderer, report_page};
use mingbai_core::draft::DraftWords;
use mingbai_core::escape;
use mingbai_core::locale::{Lang, fill};
use mingbai_site::translations;
use std::{fs, io};

/// Checks all files that are named and prints the results; returns the exit code.
///
/// # Errors
/// Where the answer cannot be written.
pub fn run(arguments: &CheckArguments, lang: Lang) -> io::Result<u8> {
    let inputs = inputs(&arguments.files);
    let bar = progress::bar(inputs.len(), Messages::of(lang).progress);
    let (mut output, mut summary, mut files) = (Output::new(), Summary::default(), Vec::new());
    let mut drafts = Vec::new();
    for input in &inputs {
        let (name, path) = (messages::input_name(&input.name, lang), input.name.display().to_string());
        let opened = CheckedFile::open(input, &arguments.reading.password);
        let first = summary.files == 0;
        summary.count(opened.as_ref().map_or(Verdict::Unreadable, CheckedFile::verdict));
        if arguments.report.is_some() {
            drafts.push(draft_part(&name, drafts.len(), &opened, lang));
        }
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
    if let Some(report) = &arguments.report {
        let title = DraftWords::of(lang).report_name;
        if let Err(error) = fs::write(report, report_page(lang, title, &drafts.join("\n"))) {
            let slots = [("page", report.display().to_string()), ("error", error.to_string())];
            let slots = slots.each_ref().map(|(name, value)| (*name, value.as_str()));
            output::print_error(&fill(Messages::of(lang).site_failed, &slots));
            return Ok(2);
        }
    }
    Ok(summary.exit)
}

/// The part of the report on one file: its findings and its text, or why it could not be read.
fn draft_part(name: &str, number: usize, opened: &Result<CheckedFile, InputError>, lang: Lang) -> String {
    match opened {
        Ok(file) => {
            let prerenderer = Prerenderer::new(file.disclosure.clone(), translations().clone());
            prerenderer.draft(name, &format!("file-{}-line-", number + 1), lang)
        }
        Err(error) => {
            format!("<h2>{}</h2>\n<p>{}</p>", escape::markup(name), escape::markup(&error.message(lang)))
        }
    }
}
