//! Pictures of posters, as the command makes them and pages show them.

mod support;

use std::io::Cursor;

use support::Folder;

/// Width and height of a PNG.
fn size(bytes: &[u8]) -> (u32, u32) {
    let reader = png::Decoder::new(Cursor::new(bytes)).read_info();
    let info = reader.expect("a picture").info().clone();
    (info.width, info.height)
}

#[test]
fn each_poster_has_a_picture_and_pages_show_it() {
    let folder = Folder::with_pack();
    let outcome = folder.run(&["build", "--quiet"]);
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    let files = folder.files("output/ash/posters");
    for name in ["email", "photos", "contacts"] {
        let picture = &files[&format!("{name}.png")];
        assert!(picture.len() <= noticeboard::print::preview::MOST_BYTES);
        let (width, height) = size(picture);
        assert!(width >= 400 && height > width, "{width} by {height}");
    }
    assert!(!files.contains_key("all.png"));

    let page = folder.read("output/ash/channels/email/index.html");
    let (width, height) = size(&files["email.png"]);
    let picture = format!(
        "<img src=\"../../posters/email.png\" width=\"{width}\" height=\"{height}\" alt=\"Poster: Email. Never use a private account.\" loading=\"lazy\""
    );
    assert!(page.contains(&picture), "{page}");
    let shared = "<meta property=\"og:image\" content=\"https://ash.example/posters/email.png\">";
    assert!(page.contains(shared));
    let home = folder.read("output/ash/index.html");
    assert!(home.contains("src=\"posters/photos.png\""));
}

#[test]
fn without_pictures_pages_do_without() {
    let folder = Folder::with_pack();
    let build = |arguments: &[&str]| {
        let outcome = folder.run(&[&["build", "--quiet"], arguments].concat());
        assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    };
    let shows = || {
        folder
            .read("output/ash/channels/email/index.html")
            .contains("email.png")
    };
    let picture = "output/ash/posters/email.png";
    build(&["--no-previews"]);
    assert!(!folder.has(picture) && !shows());
    // Pages that aren't made anew show none, and those that are made without posters don't ask for what isn't there.
    build(&["--only", "site"]);
    assert!(!folder.has(picture) && !shows());
    build(&[]);
    assert!(folder.has(picture) && shows());
    // What pages show stays while they do.
    build(&["--only", "posters", "--no-previews"]);
    assert!(folder.has(picture) && shows());
    build(&["--no-previews"]);
    assert!(!folder.has(picture) && !shows());
}
