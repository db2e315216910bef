//! The arguments of the command.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{ArgAction, Args, Parser};
use mingbai_core::locale::Lang;
use std::path::PathBuf;

/// What `--version` prints after the name. `-V` prints the first line only.
const VERSION: &str = concat!(
    env!("CARGO_PKG_VERSION"),
    "\n明白账：读懂并核对部门预算情况说明 · explains and checks published department budgets\n",
    "JSON: mingbai/1, mingbai/check/1, mingbai/figure/1"
);

const TEMPLATE: &str = "\
{before-help}{about}

用法 Usage:
  {usage}

命令 Commands:
{subcommands}

选项 Options:
{options}{after-help}
";

const COMMAND_TEMPLATE: &str = "\
{before-help}用法 Usage:
  {usage}

{all-args}{after-help}
";

const AFTER: &str = "\
例子 Examples:
  mingbai check 预算.txt
  mingbai parse 预算.txt > 预算.json
  mingbai site dist 预算.txt
  mingbai help check

退出码 Exit codes:
  0  没有对不上的数             nothing conflicts
  1  有对不上的数               amounts conflict
  2  有文件读不出，或命令有误   a file cannot be read, or the command is misused";

const AFTER_CHECK: &str = "\
例子 Examples:
  mingbai check 预算.txt             一份文件          one file
  mingbai check 2023 2024            两个文件夹        two folders
  mingbai check --quiet 2023         只看对不上的      only what conflicts
  mingbai check --json 2023          给程序读          for programs
  mingbai check --report 核对.html 预算.docx
  mingbai check --password 密码 预算.pdf

退出码 Exit codes（以最坏的一份文件为准 the worst file decides）:
  0  没有对不上的数             nothing conflicts
  1  有对不上的数               amounts conflict
  2  有文件读不出，或命令有误   a file cannot be read, or the command is misused

文件 Files:
  纯文本（UTF-8、GB18030 即 GBK、UTF-16）、PDF、OFD、Word 文档（.docx、.doc）、OpenDocument（.odt）、RTF、
  存下的网页（.html），不超过 16 MiB。
  Plain text (UTF-8, GB18030 or GBK, UTF-16), PDFs, OFDs, Word documents (.docx, .doc), OpenDocument texts (.odt),
  RTF, saved web pages (.html); up to 16 MiB.";

const AFTER_PARSE: &str = "\
例子 Examples:
  mingbai parse 预算.txt > 预算.json
  mingbai parse - < 预算.txt

输出 Output:
  金额是以万元为单位的精确小数，写成字符串；减少为负，持平为 \"0\"。
  quote 是文字按 UTF-8 计的字节位置；encoding 和 format 说明文件原来的编码和格式。
  Amounts are exact strings in 万元 (ten thousand yuan); a fall is negative.
  A quote counts bytes of the text as UTF-8; encoding and format say what the file was.

退出码 Exit codes:
  0  读出来了                   read
  2  读不出，或命令有误         cannot be read, or the command is misused";

const AFTER_SITE: &str = "\
例子 Examples:
  mingbai site dist 预算.txt

退出码 Exit codes:
  0  放好了（对不上的数会写在页面最上面）   done; the page names amounts that conflict
  2  说明读不出、不是建好的网站，或命令有误 cannot be read, no built site, or misused";

const AFTER_WITHDRAW: &str = "\
例子 Examples:
  mingbai withdraw dist
  mingbai withdraw --moved-to https://example.org/budget/ dist

然后 Then:
  把整个文件夹放到主机上，让它留几个月：读者下次打开时，浏览器清掉存下的内容。
  Put the folder on the host and leave it there for some months: at the next
  visit, browsers of readers remove what they kept.

退出码 Exit codes:
  0  撤下了                     withdrawn
  2  不是建好的网站，或命令有误 no built site, or misused";

