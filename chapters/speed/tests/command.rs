//! The commands themselves, told sense and nonsense.

use std::io::Write;
use std::process::{Command, Output, Stdio};

fn said(output: &Output) -> String {
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
fn it_trains_and_says_what_it_left_behind() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("weights.safetensors");
    let out = file.to_str().unwrap();
    let output = train(&["--epochs", "1", "--threads", "2", "--out", out]);
    let said = said(&output);
    assert!(output.status.success(), "{said}");
    let bytes = std::fs::read(&file).unwrap();
    let hash = digits::weights_file::sha256(&bytes);
    assert!(said.contains(&format!("weights sha256 {hash}\n")), "{said}");
    // The first epoch of the first seed, as it is kept.
    let study = speed::study::accuracy().unwrap();
    let run = study.run(digits::Options::default()).unwrap();
    assert_eq!(hash, run.first);
    assert!(said.contains("test accuracy "), "{said}");
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
        assert!(said(&output).contains(expected), "{}", said(&output));
    }
}

/// The worker, which is an example, answers each of these lines.
#[test]
fn the_worker_answers_line_by_line() {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut worker = Command::new(cargo)
        .args([
            "run",
            "--quiet",
            "--package",
            "speed",
            "--example",
            "worker",
        ])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let asked = "ops\ncheck conv:1,1,4,4,1,1,1,0\nrun maxpool:1,1,4,4,2,2 3\ncheck conv:1,1,2,2,1,3,1,0\n\
                 check nothing\nrun conv_1x28_k5 often\nfly\ncheck avgpool:1,2,3\ncheck lenet_infer1\n";
    worker
        .stdin
        .take()
        .unwrap()
        .write_all(asked.as_bytes())
        .unwrap();
    let output = worker.wait_with_output().unwrap();
    let answers = String::from_utf8(output.stdout).unwrap();
    let answers: Vec<&str> = answers.lines().collect();
    assert_eq!(answers.len(), 10, "{answers:#?}");
    assert_eq!(answers[0], "ready");
    assert!(answers[1].starts_with("lenet_train lenet_infer64"));
    let numbers = |line: &str| {
        line.split(' ')
            .filter_map(|n| n.parse::<f64>().ok())
            .count()
    };
    assert_eq!(numbers(answers[2]), 2);
    assert_eq!(numbers(answers[3]), 1);
    for (answer, expected) in answers[4..9].iter().zip([
        "error: a kernel of 3×3 does not fit on an image of 2×2 with padding 0",
        "error: no op nothing",
        "error: expected how many times, got often",
        "error: expected `ops`, `check OP` or `run OP TIMES`, got `fly`",
        "error: no op avgpool:1,2,3",
    ]) {
        assert_eq!(*answer, expected);
    }
    assert_eq!(numbers(answers[9]), 2);
}
