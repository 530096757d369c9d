//! A forest as bytes.

use super::forest::{CALIBRATION, Forest, Node, Tree};

/// Reads numbers of 16 bits, one after the other.
struct Numbers<'a>(std::slice::Iter<'a, [u8; 2]>);

impl Numbers<'_> {
    fn unsigned(&mut self) -> Option<u16> {
        self.0.next().map(|bytes| u16::from_le_bytes(*bytes))
    }

    fn signed(&mut self) -> Option<i16> {
        self.unsigned().map(u16::cast_signed)
    }

    fn two_small(&mut self) -> Option<[i8; 2]> {
        self.0.next().map(|bytes| bytes.map(u8::cast_signed))
    }
}

impl Forest {
    /// The forest in these bytes, whose branches ask about so many values; `None` if they are none.
    pub(crate) fn from_bytes(bytes: &[u8], values: usize) -> Option<Forest> {
        let (numbers, []) = bytes.as_chunks() else { return None };
        let mut numbers = Numbers(numbers.iter());
        let base = numbers.signed()?;
        let calibration = (0..CALIBRATION).map(|_| numbers.unsigned()).collect::<Option<_>>()?;
        let mut trees = Vec::new();
        for _ in 0..numbers.unsigned()? {
            let branches = numbers.unsigned()?;
            let node = |numbers: &mut Numbers<'_>| {
                let (value, threshold) = (numbers.unsigned()?, numbers.signed()?);
                let [low, high] = numbers.two_small()?;
                Some(Node { value, threshold, low, high })
            };
            let nodes = (0..branches).map(|_| node(&mut numbers)).collect::<Option<_>>()?;
            let leaves = (0..=branches).map(|_| numbers.signed()).collect::<Option<_>>()?;
            trees.push(Tree { nodes, leaves });
        }
        let forest = Forest::new(base, &trees, calibration, values)?;
        numbers.0.next().is_none().then_some(forest)
    }

    /// The bytes of the forest.
    #[cfg(feature = "training")]
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let (base, trees, calibration) = self.parts();
        let mut bytes = Vec::new();
        bytes.extend(base.to_le_bytes());
        let probabilities = calibration.iter().copied().chain(std::iter::repeat(0));
        bytes.extend(probabilities.take(CALIBRATION).flat_map(u16::to_le_bytes));
        let count = |len: usize| u16::try_from(len).unwrap_or(u16::MAX).to_le_bytes();
        bytes.extend(count(trees.len()));
        for tree in trees {
            bytes.extend(count(tree.nodes.len()));
            for node in &tree.nodes {
                bytes.extend(node.value.to_le_bytes());
                bytes.extend(node.threshold.to_le_bytes());
                bytes.extend([node.low, node.high].map(i8::cast_unsigned));
            }
            bytes.extend(tree.leaves.iter().flat_map(|leaf| leaf.to_le_bytes()));
        }
        bytes
    }
}