/// 核对部门预算情况说明的数字，或把它读成 JSON。
/// Checks the numbers of a published department budget, or reads it as JSON.
#[derive(Debug, Parser)]
#[command(
    name = "mingbai",
    version,
    long_version = VERSION,
    about = "核对部门预算情况说明的数字对不对得上，或把它读成 JSON。\n\
        Checks whether the numbers of a department's published budget add up, or reads it as JSON.",
    before_help = "明白账 Mingbai",
    after_help = AFTER,
    help_template = TEMPLATE,
    override_usage = "mingbai <check|parse|site|withdraw|help> …",
    disable_help_flag = true,
    disable_help_subcommand = true,
    disable_version_flag = true,
    subcommand_required = true,
    arg_required_else_help = true
)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Subcommand,
    /// 用哪种语言回答：zh 或 en · the language of the answer
    #[arg(long, global = true, value_name = "zh|en", default_value = "zh", value_parser = lang())]
    #[arg(hide_possible_values = true, hide_default_value = true, help_heading = "选项 Options")]
    pub lang: Lang,
    /// 显示帮助 · this help
    #[arg(short, long, global = true, action = ArgAction::Help, help_heading = "选项 Options")]
    help: Option<bool>,
    /// 显示版本 · the version
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
}

/// What to do.
#[derive(Debug, clap::Subcommand)]
pub enum Subcommand {
    /// 核对数字对不对得上 · say whether the numbers add up
    #[command(
        about = "核对数字对不对得上 · say whether the numbers add up",
        before_help = "逐项核对预算情况说明里应当相等的数，说出哪些对得上、哪些对不上、差多少、原文在第几行。\n\
            Checks every pair of numbers that should agree, and says which do not, by how much, and on which lines.",
        override_usage = "mingbai check [选项 options] <文件 FILE | 文件夹 FOLDER | -> …",
        after_help = AFTER_CHECK,
        help_template = COMMAND_TEMPLATE
    )]
    Check(CheckArguments),
    /// 读成 JSON · read it as JSON
    #[command(
        about = "读成 JSON · read it as JSON",
        before_help = "把一份预算情况说明读成 JSON：每一笔钱、每一处变化、原因、核对结果，都带原文位置。\n\
            Reads a disclosure as JSON: every amount, change, reason and check, with its place in the text.",
        override_usage = "mingbai parse [选项 options] <文件 FILE | ->",
        after_help = AFTER_PARSE,
        help_template = COMMAND_TEMPLATE
    )]
    Parse(ParseArguments),
    /// 放进网站 · put it into a site
    #[command(
        about = "放进建好的网站 · put it into a built site",
        before_help = "把一份预算情况说明放进建好的网站：换一份说明不用重新编译。\n\
            Puts a disclosure into a site that was built: another one compiles nothing.",
        override_usage = "mingbai site [选项 options] <文件夹 FOLDER> <文件 FILE | ->",
        after_help = AFTER_SITE,
        help_template = COMMAND_TEMPLATE
    )]
    Site(SiteArguments),
    /// 撤下网站 · withdraw a site
    #[command(
        about = "撤下网站，只留一句话 · withdraw a site, leaving one sentence",
        before_help = "把建好的网站里的预算撤下：每一页换成一句话，数据和图片删掉，读者浏览器里存下的也会清掉。\n\
            Withdraws the budget of a built site: each page becomes a sentence, data and pictures go, also from readers' browsers.",
        override_usage = "mingbai withdraw [选项 options] <文件夹 FOLDER>",
        after_help = AFTER_WITHDRAW,
        help_template = COMMAND_TEMPLATE
    )]
    Withdraw(WithdrawArguments),
    /// 图要画的东西，给建站用 · what the charts draw, for the build
    #[command(hide = true, about = "图要画的东西，给建站用 · what the charts draw, for the build")]
    Drawings(ParseArguments),
    /// 显示一个命令的帮助 · help on a command
    #[command(
        about = "显示一个命令的帮助 · help on a command",
        override_usage = "mingbai help [check | parse | site | withdraw]"
    )]
    #[command(help_template = COMMAND_TEMPLATE)]
    Help {
        /// 命令：check、parse、site 或 withdraw · the command
        #[arg(value_name = "命令 command", help_heading = "命令 Command")]
        command: Option<String>,
    },
}

/// How files are read.
#[derive(Args, Debug)]
pub struct ReadingArguments {
    /// 文件的密码 · the password of the file
    #[arg(
        long,
        value_name = "密码 PASSWORD",
        default_value = "",
        hide_default_value = true,
        help_heading = "选项 Options"
    )]
    pub password: String,
}

