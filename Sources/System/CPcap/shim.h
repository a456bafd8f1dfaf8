#include <pcap/pcap.h>
// The packet socket inside libpcap's captures.
#include <sys/socket.h>
#include <linux/filter.h>
#include <linux/if_packet.h>
// What the kernel counts of an interface.
#include <linux/if_link.h>
