//! `cargo book`.

fn main() -> std::process::ExitCode {
    press::cli::main()
}
