//! Listings that the compiler must refuse.

/// Lending out what is not mutable.
///
/// ```compile_fail,E0596
#[doc = include_str!("../../tests/fails/lends_what_is_not_mutable.rs")]
/// ```
///
/// Assigning through a shared reference.
///
/// ```compile_fail,E0594
#[doc = include_str!("../../tests/fails/assigns_behind_a_reference.rs")]
/// ```
pub struct Refused;
