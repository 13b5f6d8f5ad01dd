//! How an IDX file is laid out: a header, and the values.

use digits::idx::ErrorKind;
use std::io::Read;

// ANCHOR: sides
/// The length of each side, from the header.
pub(crate) fn sides<const SIDES: usize>(
    file: &mut dyn Read,
) -> Result<[usize; SIDES], ErrorKind> {
    let expected = 4 + 4 * SIDES;
    let mut header = Vec::new();
    file.take(expected as u64).read_to_end(&mut header)?;
    let (words, _) = header.as_chunks::<4>();
    let words: Vec<u32> = words.iter().map(|word| u32::from_be_bytes(*word)).collect();
    let magic = 0x0800 + SIDES as u32;
    match words.split_first() {
        Some((&found, _)) if found != magic => Err(ErrorKind::Magic {
            expected: magic,
            found,
        }),
        Some((_, sides)) if sides.len() == SIDES => {
            Ok(std::array::from_fn(|side| sides[side] as usize))
        }
        _ => Err(ErrorKind::Short {
            part: "header",
            expected,
            found: header.len(),
        }),
    }
}
// ANCHOR_END: sides

// ANCHOR: values
/// The values after the header: `samples` of `size` bytes each, and nothing more. They
/// are read as they come, so that a header alone claims no memory.
pub(crate) fn values(
    file: &mut dyn Read,
    samples: usize,
    size: usize,
) -> Result<Vec<u8>, ErrorKind> {
    if !(1..=ErrorKind::MOST).contains(&samples) {
        return Err(ErrorKind::Samples { found: samples });
    }
    let expected = samples * size;
    let mut values = Vec::new();
    file.take(expected as u64 + 1).read_to_end(&mut values)?;
    match values.len() {
        found if found < expected => Err(ErrorKind::Short {
            part: "values",
            expected,
            found,
        }),
        found if found > expected => Err(ErrorKind::Long { expected }),
        _ if values.iter().all(|value| *value == values[0]) => {
            Err(ErrorKind::AllEqual(values[0]))
        }
        _ => Ok(values),
    }
}
// ANCHOR_END: values
