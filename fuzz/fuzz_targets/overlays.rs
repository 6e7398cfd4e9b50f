//! Files of several layers, merged into editions.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| noticeboard::fuzzing::overlays(bytes));
