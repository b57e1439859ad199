package fi.hytekello.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/**
 * Moves the clock of the product and its engine; for the demo and the simulated year only, and only where one
 * instance runs: the clock belongs to this JVM.
 */
@Component
public class MovableClock {

    private final ProcessEngine engine;

    MovableClock(ProcessEngine engine) {
        this.engine = engine;
    }

    /** Lets the clock run on, ahead of (or behind) the real time by this much. */
    public void runWithOffset(Duration offset) {
        ClockUtil.reset();
        if (!offset.isZero()) {
            ClockUtil.offset(offset.toMillis());
        }
        wakeJobs();
    }

    /** Stops the clock at this moment. */
    public void stopAt(Instant moment) {
        ClockUtil.setCurrentTime(Date.from(moment));
        wakeJobs();
    }

    public Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    private void wakeJobs() {
        JobExecutor jobs = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        if (jobs != null && jobs.isActive()) {
            jobs.jobWasAdded();
        }
    }
}
