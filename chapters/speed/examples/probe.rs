//! probe
#![allow(missing_docs)]
use speed::isa::Isa;
use speed::network::*;
#[path = "/work/shared/peers/rs/lenet/src/common.rs"] mod common;
use common::*;
fn net(t: usize, isa: Isa) -> Network {
    let mut p = Parameters::zeros();
    for (i, (w, b)) in params().into_iter().enumerate() {
            let Size { inputs, pitch, .. } = LAYERS[i];
            for (to, from) in p.0[i].weights.chunks_exact_mut(pitch).zip(w.chunks_exact(inputs)) { to[..inputs].copy_from_slice(from); }
            p.0[i].bias = b;
    }
    Network::new(p, isa, t, BATCH).unwrap()
}
fn main() {
    let t: usize = std::env::args().nth(1).map_or(1, |t| t.parse().unwrap());
    let isa = if std::env::args().nth(2).as_deref() == Some("plain") { Isa::Plain } else { Isa::best() };
    let (x, y) = batch();
    let s = Speed { rate: LR, momentum: MOM };
    let mut a = net(t, isa);
    let (x2, y2) = (x.clone(), y.clone());
    let mut b = net(t, isa); let x3 = x.clone();
    let ops = vec![
        Op { name: "lenet_train".into(), run: Box::new(move || { a.step(Batch { images: &x, labels: &y }, s).unwrap(); }), check: Box::new(move || { let mut n = net(t, isa); (0..10).map(|_| n.step(Batch { images: &x2, labels: &y2 }, s).unwrap().loss as f64 / 64.0).collect() }) },
        Op { name: "lenet_infer64".into(), run: Box::new(move || { let mut o = vec![0.0; 640]; b.answers(&x3, &mut o).unwrap(); std::hint::black_box(o); }), check: Box::new({ let (x, _) = batch(); let mut n = net(t, isa); move || { let mut o = vec![0.0; 640]; n.answers(&x, &mut o).unwrap(); o.iter().map(|v| *v as f64).collect() } }) },
    ];
    serve(ops)
}
