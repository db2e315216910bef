//! Programs in Python, which `make setup` installs in environments of their own.

use std::path::PathBuf;
use std::{env, fs};

/// A program in the newest environment whose name begins so: named by a variable, else where `tools/ensure-tools.sh` puts
/// it.
pub fn python_tool(environment: &str, program: &str, variable: &str) -> PathBuf {
    let path = |name| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    if let Some(named) = path(variable) {
        return named;
    }
    let cache = path("XDG_CACHE_HOME").or_else(|| Some(path("HOME")?.join(".cache"))).unwrap_or_default();
    let tools = fs::read_dir(cache.join("mingbai/tools")).into_iter().flatten().flatten();
    let programs = tools
        .filter(|folder| folder.file_name().to_string_lossy().starts_with(environment))
        .map(|folder| folder.path().join(program))
        .filter(|program| program.is_file());
    let newest = programs
        .max_by_key(|program| fs::metadata(program.with_file_name("activate")).and_then(|it| it.modified()).ok());
    newest.unwrap_or_else(|| panic!("{environment}… is missing: run `make setup`, or name {program} in {variable}"))
}
