package dev.cleave.reports;

/** Every report, in the order in which they are written: the machine-readable ones first. */
public enum ReportKind {}
