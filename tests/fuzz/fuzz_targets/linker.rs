#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| inquit_tests::targets::linker(data));
