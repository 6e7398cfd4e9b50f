//! The reference of keys in `docs/pack-format.md` is what the program knows. With `NOTICEBOARD_UPDATE_DOCS=1` this test writes it.

use std::fs;
use std::path::Path;

const MARK: &str =
    "<!-- keys: this part is written by the tests from the declarations in src/pack/shape.rs -->\n";

#[test]
fn the_reference_of_keys_is_that_of_the_program() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/pack-format.md");
    let page = fs::read_to_string(&path).expect("the page is there");
    let (before, after) = page
        .split_once(MARK)
        .expect("the page marks where the keys stand");
    let reference = noticeboard::pack::reference();
    if std::env::var_os("NOTICEBOARD_UPDATE_DOCS").is_some() {
        fs::write(&path, format!("{before}{MARK}{reference}")).expect("the page can be written");
    } else {
        assert!(
            after == reference,
            "docs/pack-format.md is not up to date: run the tests with NOTICEBOARD_UPDATE_DOCS=1"
        );
    }
}
