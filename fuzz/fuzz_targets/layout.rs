//! Descriptions of posters, handbooks and themes.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| noticeboard::fuzzing::layout(bytes));
