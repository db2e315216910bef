//! Bounds the memory of the reader: a file that unpacks to more ends the worker, not the browser.

/// The most memory of a worker that reads a file, in bytes: 512 MiB.
const MEMORY_LIMIT: u32 = 512 << 20;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|target| target == "wasm32") {
        println!("cargo::rustc-link-arg-cdylib=--max-memory={MEMORY_LIMIT}");
    }
}
