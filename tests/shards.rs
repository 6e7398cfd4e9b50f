//! Builds shared out among machines, and put together again.

mod support;

use support::Folder;

fn with_shards() -> Folder {
    let folder = Folder::with_pack();
    for number in 0..3 {
        folder.write(
            &format!("content/editions/oak-{number}/edition.yml"),
            &format!("name: Oak {number}\nurl: https://oak-{number}.example/\n"),
        );
    }
    for part in ["1", "2", "3"] {
        let outcome = folder.run(&[
            "build",
            "--quiet",
            "--shard",
            &format!("{part}/3"),
            "--output",
            part,
        ]);
        assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    }
    folder
}

#[test]
fn shards_put_together_are_what_one_build_gives() {
    let folder = with_shards();
    let editions = |shard: &str| {
        let files = folder.files(shard).into_keys();
        let homes = files.filter_map(|path| path.strip_suffix("/index.html").map(str::to_owned));
        homes.filter(|path| !path.contains('/')).collect::<Vec<_>>()
    };
    assert_eq!(
        [editions("1"), editions("2"), editions("3")],
        [
            vec!["ash".to_owned(), "oak-1".to_owned()],
            vec!["elm".to_owned(), "oak-2".to_owned()],
            vec!["oak-0".to_owned()]
        ]
    );
    assert_eq!(folder.run(&["build", "--quiet"]).code, Some(0));
    let outcome = folder.run(&["merge", "2", "1", "3", "--output", "merged"]);
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    assert!(folder.files("output") == folder.files("merged"));
    // The same again changes nothing.
    let outcome = folder.run(&["merge", "1", "2", "3", "--output", "merged"]);
    assert!(
        outcome.out.starts_with("0 files written"),
        "{}",
        outcome.out
    );
}

#[test]
fn what_does_not_go_together_is_refused() {
    let folder = with_shards();
    let refused = |arguments: &[&str], why: &str| {
        let outcome = folder.run(&[&["merge", "--output", "merged"], arguments].concat());
        assert_eq!(outcome.code, Some(1), "{why}");
        assert!(outcome.err.contains("[shard]: "), "{}", outcome.err);
        assert!(outcome.err.contains(why), "{}", outcome.err);
        assert!(!folder.has("merged/index.html"));
    };
    refused(&["1", "3"], "not all shards are there: 2/3 missing");
    refused(
        &["1", "2", "content"],
        "content is not the output of a shard",
    );
    folder.write("content/editions/elm/edition.yml", "name: Elm\n");
    let changed = folder.run(&["build", "--quiet", "--shard", "2/3", "--output", "2"]);
    assert_eq!(changed.code, Some(0), "{}", changed.err);
    refused(&["1", "2", "3"], "are shards of different builds");
    let outcome = folder.run(&["build", "--shard", "4/3"]);
    assert_eq!(outcome.code, Some(2));
    assert!(outcome.err.contains("such as 3/8"), "{}", outcome.err);
}
