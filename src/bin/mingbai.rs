//! The host's command.

use mingbai::audit::{self, Outcome};
use mingbai::disclosure;
use mingbai::figure::{self, Reading};
use mingbai::locale::{Lang, Locale};
use std::path::Path;
use std::process::ExitCode;

const HELP: &str = "\
明白账 · mingbai

  mingbai check FILE…   read disclosures, and say whether their figures add up
                        exit 0: nothing conflicts · 1: something conflicts · 2: a file cannot be read
  mingbai help          this text
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.split_first() {
        Some((verb, files)) if verb == "check" && !files.is_empty() => {
            let worst = files.iter().map(|file| check(Path::new(file))).max().unwrap_or(0);
            ExitCode::from(worst)
        }
        Some((verb, _)) if matches!(verb.as_str(), "help" | "--help" | "-h") => {
            print!("{HELP}");
            ExitCode::SUCCESS
        }
        _ => {
            eprint!("{HELP}");
            ExitCode::from(2)
        }
    }
}

/// Reads and checks one file; returns its exit code.
fn check(path: &Path) -> u8 {
    let shown = path.display();
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) => {
            eprintln!("{shown}: 无法读取这个文件：{error}");
            return 2;
        }
    };
    let disclosure = match disclosure::read(&text) {
        Ok(disclosure) => disclosure,
        Err(error) => {
            eprintln!("{shown}: {error}");
            return 2;
        }
    };
    let checks = audit::run(&disclosure);
    let reading = Reading { disclosure: &disclosure, locale: Locale::of(Lang::Zh) };
    println!("{shown}: {}", figure::verdict(&reading, &checks).plain(&reading.locale));
    for check in checks.iter().filter(|check| check.outcome == Outcome::Conflict) {
        println!("  {}", figure::check_sentence(&reading, check).plain(&reading.locale));
    }
    for unread in &disclosure.unread {
        println!("  {}:{}: {}（{}）", shown, unread.quote.line, unread.text, unread.why.word());
    }
    u8::from(checks.iter().any(|check| check.outcome == Outcome::Conflict))
}
