package fi.hytekello.demo;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells of a second instance in two sentences instead of a stack trace. */
final class DataInUseAnalyzer extends AbstractFailureAnalyzer<DataInUse> {

    @Override
    protected FailureAnalysis analyze(Throwable whole, DataInUse cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Stop the other instance, or start this one with a directory of its own: --hytekello.data=DIR",
                cause);
    }
}
