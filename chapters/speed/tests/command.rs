//! The command, with options that make sense and options that do not.

use std::process::{Command, Output, Stdio};

fn text(output: &Output) -> String {
    let (out, err) = (&output.stdout, &output.stderr);
    String::from_utf8_lossy(&[out.as_slice(), err].concat()).into_owned()
}

fn train(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_train-fast"));
    command
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

#[test]
fn it_trains_and_prints_the_hash_of_its_weights() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("weights.safetensors");
    let out = file.to_str().unwrap();
    let output = train(&["--epochs", "1", "--threads", "2", "--out", out]);
    let text = text(&output);
    assert!(output.status.success(), "{text}");
    let bytes = std::fs::read(&file).unwrap();
    let hash = digits::weights_file::sha256(&bytes);
    assert!(text.contains(&format!("weights sha256 {hash}\n")), "{text}");
    // The first epoch of the first seed, as it is committed.
    let study = speed::book::study::accuracy().unwrap();
    let run = study.run(digits::Options::default()).unwrap();
    assert_eq!(hash, run.first);
    assert!(text.contains("test accuracy "), "{text}");
}

#[test]
fn nonsense_is_refused_with_what_was_expected() {
    for (arguments, expected) in [
        (["--instructions", "mmx"], "expected what this machine has"),
        (
            ["--out", "weights.txt"],
            "expected a name that ends in .safetensors",
        ),
        (["--rate", "2"], "expected a number above 0 and at most 1"),
        (["--batch", "0"], "0 is not in 1..=4096"),
    ] {
        let output = train(&arguments);
        assert!(!output.status.success());
        assert!(text(&output).contains(expected), "{}", text(&output));
    }
}

#[test]
fn a_file_that_cannot_be_written_is_refused_before_the_first_epoch() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("weights.safetensors");
    std::fs::create_dir(&file).unwrap();
    let output = train(&["--epochs", "1", "--out", file.to_str().unwrap()]);
    assert!(!output.status.success());
    let text = text(&output);
    assert!(text.contains(file.to_str().unwrap()), "{text}");
    assert!(!text.contains("digits to learn from"), "{text}");
}
