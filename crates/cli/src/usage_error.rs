//! Answers to what is no order: help, version, and what was mistyped.

use crate::arguments::Arguments;
use crate::output;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory, Error};
use mingbai_core::locale::Lang;
use std::path::Path;
use std::process::ExitCode;

/// The exit code of a misused command: the same as for what cannot be read.
const MISUSED: u8 = 2;

/// Answers a command line that orders nothing.
pub fn answer(error: &Error) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            output::print(&error.render().to_string());
            ExitCode::SUCCESS
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
            output::complain(&Arguments::command().render_help().to_string());
            ExitCode::from(MISUSED)
        }
        _ => {
            output::complain(&sentence(error, typed_lang()));
            ExitCode::from(MISUSED)
        }
    }
}

/// Help on a verb, or on the whole.
pub fn help(verb: Option<&str>, lang: Lang) -> ExitCode {
    let mut command = Arguments::command();
    // Building hands the options that every verb has to each of them.
    command.build();
    let asked = match verb {
        None => Some(&mut command),
        Some(verb) => command.find_subcommand_mut(verb),
    };
    match (asked, verb) {
        (Some(command), _) => {
            output::print(&command.render_help().to_string());
            ExitCode::SUCCESS
        }
        (None, verb) => {
            output::complain(&unknown_verb(verb.unwrap_or_default(), None, lang));
            ExitCode::from(MISUSED)
        }
    }
}

/// The language asked for, where the command line as a whole could not be understood.
fn typed_lang() -> Lang {
    let words: Vec<String> = std::env::args_os().map(|word| word.to_string_lossy().into_owned()).collect();
    let english = words.iter().any(|word| word == "--lang=en") || words.windows(2).any(|pair| pair == ["--lang", "en"]);
    if english { Lang::En } else { Lang::Zh }
}

fn sentence(error: &Error, lang: Lang) -> String {
    let said = |kind| match error.get(kind) {
        Some(ContextValue::String(word)) => Some(word.clone()),
        Some(ContextValue::Strings(words)) => words.first().cloned(),
        _ => None,
    };
    let (argument, value) =
        (said(ContextKind::InvalidArg).unwrap_or_default(), said(ContextKind::InvalidValue).unwrap_or_default());
    // Without the value's name behind the option.
    let argument = argument.split(' ').next().unwrap_or_default();
    // An empty name (check "") is as good as none.
    let unnamed = error.kind() == ErrorKind::MissingRequiredArgument
        || error.kind() == ErrorKind::InvalidValue && value.is_empty() && argument != "--lang";
    match (error.kind(), lang) {
        (ErrorKind::InvalidSubcommand, lang) => {
            let verb = said(ContextKind::InvalidSubcommand).unwrap_or_default();
            unknown_verb(&verb, said(ContextKind::SuggestedSubcommand).as_deref(), lang)
        }
        (_, Lang::Zh) if unnamed => {
            "没有写要读哪份文件；请写上文件名，例如 mingbai check 预算.txt，从标准输入读就写 -。".to_owned()
        }
        (_, Lang::En) if unnamed => {
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

fn unknown_verb(verb: &str, similar: Option<&str>, lang: Lang) -> String {
    // A file where the verb belongs: the likeliest slip of all.
    if Path::new(verb).exists() {
        return match lang {
            Lang::Zh => format!("“{verb}”是文件，前面还要写命令；要核对它，请用 mingbai check {verb}。"),
            Lang::En => format!("“{verb}” is a file and needs a command before it; to check it: mingbai check {verb}."),
        };
    }
    match (lang, similar) {
        (Lang::Zh, Some(similar)) => {
            format!("没有“{verb}”这个命令；想用的也许是 mingbai {similar}，全部命令见 mingbai help。")
        }
        (Lang::Zh, None) => format!("没有“{verb}”这个命令；请用 check、parse 或 site，用法见 mingbai help。"),
        (Lang::En, Some(similar)) => {
            format!("There is no command “{verb}”; perhaps mingbai {similar} is meant, mingbai help lists them all.")
        }
        (Lang::En, None) => format!("There is no command “{verb}”; use check, parse or site, mingbai help says how."),
    }
}
