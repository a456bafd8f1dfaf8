/// What the reference of entropies says besides its tables.
enum EntropyProse {
    static let opening = """
        # Entropies and their errors

        <!-- Written by `flowbook entropy --describe > docs/entropy.md`. -->

        `flowbook entropy` counts how often each value of a field occurs in a window, and tells how evenly the values are \
        spread: *H* = −Σ *p* log *p* over their shares *p*. A window is a sample, so each figure comes with the size of \
        the sample, its bias and its error. A cell of a notebook gets the same of `EntropyReading`, which takes other \
        defaults:

        | | `flowbook entropy` | `EntropyReading` |
        | --- | --- | --- |
        | estimator | plug-in: what was counted, and what other tools tell of the same packets | Miller–Madow: an estimate \
        of the source, without the first term of the bias, and with a formula for its error |
        | least sample | one observation: no row goes without its figure, and `bias` says what it is worth | \
        `SampleSizeRule.standard`, as `--least auto`: a cell that computes on gets no figure whose bias passes 0.1 \
        nats at first order |

        For entropies of the source, better than either is `--estimator grassberger-2003 --least auto`: less biased, at \
        the price of the jackknife for its error.

        ## What a row says

        """

    static let estimators = """
        ## Estimators

        A sample is poorer than its source: plug-in figures are too low, by (support − 1) / 2*n* nats at first order. The \
        estimators differ in what they assume of values that were not seen; none is best always. Those from shrinkage \
        on must be told how many values there can be, *K*: of ports it is known to be 65,536, of protocols, flags and \
        hop limits 256; of addresses and lengths `--alphabet FIELD=K` tells. The example is in bits.

        """

    static let families = """
        ## Families

        Other entropies weigh frequent and rare values otherwise, by their order; order 1 is Shannon's, in Tsallis's \
        family in nats. They are plug-in figures of the library (`RenyiEntropy`, `TsallisEntropy`, `HillNumber`; over \
        many orders `TrafficEntropySpectrum`). For the counts [98, 1, 1]:

        """

    static let normalizations = """
        ## From zero to one

        A plug-in entropy can be divided by the logarithm of the support (are the values seen equally frequent?), of the \
        sample (are all observations different?), or of the alphabet (is all equally frequent that can occur?). The \
        three cannot be compared, so that each has a column of its own: `--normalize support,sample,alphabet`. Without \
        the option it is the support.

        """

    static let errors = """
        ## Errors and intervals

        | `--uncertainty` | how | conditions |
        | --- | --- | --- |
        | `analytic` | Basharin's variance, at least (support − 1) / 2*n*², and the normal distribution | plug-in and \
        Miller–Madow; all values of the source seen several times |
        | `jackknife` | one observation left out at a time | any estimator; where values are equally frequent, too small |
        | `bootstrap` | BCa intervals of `--replicates` resamples, drawn from `--seed` | any estimator; values never seen \
        stay so, and where all are equally frequent each resample is poorer than the sample |

        Without the option it is the formula where there is one; for `nsb` the standard deviation of its posterior, with \
        the interval of a normal distribution, which is right as far as alphabet and prior are; and for all others the \
        jackknife. An interval tells where the estimate's own \
        expectation lies: where `bias` is not small beside `standard_error`, plug-in intervals miss the entropy of the \
        source more often than their level says. How often intervals held the truth in simulations stands with \
        `EntropyUncertainty`. All hold for independent observations. Packets of one flow are not: count flows \
        (`--of flows`), or take the interval for too narrow.

        `--least N` gives no figure where fewer than *N* observations are: the row says `not enough data`, and `needs` \
        how many it takes. `--least auto` asks for 30, and a bias of at most 0.1 nats:

        """

    static let pairs = """
        ## Two fields

        `--by src-ip+dst-port` counts pairs. The entropy is the joint one; what either field leaves open of the other, \
        and their mutual information, come from it and from the entropies of either field over the same packets, by the \
        same estimator. Plug-in figures make fields look dependent that are not: `mutual_information_bias` tells how \
        much of it is to be expected of that. The library also has transfer entropy (`TransferEntropy`) and divergences \
        (`Divergence`), which tell the same of theirs.

        """

    static let windows = """
        ## Windows

        Windows go by time or by packets, one after the other or overlapping. Entropies are kept up to date as values come \
        and go, in whole numbers, so that a window that slides costs what one that tumbles costs and never drifts \
        (`MultisetEntropy`); errors take another look at the counts of each window. `DecayingEntropy` forgets \
        exponentially.

        """

    static let sketches = """
        ## Very many values

        `EntropySketch` keeps no table of values. Its error passes a bound with a known probability, whatever was \
        counted; `HeavyHitters` knows the most frequent values, each with bounds of its count.

        """

    static let deviation = """
        ## Deviation

        `DeviationModel` learns how dimensions vary together in a baseline, and scores a window by its distance; \
        `DeviationScore` tells what each dimension contributed, and which of these signatures fits best:

        """
}
