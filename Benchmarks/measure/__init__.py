"""What every benchmark shares: timed processes, promised bars, the machine and the peers' environment."""
