//! The command itself: stopped at any moment, resumed, and given wrong arguments.

use digits::{Options, checkpoint, idx, weights_file};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::thread::sleep;
use std::time::Duration;

/// The twenty digits as the IDX files of MNIST, to learn from and to be judged by.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let header = |magic: u32, sides: &[u32]| -> Vec<u8> {
        let words = [magic].into_iter().chain(sides.iter().copied());
        words.flat_map(u32::to_be_bytes).collect()
    };
    let digits = digits::Dataset::from_records(data::BYTES).unwrap();
    let samples = digits.samples();
    let pixels = samples.iter().flat_map(|sample| sample.pixels);
    let labels = samples.iter().map(|sample| sample.label);
    let images: Vec<u8> = header(0x0803, &[20, 28, 28])
        .into_iter()
        .chain(pixels)
        .collect();
    let labels: Vec<u8> = header(0x0801, &[20]).into_iter().chain(labels).collect();
    for part in ["train", "t10k"] {
        fs::write(
            folder.path().join(format!("{part}-images-idx3-ubyte")),
            &images,
        )
        .unwrap();
        fs::write(
            folder.path().join(format!("{part}-labels-idx1-ubyte")),
            &labels,
        )
        .unwrap();
    }
    folder
}

fn train(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_train"));
    command
        .arg("--data")
        .arg(folder)
        .arg("--out")
        .arg(out(folder));
    command.args(arguments);
    command
}

fn out(folder: &Path) -> PathBuf {
    folder.join("out/weights.safetensors")
}

fn text(output: &Output) -> String {
    let (out, err) = (&output.stdout, &output.stderr);
    String::from_utf8_lossy(&[out.as_slice(), err].concat()).into_owned()
}

/// The file of the weights after so many epochs, in one go.
fn uninterrupted(epochs: usize) -> Vec<u8> {
    let folder = folder();
    let output = train(folder.path(), &["--epochs", &epochs.to_string()])
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", text(&output));
    fs::read(out(folder.path())).unwrap()
}

#[test]
fn it_prints_the_hash_of_the_file_and_the_accuracy_and_draws_the_loss() {
    let folder = folder();
    let output = train(folder.path(), &["--epochs", "2", "--threads", "2"])
        .output()
        .unwrap();
    let text = text(&output);
    assert!(output.status.success(), "{text}");
    let hash = weights_file::sha256(&fs::read(out(folder.path())).unwrap());
    assert!(text.contains(&format!("weights sha256 {hash}\n")), "{text}");
    assert!(text.contains("test accuracy "), "{text}");
    let curve = fs::read_to_string(out(folder.path()).with_extension("svg")).unwrap();
    assert!(curve.starts_with("<svg"), "{curve}");
}

#[test]
fn killed_at_any_moment_it_leaves_a_checkpoint_and_goes_on_to_the_same_weights() {
    let folder = folder();
    let saved = out(folder.path()).with_extension("checkpoint");
    let digits = idx::folder(folder.path()).unwrap().train.sha256();
    let mut arguments = vec!["--epochs", "1000", "--threads", "1"];
    let mut done = 0;
    for pause in [0, 150, 77] {
        let mut running = (train(folder.path(), &arguments).stdout(Stdio::null()))
            .spawn()
            .unwrap();
        while !saved.exists() {
            sleep(Duration::from_millis(1));
        }
        sleep(Duration::from_millis(pause));
        running.kill().unwrap();
        running.wait().unwrap();
        let training = checkpoint::load(&saved, Options::default(), &digits).unwrap();
        assert!(training.history().len() >= done.max(1));
        done = training.history().len();
        arguments = vec!["--epochs", "1000", "--threads", "1", "--resume"];
    }
    assert!(
        !out(folder.path()).exists(),
        "it came to its end too soon to be killed"
    );
    let epochs = (done + 2).to_string();
    let output = train(folder.path(), &["--epochs", &epochs, "--resume"])
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", text(&output));
    assert_eq!(
        fs::read(out(folder.path())).unwrap(),
        uninterrupted(done + 2)
    );
}

#[test]
fn what_it_cannot_go_on_from_it_names_and_leaves_alone() {
    let folder = folder();
    let saved = out(folder.path()).with_extension("checkpoint");
    let refused = |arguments: &[&str], expected: &str| {
        let output = train(folder.path(), arguments).output().unwrap();
        assert!(!output.status.success());
        let text = text(&output);
        assert!(text.contains(expected), "{text}");
        assert!(!text.contains("panicked"), "{text}");
    };
    let name = saved.display().to_string();
    refused(
        &["--resume"],
        &format!("{name}: expected a file that can be read to its end"),
    );
    let output = train(folder.path(), &["--epochs", "2"]).output().unwrap();
    assert!(output.status.success(), "{}", text(&output));
    let before = [
        fs::read(&saved).unwrap(),
        fs::read(out(folder.path())).unwrap(),
    ];
    refused(
        &["--resume", "--seed", "2"],
        &format!("{name}: expected a checkpoint of the options"),
    );
    refused(
        &["--resume", "--augment"],
        &format!("{name}: expected a checkpoint of the options"),
    );
    refused(
        &["--resume", "--epochs", "1"],
        &format!("{name}: expected a checkpoint of at most 1 epochs, got one of 2"),
    );
    let after = [
        fs::read(&saved).unwrap(),
        fs::read(out(folder.path())).unwrap(),
    ];
    assert_eq!(before, after);
    fs::write(&saved, "no checkpoint").unwrap();
    refused(
        &["--resume"],
        &format!("{name}: expected a whole safetensors file"),
    );
    assert_eq!(fs::read(&saved).unwrap(), b"no checkpoint");
}

