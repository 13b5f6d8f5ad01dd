//! `cargo book`.

fn main() -> std::process::ExitCode {
    cli::command::main()
}
