# The peer of Notebooks/01-entropy.swift: the same lesson for Jupyter, in percent format.
# Benchmarks/run turns it into a notebook and times its execution.

# %% [markdown]
# # Entropy as an interpretable signal
#
# How evenly does traffic spread over its destination ports? One number per time window answers that, in bits, without
# any model. This notebook makes traffic from a seed, measures the number, and says when it informs and when it does not.

# %%
from collections import Counter

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd

# %% [markdown]
# ## The measure
#
# The Shannon entropy of the port frequencies $p_i$ in a window is $H = -\sum_i p_i \log_2 p_i$. Zero means that every
# flow goes to one port; $\log_2 n$ means that $n$ ports are equally likely.

# %%
def shannon_entropy(counts):
    """The entropy of an array of counts, in bits; zero where there is nothing to count."""
    counts = np.asarray(counts, dtype=float)
    total = counts.sum()
    if total == 0:
        return 0.0
    shares = counts[counts > 0] / total
    return float(-(shares * np.log2(shares)).sum())


def shannon_entropy_from_counts(counts, base=2):
    """The entropy of a mapping from values to counts, in any base."""
    total = sum(counts.values())
    if total == 0:
        return 0.0
    shares = np.array([count / total for count in counts.values() if count > 0])
    return float(-(shares * np.log(shares)).sum() / np.log(base))


