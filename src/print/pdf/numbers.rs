//! Numbers as they stand in the file: short, and never `NaN`.

/// Places of text, to a thousandth of a point.
pub(super) fn fine(value: f32) -> f32 {
    round(value, 1000.0)
}

/// Outlines and boxes, to a hundredth of a point: 3.5 µm, a tenth of a dot of the best office printer.
pub(super) fn coarse(value: f32) -> f32 {
    round(value, 100.0)
}

fn round(value: f32, steps: f32) -> f32 {
    // Adding zero turns a minus zero into a plain one.
    (value * steps).round() / steps + 0.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_zero_has_no_sign() {
        assert_eq!(fine(12.345_678).to_string(), "12.346");
        assert_eq!(coarse(841.8898).to_string(), "841.89");
        assert_eq!(coarse(-0.001).to_string(), "0");
    }
}
