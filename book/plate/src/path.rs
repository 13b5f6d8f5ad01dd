//! The data of a path: whole tenths of a pixel, relative steps, no point more than it needs.

use std::fmt::Write;

/// A point in tenths of a pixel.
pub(crate) type Spot = (i32, i32);

/// A length in tenths of a pixel; `None` if it is not finite or lies far beyond any page.
pub(crate) fn tenths(px: f64) -> Option<i32> {
    (px.abs() <= 1e6).then(|| (px * 10.0).round() as i32)
}

/// A point in tenths of a pixel.
pub(crate) fn spot((x, y): (f64, f64)) -> Option<Spot> {
    Some((tenths(x)?, tenths(y)?))
}

/// Tenths as a decimal number of px: 125 is `12.5`, −3 is `-.3`, 0 is `0`.
pub(crate) fn decimal(tenths: i32) -> String {
    let mut out = String::new();
    push_decimal(&mut out, tenths);
    out
}

fn push_decimal(out: &mut String, tenths: i32) {
    let (whole, tenth) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    if tenths < 0 {
        out.push('-');
    }
    if whole != 0 || tenth == 0 {
        let _ = write!(out, "{whole}");
    }
    if tenth != 0 {
        let _ = write!(out, ".{tenth}");
    }
}

/// Two numbers of a path; the first needs a space before it unless it is negative or `fresh`.
pub(crate) fn pair(out: &mut String, (x, y): Spot, fresh: bool) {
    if !fresh && x >= 0 {
        out.push(' ');
    }
    push_decimal(out, x);
    if y >= 0 {
        out.push(' ');
    }
    push_decimal(out, y);
}

/// Adds a line through `points` to the data of a path.
pub(crate) fn trace(data: &mut String, points: &[Spot], closed: bool) {
    let mut needed: Vec<Spot> = Vec::new();
    for &point in points {
        if needed.last() == Some(&point) {
            continue;
        }
        if let [.., a, b] = needed[..] {
            let into = (i64::from(b.0 - a.0), i64::from(b.1 - a.1));
            let out = (i64::from(point.0 - b.0), i64::from(point.1 - b.1));
            let straight = into.0 * out.1 == into.1 * out.0;
            if straight && into.0 * out.0 + into.1 * out.1 > 0 {
                needed.pop();
            }
        }
        needed.push(point);
    }
    if closed && needed.len() > 2 && needed.first() == needed.last() {
        needed.pop();
    }
    if needed.len() < 2 {
        return;
    }
    data.push('M');
    pair(data, needed[0], true);
    let mut last = ' ';
    for ends in needed.windows(2) {
        let (dx, dy) = (ends[1].0 - ends[0].0, ends[1].1 - ends[0].1);
        let command = match (dx, dy) {
            (_, 0) => 'h',
            (0, _) => 'v',
            _ => 'l',
        };
        let fresh = command != last;
        if fresh {
            data.push(command);
        }
        let only = if command == 'h' { dx } else { dy };
        match command {
            'l' => pair(data, (dx, dy), fresh),
            _ => {
                if !fresh && only >= 0 {
                    data.push(' ');
                }
                push_decimal(data, only);
            }
        }
        last = command;
    }
    if closed {
        data.push('z');
    }
}
