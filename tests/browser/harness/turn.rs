//! Whose turn it is: how many browsers run at once, and how long each of them was open.

use super::test_name;
use std::cell::Cell;
use std::env;
use std::fs::OpenOptions;
use std::io::Write;
use std::time::Instant;
use tokio::runtime::Runtime;
use tokio::sync::{Semaphore, SemaphorePermit};

/// How many browsers may run at once: on a small machine more of them only make each other late.
static PLACES: Semaphore = Semaphore::const_new(2);

thread_local! {
    /// True while the test of this thread has a browser.
    static TAKEN: Cell<bool> = const { Cell::new(false) };
}

/// A test's turn to have a browser. Dropping it lets the next test have one.
pub struct Turn {
    began: Instant,
    _place: SemaphorePermit<'static>,
}

impl Turn {
    /// Waits for a turn. Fails a test that has one already: two such tests would wait for each other.
    #[track_caller]
    pub fn take(runtime: &Runtime) -> Turn {
        assert!(!TAKEN.get(), "this test has a page already: drop it before it opens another");
        let place = runtime.block_on(PLACES.acquire()).expect("the semaphore is never closed");
        TAKEN.set(true);
        Turn { began: Instant::now(), _place: place }
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        TAKEN.set(false);
        let Some(file) = env::var_os("MINGBAI_TEST_TIMES") else { return };
        let line = format!("{:.1}\t{}\n", self.began.elapsed().as_secs_f64(), test_name());
        // In one call, so that lines of tests that end at the same time do not mix.
        let written = OpenOptions::new()
            .create(true)
            .append(true)
            .open(&file)
            .and_then(|mut file| file.write_all(line.as_bytes()));
        if let Err(error) = written {
            eprintln!("{}: {error}", file.display());
        }
    }
}
