//! Objects as they stand in the file (ISO 32000-1 §7.2, §7.3).
//!
//! Pages and the file around them are written by these few functions, straight to bytes and each thing once: a handbook
//! has tens of thousands of numbers and thousands of dictionaries.

use std::io::Write as _;

use lopdf::{Dictionary, Object, ObjectId, StringFormat};

/// Writes an object; of a stream its dictionary and its content.
pub(super) fn object(object: &Object, out: &mut Vec<u8>) {
    match object {
        Object::Null => out.extend(b"null"),
        Object::Boolean(true) => out.extend(b"true"),
        Object::Boolean(false) => out.extend(b"false"),
        Object::Integer(value) => integer(*value, out),
        Object::Real(value) => number(*value, out),
        Object::Name(bytes) => name(bytes, out),
        Object::String(bytes, format) => string(bytes, *format, out),
        Object::Array(objects) => array(objects, out),
        Object::Dictionary(entries) => dictionary(entries, out),
        Object::Stream(stream) => {
            dictionary(&stream.dict, out);
            out.extend(b"stream\n");
            out.extend(&stream.content);
            out.extend(b"\nendstream");
        }
        Object::Reference(of) => reference(*of, out),
    }
}

/// Writes a dictionary.
pub(super) fn dictionary(entries: &Dictionary, out: &mut Vec<u8>) {
    out.extend(b"<<");
    for (key, value) in entries {
        name(key, out);
        part(value, out);
        object(value, out);
    }
    out.extend(b">>");
}

/// One entry of a dictionary.
pub(super) fn entry(key: &str, value: &Object, out: &mut Vec<u8>) {
    name(key.as_bytes(), out);
    part(value, out);
    object(value, out);
}

/// An object that stands elsewhere in the file.
pub(super) fn reference((number, generation): ObjectId, out: &mut Vec<u8>) {
    integer(i64::from(number), out);
    out.push(b' ');
    integer(i64::from(generation), out);
    out.extend(b" R");
}

fn array(objects: &[Object], out: &mut Vec<u8>) {
    out.push(b'[');
    for (place, value) in objects.iter().enumerate() {
        if place > 0 {
            part(value, out);
        }
        object(value, out);
    }
    out.push(b']');
}

/// A space before what would run together with what comes before.
fn part(value: &Object, out: &mut Vec<u8>) {
    let begins_by_itself = matches!(
        value,
        Object::Name(_)
            | Object::String(..)
            | Object::Array(_)
            | Object::Dictionary(_)
            | Object::Stream(_)
    );
    if !begins_by_itself {
        out.push(b' ');
    }
}

/// Writes a whole number.
pub(super) fn integer(value: i64, out: &mut Vec<u8>) {
    // The longest has 19 digits and a sign.
    let mut digits = [0_u8; 20];
    let mut at = digits.len();
    let mut rest = value.unsigned_abs();
    loop {
        at -= 1;
        digits[at] = b'0' + (rest % 10) as u8;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    if value < 0 {
        at -= 1;
        digits[at] = b'-';
    }
    out.extend(&digits[at..]);
}

/// Writes a number with as many decimals as it has.
pub(super) fn number(value: f32, out: &mut Vec<u8>) {
    // All that is rounded (see `numbers`) has three decimals at most, and is written as a whole number with a point in it.
    let thousandths = (f64::from(value) * 1000.0).round();
    let is_short = thousandths.abs() < 1e9
        && ((thousandths / 1000.0) as f32).to_bits() == (value + 0.0).to_bits();
    if !is_short {
        // Writing to a vector cannot fail.
        let _ = write!(out, "{value}");
        return;
    }
    let thousandths = thousandths as i64;
    if thousandths < 0 {
        out.push(b'-');
    }
    let thousandths = thousandths.unsigned_abs();
    integer((thousandths / 1000) as i64, out);
    let mut decimals = thousandths % 1000;
    if decimals > 0 {
        out.push(b'.');
        let mut step = 100;
        while decimals > 0 {
            out.push(b'0' + (decimals / step) as u8);
            decimals %= step;
            step /= 10;
        }
    }
}

/// Writes a name; what may not stand in one as a code.
pub(super) fn name(bytes: &[u8], out: &mut Vec<u8>) {
    out.push(b'/');
    for &byte in bytes {
        if byte.is_ascii_graphic() && !b"()<>[]{}/%#".contains(&byte) {
            out.push(byte);
        } else {
            out.push(b'#');
            digits(byte, out);
        }
    }
}

/// Writes a string. Brackets that have no partner, and what a reader would take for something else, are escaped.
pub(super) fn string(bytes: &[u8], format: StringFormat, out: &mut Vec<u8>) {
    match format {
        StringFormat::Hexadecimal => {
            out.push(b'<');
            for &byte in bytes {
                digits(byte, out);
            }
            out.push(b'>');
        }
        StringFormat::Literal => {
            out.push(b'(');
            for &byte in bytes {
                match byte {
                    b'(' | b')' | b'\\' => out.extend([b'\\', byte]),
                    // A return on its own would be read as the end of a line.
                    b'\r' => out.extend(b"\\r"),
                    _ => out.push(byte),
                }
            }
            out.push(b')');
        }
    }
}

fn digits(byte: u8, out: &mut Vec<u8>) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    out.extend([byte >> 4, byte & 15].map(|digit| DIGITS[usize::from(digit)]));
}

#[cfg(test)]
mod tests {
    use lopdf::dictionary;
    use proptest::prelude::*;

    use super::*;

    fn written(value: &Object) -> String {
        let mut out = Vec::new();
        object(value, &mut out);
        String::from_utf8_lossy(&out).into_owned()
    }

    #[test]
    fn objects_are_written_without_a_space_too_many() {
        let value = dictionary! {
            "Type" => "A b",
            "K" => vec![1.into(), Object::Real(-0.5), Object::Null, (7, 0).into()],
            "T" => Object::string_literal("a (b) \\\r"),
            "H" => Object::String(vec![0, 255], StringFormat::Hexadecimal),
            "D" => dictionary! { "On" => true },
        };
        assert_eq!(
            written(&Object::Dictionary(value)),
            r"<</Type/A#20b/K[1 -0.5 null 7 0 R]/T(a \(b\) \\\r)/H<00FF>/D<</On true>>>>"
        );
    }

    #[test]
    fn numbers_have_the_decimals_that_they_have() {
        for (value, expected) in [
            (0.0, "0"),
            (12.0, "12"),
            (-0.5, "-0.5"),
            (841.89, "841.89"),
            (0.001, "0.001"),
            (100.05, "100.05"),
            (14_400.0, "14400"),
            (0.000_244, "0.000244"),
        ] {
            assert_eq!(written(&Object::Real(value)), expected);
        }
        assert_eq!(written(&Object::Integer(i64::MIN)), i64::MIN.to_string());
    }

    proptest! {
        #[test]
        fn numbers_are_read_as_they_were(value in -20_000.0f32..20_000.0, steps in prop::sample::select(vec![100.0, 1000.0, 1e9])) {
            let value = (value * steps).round() / steps;
            prop_assert_eq!(written(&Object::Real(value)).parse::<f32>(), Ok(value));
        }
    }
}
