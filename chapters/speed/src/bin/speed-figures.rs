//! Writes every figure of the chapter, at its default parameters.

fn main() -> std::process::ExitCode {
    plate::files::main(&speed::paper())
}
