//! How often the model is right where it is so sure.

/// What a likelihood is worth: how often the model was right on articles it had not seen, in
/// thousandths, at likelihoods of 0, 0.1 and so on up to 1; in between it rises evenly.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Calibration([u16; POINTS]);

pub(crate) const POINTS: usize = 11;
const STEP: u16 = 100;

impl Calibration {
    /// From its points; `None` unless there are so many, none above 1.
    pub(crate) fn from_points(points: &[u16]) -> Option<Calibration> {
        let points: [u16; POINTS] = points.try_into().ok()?;
        points.iter().all(|&it| it <= 1000).then_some(Calibration(points))
    }

    #[cfg(feature = "training")]
    pub(super) fn points(&self) -> &[u16] {
        &self.0
    }

    /// What a likelihood in thousandths is worth.
    pub(super) fn of(&self, permille: u16) -> u16 {
        let (at, part) = (usize::from(permille / STEP), u32::from(permille % STEP));
        let point = |at: usize| u32::from(self.0.get(at).or(self.0.last()).copied().unwrap_or(0));
        let step = u32::from(STEP);
        let between = (point(at) * (step - part) + point(at + 1) * part) / step;
        u16::try_from(between).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn between_points_it_rises_evenly() {
        let points = [0, 100, 150, 300, 400, 500, 600, 700, 800, 900, 990];
        let calibration = Calibration::from_points(&points).unwrap();
        let of = |permille| calibration.of(permille);
        assert_eq!([of(0), of(100), of(250), of(999), of(1000)], [0, 100, 225, 989, 990]);
        assert!(Calibration::from_points(&points[1..]).is_none());
        assert!(Calibration::from_points(&[1001; POINTS]).is_none());
    }
}
