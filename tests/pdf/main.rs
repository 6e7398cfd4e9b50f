//! The PDF writer, read back.

mod setting;

use noticeboard::print::pdf;
use noticeboard::print::scene::Role;
use setting::{Sheet, face, run};

#[test]
fn one_paragraph_makes_a_file() {
    let mut sheet = Sheet::new();
    let root = sheet.root();
    let paragraph = sheet.part(root, Role::Paragraph);
    sheet.text(
        paragraph,
        run(
            &face("Regular"),
            14.0,
            (60.0, 80.0),
            "Use the office account, and wait for its fifth reply.",
        ),
    );
    let bytes = pdf::write(&sheet.scene).expect("the scene is lawful");
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("../conformance");
    std::fs::create_dir_all(&folder).expect("the folder can be made");
    std::fs::write(folder.join("paragraph.pdf"), bytes).expect("the file can be written");
}
