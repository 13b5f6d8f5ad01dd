let weights = vec![0.4, 0.2, 0.6];
let updated = weights; // the numbers now belong to `updated`
println!("{weights:?}"); // error: borrow of moved value
