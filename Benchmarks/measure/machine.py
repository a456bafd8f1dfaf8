"""The machine that the figures are of."""

import os


def print_machine():
    with open("/proc/cpuinfo") as lines:
        names = [line.split(":")[1].strip() for line in lines if line.startswith("model name")]
    print(f"{os.cpu_count()} × {names[0] if names else 'unknown'}, load {os.getloadavg()[0]:.2f} at the start\n")
