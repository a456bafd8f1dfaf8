"""Times one call of NumPy, SciPy or pandas: `statistics_calls.py TASK CALLS` prints JSON.

The data are those of Benchmarks/statistics/Program, whose generator is NumPy's, number for number. The clock starts
after the libraries are loaded, the data are made and the call was made once. pandas is given a slice of the events, and
NumPy a stretch that its caches hold.
"""

import json
import sys
import time

import numpy as np
import pandas as pd
import scipy.stats

EVENTS, WINDOW, SLICE, STRETCH = 10_000_000, 1_000, 5_000, 100_000


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


def numpy_groups(limit):
    """By how many counts are alike: fewer logarithms where counts are small."""
    numbers = counts(limit)

    def entropy():
        groups = np.bincount(numbers)
        size = np.nonzero(groups)[0]
        total = numbers.sum()
        return np.log2(total) - (groups[size] * size * np.log2(size)).sum() / total

    return entropy


def all_events():
    generator = np.random.default_rng(1)
    square = generator.random(EVENTS) ** 2
    ports = (60_000 * ((square * square) * (square * square))).astype(np.uint16)
    return ports, generator.integers(0, 2_000_000, EVENTS).cumsum()


def events():
    """The first ports and times; each port as its place among the different ones, so that a table of counts is short."""
    ports, times = (column[:SLICE] for column in all_events())
    return pd.Series(pd.factorize(ports)[0].astype(float), index=pd.to_datetime(times))


def numpy_packets():
    """Without a loop: how often a port occurs in a window follows from where its places lie in a sorted table."""
    ports = all_events()[0][:STRETCH]
    weights = np.arange(WINDOW + 2)
    weights = weights * np.log2(np.maximum(weights, 1))

    def mean():
        places = np.arange(STRETCH)
        keys = ports.astype(np.int64) * (2 * STRETCH) + places
        order = np.argsort(ports, kind="stable")
        rank = np.empty_like(order)
        rank[order] = places
        table = keys[order]
        before = rank - np.searchsorted(table, keys - np.minimum(places, WINDOW - 1))
        changes = weights[before + 1] - weights[before]
        leaving = np.searchsorted(table, keys[:-WINDOW] + WINDOW) - rank[:-WINDOW]
        changes[WINDOW:] -= weights[leaving] - weights[leaving - 1]
        return checksum(np.log2(WINDOW) - changes.cumsum()[WINDOW - 1 :] / WINDOW)

    return mean


def by_scipy(places):
    """The entropy of one window; counted by NumPy, which takes less time than sorting does."""
    return scipy.stats.entropy(np.bincount(places.astype(np.int64)), base=2)


def by_numpy(places):
    counts = np.bincount(places.astype(np.int64))
    shares = counts[counts > 0] / len(places)
    return -(shares * np.log2(shares)).sum()


def pandas_packets(entropy):
    series = events()
    return lambda: checksum(series.rolling(WINDOW).apply(entropy, raw=True)[WINDOW - 1 :])


def pandas_time(entropy):
    series = events()
    return lambda: checksum(series.rolling("1s").apply(entropy, raw=True))


def checksum(figures):
    return np.asarray(figures)[2_000:3_000].mean()


def sample():
    return np.random.default_rng(1).random(1_000)


def bootstrap(numbers, statistic):
    def width():
        interval = scipy.stats.bootstrap((numbers,), statistic, n_resamples=10_000, rng=1).confidence_interval
        return interval.high - interval.low

    return width


def bootstrap_entropy():
    """The values are counted for all resamples at once, each in a stretch of one long table."""
    values = np.unique((50 * sample() ** 3).astype(np.int64), return_inverse=True)[1]
    support = values.max() + 1

    def entropy(resamples, axis):
        rows = resamples.reshape(-1, resamples.shape[-1])
        table = np.bincount((rows + support * np.arange(len(rows))[:, None]).ravel(), minlength=len(rows) * support)
        return scipy.stats.entropy(table.reshape(*resamples.shape[:-1], support), base=2, axis=-1)

    return bootstrap(values, entropy)


TASKS = {
    "SciPy, few": lambda: scipy_entropy(100),
    "NumPy, few": lambda: numpy_entropy(100),
    "NumPy by groups, few": lambda: numpy_groups(100),
    "NumPy by groups, many": lambda: numpy_groups(1_000_000),
    "SciPy, many": lambda: scipy_entropy(1_000_000),
    "NumPy, many": lambda: numpy_entropy(1_000_000),
    "NumPy, packets": numpy_packets,
    "pandas and SciPy, packets": lambda: pandas_packets(by_scipy),
    "pandas and NumPy, packets": lambda: pandas_packets(by_numpy),
    "pandas and NumPy, time": lambda: pandas_time(by_numpy),
    "SciPy, mean": lambda: bootstrap(sample(), np.mean),
    "SciPy, median": lambda: bootstrap(sample(), np.median),
    "SciPy, entropy": bootstrap_entropy,
}


def timed(call, calls):
    answer, seconds = float(call()), []
    for _ in range(calls):
        begin = time.perf_counter()
        call()
        seconds.append(time.perf_counter() - begin)
    return {"answer": answer, "seconds": seconds}


if __name__ == "__main__":
    print(json.dumps(timed(TASKS[sys.argv[1]](), int(sys.argv[2]))))
