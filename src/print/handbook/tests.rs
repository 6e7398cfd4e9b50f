//! What is promised of every handbook.
