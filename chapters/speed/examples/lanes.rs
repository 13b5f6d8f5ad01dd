//! One function, written once over [`Lanes`]: for one number, and for sixteen at a time.
//!
//! ```sh
//! cargo run -p speed --example lanes
//! ```

use speed::Lanes;

/// 1 + x + x²/2 + x³/6 + x⁴/24: each step one multiply-add.
fn exponential<V: Lanes<Scalar = f32>>(x: V) -> V {
    let coefficients = [24.0, 6.0, 2.0, 1.0, 1.0].map(|n| V::splat(1.0 / n));
    let first = coefficients[0];
    let rest = coefficients[1..].iter();
    rest.fold(first, |sum, coefficient| sum.mul_add(x, *coefficient))
}

fn main() {
    let numbers: Vec<f32> = (0..48).map(|n| n as f32 / 48.0).collect();
    let alone: Vec<f32> = numbers.iter().map(|x| exponential(*x)).collect();
    let registers = <[f32; 16]>::of(&numbers);
    let together: Vec<[f32; 16]> = registers.iter().map(|x| exponential(*x)).collect();
    let together = <[f32; 16]>::scalars(&together);

    println!("x        e^x        by one     by sixteen");
    for n in (0..48).step_by(8) {
        let (x, exact) = (numbers[n], libm::exp(f64::from(numbers[n])));
        println!("{x:.6} {exact:.8} {:.8} {:.8}", alone[n], together[n]);
    }
    let same = alone
        .iter()
        .zip(together)
        .filter(|(a, b)| a.to_bits() == b.to_bits());
    println!("{} of {} have the same bits", same.count(), alone.len());
    // Rounded twice, after the product and after the sum, it is another number.
    let (a, b, c) = (0.1_f32, 0.3_f32, -0.03_f32);
    println!(
        "0.1 · 0.3 − 0.03 rounded once: {:e}, twice: {:e}",
        a.mul_add(b, c),
        a * b + c
    );
}