/// Holds that the place `out` is refused because of `unwritable` before the first epoch, and that nothing
/// changes in the folder.
#[track_caller]
fn refuses(folder: &Path, out: &Path, unwritable: &Path) {
    let list = || {
        let files = fs::read_dir(folder).unwrap();
        let mut names: Vec<_> = files.map(|file| file.unwrap().file_name()).collect();
        names.sort();
        names
    };
    let before = list();
    let mut command = Command::new(env!("CARGO_BIN_EXE_train"));
    command.arg("--data").arg(folder).arg("--out").arg(out);
    let output = command.args(["--epochs", "1"]).output().unwrap();
    let text = text(&output);
    assert!(!output.status.success());
    let expected = format!(
        "{}: expected a place that can be written to: ",
        unwritable.display()
    );
    assert!(text.starts_with(&expected), "{text}");
    assert_eq!(list(), before);
}

#[test]
fn a_place_that_cannot_be_written_to_is_refused_before_the_first_epoch() {
    let folder = folder();
    let folder = folder.path();
    let file = folder.join("file");
    fs::write(&file, "not a folder").unwrap();
    let below = file.join("weights.safetensors");
    refuses(folder, &below, &below);
    let taken = folder.join("taken.safetensors");
    fs::create_dir(&taken).unwrap();
    refuses(folder, &taken, &taken);
    for ending in ["checkpoint", "svg"] {
        let out = folder.join(format!("{ending}.safetensors"));
        let beside = out.with_extension(ending);
        fs::create_dir(&beside).unwrap();
        refuses(folder, &out, &beside);
    }
    let long = folder.join(format!("{}.safetensors", "x".repeat(300)));
    refuses(folder, &long, &long);
    assert_eq!(fs::read(&file).unwrap(), b"not a folder");
}

#[test]
fn without_a_place_it_writes_to_the_target_of_the_workspace() {
    let digits = folder();
    let workspace = tempfile::tempdir().unwrap();
    let root = workspace.path();
    let below = root.join("chapters/digits");
    fs::create_dir_all(&below).unwrap();
    fs::write(root.join("Cargo.lock"), "").unwrap();
    let run = |start: &Path, package: Option<&Path>| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_train"));
        command.current_dir(start).arg("--data").arg(digits.path());
        match package {
            Some(package) => command.env("CARGO_MANIFEST_DIR", package),
            None => command.env_remove("CARGO_MANIFEST_DIR"),
        };
        let output = command.args(["--epochs", "1"]).output().unwrap();
        assert!(output.status.success(), "{}", text(&output));
    };
    let weights = root.join("target/digits.safetensors");
    // From a folder of the workspace; and by cargo, which may be started elsewhere.
    let elsewhere = tempfile::tempdir().unwrap();
    for (start, package) in [(&*below, None), (elsewhere.path(), Some(&*below))] {
        run(start, package);
        fs::remove_file(&weights).unwrap();
        assert_eq!(fs::read_dir(start).unwrap().count(), 0);
    }
    run(elsewhere.path(), None);
    assert!(!weights.exists());
    assert!(elsewhere.path().join("digits.safetensors").exists());
}

#[test]
fn options_out_of_range_are_refused_with_their_range() {
    let folder = folder();
    let refused = [
        (["--epochs", "0"], "1..=1000"),
        (["--batch", "5000"], "1..=4096"),
        (["--rate", "0"], "above 0 and at most 1"),
        (["--rate", "NaN"], "above 0 and at most 1"),
        (["--momentum", "1"], "from 0 and below 1"),
        (["--threads", "300"], "0..=256"),
        (["--seed", "-1"], "invalid"),
        (["--out", "weights.bin"], "ends in .safetensors"),
    ];
    for (arguments, expected) in refused {
        let mut command = Command::new(env!("CARGO_BIN_EXE_train"));
        let argument = format!("{}={}", arguments[0], arguments[1]);
        let output = command
            .arg("--data")
            .arg(folder.path())
            .arg(argument)
            .output()
            .unwrap();
        assert!(!output.status.success(), "{arguments:?}");
        assert!(text(&output).contains(expected), "{}", text(&output));
    }
    let nowhere = folder.path().join("nowhere");
    let output = train(&nowhere, &[]).output().unwrap();
    assert!(
        text(&output).contains("expected a folder with the four IDX files"),
        "{}",
        text(&output)
    );
}
