"""Many plausible branches from the sample records, for benchmarks and load tests."""
