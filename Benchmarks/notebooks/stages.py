"""Where the time of a cold page goes, as the runner itself tells it."""

import json
import subprocess


def print_stages(project, name):
    """Prints the share of each stage of a render with nothing stored."""
    project.forget()
    command = project.render(name, "--json", "--timings")
    text = subprocess.run(command, cwd=project.folder, check=True, capture_output=True, text=True).stdout
    stages = next((report["stages"] for line in text.splitlines() if "stages" in (report := json.loads(line))), {})
    total = sum(stages.values())
    for stage, seconds in sorted(stages.items(), key=lambda item: -item[1]):
        print(f"{stage:<24}{seconds:>8.3f} s{seconds / total:>10.0%}")
    print()
