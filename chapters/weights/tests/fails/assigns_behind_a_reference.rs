fn update(w: &[f64], gradient: &[f64], rate: f64) {
    for (wi, derivative) in w.iter().zip(gradient) {
        *wi -= rate * derivative;
    }
}
