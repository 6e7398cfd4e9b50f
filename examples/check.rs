fn main() {
    let mut sources = noticeboard::source::Sources::new();
    let mut problems = noticeboard::diagnostic::Diagnostics::new();
    let t = std::time::Instant::now();
    let pack = noticeboard::pack::read(
        std::path::Path::new(&std::env::args().nth(1).unwrap()),
        &mut sources,
        &mut problems,
    );
    if let Some(pack) = pack {
        let editions = noticeboard::edition::editions(&pack, &sources, &mut problems);
        for e in &editions {
            println!(
                "{} {:?} {} channels {} sections",
                e.id,
                e.chain,
                e.channels.len(),
                e.sections.len()
            );
        }
    }
    println!("{:?}", t.elapsed());
    print!(
        "{}",
        noticeboard::diagnostic::render::text(&problems.tidied(), &sources, false)
    );
}
