//! Code of the texts, run as tests.
