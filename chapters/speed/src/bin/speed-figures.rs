//! Writes every figure of the chapter, at its default parameters.

fn main() -> std::process::ExitCode {
    show::files::main(&speed::book::chapter())
}
