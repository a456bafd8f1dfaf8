// The least that any reader of captures has to do: every record of a file through libpcap, each frame touched once.
#include <pcap/pcap.h>
#include <stdint.h>
#include <stdio.h>

int main(int count, char **words) {
    char reason[PCAP_ERRBUF_SIZE] = "usage: pcap_loop FILE";
    pcap_t *capture = count == 2 ? pcap_open_offline(words[1], reason) : NULL;
    if (!capture) {
        fprintf(stderr, "pcap_loop: %s\n", reason);
        return 1;
    }
    uint64_t packets = 0, bytes = 0, types = 0;
    struct pcap_pkthdr *record;
    const u_char *frame;
    int status;
    while ((status = pcap_next_ex(capture, &record, &frame)) == 1) {
        packets += 1;
        bytes += record->len;
        if (record->caplen >= 14) types += frame[12] << 8 | frame[13];
    }
    if (status == PCAP_ERROR) {
        fprintf(stderr, "pcap_loop: %s: %s\n", words[1], pcap_geterr(capture));
        return 1;
    }
    // The sum of the types is printed so that no compiler leaves the frames untouched.
    printf("%ju packets, %ju bytes, types %ju\n", (uintmax_t)packets, (uintmax_t)bytes, (uintmax_t)types);
    pcap_close(capture);
    return 0;
}
