# Leaves of a run of the tests what a reader acts on: failures, what was skipped, what tests print, the summary.

# Steps of the build.
/^\[[0-9]+\/[0-9]+\] /d

# What began and what passed; the arguments of a test may have several lines.
/^(◇|✔) / {
    :more
    /(started|seconds|issues?)\.$/! {
        N
        b more
    }
    /^✔ Test run /! d
}
