//! probe
#![allow(missing_docs)]
use speed::isa::Isa;
use speed::network::*;
#[path = "/work/shared/peers/rs/lenet/src/common.rs"] mod common;
use common::*;
fn net(t: usize, isa: Isa) -> Net {
    let mut p = Parameters::zeros();
    for (i, (w, b)) in params().into_iter().enumerate() {
        if i < 2 { p.kernels[i] = w; p.bias[i] = b; } else {
            let (_, k, pitch) = DENSE[i - 2];
            for (to, from) in p.weights[i - 2].chunks_exact_mut(pitch).zip(w.chunks_exact(k)) { to[..k].copy_from_slice(from); }
            p.dense_bias[i - 2] = b;
        }
    }
    Net::new(p, isa, t, BATCH)
}
fn main() {
    let t: usize = std::env::args().nth(1).map_or(1, |t| t.parse().unwrap());
    let isa = if std::env::args().nth(2).as_deref() == Some("plain") { Isa::Plain } else { Isa::best() };
    let (x, y) = batch();
    let mut a = net(t, isa);
    let (x2, y2) = (x.clone(), y.clone());
    let mut b = net(t, isa); let x3 = x.clone();
    let ops = vec![
        Op { name: "lenet_train".into(), run: Box::new(move || { a.step(&x, &y, LR, MOM); }), check: Box::new(move || { let mut n = net(t, isa); (0..10).map(|_| n.step(&x2, &y2, LR, MOM) as f64).collect() }) },
        Op { name: "lenet_infer64".into(), run: Box::new(move || { std::hint::black_box(b.infer(&x3)); }), check: Box::new({ let (x, _) = batch(); let mut n = net(t, isa); move || n.infer(&x).iter().map(|v| *v as f64).collect() }) },
    ];
    serve(ops)
}
