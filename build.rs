//! Has the program built anew when a file of a theme is added: they are part of it.

fn main() {
    println!("cargo::rerun-if-changed=themes");
}
