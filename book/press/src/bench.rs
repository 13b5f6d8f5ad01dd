//! `cargo book bench`: measures, and keeps what was measured.

use crate::results::{Bench, Results};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, thread};
use sysinfo::System;

/// Runs the benches of `package` and writes its results file, which it returns.
///
/// # Errors
/// A package without benches, benches that fail, or files that cannot be read or written.
pub fn run(root: &Path, package: &str) -> Result<PathBuf> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let measured = root.join("target/criterion").join(package);
    if measured.exists() {
        // What an earlier run measured is no result of this one.
        fs::remove_dir_all(&measured)?;
    }
    let status = Command::new(cargo)
        .args(["bench", "--package", package, "--bench", package])
        .current_dir(root)
        .status()?;
    if !status.success() {
        bail!("the benches of {package} failed");
    }
    let results = Results {
        command: format!("cargo book bench --package {package}"),
        date: jiff::Zoned::now().date().to_string(),
        machine: machine(),
        rustc: rustc()?,
        package: package.to_string(),
        benches: collect(&measured)?,
    };
    let file = Results::file(package);
    let path = root.join(&file);
    fs::create_dir_all(path.parent().context("a results file lies in a folder")?)?;
    let draft = path.with_extension("json.part");
    fs::write(&draft, serde_json::to_string_pretty(&results)? + "\n")?;
    fs::rename(&draft, &path)?;
    Ok(file)
}

/// The processor and the number of cores that this process may use.
fn machine() -> String {
    let mut system = System::new();
    system.refresh_cpu_all();
    let brand = system.cpus().first().map_or("", |cpu| cpu.brand().trim());
    let brand = if brand.is_empty() {
        env::consts::ARCH
    } else {
        brand
    };
    match thread::available_parallelism() {
        Ok(cores) if cores.get() > 1 => format!("{brand} with {cores} cores"),
        _ => brand.to_string(),
    }
}

fn rustc() -> Result<String> {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc).arg("--version").output()?;
    let version = String::from_utf8_lossy(&output.stdout);
    Ok(version
        .split_whitespace()
        .take(2)
        .collect::<Vec<_>>()
        .join(" "))
}

/// What criterion kept of each function of the group.
fn collect(group: &Path) -> Result<BTreeMap<String, Bench>> {
    let mut benches = BTreeMap::new();
    let folders = fs::read_dir(group)
        .with_context(|| format!("no benches in {}", group.display()))?;
    for folder in folders {
        let folder = folder?.path();
        let read = |file: &str| -> Result<Value> {
            let path = folder.join("new").join(file);
            let text = fs::read_to_string(&path)
                .with_context(|| path.display().to_string())?;
            Ok(serde_json::from_str(&text)?)
        };
        if !folder.join("new").is_dir() {
            continue;
        }
        let (estimates, benchmark) = (read("estimates.json")?, read("benchmark.json")?);
        let name = benchmark["function_id"]
            .as_str()
            .context("a bench has a name")?;
        let ns = estimates["median"]["point_estimate"]
            .as_f64()
            .context("a bench has a median")?;
        let elements = benchmark["throughput"]["Elements"].as_u64();
        benches.insert(name.to_string(), Bench { ns, elements });
    }
    Ok(benches)
}
