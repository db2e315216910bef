//! The attribute [`macro@lazy_chunk`], which marks what the release build moves into a file of its own.

use proc_macro::{Delimiter, Ident, TokenStream, TokenTree};
use std::str::FromStr;

/// Makes a function `async`, and in a release build the entry of a chunk that is fetched when it is first called.
///
/// ```ignore
/// #[lazy_chunk(search, preload(fetch))]
/// pub fn show(state: State) -> ChunkResult { … }
/// ```
///
/// With the feature `split` this is `#[wasm_split]` of Leptos: functions of one chunk name, and what only they call, go
/// into one WebAssembly file. Without it, as in development, the function stays where it is and is merely `async`, so
/// that call sites are the same. The function must not be `async` itself, and returns a `Result` whose error can be
/// made from Leptos' `SplitLoaderError`. `preload(name)` adds a function that fetches the chunk without calling
/// anything in it.
#[proc_macro_attribute]
pub fn lazy_chunk(arguments: TokenStream, function: TokenStream) -> TokenStream {
    let expanded = LazyChunkArguments::parse(arguments).and_then(|arguments| {
        let function = AnnotatedFunction::parse(function)?;
        expand(&arguments, &function).map_err(|error| format!("the expansion cannot be parsed: {error}"))
    });
    match expanded {
        Ok(tokens) => tokens,
        Err(message) => compile_error(&message),
    }
}

/// The chunk's name, and that of the function that fetches it.
struct LazyChunkArguments {
    chunk: Ident,
    preload: Option<Ident>,
}

impl LazyChunkArguments {
    fn parse(tokens: TokenStream) -> Result<LazyChunkArguments, String> {
        const EXPECTED: &str = "expected #[lazy_chunk(chunk)] or #[lazy_chunk(chunk, preload(function))]";
        let mut tokens = tokens.into_iter();
        let Some(TokenTree::Ident(chunk)) = tokens.next() else { return Err(EXPECTED.to_owned()) };
        let preload = match (tokens.next(), tokens.next(), tokens.next(), tokens.next()) {
            (None, ..) => None,
            (Some(TokenTree::Punct(_)), Some(TokenTree::Ident(word)), Some(TokenTree::Group(group)), None)
                if word.to_string() == "preload" && group.delimiter() == Delimiter::Parenthesis =>
            {
                match group.stream().into_iter().next() {
                    Some(TokenTree::Ident(name)) => Some(name),
                    _ => return Err(EXPECTED.to_owned()),
                }
            }
            _ => return Err(EXPECTED.to_owned()),
        };
        Ok(LazyChunkArguments { chunk, preload })
    }
}

/// A function, divided where `async` goes.
struct AnnotatedFunction {
    attributes: TokenStream,
    visibility: TokenStream,
    /// From `fn` on.
    rest: TokenStream,
}

impl AnnotatedFunction {
    fn parse(tokens: TokenStream) -> Result<AnnotatedFunction, String> {
        let (mut attributes, mut visibility) = (Vec::new(), Vec::new());
        let mut tokens = tokens.into_iter().peekable();
        while let Some(token) = tokens.next() {
            match &token {
                TokenTree::Punct(punct) if punct.as_char() == '#' => {
                    attributes.push(token);
                    attributes.extend(tokens.next());
                }
                TokenTree::Ident(word) if word.to_string() == "fn" => {
                    return Ok(AnnotatedFunction {
                        attributes: attributes.into_iter().collect(),
                        visibility: visibility.into_iter().collect(),
                        rest: std::iter::once(token).chain(tokens).collect(),
                    });
                }
                _ => visibility.push(token),
            }
        }
        Err("#[lazy_chunk] belongs on a function".to_owned())
    }
}

fn expand(arguments: &LazyChunkArguments, function: &AnnotatedFunction) -> Result<TokenStream, proc_macro::LexError> {
    let AnnotatedFunction { attributes, visibility, rest } = function;
    let chunk = &arguments.chunk;
    let preload = arguments.preload.as_ref().map_or_else(String::new, |name| format!(", preload({name})"));
    let mut expanded = TokenStream::from_str(&format!(
        "#[cfg(feature = \"split\")]
         #[::leptos::wasm_split::wasm_split({chunk}, wasm_split_path = ::leptos::wasm_split, fallible{preload})]"
    ))?;
    // The tokens themselves, not their text: errors and lints point at the function.
    expanded.extend([attributes.clone(), visibility.clone(), rest.clone()]);
    expanded.extend(TokenStream::from_str("#[cfg(not(feature = \"split\"))]")?);
    expanded.extend([attributes.clone(), visibility.clone(), TokenStream::from_str("async")?, rest.clone()]);
    if let Some(name) = &arguments.preload {
        expanded.extend(TokenStream::from_str("#[cfg(not(feature = \"split\"))]")?);
        expanded.extend(visibility.clone());
        expanded.extend(TokenStream::from_str(&format!(
            "async fn {name}() -> ::core::result::Result<(), ::leptos::wasm_split::SplitLoaderError> {{ Ok(()) }}"
        ))?);
    }
    Ok(expanded)
}

fn compile_error(message: &str) -> TokenStream {
    TokenStream::from_str(&format!("::core::compile_error!({message:?});")).unwrap_or_default()
}
