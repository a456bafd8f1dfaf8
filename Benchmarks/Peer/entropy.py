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
# ## The three phases
#
# The gap between the phases is wide. That is a property of this recipe, not a promise about networks.

# %%
phases = pd.cut(entropy["time_window"], [0, 60, 80, 100], labels=["baseline", "attack", "after"])
entropy.groupby(phases, observed=True)["entropy_bits"].agg(["mean", "std", "min", "max"])

# %% [markdown]
# ## Sliding windows
#
# Windows that overlap react sooner and move more smoothly; their width is a choice that the reader should see.

# %%
def sliding_entropy(values, width, step):
    starts = range(0, len(values) - width + 1, step)
    return pd.DataFrame(
        {
            "flow": [start + width for start in starts],
            "entropy_bits": [shannon_entropy_from_counts(Counter(values[s : s + width])) for s in starts],
        }
    )


stream = traffic["dest_port"].to_numpy()
slides = {width: sliding_entropy(stream, width, 50) for width in (100, 200, 800)}

# %%
plt.figure(figsize=(10, 4))
for width, frame in slides.items():
    plt.plot(frame["flow"], frame["entropy_bits"], label=f"{width} flows")
plt.axvspan(12000, 16000, alpha=0.2, label="Attack phase")
plt.title("Sliding windows of three widths")
plt.xlabel("Flow")
plt.ylabel("Entropy (bits)")
plt.legend()
plt.show()

# %% [markdown]
# ## Addresses and packet sizes
#
# The same measure on two other fields: a scan of one host concentrates addresses while it disperses ports.

# %%
n = len(traffic)
attacked = traffic["time_window"].between(61, 80).to_numpy() & (np.arange(n) % 200 >= 100)
fields = np.random.default_rng(7)
traffic["dest_address"] = np.where(attacked, 0, fields.integers(0, 64, n))
traffic["size"] = np.where(attacked, 60, fields.choice([60, 576, 1500], n, p=[0.4, 0.2, 0.4]))

# %%
figure, axes = plt.subplots(2, 1, figsize=(10, 6), sharex=True)
for axis, field in zip(axes, ("dest_address", "size")):
    frame = compute_port_entropy_by_window(traffic, port_col=field)
    axis.plot(frame["time_window"], frame["entropy_bits"], marker="o")
    axis.axvspan(61, 80, alpha=0.2)
    axis.set_ylabel(f"{field} (bits)")
axes[1].set_xlabel("Time window")
plt.tight_layout()
plt.show()

# %% [markdown]
# ## Diverse and harmless
#
# Browsers, updates and content networks disperse ports too. High entropy alone says nothing about intent.

# %%
diverse_rng = np.random.default_rng(11)
diverse = traffic[["time_window", "dest_port"]].copy()
busy = diverse["time_window"].between(30, 45)
diverse.loc[busy, "dest_port"] = diverse_rng.integers(1024, 4096, busy.sum())

# %%
plot_entropy_over_time(compute_port_entropy_by_window(diverse), title="A benign burst beside a scan")

# %% [markdown]
# ## Together with rate and time
#
# Entropy becomes more telling beside a rate and the gaps between flows.

# %%
timing = np.random.default_rng(13)
traffic["gap"] = np.where(attacked, timing.exponential(0.002, n), timing.exponential(0.05, n))
features = traffic.groupby("time_window").agg(seconds=("gap", "sum"), mean_gap=("gap", "mean"), flows=("gap", "size"))
features["rate"] = features["flows"] / features["seconds"]
features["entropy_bits"] = entropy["entropy_bits"].to_numpy()
features.tail()

# %%
figure, axis = plt.subplots(figsize=(10, 4))
colours = np.where(features.index.to_series().between(61, 80), "tab:orange", "tab:blue")
axis.scatter(features["rate"], features["entropy_bits"], c=colours)
axis.set_xlabel("Flows per second")
axis.set_ylabel("Entropy (bits)")
axis.set_title("Rate and entropy, window by window")
plt.show()

# %% [markdown]
# ## What this is not
#
# The traffic is synthetic and made for teaching. A shift in entropy asks a question; it decides nothing by itself.
