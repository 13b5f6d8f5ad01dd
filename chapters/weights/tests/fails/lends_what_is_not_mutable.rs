use weights::update_in_place;

let x = [0.5, 0.3, 0.1];
let w = [0.4, 0.2, 0.6];
let b = 0.1;
let new_b = update_in_place(&x, 0.4, &mut w, b, 0.1)?;
# Ok::<(), weights::Error>(())
