//! A client for loads: one kept-alive connection, requests that are put together beforehand, and
//! no work beside sending and reading.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};

use serde_json::Value;

/// A request, ready to be sent any number of times.
#[derive(Clone)]
pub struct Request(Vec<u8>);

impl Request {
    /// A request under `/api/v1`, or anywhere if the path begins with two slashes.
    pub fn new(method: &str, path: &str, token: Option<&str>, body: Option<&Value>) -> Self {
        Self::with("", method, path, token, body)
    }

    /// The same for a change of the version that the caller read.
    pub fn of_version(version: i64, path: &str, token: &str, body: Option<&Value>) -> Self {
        let header = format!("If-Match: \"{version}\"\r\n");
        Self::with(&header, "POST", path, Some(token), body)
    }

    fn with(
        headers: &str,
        method: &str,
        path: &str,
        token: Option<&str>,
        body: Option<&Value>,
    ) -> Self {
        let path = match path.strip_prefix('/') {
            Some(elsewhere) if elsewhere.starts_with('/') => elsewhere.to_owned(),
            _ => format!("/api/v1{path}"),
        };
        let mut text = format!("{method} {path} HTTP/1.1\r\nHost: localhost\r\n{headers}");
        if let Some(token) = token {
            text.push_str(&format!("Authorization: Bearer {token}\r\n"));
        }
        let body = body.map(Value::to_string).unwrap_or_default();
        if !body.is_empty() {
            text.push_str("Content-Type: application/json\r\n");
        }
        text.push_str(&format!("Content-Length: {}\r\n\r\n{body}", body.len()));
        Self(text.into_bytes())
    }

    /// A file, as an archive.
    pub fn archive(path: &str, token: &str, zipped: &[u8]) -> Self {
        let headers = format!(
            "POST /api/v1{path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\n\
             Content-Type: application/zip\r\nContent-Length: {}\r\n\r\n",
            zipped.len()
        );
        Self([headers.as_bytes(), zipped].concat())
    }
}

/// What came back.
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The body as it came.
    pub bytes: Vec<u8>,
}

impl Answer {
    /// The body, or the bench breaks.
    pub fn expect(self, status: u16) -> Value {
        let text = String::from_utf8_lossy(&self.bytes);
        assert_eq!(self.status, status, "{text}");
        serde_json::from_slice(&self.bytes).unwrap_or_default()
    }
}

/// One connection that is kept alive.
pub struct Connection(BufReader<TcpStream>);

impl Connection {
    /// Connects.
    pub fn open(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).expect("the server does not listen");
        stream.set_nodelay(true).unwrap();
        Self(BufReader::new(stream))
    }

    /// Sends a request and reads the whole answer.
    pub fn send(&mut self, request: &Request) -> Answer {
        self.try_send(request).unwrap()
    }

    /// The same for who must expect to be cut off.
    pub fn try_send(&mut self, request: &Request) -> io::Result<Answer> {
        self.0.get_mut().write_all(&request.0)?;
        let mut line = String::new();
        self.0.read_line(&mut line)?;
        let status = line.split(' ').nth(1).and_then(|code| code.parse().ok());
        let status = status.ok_or(io::ErrorKind::UnexpectedEof)?;
        let mut length = 0;
        loop {
            line.clear();
            self.0.read_line(&mut line)?;
            let Some((name, value)) = line.split_once(':') else {
                break;
            };
            assert!(
                !name.eq_ignore_ascii_case("transfer-encoding"),
                "an answer in chunks is not expected here"
            );
            if name.eq_ignore_ascii_case("content-length") {
                length = value.trim().parse().unwrap();
            }
        }
        let mut bytes = vec![0; length];
        self.0.read_exact(&mut bytes)?;
        Ok(Answer { status, bytes })
    }

    /// Sends some bytes and no more.
    pub fn begin(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.get_mut().write_all(bytes)
    }

    /// Sends a request once.
    pub fn ask(&mut self, method: &str, path: &str, token: &str, body: Option<&Value>) -> Answer {
        self.send(&Request::new(method, path, Some(token), body))
    }
}
