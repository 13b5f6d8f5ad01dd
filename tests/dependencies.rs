//! What the book depends on: as `deny.toml` allows, and no newer than the Rust that it asks for.

use cargo_metadata::{Metadata, MetadataCommand, Package, semver::Version};
use spdx::{Expression, ParseMode};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

fn metadata() -> Metadata {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
    MetadataCommand::new()
        .manifest_path(manifest)
        .other_options(["--locked".to_string()])
        .exec()
        .unwrap()
}

fn policy() -> toml::Table {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("deny.toml");
    fs::read_to_string(file).unwrap().parse().unwrap()
}

/// The crates that are not the book's own.
fn foreign(metadata: &Metadata) -> impl Iterator<Item = &Package> {
    let packages = metadata.packages.iter();
    packages.filter(|package| package.source.is_some())
}

#[test]
fn every_crate_has_a_licence_that_the_policy_allows_and_each_of_these_is_needed() {
    let policy = policy();
    let allowed: BTreeSet<_> = policy["licenses"]["allow"]
        .as_array()
        .unwrap()
        .iter()
        .map(|licence| licence.as_str().unwrap().to_string())
        .collect();
    let metadata = metadata();
    let accepted_by = |package: &Package, allowed: &BTreeSet<String>| {
        let licence = package.license.as_deref().unwrap_or("");
        let expression = Expression::parse_mode(licence, ParseMode::LAX);
        let expression = expression.unwrap_or_else(|e| panic!("{}: {e}", package.name));
        expression.evaluate(|asked| allowed.contains(&asked.to_string()))
    };
    for package in foreign(&metadata) {
        let Package {
            name,
            version,
            license,
            ..
        } = package;
        assert!(
            accepted_by(package, &allowed),
            "{name} {version}: {license:?}"
        );
    }
    for licence in &allowed {
        let mut without = allowed.clone();
        without.remove(licence);
        let needed = foreign(&metadata).any(|package| !accepted_by(package, &without));
        assert!(needed, "no crate needs {licence}");
    }
}

#[test]
fn a_crate_is_there_in_two_versions_only_where_the_policy_says_why() {
    let policy = policy();
    let skipped: BTreeSet<_> = policy["bans"]["skip"]
        .as_array()
        .unwrap()
        .iter()
        .map(|skip| {
            assert!(skip["reason"].as_str().is_some_and(|why| !why.is_empty()));
            skip["crate"].as_str().unwrap().to_string()
        })
        .collect();
    let metadata = metadata();
    let mut versions = BTreeMap::<_, BTreeSet<_>>::new();
    for package in foreign(&metadata) {
        let version = &package.version;
        versions
            .entry(package.name.to_string())
            .or_default()
            .insert(version);
    }
    // The newest version of each stands; the older ones are what has to be excused.
    let doubled: BTreeSet<_> = versions
        .iter()
        .flat_map(|(name, versions)| {
            let older = versions.iter().rev().skip(1);
            older.map(move |version| format!("{name}@{version}"))
        })
        .collect();
    assert_eq!(doubled, skipped);
}

#[test]
fn every_crate_comes_from_the_registry_that_cargo_knows() {
    for package in foreign(&metadata()) {
        let source = package.source.as_ref().unwrap();
        assert!(source.is_crates_io(), "{}: {source}", package.name);
    }
}

#[test]
fn no_crate_needs_a_newer_rust_than_the_book_says() {
    let metadata = metadata();
    let own = metadata
        .root_package()
        .unwrap()
        .rust_version
        .clone()
        .unwrap();
    let newer: Vec<(String, &Version)> = foreign(&metadata)
        .filter_map(|package| Some((package, package.rust_version.as_ref()?)))
        .filter(|(_, needed)| **needed > own)
        .map(|(package, needed)| (package.name.to_string(), needed))
        .collect();
    assert!(newer.is_empty(), "the book says {own}; {newer:?}");
}
