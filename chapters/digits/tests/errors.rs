//! Bad input is refused by name, with what was expected.

use digits::{Dataset, Error, PIXELS, Sample};

#[test]
fn bytes_that_are_no_whole_records_are_refused() {
    for bytes in [0, 1, 784, 786, 1569] {
        let error = Dataset::from_records(&vec![3; bytes]).unwrap_err();
        assert_eq!(error, Error::Records { bytes });
        let message = "expected one record of 785 bytes or more, each of them whole";
        assert_eq!(
            error.to_string(),
            format!("{bytes} bytes of digits: {message}")
        );
    }
    assert_eq!(Dataset::from_records(&[3; 1570]).unwrap().len(), 2);
}

#[test]
fn a_label_that_is_no_digit_is_refused_with_its_place() {
    let sample = |label| Sample {
        label,
        pixels: [0; PIXELS],
    };
    let error = Dataset::new(vec![sample(9), sample(10)]).unwrap_err();
    assert_eq!(
        error,
        Error::Label {
            sample: 1,
            label: 10
        }
    );
    let message = "sample 1 is labelled 10: expected a label from 0 to 9";
    assert_eq!(error.to_string(), message);
}
