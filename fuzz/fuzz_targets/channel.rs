//! YAML at the head of a Markdown file, and as a file of its own.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| noticeboard::fuzzing::channel(bytes));
