//! Command lines that run nothing: help, version, and usage errors.

use crate::arguments::Arguments;
use crate::output;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory, Error};
use mingbai_core::locale::Lang;
use std::path::Path;
use std::process::ExitCode;

/// The exit code of a usage error: the same as for a file that cannot be read.
const USAGE_ERROR: u8 = 2;

/// Prints the answer to a command line that runs nothing; returns the exit code.
pub fn answer(error: &Error) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            output::print_text(&error.render().to_string());
            ExitCode::SUCCESS
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
            output::print_error(&Arguments::command().render_help().to_string());
            ExitCode::from(USAGE_ERROR)
        }
        _ => {
            output::print_error(&sentence(error, typed_lang()));
            ExitCode::from(USAGE_ERROR)
        }
    }
}

/// Prints the help on a subcommand, or on the command; returns the exit code.
pub fn help(name: Option<&str>, lang: Lang) -> ExitCode {
    let mut command = Arguments::command();
    // Building adds the global options to each subcommand.
    command.build();
    let found = match name {
        None => Some(&mut command),
        Some(name) => command.find_subcommand_mut(name),
    };
    match (found, name) {
        (Some(command), _) => {
            output::print_text(&command.render_help().to_string());
            ExitCode::SUCCESS
        }
        (None, name) => {
            output::print_error(&unknown_command(name.unwrap_or_default(), None, lang));
            ExitCode::from(USAGE_ERROR)
        }
    }
}

/// The language of `--lang` on a command line that could not be parsed.
fn typed_lang() -> Lang {
    let arguments: Vec<String> = std::env::args_os().map(|argument| argument.to_string_lossy().into_owned()).collect();
    let joined = arguments.iter().filter_map(|argument| argument.strip_prefix("--lang="));
    let separate = arguments.windows(2).filter(|pair| pair[0] == "--lang").map(|pair| pair[1].as_str());
    joined.chain(separate).find_map(|code| code.parse().ok()).unwrap_or_default()
}

fn sentence(error: &Error, lang: Lang) -> String {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(word)) => Some(word.clone()),
        Some(ContextValue::Strings(words)) => words.first().cloned(),
        _ => None,
    };
    let (argument, value) =
        (context(ContextKind::InvalidArg).unwrap_or_default(), context(ContextKind::InvalidValue).unwrap_or_default());
    // Only the option, without the name of its value.
    let argument = argument.split(' ').next().unwrap_or_default();
    // An empty file name (check "") counts as none.
    let is_file_missing = error.kind() == ErrorKind::MissingRequiredArgument
        || error.kind() == ErrorKind::InvalidValue && value.is_empty() && argument != "--lang";
    match (error.kind(), lang) {
        (ErrorKind::InvalidSubcommand, lang) => {
            let name = context(ContextKind::InvalidSubcommand).unwrap_or_default();
            unknown_command(&name, context(ContextKind::SuggestedSubcommand).as_deref(), lang)
        }
        (_, Lang::Zh) if is_file_missing => {
            "没有写要读哪份文件；请写上文件名，例如 mingbai check 预算.txt，从标准输入读就写 -。".to_owned()
        }
        (_, Lang::En) if is_file_missing => {
            "No file is named; name one, as in mingbai check budget.txt, or - for standard input.".to_owned()
        }
        (ErrorKind::ValueValidation, Lang::Zh) => {
            format!("{argument} 不能是“{value}”；请写网站的完整地址，例如 https://example.org/budget/。")
        }
        (ErrorKind::ValueValidation, Lang::En) => {
            format!(
                "{argument} cannot be “{value}”; write the site's whole address, such as https://example.org/budget/."
            )
        }
        (ErrorKind::InvalidValue | ErrorKind::NoEquals, Lang::Zh) if !value.is_empty() => {
            format!("{argument} 不能是“{value}”；请写 --lang zh 或 --lang en。")
        }
        (ErrorKind::InvalidValue | ErrorKind::NoEquals, Lang::En) if !value.is_empty() => {
            format!("{argument} cannot be “{value}”; write --lang zh or --lang en.")
        }
        (ErrorKind::InvalidValue, Lang::Zh) => "--lang 后面没有写语言；请写 --lang zh 或 --lang en。".to_owned(),
        (ErrorKind::InvalidValue, Lang::En) => "--lang names no language; write --lang zh or --lang en.".to_owned(),
        (ErrorKind::ArgumentConflict, Lang::Zh) => format!("{argument} 只能写一次；请去掉多余的。"),
        (ErrorKind::ArgumentConflict, Lang::En) => format!("{argument} can be given only once; leave out the others."),
        (_, Lang::Zh) => format!("这里不能写“{argument}”；可以写什么，见 mingbai help。"),
        (_, Lang::En) => format!("“{argument}” cannot stand here; mingbai help lists what can."),
    }
}

fn unknown_command(name: &str, similar: Option<&str>, lang: Lang) -> String {
    // A file name in place of a subcommand is the likeliest mistake.
    if Path::new(name).exists() {
        return match lang {
            Lang::Zh => format!("“{name}”是文件，前面还要写命令；要核对它，请用 mingbai check {name}。"),
            Lang::En => format!("“{name}” is a file and needs a command before it; to check it: mingbai check {name}."),
        };
    }
    match (lang, similar) {
        (Lang::Zh, Some(similar)) => {
            format!("没有“{name}”这个命令；想用的也许是 mingbai {similar}，全部命令见 mingbai help。")
        }
        (Lang::Zh, None) => format!("没有“{name}”这个命令；请用 check、parse、site 或 withdraw，用法见 mingbai help。"),
        (Lang::En, Some(similar)) => {
            format!("There is no command “{name}”; perhaps mingbai {similar} is meant, mingbai help lists them all.")
        }
        (Lang::En, None) => {
            format!("There is no command “{name}”; use check, parse, site or withdraw; mingbai help says how.")
        }
    }
}
