#[test]
fn speed() {
    let scene = crate::scenes::poster().scene;
    for _ in 0..20 {
        let _ = noticeboard::print::pdf::write(&scene);
    }
    let t = std::time::Instant::now();
    let n = 300;
    let mut l = 0;
    for _ in 0..n {
        l += noticeboard::print::pdf::write(&scene).unwrap().len();
    }
    println!(
        "{:.3} ms each, {} bytes",
        t.elapsed().as_secs_f64() * 1000.0 / n as f64,
        l / n
    );
}
