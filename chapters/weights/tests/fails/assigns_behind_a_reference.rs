fn update(w: &[f64], slopes: &[f64], rate: f64) {
    for (wi, slope) in w.iter().zip(slopes) {
        *wi -= rate * slope;
    }
}
