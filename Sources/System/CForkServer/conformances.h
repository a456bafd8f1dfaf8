#pragma once
#include <stdbool.h>

// What the processes of the server have asked the Swift run-time, kept for those after them.
//
// Whether a type conforms to a protocol is found out by a search through all conformances of a program and its libraries,
// and remembered for the next time. A compiler that runs for one small source asks some hundred such questions, which
// take it a third of its time, and ends. So the server takes down the questions of each process, asks them itself, and
// every process that is forked later finds the answers in its copy of the run-time's memory.

/// Makes room for the questions of the processes to come. Without memory for it nothing is taken down, nor where the
/// environment has FLOWBOOK_FORK_SERVER_LEARNS_NOTHING.
void conformances_prepare(void);

/// Marks this process as one whose questions are taken down.
void conformances_begin(void);

/// Whether a process has asked something that the server has not.
bool conformances_are_new(void);

/// Asks one such question.
void conformances_learn(void);
