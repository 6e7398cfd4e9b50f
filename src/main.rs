//! The command: parse, call, exit code.

use std::process::ExitCode;

/// Pages and posters are made of many small lists that several threads make and drop at once.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    noticeboard::cli::run()
}
