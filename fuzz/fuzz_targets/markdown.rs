//! Markdown, to pages and to all forms of the handbook.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| noticeboard::fuzzing::markdown(bytes));
