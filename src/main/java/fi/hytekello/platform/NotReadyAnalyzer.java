package fi.hytekello.platform;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells the reasons without a stack trace. */
final class NotReadyAnalyzer extends AbstractFailureAnalyzer<NotReady> {

    @Override
    protected FailureAnalysis analyze(Throwable whole, NotReady cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
