"""Times one call of NumPy, SciPy or pandas: `statistics_calls.py TASK CALLS` prints JSON.

The data are those of Benchmarks/statistics/Program, whose generator is NumPy's, number for number. The clock starts
after the libraries are loaded, the data are made and the call was made once. Some calls are given a slice of the
events; `events` then says for how many figures the time is.
"""

import json
import sys
import time

import numpy as np
import pandas as pd
import scipy.stats

EVENTS, WINDOW, SLICE = 10_000_000, 1_000, 12_000


def counts(limit):
    return np.random.default_rng(1).integers(1, limit, 65_536)


def scipy_entropy(limit):
    numbers = counts(limit)
    return lambda: scipy.stats.entropy(numbers, base=2)


def numpy_entropy(limit):
    numbers = counts(limit)

    def entropy():
        shares = numbers / numbers.sum()
        return -(shares * np.log2(shares)).sum()

    return entropy


def events():
    """The first ports and times; each port as its place among the different ones, so that a table of counts is short."""
    generator = np.random.default_rng(1)
    square = generator.random(EVENTS) ** 2
    ports = (60_000 * ((square * square) * (square * square))).astype(np.uint16)[:SLICE]
    times = generator.integers(0, 2_000_000, EVENTS)[:SLICE].cumsum()
    return pd.Series(pd.factorize(ports)[0].astype(float), index=pd.to_datetime(times))


def window_entropy(places):
    """SciPy's entropy of one window; counted by NumPy, which takes a third of the time that sorting them would."""
    return scipy.stats.entropy(np.bincount(places.astype(np.int64)), base=2)


def pandas_packets():
    series = events()
    return lambda: checksum(series.rolling(WINDOW).apply(window_entropy, raw=True)[WINDOW - 1 :])


def pandas_time():
    series = events()
    return lambda: checksum(series.rolling("1s").apply(window_entropy, raw=True))


def checksum(figures):
    return figures.to_numpy()[2_000:3_000].mean()


def sample():
    return np.random.default_rng(1).random(1_000)


def bootstrap(numbers, statistic):
    def width():
        interval = scipy.stats.bootstrap((numbers,), statistic, n_resamples=10_000, rng=1).confidence_interval
        return interval.high - interval.low

    return width


def bootstrap_entropy():
    """The values are counted for all resamples at once, each in a stretch of one long table."""
    values = np.unique((300 * sample() ** 3).astype(np.int64), return_inverse=True)[1]
    support = values.max() + 1

    def entropy(resamples, axis):
        rows = resamples.reshape(-1, resamples.shape[-1])
        table = np.bincount((rows + support * np.arange(len(rows))[:, None]).ravel(), minlength=len(rows) * support)
        return scipy.stats.entropy(table.reshape(*resamples.shape[:-1], support), base=2, axis=-1)

    return bootstrap(values, entropy)


TASKS = {
    "SciPy, few": lambda: scipy_entropy(100),
    "NumPy, few": lambda: numpy_entropy(100),
    "SciPy, many": lambda: scipy_entropy(1_000_000),
    "NumPy, many": lambda: numpy_entropy(1_000_000),
    "pandas, packets": pandas_packets,
    "pandas, time": pandas_time,
    "SciPy, mean": lambda: bootstrap(sample(), np.mean),
    "SciPy, median": lambda: bootstrap(sample(), np.median),
    "SciPy, entropy": bootstrap_entropy,
}


def timed(call, calls):
    answer = call()
    for _ in range(calls):
        begin = time.perf_counter()
        call()
        yield time.perf_counter() - begin, answer


if __name__ == "__main__":
    pairs = list(timed(TASKS[sys.argv[1]](), int(sys.argv[2])))
    print(json.dumps({"answer": float(pairs[0][1]), "seconds": [seconds for seconds, _ in pairs]}))
