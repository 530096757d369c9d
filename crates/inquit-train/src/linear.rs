//! Trains a linear model of hashed features: gradient ascent on the likelihood with steps by
//! `AdaGrad`, some features of an example left out at random each time.

use crate::forest::Examples;
use crate::number::{Random, sigmoid};

/// How many weights there are.
const SIZE: usize = 1 << 16;
const EPOCHS: usize = 6;
const STEP: f32 = 0.1;
const DECAY: f32 = 0.8;
/// What the sums of squared gradients begin with.
const FIRST: f32 = 1.0;
/// A weight is pulled towards 0 each time it is seen.
const PULL: f32 = 0.002;
/// Weights count in 32nds.
const UNIT: f32 = 32.0;

/// The weights that tell right examples from others, by the places of their words.
pub(crate) fn learn<const N: usize>(examples: &Examples<N>) -> Vec<i8> {
    let mask = SIZE - 1;
    let mut weights = vec![0.0_f32; SIZE];
    let mut squares = vec![FIRST; SIZE];
    let mut sum = vec![0.0_f32; SIZE];
    let mut random = Random::new(1);
    let mut step = STEP;
    let mut kept: Vec<usize> = Vec::new();
    for epoch in 0..EPOCHS {
        for at in random.order(examples.right.len()) {
            let coins = random.bits();
            let words = examples.words[at].iter().enumerate();
            kept.clear();
            // Three of four.
            kept.extend(
                words
                    .filter(|(number, _)| {
                        coins >> (number % 64) & 1 == 1
                            || coins >> ((number * 7 + 13) % 64) & 1 == 1
                    })
                    .map(|(_, place)| *place as usize & mask),
            );
            let score = kept.iter().map(|&place| weights[place]).sum::<f32>() * (4.0 / 3.0);
            let gradient = sigmoid(score) - f32::from(u8::from(examples.right[at]));
            for &place in &kept {
                let gradient = gradient + PULL * weights[place];
                squares[place] += gradient * gradient;
                weights[place] -= step * gradient / squares[place].sqrt();
            }
        }
        step *= DECAY;
        if epoch >= EPOCHS / 2 {
            for (sum, weight) in sum.iter_mut().zip(&weights) {
                *sum += weight;
            }
        }
    }
    let times = (EPOCHS - EPOCHS / 2) as f32;
    let rounded =
        |weight: f32| (weight / times * UNIT + if weight < 0.0 { -0.5 } else { 0.5 }) as i32;
    sum.into_iter().map(|weight| rounded(weight).clamp(-127, 127) as i8).collect()
}

/// Adds up the weights of the words of each example as its last value.
pub(crate) fn fill<const N: usize>(examples: &mut Examples<N>, weights: &[i8]) {
    let mask = weights.len() - 1;
    for (values, words) in examples.values.iter_mut().zip(&examples.words) {
        if let Some(last) = values.last_mut() {
            *last = words.iter().map(|&place| i16::from(weights[place as usize & mask])).sum();
        }
    }
}
