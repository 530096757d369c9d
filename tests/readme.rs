#![doc = include_str!("../README.md")]
//!
//! (The README of the project, here so that its Rust code runs as tests. The core crate cannot
//! include it: a packed crate holds nothing from above its folder.)
