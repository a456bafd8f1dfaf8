#pragma once
// The numbers in the kernel's reports, which its C side writes and the runner reads.

/// Why a process ends for good, as written in its last report.
enum kernel_ending {
    KERNEL_CRASHED = 1,
    KERNEL_STOPPED = 2,
    KERNEL_EXITED = 3,
    KERNEL_FORKED = 4,
    KERNEL_REPLACED = 5,
    KERNEL_THREW = 6,
    KERNEL_LEFT_THREAD = 7,
    KERNEL_NOT_LOADED = 8,
};

/// Why a process cannot be forked after a cell, so that the next cell must run in it.
enum kernel_bond { KERNEL_FREE = 0, KERNEL_POOL_THREADS = 1, KERNEL_OPEN_CHANNELS = 2 };

/// What a cell asked the system for.
enum observation {
    READ_FILE = 1,
    ASKED_FILE = 2,
    ASKED_LINK = 3,
    LISTED_DIRECTORY = 4,
    WROTE_FILE = 5,
    READ_ENVIRONMENT = 6,
    WROTE_ENVIRONMENT = 7,
    READ_CLOCK = 8,
    MEASURED_LOAD = 9,
    DREW_RANDOMNESS = 10,
    CHOSE_TEMPORARY_NAME = 11,
    ASKED_PROCESS_NUMBER = 12,
    MADE_CONNECTION = 13,
    RAN_PROGRAM = 14,
    UNTRACEABLE = 15,
    TOO_MANY = 16,
};

/// What a file was when a cell asked for it.
enum file_kind { FILE_NONE = 0, FILE_MISSING = 1, FILE_REGULAR = 2, FILE_DIRECTORY = 3, FILE_OTHER = 4, FILE_UNREADABLE = 5 };

/// What a cell changed that is put back.
enum notice { CHANGED_DIRECTORY = 1, CHANGED_ENVIRONMENT = 2, CLOSED_STREAM = 3, LEFT_PROCESSES = 4 };
