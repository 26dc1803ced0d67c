//! Growth that was major once, as the random search of `.ci/growth` found it. The documents are beside this file.

use super::grow::{Gain, Growth};

/// A contract and the steps in which it grew.
pub struct OnceMajor {
    pub name: &'static str,
    pub document: &'static str,
    /// Each gain, the share of its places, and the seed.
    steps: &'static [(Gain, f32, u64)],
}

pub const ALL: [OnceMajor; 2] = [
    OnceMajor {
        name: "an answer contains a component around an object in place that is sent",
        document: include_str!("once_major/sent_object.yaml"),
        steps: &[
            (Gain::Property, 0.1, 165622976485426402),
            (Gain::Reference, 1.0, 4875594878731946846),
        ],
    },
    OnceMajor {
        name: "optional properties close a circle that a required object is in",
        document: include_str!("once_major/circle.yaml"),
        steps: &[(Gain::Value, 0.1, 442), (Gain::Shape, 1.0, 6319202763129426602)],
    },
];

impl OnceMajor {
    pub fn steps(&self) -> Vec<Growth> {
        let growth = |(gain, share, seed): &(Gain, f32, u64)| Growth {
            gain: *gain,
            share: *share,
            seed: *seed,
            refers_to: None,
        };
        self.steps.iter().map(growth).collect()
    }
}
