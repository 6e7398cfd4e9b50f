//! The colours that red, green and blue mean: sRGB, as an ICC profile made here.

use lopdf::{Document, Object, ObjectId, Stream, dictionary};

use crate::print::scene::Scene;

/// The daylight of the profile's connection space, D50 (ICC.1:2004-10 §7.2.16).
const D50: [f64; 3] = [0.9642, 1.0, 0.8249];
/// The primaries of sRGB (IEC 61966-2-1), adapted from daylight D65 to D50 by the Bradford method.
const RED: [f64; 3] = [0.436_066, 0.222_488, 0.013_916];
const GREEN: [f64; 3] = [0.385_147, 0.716_873, 0.097_076];
const BLUE: [f64; 3] = [0.143_066, 0.060_608, 0.714_096];
/// That adaptation, row by row.
const BRADFORD: [f64; 9] = [
    1.047_882, 0.022_919, -0.050_201, 0.029_587, 0.990_479, -0.017_059, -0.009_232, 0.015_076,
    0.751_678,
];
/// The curve of sRGB (IEC 61966-2-1): a power with a straight beginning.
const CURVE: [f64; 5] = [2.4, 1.0 / 1.055, 0.055 / 1.055, 1.0 / 12.92, 0.040_45];

/// Adds the output intent: which colours the file is meant for (ISO 19005-2 §6.2.3; ISO 32000-1 §14.11.5).
pub(super) fn output_intent(scene: &Scene, document: &mut Document) -> ObjectId {
    if scene.press.is_some() {
        return press_condition(document);
    }
    let profile = Stream::new(dictionary! { "N" => 3 }, profile());
    let profile = document.add_object(profile);
    document.add_object(dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => Object::string_literal("sRGB IEC61966-2.1"),
        "RegistryName" => Object::string_literal("http://www.color.org"),
        "Info" => Object::string_literal("sRGB IEC61966-2.1"),
        "DestOutputProfile" => profile,
    })
}

/// Offset printing on coated paper, which CMYK values of brands are mostly made for. It is named as the registry of the ICC knows
/// it; a condition that stands there needs no profile in the file (ISO 32000-1 §14.11.5, table 365).
fn press_condition(document: &mut Document) -> ObjectId {
    document.add_object(dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFX",
        "OutputConditionIdentifier" => Object::string_literal("FOGRA39"),
        "RegistryName" => Object::string_literal("http://www.color.org"),
        "Info" => Object::string_literal("Coated FOGRA39 (ISO 12647-2:2004)"),
    })
}

/// A display profile of version 4.2, the newest that PDF 1.7 knows, of three primaries and one curve.
fn profile() -> Vec<u8> {
    let curve = data(*b"para", &[&[0, 3, 0, 0], &fixed(&CURVE)]);
    let tags: [([u8; 4], Vec<u8>); 9] = [
        (*b"desc", words("sRGB")),
        (*b"cprt", words("No copyright, use freely")),
        (*b"wtpt", data(*b"XYZ ", &[&fixed(&D50)])),
        (*b"chad", data(*b"sf32", &[&fixed(&BRADFORD)])),
        (*b"rXYZ", data(*b"XYZ ", &[&fixed(&RED)])),
        (*b"gXYZ", data(*b"XYZ ", &[&fixed(&GREEN)])),
        (*b"bXYZ", data(*b"XYZ ", &[&fixed(&BLUE)])),
        (*b"rTRC", curve.clone()),
        (*b"gTRC", curve),
    ];
    // Blue shares the curve of green, as red could: an entry of the table may point anywhere.
    let count = tags.len() as u32 + 1;
    let mut table = count.to_be_bytes().to_vec();
    let mut body = Vec::new();
    let start = 128 + 4 + 12 * count;
    for (name, data) in &tags {
        let mut entry = Vec::from((start + body.len() as u32).to_be_bytes());
        entry.extend((data.len() as u32).to_be_bytes());
        body.extend_from_slice(data);
        table.extend_from_slice(name);
        table.extend_from_slice(&entry);
        if name == b"gTRC" {
            table.extend_from_slice(b"bTRC");
            table.extend_from_slice(&entry);
        }
    }

    let size = start + body.len() as u32;
    let mut profile = Vec::with_capacity(size as usize);
    profile.extend(size.to_be_bytes());
    profile.extend([0; 4]);
    profile.extend([4, 0x20, 0, 0]);
    profile.extend(b"mntrRGB XYZ ");
    // A fixed day, since a profile must have one: 1 January 2000, midnight.
    for part in [2000_u16, 1, 1, 0, 0, 0] {
        profile.extend(part.to_be_bytes());
    }
    profile.extend(b"acsp");
    profile.extend([0; 28]);
    profile.extend(fixed(&D50));
    profile.resize(128, 0);
    profile.extend(table);
    profile.extend(body);
    profile
}

/// A piece of data with its kind before it, filled up to four bytes.
fn data(kind: [u8; 4], parts: &[&[u8]]) -> Vec<u8> {
    let mut data = kind.to_vec();
    data.extend([0; 4]);
    for part in parts {
        data.extend_from_slice(part);
    }
    data.resize(data.len().next_multiple_of(4), 0);
    data
}

/// Numbers with sixteen bits before and after the point.
fn fixed(values: &[f64]) -> Vec<u8> {
    values
        .iter()
        .flat_map(|value| ((value * 65536.0).round() as i32).to_be_bytes())
        .collect()
}

/// Words in American English, as the format has it for everyone.
fn words(text: &str) -> Vec<u8> {
    let text: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let length = (text.len() as u32).to_be_bytes();
    data(
        *b"mluc",
        &[
            &[0, 0, 0, 1, 0, 0, 0, 12],
            b"enUS",
            &length,
            &[0, 0, 0, 28],
            &text,
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_profile_is_as_long_as_it_says_and_its_tags_lie_inside() {
        let profile = profile();
        let number = |at: usize| {
            let bytes = [
                profile[at],
                profile[at + 1],
                profile[at + 2],
                profile[at + 3],
            ];
            u32::from_be_bytes(bytes) as usize
        };
        assert_eq!(number(0), profile.len());
        assert_eq!(&profile[36..40], b"acsp");
        for tag in 0..number(128) {
            let entry = 132 + 12 * tag;
            assert!(number(entry + 4) % 4 == 0);
            assert!(number(entry + 4) + number(entry + 8) <= profile.len());
        }
    }

    #[test]
    fn the_primaries_make_the_white_of_the_connection_space() {
        for axis in 0..3 {
            let white = RED[axis] + GREEN[axis] + BLUE[axis];
            assert!((white - D50[axis]).abs() < 0.001);
        }
    }
}
