//! `docs/checks.md` says of every code what it means: written from the declarations, so that it stays true.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use noticeboard::diagnostic::{Code, Severity};

const HEAD: &str = "# Checks

Every problem that Noticeboard finds has a code, which stays the same over versions. An **error** keeps the pack from being published. A
**warning** should be mended; `--deny warnings` takes it for an error. A **hint** says what could be better.

A pack or edition may say how grave a problem is, and allow single ones with a reason and a last day: see `checks` in
[The pack format](pack-format.md). Errors stay errors, because what they keep back would be broken; only `dead-link` may be lowered.

`noticeboard check` says all of them at once, for the day that `--today` names. With `--problems json`, `sarif`, `github` or `gitlab` it writes them for other programs.

<!-- codes: this part is written by the tests from the declarations in src/diagnostic/code.rs -->

| code | | |
|---|---|---|
";

#[test]
fn every_code_is_explained() {
    let mut text = String::from(HEAD);
    for code in Code::ALL {
        let gravity = match code.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "hint",
        };
        let about = code.about().replace('\n', " ");
        let about = about.split_whitespace().collect::<Vec<_>>().join(" ");
        let _ = writeln!(text, "| `{}` | {gravity} | {about} |", code.name());
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/checks.md");
    if std::env::var_os("NOTICEBOARD_UPDATE_DOCS").is_some() {
        fs::write(&path, &text).expect("docs can be written");
    }
    let there = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(
        there, text,
        "docs/checks.md is behind; write it anew with NOTICEBOARD_UPDATE_DOCS=1 cargo test --test checks_reference"
    );
}