# %%
pd.DataFrame(
    {
        "counts": ["one port", "two ports alike", "eight ports alike"],
        "bits": [shannon_entropy([16]), shannon_entropy([8, 8]), shannon_entropy([2] * 8)],
        "nats": [shannon_entropy_from_counts(Counter({n: 16 // k for n in range(k)}), base=np.e) for k in (1, 2, 8)],
    }
)

# %% [markdown]
# ## Two pictures of port usage
#
# The same eight ports, used unevenly and evenly.

# %%
ports = [22, 53, 80, 443, 445, 3389, 8080, 8443]
concentrated = [5, 5, 20, 450, 10, 5, 3, 2]
dispersed = [60, 70, 85, 95, 75, 65, 80, 90]

# %%
figure, axes = plt.subplots(1, 2, figsize=(12, 4), sharey=True)
for axis, counts, name in zip(axes, (concentrated, dispersed), ("Lower", "Higher")):
    axis.bar([str(port) for port in ports], counts)
    axis.set_title(f"{name} entropy port usage\nH = {shannon_entropy(counts):.2f} bits")
    axis.set_xlabel("Destination port")
    axis.tick_params(axis="x", rotation=45)
axes[0].set_ylabel("Count")
plt.tight_layout()
plt.show()

# %% [markdown]
# ## Traffic from a seed
#
# Ordinary flows go to four well-known ports with fixed weights. A scan touches ports of the whole range, each once.

# %%
def generate_baseline_ports(n_flows, rng, common_ports=(80, 443, 22, 53), probs=(0.6, 0.3, 0.05, 0.05)):
    return rng.choice(common_ports, size=n_flows, p=probs)


def generate_scan_ports(n_flows, rng, port_min=1, port_max=65535):
    span = np.arange(port_min, port_max + 1)
    drawn = rng.choice(span, size=min(n_flows, len(span)), replace=False)
    return np.resize(drawn, n_flows)


# %%
def generate_synthetic_traffic(rng, n_windows=100, flows_per_window=200, attack_windows=(61, 80)):
    """Rows of window, port and protocol: in an attack window half of the flows belong to the scan."""
    frames = []
    for window in range(1, n_windows + 1):
        if attack_windows[0] <= window <= attack_windows[1]:
            ordinary = flows_per_window // 2
            drawn = np.concatenate(
                [generate_baseline_ports(ordinary, rng), generate_scan_ports(flows_per_window - ordinary, rng)]
            )
        else:
            drawn = generate_baseline_ports(flows_per_window, rng)
        frames.append(pd.DataFrame({"time_window": window, "dest_port": drawn, "protocol": "TCP"}))
    return pd.concat(frames, ignore_index=True)


# %%
rng = np.random.default_rng(42)
traffic = generate_synthetic_traffic(rng)
traffic.head()

# %% [markdown]
# ## One number per window

# %%
def compute_port_entropy_by_window(frame, window_col="time_window", port_col="dest_port"):
    rows = [
        {window_col: window, "entropy_bits": shannon_entropy_from_counts(Counter(group[port_col]))}
        for window, group in frame.groupby(window_col)
    ]
    return pd.DataFrame(rows).sort_values(window_col).reset_index(drop=True)


entropy = compute_port_entropy_by_window(traffic)
entropy.head()

# %%
def plot_entropy_over_time(frame, attack_windows=(61, 80), title="Entropy of destination ports over time"):
    plt.figure(figsize=(10, 4))
    plt.plot(frame["time_window"], frame["entropy_bits"], marker="o")
    plt.axvspan(*attack_windows, alpha=0.2, label="Attack phase")
    plt.title(title)
    plt.xlabel("Time window")
    plt.ylabel("Entropy of dest_port distribution (bits)")
    plt.grid(alpha=0.3)
    plt.legend()
    plt.tight_layout()
    plt.show()


plot_entropy_over_time(entropy)

# %% [markdown]
# ## The prediction
#
# A window of the attack mixes ordinary flows with a scan: the question which of the two, then the answer within it.

# %%
ordinary = shannon_entropy([0.6, 0.3, 0.05, 0.05])
scanned = 100
share = scanned / 200
attacked = shannon_entropy([share, 1 - share]) + (1 - share) * ordinary + share * np.log2(scanned)
bias = (4 - 1) / (2 * 200 * np.log(2))
expected = {"baseline": ordinary - bias, "attack": attacked - bias, "after": ordinary - bias}

# %% [markdown]
# ## The three phases
#
# The gap between the phases is wide. That is a property of this recipe, not a promise about networks.

# %%
phases = pd.cut(entropy["time_window"], [0, 60, 80, 100], labels=["baseline", "attack", "after"])
table = entropy.groupby(phases, observed=True)["entropy_bits"].agg(["mean", "std", "min", "max"])
table.insert(0, "expected", pd.Series(expected))
table.round(4)

# %% [markdown]
# ## Windows of three widths
#
# Windows that overlap react sooner and move more smoothly; their width is a choice that the reader should see.

# %%
def sliding_entropy(values, width, step):
    starts = range(0, len(values) - width + 1, step)
    return pd.DataFrame(
        {
            "flow": [start + width - 1 for start in starts],
            "entropy_bits": [shannon_entropy_from_counts(Counter(values[s : s + width])) for s in starts],
        }
    )


excerpt = traffic["dest_port"].to_numpy()[11000:17000]
figure, axes = plt.subplots(3, 1, figsize=(10, 7), sharex=True, sharey=True)
for axis, width in zip(axes, (100, 200, 800)):
    frame = sliding_entropy(excerpt, width, 100)
    axis.plot(frame["flow"] + 11000, frame["entropy_bits"])
    axis.axvspan(12000, 16000, alpha=0.2)
    axis.set_ylabel(f"{width} flows (bits)")
axes[-1].set_xlabel("Flow")
plt.tight_layout()
plt.show()

# %% [markdown]
# ## A story in packets
#
# An office, then a scan, the office, a lively spell of diverse browsing, the office again: each flow has its packets.

# %%
def profile_packets(rng, seconds, flows_per_second, packets_per_flow, ports, addresses, lengths, start=0.0):
    """Packets of one kind of traffic: flows begin at random, and their packets follow one another."""
    flows = rng.poisson(flows_per_second * seconds)
    begins = rng.uniform(0, seconds, flows)
    sizes = rng.poisson(packets_per_flow - 1, flows) + 1
    flow = np.repeat(np.arange(flows), sizes)
    gaps = rng.exponential(0.05, len(flow))
    return pd.DataFrame(
        {
            "time": start + begins[flow] + gaps,
            "source": rng.integers(0, 20, flows)[flow],
            "destination": addresses(rng, flows)[flow],
            "source_port": rng.integers(32768, 61000, flows)[flow],
            "dest_port": ports(rng, flows)[flow],
            "length": lengths(rng, len(flow)),
        }
    )


KINDS = {
    "office": dict(
        flows_per_second=3,
        packets_per_flow=12,
        ports=lambda rng, n: rng.choice([443, 80, 53, 22], n, p=[0.6, 0.2, 0.15, 0.05]),
        addresses=lambda rng, n: rng.integers(0, 40, n),
        lengths=lambda rng, n: rng.choice([60, 576, 1500], n, p=[0.4, 0.2, 0.4]),
    ),
    "scan": dict(
        flows_per_second=10,
        packets_per_flow=1,
        ports=lambda rng, n: rng.integers(1, 65536, n),
        addresses=lambda rng, n: np.zeros(n, dtype=int),
        lengths=lambda rng, n: np.full(n, 60),
    ),
    "lively": dict(
        flows_per_second=20,
        packets_per_flow=3,
        ports=lambda rng, n: rng.integers(1024, 4096, n),
        addresses=lambda rng, n: rng.integers(0, 400, n),
        lengths=lambda rng, n: rng.integers(60, 1501, n),
    ),
}
STORY = [
    (0, 300, ["office"]),
    (300, 400, ["office", "scan"]),
    (400, 600, ["office"]),
    (600, 700, ["office", "lively"]),
    (700, 900, ["office"]),
]

dice = np.random.default_rng(42)
packets = pd.concat(
    [profile_packets(dice, end - begin, start=begin, **KINDS[kind]) for begin, end, kinds in STORY for kind in kinds]
)
packets = packets.sort_values("time", ignore_index=True)

# %% [markdown]
# ## The signature of a kind of traffic
#
# The same measure on five fields: a scan of one host concentrates addresses while it disperses ports.

# %%
FIELDS = {
    "Destination port": "dest_port",
    "Source port": "source_port",
    "Destination address": "destination",
    "Source address": "source",
    "Packet length": "length",
}


def spread(frame):
    return [shannon_entropy_from_counts(Counter(frame[field])) for field in FIELDS.values()]


sampler = np.random.default_rng(42)
signatures = {
    kind: spread(profile_packets(sampler, 200, **KINDS[kind]).sort_values("time").head(500)) for kind in KINDS
}
pd.DataFrame(signatures, index=list(FIELDS)).round(4)

# %% [markdown]
# ## Features of every window
#
# Entropy becomes more telling beside a rate and the regularity of gaps.

# %%
def window_features(frame):
    gaps = np.diff(frame["time"].to_numpy())
    seconds = frame["time"].iloc[-1] - frame["time"].iloc[0]
    return {
        "begin": frame["time"].iloc[0],
        "end": frame["time"].iloc[-1],
        "packets": len(frame),
        "Destination ports (bits)": shannon_entropy_from_counts(Counter(frame["dest_port"])),
        "Destination addresses (bits)": shannon_entropy_from_counts(Counter(frame["destination"])),
        "Packet lengths (bits)": shannon_entropy_from_counts(Counter(frame["length"])),
        "Rate (packets/s)": len(frame) / seconds if seconds > 0 else np.nan,
        "Irregularity of gaps": gaps.std(ddof=1) / gaps.mean() if len(gaps) > 1 else np.nan,
    }


def features_of(groups):
    return pd.DataFrame([window_features(group) for _, group in groups])


whole = len(packets) // 200 * 200
cut = features_of(packets.iloc[:whole].groupby(np.arange(whole) // 200))
MEASURES = list(cut.columns[3:])

figure, axes = plt.subplots(len(MEASURES), 1, figsize=(10, 10), sharex=True)
for axis, measure in zip(axes, MEASURES):
    for spell in ((300, 400), (600, 700)):
        axis.axvspan(*spell, alpha=0.2)
    axis.plot(cut["end"], cut[measure], marker="o", markersize=3)
    axis.set_ylabel(measure)
axes[-1].set_xlabel("Seconds")
plt.tight_layout()
plt.show()

# %%
def during(frame, begin, end):
    return frame[(frame["begin"] >= begin) & (frame["end"] <= end)]


groups = {"Office": during(cut, 0, 300), "Scan": during(cut, 300, 400), "Lively": during(cut, 600, 700)}
pd.DataFrame({name: group[MEASURES].mean() for name, group in groups.items()}).round(2)

# %% [markdown]
# ## The same spells by the clock

# %%
tens = features_of(packets.groupby((packets["time"] // 10).astype(int)))
by_clock = pd.DataFrame(
    {
        name: during(tens, begin, end)[["packets", "Packet lengths (bits)"]].mean()
        for name, begin, end in (("Office", 0, 300), ("Lively", 600, 700))
    }
)
by_clock.round(2)

# %%
figure, axes = plt.subplots(1, 2, figsize=(12, 4))
for axis, measure in zip(axes, ("Destination addresses (bits)", "Rate (packets/s)")):
    for name, group in groups.items():
        axis.scatter(group["Destination ports (bits)"], group[measure], label=name)
    axis.set_xlabel("Destination ports (bits)")
    axis.set_ylabel(measure)
axes[0].legend()
plt.tight_layout()
plt.show()

# %% [markdown]
# ## What this is not
#
# The traffic is synthetic and made for teaching. A shift in entropy asks a question; it decides nothing by itself.
