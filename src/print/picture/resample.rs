//! Fewer pixels: each new one is the mean of those it covers.

use crate::print::scene::Pixels;

/// The picture with fewer pixels. Transparent ones count as much as they are seen, so that edges keep their colour.
pub(super) fn resampled(pixels: &Pixels, width: u32, height: u32) -> Pixels {
    let mut rgb = Vec::with_capacity(width as usize * height as usize * 3);
    let mut alpha = pixels
        .alpha
        .as_ref()
        .map(|_| Vec::with_capacity(width as usize * height as usize));
    for y in 0..height {
        let rows = covered(y, height, pixels.height);
        for x in 0..width {
            let columns = covered(x, width, pixels.width);
            let mut sum = [0_u64; 3];
            let mut weight = 0_u64;
            let mut count = 0_u64;
            for row in rows.clone() {
                for column in columns.clone() {
                    let at = row as usize * pixels.width as usize + column as usize;
                    let opacity = match &pixels.alpha {
                        Some(alpha) => u64::from(alpha.get(at).copied().unwrap_or(255)),
                        None => 255,
                    };
                    let Some(colours) = pixels.rgb.get(at * 3..at * 3 + 3) else {
                        continue;
                    };
                    for (sum, &colour) in sum.iter_mut().zip(colours) {
                        *sum += u64::from(colour) * opacity;
                    }
                    weight += opacity;
                    count += 1;
                }
            }
            rgb.extend(sum.map(|sum| ((sum + weight / 2) / weight.max(1)) as u8));
            if let Some(alpha) = &mut alpha {
                alpha.push(((weight + count / 2) / count.max(1)) as u8);
            }
        }
    }
    Pixels {
        width,
        height,
        rgb,
        alpha,
    }
}

/// Which of `old` pixels in a row the new one at this place covers, of `new` in all.
fn covered(place: u32, new: u32, old: u32) -> std::ops::Range<u32> {
    let edge = |place: u32| (u64::from(place) * u64::from(old) / u64::from(new.max(1))) as u32;
    let start = edge(place);
    start..edge(place + 1).max(start + 1).min(old)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pixel_is_the_mean_of_those_it_covers() {
        let pixels = Pixels {
            width: 4,
            height: 1,
            rgb: vec![0, 0, 0, 100, 100, 100, 200, 200, 200, 200, 200, 200],
            alpha: None,
        };
        assert_eq!(resampled(&pixels, 2, 1).rgb, [50, 50, 50, 200, 200, 200]);
    }

    #[test]
    fn what_is_not_seen_does_not_colour_its_neighbours() {
        let pixels = Pixels {
            width: 2,
            height: 1,
            rgb: vec![255, 0, 0, 0, 255, 0],
            alpha: Some(vec![255, 0]),
        };
        let one = resampled(&pixels, 1, 1);
        assert_eq!(one.rgb, [255, 0, 0]);
        assert_eq!(one.alpha, Some(vec![128]));
    }
}
