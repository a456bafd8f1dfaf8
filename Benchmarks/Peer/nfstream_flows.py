"""NFStream with all its statistics and without application labels: every flow of a capture, counted.

It chooses the number of its metering processes itself. The clock starts after its libraries are loaded and stops after
the last flow; nothing is written.
"""

import json
import sys
import time

from nfstream import NFStreamer

if __name__ == "__main__":
    streamer = NFStreamer(source=sys.argv[1], statistical_analysis=True, n_dissections=0)
    begin = time.perf_counter()
    flows = sum(1 for _ in streamer)
    print(json.dumps({"seconds": time.perf_counter() - begin, "flows": flows}))
