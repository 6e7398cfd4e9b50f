//! The way a camera was held (Exif 2.32 §4.6.4, tag 0x0112).

use crate::print::scene::Pixels;

/// The tag of the orientation.
const ORIENTATION: u16 = 0x0112;

/// The orientation in a block of Exif, from 1 to 8; 1, as it is, where none is to be found.
pub(crate) fn of(exif: &[u8]) -> u8 {
    find(exif).unwrap_or(1)
}

fn find(exif: &[u8]) -> Option<u8> {
    let exif = exif.strip_prefix(b"Exif\0\0").unwrap_or(exif);
    let little = match exif.get(..4)? {
        b"II*\0" => true,
        b"MM\0*" => false,
        _ => return None,
    };
    let short = |at: usize| {
        let bytes = exif.get(at..at + 2)?.try_into().ok()?;
        Some(if little {
            u16::from_le_bytes(bytes)
        } else {
            u16::from_be_bytes(bytes)
        })
    };
    let long = |at: usize| {
        let bytes = exif.get(at..at + 4)?.try_into().ok()?;
        Some(if little {
            u32::from_le_bytes(bytes)
        } else {
            u32::from_be_bytes(bytes)
        })
    };
    let start = long(4)? as usize;
    (0..usize::from(short(start)?))
        .map(|entry| start + 2 + entry * 12)
        .find(|&at| short(at) == Some(ORIENTATION))
        .and_then(|at| short(at + 8))
        .filter(|turn| (1..=8).contains(turn))
        .map(|turn| turn as u8)
}

/// The picture as it was seen.
pub(super) fn upright(pixels: Pixels, turn: u8) -> Pixels {
    if !(2..=8).contains(&turn) {
        return pixels;
    }
    let (width, height) = (pixels.width as usize, pixels.height as usize);
    // From 5 on, rows have become columns.
    let (new_width, new_height) = if turn >= 5 {
        (height, width)
    } else {
        (width, height)
    };
    let mut rgb = Vec::with_capacity(pixels.rgb.len());
    for y in 0..new_height {
        for x in 0..new_width {
            let (right, down) = (new_width - 1 - x, new_height - 1 - y);
            let (from_x, from_y) = match turn {
                2 => (right, y),
                3 => (right, down),
                4 => (x, down),
                5 => (y, x),
                6 => (y, right),
                7 => (down, right),
                _ => (down, x),
            };
            let at = (from_y * width + from_x) * 3;
            rgb.extend_from_slice(pixels.rgb.get(at..at + 3).unwrap_or(&[255; 3]));
        }
    }
    Pixels {
        width: new_width as u32,
        height: new_height as u32,
        rgb,
        alpha: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(turn: u8) -> (u32, Vec<u8>) {
        let pixels = Pixels {
            width: 3,
            height: 1,
            rgb: vec![1, 1, 1, 2, 2, 2, 3, 3, 3],
            alpha: None,
        };
        let upright = upright(pixels, turn);
        (
            upright.width,
            upright.rgb.iter().step_by(3).copied().collect(),
        )
    }

    #[test]
    fn each_turn_is_undone() {
        assert_eq!(seen(1), (3, vec![1, 2, 3]));
        assert_eq!(seen(2), (3, vec![3, 2, 1]));
        assert_eq!(seen(3), (3, vec![3, 2, 1]));
        assert_eq!(seen(4), (3, vec![1, 2, 3]));
        assert_eq!(seen(5), (1, vec![1, 2, 3]));
        // Turned to the right, what was at the left is on top.
        assert_eq!(seen(6), (1, vec![1, 2, 3]));
        assert_eq!(seen(7), (1, vec![3, 2, 1]));
        assert_eq!(seen(8), (1, vec![3, 2, 1]));
    }

    #[test]
    fn the_tag_is_found_in_both_orders_and_nonsense_is_not() {
        let little = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0";
        let big = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x08\0\0";
        assert_eq!(of(little), 6);
        assert_eq!(of(big), 8);
        assert_eq!(of(b"II*\0\xFF\xFF\xFF\xFF"), 1);
        assert_eq!(of(&little[..15]), 1);
        assert_eq!(of(b""), 1);
    }
}
