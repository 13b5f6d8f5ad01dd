//! What the chapter's code refuses, and what it says; and what it makes of NaN and infinities.

use activations::{
    Activation, Error, Linear, Polyline, chain, derivative_from_output, evenly,
    gelu_twin, softmax, softmax_jacobian, softmax_textbook, tents,
};
use ndarray::{Array2, array};

const ALL: [Activation; 6] = [
    Activation::Identity,
    Activation::Relu,
    Activation::LeakyRelu(0.1),
    Activation::Sigmoid,
    Activation::Tanh,
    Activation::Gelu,
];

fn two_by_three() -> Linear {
    Linear {
        weights: array![[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]],
        bias: vec![0.5, -0.5],
    }
}

#[test]
fn no_numbers_have_no_shares() {
    assert_eq!(softmax(&[]), Err(Error::Empty));
    assert_eq!(softmax_textbook(&[]), Err(Error::Empty));
    assert_eq!(softmax_jacobian(&[]), Err(Error::Empty));
    assert_eq!(
        Error::Empty.to_string(),
        "expected at least one number to turn into shares, got none"
    );
}

#[test]
fn a_jacobian_too_large_is_refused_before_it_is_built() {
    let error = softmax_jacobian(&vec![0.0; 16_385]).unwrap_err();
    assert_eq!(
        error,
        Error::TooLarge {
            rows: 16_385,
            columns: 16_385
        }
    );
    assert_eq!(
        error.to_string(),
        "expected a result of at most 268435456 elements, got the shape 16385×16385"
    );
}

#[test]
fn a_product_too_large_is_refused_before_it_is_built() {
    let wide = Linear {
        weights: Array2::zeros((1, 16_385)),
        bias: vec![0.0],
    };
    let tall = Linear {
        weights: Array2::zeros((16_385, 1)),
        bias: vec![0.0; 16_385],
    };
    assert_eq!(
        wide.then(&tall),
        Err(Error::TooLarge {
            rows: 16_385,
            columns: 16_385
        })
    );
}

#[test]
fn a_layer_names_the_inputs_it_expected() {
    let error = two_by_three().forward(&[1.0, 2.0]).unwrap_err();
    assert_eq!(
        error.to_string(),
        "expected 3 inputs for weights of shape 2×3, got 2"
    );
}

#[test]
fn layers_that_do_not_fit_are_not_multiplied() {
    let error = two_by_three().then(&two_by_three()).unwrap_err();
    assert_eq!(
        error,
        Error::Inputs {
            given: 2,
            outputs: 2,
            inputs: 3
        }
    );
}

#[test]
fn a_layer_needs_one_bias_a_row() {
    let layer = Linear {
        bias: vec![0.0; 3],
        ..two_by_three()
    };
    let error = layer.forward(&[1.0, 2.0, 3.0]).unwrap_err();
    assert_eq!(
        error.to_string(),
        "expected one bias for each row of weights, got 3 biases and weights of shape 2×3"
    );
    assert_eq!(layer.then(&two_by_three()), Err(error));
}

#[test]
fn a_layer_needs_a_weight() {
    for (outputs, inputs) in [(0, 0), (0, 3), (2, 0)] {
        let layer = Linear {
            weights: Array2::zeros((outputs, inputs)),
            bias: vec![0.0; outputs],
        };
        let error = layer.forward(&vec![0.0; inputs]).unwrap_err();
        assert_eq!(error, Error::NoWeights { outputs, inputs });
        assert!(
            error
                .to_string()
                .ends_with(&format!("got weights of shape {outputs}×{inputs}"))
        );
    }
}

#[test]
fn a_line_needs_two_points() {
    for (given, points) in [(0, vec![]), (1, vec![(0.0, 1.0)])] {
        let error = Polyline::through(&points).unwrap_err();
        assert_eq!(error, Error::Points { given });
        assert!(error.to_string().ends_with(&format!("got {given}")));
    }
    assert!(matches!(
        Polyline::through(&[(evenly(0)[0], 0.0)]),
        Err(Error::Points { given: 1 })
    ));
}

#[test]
fn places_must_grow() {
    let same = [(0.0, 1.0), (1.0, 2.0), (1.0, 3.0)];
    let back = [(0.0, 1.0), (1.0, 2.0), (0.5, 3.0)];
    let none = [(0.0, 1.0), (1.0, 2.0), (f64::NAN, 3.0)];
    for points in [same, back, none] {
        let error = Polyline::through(&points).unwrap_err();
        assert_eq!(error, Error::Places { at: 2 });
        assert!(error.to_string().contains("place 2"));
    }
}

#[test]
fn nan_in_gives_nan_out() {
    for f in ALL {
        assert!(f.value(f64::NAN).is_nan(), "{f:?}");
        assert!(f.derivative(f64::NAN).is_nan(), "{f:?}");
        let derivative = derivative_from_output(f, f64::NAN);
        assert!(derivative.is_none_or(f64::is_nan), "{f:?}");
        let mut links = chain(f, 1.0, 0.0, f64::NAN);
        assert!(
            links
                .next()
                .is_some_and(|link| link.y.is_nan() && link.derivative.is_nan())
        );
    }
    assert!(
        softmax(&[0.0, f64::NAN])
            .unwrap()
            .iter()
            .all(|y| y.is_nan())
    );
    let jacobian = softmax_jacobian(&[0.0, f64::NAN]).unwrap();
    assert!(jacobian.iter().all(|derivative| derivative.is_nan()));
    let outputs = two_by_three().forward(&[0.0, f64::NAN, 0.0]).unwrap();
    assert!(outputs.iter().all(|y| y.is_nan()));
    assert!(tents(f64::NAN, 3).is_nan());
    let line = Polyline::through(&[(0.0, 1.0), (1.0, 2.0)]).unwrap();
    assert!(line.value(f64::NAN).unwrap().is_nan());
    assert_eq!(gelu_twin(f64::NAN), None);
}

#[test]
fn infinities_do_what_ieee_says() {
    let (most, least) = (f64::INFINITY, f64::NEG_INFINITY);
    let at = |z: f64| ALL.map(|f| (f.value(z), f.derivative(z)));

    let [identity, relu, leaky, sigmoid, tanh, gelu] = at(most);
    assert_eq!([identity, relu, leaky], [(most, 1.0); 3]);
    assert_eq!([sigmoid, tanh], [(1.0, 0.0); 2]);
    assert!(gelu.0 == most && gelu.1.is_nan());

    let [identity, relu, leaky, sigmoid, tanh, gelu] = at(least);
    assert_eq!(
        [identity, relu, leaky],
        [(least, 1.0), (0.0, 0.0), (least, 0.1)]
    );
    assert_eq!([sigmoid, tanh], [(0.0, 0.0), (-1.0, 0.0)]);
    assert!(gelu.0.is_nan() && gelu.1.is_nan());
}

#[test]
fn infinities_in_a_softmax() {
    assert_eq!(softmax(&[0.0, f64::NEG_INFINITY]), Ok(vec![1.0, 0.0]));
    for z in [[0.0, f64::INFINITY], [f64::NEG_INFINITY; 2]] {
        assert!(softmax(&z).unwrap().iter().all(|y| y.is_nan()));
    }
}