/// `mingbai check`.
#[derive(Args, Debug)]
pub struct CheckArguments {
    /// 文件；文件夹会连同下级一起找；- 是标准输入 · files, folders with documents, - for standard input
    #[arg(required = true, value_name = "文件 FILE", help_heading = "文件 Files")]
    pub files: Vec<PathBuf>,
    /// 输出给程序读的 JSON · JSON for programs
    #[arg(long, help_heading = "选项 Options")]
    pub json: bool,
    /// How files are read.
    #[command(flatten)]
    pub reading: ReadingArguments,
    /// 把核对结果写成网页，可以打印 · write the result as a web page, to be printed
    #[arg(long, value_name = "文件 FILE", help_heading = "选项 Options")]
    pub report: Option<PathBuf>,
    /// 每份文件只说结论和对不上的项 · only the verdict and the conflicts of each file
    #[arg(short, long, help_heading = "选项 Options")]
    pub quiet: bool,
}

/// `mingbai parse`.
#[derive(Args, Debug)]
pub struct ParseArguments {
    /// How files are read.
    #[command(flatten)]
    pub reading: ReadingArguments,
    /// 一份文件；- 是标准输入 · one file, - for standard input
    #[arg(value_name = "文件 FILE", help_heading = "文件 File")]
    pub file: PathBuf,
}

/// `mingbai site`.
#[derive(Args, Debug)]
pub struct SiteArguments {
    /// 建好的网站（有 index.html 的文件夹）· a built site, the folder with index.html
    #[arg(value_name = "文件夹 FOLDER", help_heading = "文件 Files")]
    pub site: PathBuf,
    /// 网站的地址，链接预览和搜索引擎要用 · the site's address, for link previews and search engines
    #[arg(long, value_name = "地址 URL", value_parser = address, help_heading = "选项 Options")]
    pub address: Option<String>,
    /// 原文在哪里、什么时候公布的，像 data/publication.toml 那样写 · where and when the original was published
    #[arg(long, value_name = "文件 FILE", help_heading = "选项 Options")]
    pub publication: Option<PathBuf>,
    /// How files are read.
    #[command(flatten)]
    pub reading: ReadingArguments,
    /// 画好的图所在的文件夹，建站时用 · the folder with what was drawn, for the build
    #[arg(long = "drawn", hide = true)]
    pub drawings: Option<PathBuf>,
    /// 一份说明；- 是标准输入 · one disclosure, - for standard input
    #[arg(value_name = "文件 FILE", help_heading = "文件 Files")]
    pub file: PathBuf,
}

/// `mingbai withdraw`.
#[derive(Args, Debug)]
pub struct WithdrawArguments {
    /// 读者可以去的新网址 · the address where readers find another one
    #[arg(long, value_name = "网址 URL", value_parser = address, help_heading = "选项 Options")]
    pub moved_to: Option<String>,
    /// 建好的网站（有 index.html 的文件夹）· a built site, the folder with index.html
    #[arg(value_name = "文件夹 FOLDER", help_heading = "文件 Files")]
    pub site: PathBuf,
}

/// Parses the address of a site; adds the slash at its end.
fn address(typed: &str) -> Result<String, String> {
    let behind_scheme = typed.strip_prefix("https://").or_else(|| typed.strip_prefix("http://"));
    let host = behind_scheme.and_then(|rest| rest.split('/').next()).unwrap_or_default();
    // A name and a password in it would be published on every page.
    let is_host = host.starts_with(|c: char| c.is_alphanumeric() || c == '[') && !host.contains('@');
    let is_strange = |c: char| c.is_whitespace() || c.is_control() || "\"'<>?#\\{}`^|".contains(c);
    if !is_host || typed.contains(is_strange) {
        return Err("像 https://example.org/budget/ 这样写 · write it like this".to_owned());
    }
    Ok(format!("{}/", typed.trim_end_matches('/')))
}

/// Parses the value of `--lang`: a language's code.
fn lang() -> impl TypedValueParser<Value = Lang> {
    PossibleValuesParser::new(Lang::ALL.map(Lang::code)).map(|code| code.parse().unwrap_or_default())
}
