//! Fonts, and posters that are set in them.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| noticeboard::fuzzing::font(bytes));
