//! The release binary by itself: how soon it is ready, and what it holds when idle.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use amparo_tests::Database;

use crate::report::{Verdict, median, milliseconds, note, row};

const ROUNDS: usize = 7;

/// Start to ready on a migrated SQLite file, and memory when idle.
pub fn start() {
    let Some(binary) = binary() else {
        let why = "not measured: AMPARO_BENCH_BINARY names no release binary";
        let verdict = Verdict::NotMeasured(why);
        row(
            "start to ready, SQLite",
            "–",
            "–",
            None,
            "≤ 200 ms",
            &verdict,
        );
        row("memory when idle", "–", "–", None, "≤ 40 MiB", &verdict);
        return;
    };
    let folder = Database::sqlite();
    found(&binary, &folder.folder);
    let (mut ready, mut bare) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let (mut server, took) = serve(&binary, &folder.folder, &[]);
        ready.push(milliseconds(took));
        end(&mut server);
        bare.push(milliseconds(version(&binary)));
    }
    let (ready, bare) = (median(&ready), median(&bare));
    row(
        "start to ready, SQLite",
        &format!("{ready:.0} ms"),
        &format!("{bare:.0} ms: `amparo --version`"),
        Some(ready / bare),
        "≤ 200 ms",
        &Verdict::of(ready <= 200.0),
    );
    idle(&binary, &folder.folder);
}

fn idle(binary: &Path, folder: &Path) {
    // As `deploy/` starts it: one heap for all threads.
    let (idle, most) = resident(binary, folder, &[("MALLOC_ARENA_MAX", "1")]);
    let (bare, _) = resident(binary, folder, &[]);
    row(
        "memory when idle, with the settings of deploy/",
        &format!("{idle:.0} MiB"),
        &format!("{bare:.0} MiB: `amparo serve` without them"),
        Some(idle / bare),
        "≤ 40 MiB",
        &Verdict::of(idle <= 40.0),
    );
    note(&format!(
        "memory when idle: at most {most:.0} MiB in the first 8 seconds"
    ));
}

/// What a server holds when it has nothing to do, and the most it held before, in MiB.
fn resident(binary: &Path, folder: &Path, settings: &[(&str, &str)]) -> (f64, f64) {
    let (mut server, _) = serve(binary, folder, settings);
    let process = server.id().to_string();
    // Long enough for whatever a fresh server makes in reserve.
    wait(Duration::from_secs(8));
    let sizes = ["VmRSS:", "VmHWM:"].map(|line| mebibytes_of(&process, line));
    end(&mut server);
    sizes.into()
}

fn binary() -> Option<PathBuf> {
    let named = PathBuf::from(std::env::var_os("AMPARO_BENCH_BINARY")?);
    named.is_file().then_some(named)
}

fn found(binary: &Path, folder: &Path) {
    let done = Command::new(binary)
        .args(["init", "--name", "A hotline", "--kind", "hotline"])
        .args(["--country", "GR", "--holder", "sofia=Sofia"])
        .args(["--holder", "samira=Samira", "--data"])
        .arg(folder)
        .stdout(Stdio::null())
        .status()
        .unwrap();
    assert!(done.success(), "amparo init failed");
}

/// Starts the server and waits until it says that it is ready.
fn serve(binary: &Path, folder: &Path, settings: &[(&str, &str)]) -> (Child, Duration) {
    let address = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    let began = Instant::now();
    let server = Command::new(binary)
        .args(["serve", "--listen", &address.to_string(), "--data"])
        .arg(folder)
        .envs(settings.iter().copied())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    while !is_ready(address) {
        assert!(began.elapsed() < Duration::from_secs(20), "it is not ready");
        wait(Duration::from_millis(1));
    }
    (server, began.elapsed())
}

fn is_ready(address: SocketAddr) -> bool {
    let Ok(mut stream) = TcpStream::connect(address) else {
        return false;
    };
    let asked = b"GET /health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    let mut answer = String::new();
    stream.write_all(asked).is_ok()
        && stream.read_to_string(&mut answer).is_ok()
        && answer.starts_with("HTTP/1.1 204")
}

fn version(binary: &Path) -> Duration {
    let began = Instant::now();
    let done = Command::new(binary)
        .arg("--version")
        .stdout(Stdio::null())
        .status()
        .unwrap();
    assert!(done.success(), "amparo --version failed");
    began.elapsed()
}

fn end(server: &mut Child) {
    server.kill().unwrap();
    server.wait().unwrap();
}

#[expect(clippy::disallowed_methods, reason = "a bench may wait")]
fn wait(time: Duration) {
    std::thread::sleep(time);
}

/// A line of a process's status that is a size, in MiB.
pub fn mebibytes_of(process: &str, line: &str) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let size = status
        .lines()
        .find_map(|found| found.strip_prefix(line))
        .and_then(|rest| rest.trim().strip_suffix(" kB"))
        .and_then(|size| size.parse::<u32>().ok())
        .expect("the status of a process has sizes");
    f64::from(size) / 1024.0
}
