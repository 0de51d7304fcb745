//! The one program: `amparo serve`, `init`, `migrate`, `doctor`, `openapi`, `demo`.

#![forbid(unsafe_code)]

fn main() -> std::process::ExitCode {
    amparo::command::run()
}
