//! `cargo book bench`: measures, and keeps what was measured.

use crate::results::{Bench, Results};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{SystemTime, UNIX_EPOCH};
use std::{env, fs, thread};

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
        date: date(SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs()),
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
    let processor = processor().unwrap_or_else(|| env::consts::ARCH.to_string());
    match thread::available_parallelism() {
        Ok(cores) if cores.get() > 1 => format!("{processor} with {cores} cores"),
        _ => processor,
    }
}

/// The name of the processor, where the system tells it.
fn processor() -> Option<String> {
    let asked = |program: &str, arguments: &[&str]| {
        let output = Command::new(program).args(arguments).output().ok()?;
        Some(String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let name = match env::consts::OS {
        "macos" => asked("sysctl", &["-n", "machdep.cpu.brand_string"])?,
        "windows" => {
            let key = r"HKLM\HARDWARE\DESCRIPTION\System\CentralProcessor\0";
            let answer = asked("reg", &["query", key, "/v", "ProcessorNameString"])?;
            answer.split_once("REG_SZ")?.1.to_string()
        }
        _ => model_name(&fs::read_to_string("/proc/cpuinfo").ok()?)?.to_string(),
    };
    let name = name.trim();
    (!name.is_empty()).then(|| name.to_string())
}

/// The name of the first processor in Linux's list of them.
fn model_name(cpuinfo: &str) -> Option<&str> {
    let mut fields = cpuinfo.lines().filter_map(|line| line.split_once(':'));
    let (_, name) = fields.find(|(field, _)| field.trim() == "model name")?;
    Some(name.trim())
}

/// The date, in UTC, `seconds` after the beginning of 1970.
///
/// Years are counted from March, so that the leap day is a year's last, and by 400, which have 146,097
/// days; the first of March of the year 0 lies 719,468 days before 1970.
fn date(seconds: u64) -> String {
    let days = seconds / 86_400 + 719_468;
    let (centuries, day) = (days / 146_097 * 400, days % 146_097);
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    // Five months from March on have 153 days.
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let (month, later) = if month < 10 {
        (month + 3, 0)
    } else {
        (month - 9, 1)
    };
    format!("{:04}-{month:02}-{day:02}", centuries + year + later)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_that_of_the_calendar() {
        // As `date --utc --date @SECONDS +%F` says.
        for (seconds, expected) in [
            (0, "1970-01-01"),
            (951_782_399, "2000-02-28"),
            (951_782_400, "2000-02-29"),
            (951_868_800, "2000-03-01"),
            (1_735_689_599, "2024-12-31"),
            (1_735_689_600, "2025-01-01"),
            (4_107_542_400, "2100-03-01"),
        ] {
            assert_eq!(date(seconds), expected);
        }
    }

    #[test]
    fn the_processor_has_the_name_that_the_system_tells() {
        let cpuinfo =
            "processor\t: 0\nmodel name\t: A Processor @ 2.50GHz\n\nprocessor\t: 1\n";
        assert_eq!(model_name(cpuinfo), Some("A Processor @ 2.50GHz"));
        assert_eq!(model_name("processor\t: 0\n"), None);
        assert!(
            machine().starts_with(processor().as_deref().unwrap_or(env::consts::ARCH))
        );
    }
}
