//! What the README shows of a project of one's own compiles, runs and prints what it says.

use std::fs;
use std::path::Path;
use std::process::Command;

/// The first fenced block of `kind`.
fn fence<'a>(readme: &'a str, kind: &str) -> &'a str {
    let (_, rest) = readme.split_once(&format!("```{kind}\n")).expect(kind);
    rest.split_once("```").expect("a fence ends").0
}

#[test]
fn a_project_of_ones_own_uses_the_layers_in_fifteen_lines() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = fs::read_to_string(root.join("README.md")).unwrap();
    let (manifest, main) = (fence(&readme, "toml"), fence(&readme, "rust"));
    assert!(main.lines().count() <= 15);

    let here = root.display().to_string().replace('\\', "/");
    let manifest = manifest.replace("../neural-networks-you-can-run", &here);
    let project = tempfile::tempdir().unwrap();
    fs::create_dir(project.path().join("src")).unwrap();
    // With the book's own profile cargo takes what it has already built for the book.
    let workspace = fs::read_to_string(root.join("Cargo.toml")).unwrap();
    let profile = &workspace[workspace.find("[profile.dev]").unwrap()..];
    let head = "[package]\nname = \"mine\"\nedition = \"2024\"\n\n[workspace]\n\n";
    let manifest = format!("{head}{manifest}\n{profile}");
    fs::write(project.path().join("Cargo.toml"), manifest).unwrap();
    fs::write(project.path().join("src/main.rs"), main).unwrap();
    // The versions that the book itself has been tested with are those already here.
    fs::copy(root.join("Cargo.lock"), project.path().join("Cargo.lock")).unwrap();

    let cargo = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO"))
            .args(arguments)
            .arg("--offline")
            .current_dir(project.path())
            .env("CARGO_TARGET_DIR", root.join("target"))
            .output()
            .unwrap();
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{errors}");
        String::from_utf8(output.stdout).unwrap()
    };
    let printed = cargo(&["run", "--quiet"]);
    assert!(
        readme.contains(&format!("It prints `{}`.", printed.trim())),
        "it prints {printed}"
    );

    // The layers come alone: nothing that draws or prints the book.
    let tree = cargo(&["tree", "--edges", "normal,build", "--prefix", "none"]);
    let crates: Vec<_> = tree.lines().filter_map(|l| l.split(' ').next()).collect();
    assert!(
        crates.contains(&"convolution") && crates.contains(&"ndarray"),
        "{tree}"
    );
    for drawing in ["show", "plate", "plotters", "plotters-backend"] {
        assert!(!crates.contains(&drawing), "{drawing} is in {tree}");
    }
}
