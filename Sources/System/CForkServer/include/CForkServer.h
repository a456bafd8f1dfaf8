#pragma once
// Nothing is called from here: the library is loaded ahead of a program (LD_PRELOAD) and takes the place of its main.
//
// Most of the time a compiler takes for a small source is its own start: hundreds of thousands of relocations and the
// constructors of its static objects. The server lets that happen once, stops before `main`, and forks a process for each
// request, which goes on into `main` with the request's arguments. At that point the program has run nothing of its own
// and has one thread, so a fork of it is the same as a new start; but for what the Swift run-time looks up once for a
// process, which the server takes over from the processes before (`conformances.h`).
//
// The server reads requests from standard input, a SOCK_SEQPACKET socket. A request is the working directory and the
// arguments, argv[0] first, each ended by a zero byte, with one descriptor attached: a stream socket that is the
// process's standard input, output and error. When the program has ended, its wait status follows there as the last
// four bytes, in the machine's order: from the process itself where it ended by `exit`, else from the server. A
// process whose requester closes its end before that is killed. When the requesting end is closed, the server and
// its processes end.
