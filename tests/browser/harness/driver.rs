//! One chromedriver for all tests that run at the same time, and the sessions it gives; drivers of one's own for those in
//! Firefox and WebKit.

use std::env;
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::thread;
use std::time::Instant;

use super::PATIENCE;
use serde_json::{Value, json};
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::error::WebDriverResult;
use thirtyfour::{Capabilities, RequestData, SessionId, WebDriver};

/// Runs a program until standard input is closed. That happens however this process ends, even if it is killed, so no
/// driver is left behind.
const UNTIL_INPUT_ENDS: &str = r#""$@" </dev/null & read -r _; kill $!; wait"#;

/// A running driver of browsers. It ends when its last holder is dropped, after a failed test too.
pub struct Driver {
    shell: Child,
    url: String,
}

impl Driver {
    /// The chromedriver that other tests hold at this moment, or a new one on a free port.
    pub fn shared() -> Arc<Driver> {
        static RUNNING: Mutex<Weak<Driver>> = Mutex::new(Weak::new());
        let mut running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
        running.upgrade().unwrap_or_else(|| {
            let program = program("CHROMEDRIVER_PATH", &["chromedriver"]);
            let driver = Driver::start(program, &["--port=0", "--log-level=SEVERE"], "started successfully on port ");
            let driver = Arc::new(driver);
            *running = Arc::downgrade(&driver);
            driver
        })
    }

    /// A geckodriver of one's own: it serves one browser at a time.
    pub fn gecko() -> Driver {
        let program = program("GECKODRIVER_PATH", &["geckodriver"]);
        // Its second port, for another protocol, is free as well.
        let arguments = ["--port=0", "--websocket-port=0", "--log=info"];
        Driver::start(program, &arguments, "Listening on 127.0.0.1:")
    }

    /// A screen that nobody sees, for browsers that need one, with its name.
    pub fn display() -> (Driver, String) {
        let program = program("XVFB_PATH", &["Xvfb"]);
        // It writes the number of the first screen that is free.
        let arguments = ["-displayfd", "1", "-screen", "0", "1920x1200x24", "-nolisten", "tcp"];
        let display = Driver::start(program, &arguments, "");
        let name = format!(":{}", display.url.rsplit(':').next().unwrap_or_default());
        (display, name)
    }

    /// A WebKitWebDriver of one's own, whose browser is on this screen.
    pub fn webkit(display: &str) -> Driver {
        let program = program("WEBKIT_DRIVER_PATH", &["WebKitWebDriver"]);
        // It does not say its port, so it is told one.
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port on 127.0.0.1");
        let port = listener.local_addr().expect("the port just bound").port();
        drop(listener);
        let mut command = Driver::command(&program, &[&format!("--port={port}")]);
        // Without a graphics card.
        command.env("DISPLAY", display).env("LIBGL_ALWAYS_SOFTWARE", "1").env("GDK_BACKEND", "x11");
        let shell = command.stdout(Stdio::null()).spawn().expect("a shell");
        let driver = Driver { shell, url: format!("http://127.0.0.1:{port}") };
        let until = Instant::now() + PATIENCE;
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            assert!(Instant::now() < until, "{} does not listen on port {port}", program.display());
            thread::sleep(PATIENCE / 500);
        }
        driver
    }

    /// Where it listens.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// A program that ends with this process.
    fn command(program: &Path, arguments: &[&str]) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", UNTIL_INPUT_ENDS, "sh"]).arg(program).args(arguments);
        command.stdin(Stdio::piped()).stderr(Stdio::null());
        command
    }

    /// Starts a driver; `says` is what it writes before its port.
    fn start(program: PathBuf, arguments: &[&str], says: &str) -> Driver {
        let started = Driver::command(&program, arguments).stdout(Stdio::piped()).spawn();
        let mut shell = started.unwrap_or_else(|error| panic!("starting {}: {error}", program.display()));

        let mut lines = BufReader::new(shell.stdout.take().expect("its output is piped")).lines();
        let port: u16 = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| line.split_once(says)?.1.trim_end_matches('.').parse().ok())
            .unwrap_or_else(|| panic!("{} ended without saying its port", program.display()));
        // It must never find its output closed or full.
        thread::spawn(move || lines.for_each(drop));

        Driver { shell, url: format!("http://127.0.0.1:{port}") }
    }

    /// Opens a browser with an empty profile, in which no host but this machine can be reached. `switches` are the browser's own.
    pub async fn session(&self, profile: &str, switches: &[String]) -> WebDriverResult<WebDriver> {
        let chrome = chromium_program();
        let mut options = json!({
            "binary": chrome,
            "args": [
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                // A container's /dev/shm is often too small for a tall page.
                "--disable-dev-shm-usage",
                // When chromedriver ends, the pipe closes and the browser ends with it.
                "--remote-debugging-pipe",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                format!("--user-data-dir={profile}"),
            ],
        });
        options["args"].as_array_mut().expect("a list").extend(switches.iter().cloned().map(Value::from));
        let mut capabilities = Capabilities::new();
        capabilities.insert("browserName".into(), json!("chrome"));
        capabilities.insert("goog:chromeOptions".into(), options);
        capabilities.insert("goog:loggingPrefs".into(), json!({ "browser": "ALL", "performance": "ALL" }));
        WebDriver::new(&self.url, capabilities).await
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        drop(self.shell.stdin.take());
        let _ = self.shell.wait();
    }
}

/// Asks chromedriver for what was logged since it was last asked: `browser` (the console) or `performance` (the
/// network). WebDriver has no such command; it is chromedriver's own.
#[derive(Debug)]
pub struct TakeLog(pub &'static str);

impl FormatRequestData for TakeLog {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let method = "POST".parse().expect("a method of HTTP");
        RequestData::new(method, format!("session/{session}/se/log")).add_body(json!({ "type": self.0 }))
    }
}

/// Chromium: named by `CHROME_PATH`, else on the PATH.
pub fn chromium_program() -> PathBuf {
    program("CHROME_PATH", &["chromium", "chromium-browser", "google-chrome", "chrome"])
}

/// The program named by an environment variable, else the first of these names that is on the PATH.
pub fn program(variable: &str, names: &[&str]) -> PathBuf {
    if let Some(path) = env::var_os(variable).filter(|path| !path.is_empty()) {
        return path.into();
    }
    let folders = env::var_os("PATH").unwrap_or_default();
    names
        .iter()
        .flat_map(|name| env::split_paths(&folders).map(move |folder| folder.join(name)))
        .find(|file| file.is_file())
        .unwrap_or_else(|| panic!("no {} on the PATH: install it, or name it in {variable}", names[0]))
}
