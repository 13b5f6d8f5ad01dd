//! The worker answers line by line.

use std::io::Write;
use std::process::{Command, Stdio};

/// The worker, which is an example, answers each of these lines.
#[test]
fn the_worker_answers_line_by_line() {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut worker = Command::new(cargo)
        .args([
            "run",
            "--quiet",
            "--package",
            "direct",
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
