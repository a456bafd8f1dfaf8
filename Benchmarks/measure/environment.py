"""The Python environment of the peers: pinned packages, of no concern to the system's own."""

import hashlib
import subprocess
import sys


def make_environment(root):
    """The virtual environment for the pinned packages, made once for each list of them."""
    requirements = root / "Benchmarks/requirements.txt"
    digest = hashlib.sha256(requirements.read_bytes() + sys.version.encode()).hexdigest()[:12]
    environment = root / ".build/bench" / digest
    if not (environment / ".complete").exists():
        print("Installing the Python peers into an environment of their own …", flush=True)
        subprocess.run([sys.executable, "-m", "venv", "--clear", environment], check=True)
        subprocess.run([environment / "bin/pip", "install", "--quiet", "-r", requirements], check=True)
        (environment / ".complete").touch()
    return environment
