//! The real program in a process of its own, so that its log and its files can be looked at, and
//! so that it can be killed.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use actix_web::test::TestRequest;
use actix_web::web::Bytes;
use actix_web::{FromRequest, HttpResponse};

/// A server that runs until it is killed.
#[derive(Debug)]
pub struct Process {
    child: Child,
    /// Where it listens.
    pub address: SocketAddr,
    /// What it writes to its log.
    pub log: PathBuf,
}

impl Process {
    /// Starts `amparo serve` over a database. Builds nothing: the binary lies beside the tests.
    pub fn serve(folder: &Path, database: &str, mail_server: &str) -> Self {
        let log = folder.join("server.log");
        let mail = folder.join("mail.url");
        std::fs::write(&mail, mail_server).unwrap();
        let child = Command::new(binary())
            .arg("serve")
            .args(["--listen", "127.0.0.1:0", "--database", database])
            .arg("--data")
            .arg(folder)
            .arg("--state")
            .arg(folder.join("state"))
            .arg("--mail-url-file")
            .arg(mail)
            .args(["--mail-timeout", "120"])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(std::fs::File::create(&log).unwrap())
            .spawn()
            .unwrap();
        let address = listening(&log);
        Self {
            child,
            address,
            log,
        }
    }

    /// Kills it at once, as a power cut would. What lies on the disk stays as it is.
    pub fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // A test that failed may not have come to its kill.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// `AMPARO_BIN`, or the debug build of the workspace that this test was built in.
#[expect(
    clippy::disallowed_methods,
    reason = "the test harness, not the server, reads this"
)]
fn binary() -> PathBuf {
    if let Ok(named) = std::env::var("AMPARO_BIN") {
        return PathBuf::from(named);
    }
    let tests = std::env::current_exe().unwrap();
    let binary = tests.parent().unwrap().parent().unwrap().join("amparo");
    assert!(
        binary.is_file(),
        "build it first: cargo build --package amparo"
    );
    binary
}

#[expect(clippy::disallowed_methods, reason = "waits for another process")]
fn listening(log: &Path) -> SocketAddr {
    let began = Instant::now();
    while began.elapsed() < Duration::from_secs(60) {
        let text = std::fs::read_to_string(log).unwrap();
        let found = text
            .lines()
            .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
            .find_map(|line| line["fields"]["at"].as_str()?.parse().ok());
        if let Some(address) = found {
            return address;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!(
        "the server does not listen: {}",
        std::fs::read_to_string(log).unwrap()
    )
}

/// Sends a request over the wire and reads the whole answer.
pub(crate) async fn send(address: SocketAddr, request: TestRequest) -> HttpResponse {
    let (request, mut payload) = request.to_srv_request().into_parts();
    let body = Bytes::from_request(&request, &mut payload).await.unwrap();
    let mut head = format!("{} {} HTTP/1.1\r\n", request.method(), request.uri());
    head.push_str(&format!("host: {address}\r\nconnection: close\r\n"));
    for (name, value) in request.headers() {
        if name != "content-length" {
            head.push_str(&format!("{name}: {}\r\n", value.to_str().unwrap()));
        }
    }
    head.push_str(&format!("content-length: {}\r\n\r\n", body.len()));
    let mut wire = TcpStream::connect(address).unwrap();
    wire.write_all(head.as_bytes()).unwrap();
    wire.write_all(&body).unwrap();
    let mut answer = Vec::new();
    wire.read_to_end(&mut answer).unwrap();
    parse(&answer)
}

/// Reads an answer that ends with the connection.
fn parse(answer: &[u8]) -> HttpResponse {
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n");
    let (head, body) = answer.split_at(end.unwrap());
    let head = String::from_utf8_lossy(head);
    let mut lines = head.lines();
    let status = lines.next().unwrap().split(' ').nth(1).unwrap();
    let status = actix_web::http::StatusCode::from_bytes(status.as_bytes()).unwrap();
    let mut response = HttpResponse::build(status);
    for (name, value) in lines.filter_map(|line| line.split_once(": ")) {
        assert_ne!(name, "transfer-encoding", "teach the tests to read chunks");
        response.append_header((name, value));
    }
    response.body(body.strip_prefix(b"\r\n\r\n").unwrap().to_vec())
}
