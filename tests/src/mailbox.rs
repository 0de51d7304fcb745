//! A mail server: a real listener, which says nothing until a test wants it to.

use std::io::{BufRead, BufReader, ErrorKind, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, channel};

/// What happened on a connection.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Talk {
    /// To whom.
    pub to: Vec<String>,
    /// The mail as it came, headers and text; nothing if it was not taken.
    pub mail: Option<String>,
}

impl Talk {
    /// A header of the mail.
    pub fn header(&self, name: &str) -> Option<&str> {
        let start = format!("{name}: ");
        let mail = self.mail.as_deref()?;
        mail.lines().find_map(|line| line.strip_prefix(&start))
    }
}

/// A mail server that listens.
#[derive(Debug)]
pub struct MailServer {
    listener: TcpListener,
}

impl MailServer {
    /// Listens on a port of its own. Whoever connects is let in, and told nothing.
    pub fn open() -> Self {
        let any = SocketAddr::from(([127, 0, 0, 1], 0));
        Self {
            listener: TcpListener::bind(any).unwrap(),
        }
    }

    /// Its address, as the settings want it.
    pub fn url(&self) -> String {
        format!("smtp://{}", self.listener.local_addr().unwrap())
    }

    /// Waits for the next connection, and leaves it unanswered.
    pub fn next(&self) -> TcpStream {
        self.listener.accept().unwrap().0
    }

    /// Whether somebody has connected since.
    pub fn is_called(&self) -> bool {
        self.listener.set_nonblocking(true).unwrap();
        let called = self.listener.accept();
        self.listener.set_nonblocking(false).unwrap();
        called.is_ok()
    }

    /// Answers the next connection on a thread of its own. `to_recipient` is what it says when it
    /// hears for whom the mail is.
    pub fn answers_next(&self, to_recipient: &'static str) -> Receiver<Talk> {
        let listener = self.listener.try_clone().unwrap();
        let (tell, told) = channel();
        std::thread::spawn(move || {
            let (wire, _) = listener.accept().unwrap();
            drop(tell.send(answer(wire, to_recipient)));
        });
        told
    }
}

/// Whether the other end still waits: it has not hung up, and has nothing to say.
pub fn waits(wire: &TcpStream) -> bool {
    wire.set_nonblocking(true).unwrap();
    let seen = wire.peek(&mut [0]);
    wire.set_nonblocking(false).unwrap();
    seen.is_err_and(|why| why.kind() == ErrorKind::WouldBlock)
}

/// Talks as RFC 5321 wants until the other end hangs up.
pub fn answer(mut wire: TcpStream, to_recipient: &str) -> Talk {
    let mut talk = Talk::default();
    let mut lines = BufReader::new(wire.try_clone().unwrap()).lines();
    wire.write_all(b"220 here\r\n").unwrap();
    while let Some(Ok(line)) = lines.next() {
        let word = line.get(..4).unwrap_or_default().to_ascii_uppercase();
        let reply = match word.as_str() {
            "RCPT" => {
                talk.to.push(line);
                to_recipient
            }
            "DATA" => "354 go on",
            "QUIT" => "221 bye",
            _ => "250 fine",
        };
        if wire.write_all(format!("{reply}\r\n").as_bytes()).is_err() {
            break;
        }
        if word == "DATA" {
            let mail: Vec<String> = lines
                .by_ref()
                .map(Result::unwrap)
                .take_while(|line| line != ".")
                .collect();
            talk.mail = Some(mail.join("\n"));
            wire.write_all(b"250 taken\r\n").unwrap();
        }
    }
    talk
}
