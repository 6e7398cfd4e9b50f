//! Drawings and photographs.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| noticeboard::fuzzing::picture(bytes));
