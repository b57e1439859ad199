package fi.hytekello.process;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the engine does when two departments answer at the same moment. */
class ConcurrencyOfBranchesTest {

    private final CommandExecutor transactions = ((ProcessEngineConfigurationImpl)
                    PathEngine.ENGINE.getProcessEngineConfiguration())
            .getCommandExecutorTxRequired();
    private final CyclicBarrier bothWorked = new CyclicBarrier(2);
    private final ExecutorService people = Executors.newFixedThreadPool(2);
    private final Walk review = new Walk("IndicatorReview");
    private final Walk proposals = new Walk("DepartmentalProposals");

    @BeforeEach
    void clean() {
        PathEngine.SERVICES.forget();
    }

    @AfterEach
    void abandon() {
        people.shutdown();
        review.abandon();
        proposals.abandon();
    }

    /** Tasks that end together count each other; whoever comes second is told to try again, and then succeeds. */
    @Test
    void refusesTheSecondOfTwoDepartmentsThatEndTheirBranchesAtOnce() throws InterruptedException {
        review.start();
        review.executeJobOf("Activity_ImportIndicators");

        assertThat(completeAtOnce(review, "Activity_ExplainIndicators"))
                .hasSize(1)
                .first()
                .isInstanceOf(OptimisticLockingException.class);
        review.complete("Activity_ExplainIndicators");
        assertThat(review.waitingFor()).containsExactly("Activity_DiscussIndicators");
    }

    @Test
    void letsTwoDepartmentsGoOnInTheirBranchesAtOnce() throws InterruptedException {
        proposals.start();

        assertThat(completeAtOnce(proposals, "Activity_ProposeMeasures")).isEmpty();
        assertThat(proposals.waitingFor()).containsExactly("Activity_ApproveProposals", "Activity_ApproveProposals");
    }

    /** Completes the tasks of both departments in transactions that overlap, and gives what the engine threw. */
    private List<Throwable> completeAtOnce(Walk walk, String activity) throws InterruptedException {
        return people
                .invokeAll(List.of(
                        completing(walk.task(activity, "education")), completing(walk.task(activity, "wellbeing"))))
                .stream()
                .flatMap(ConcurrencyOfBranchesTest::failure)
                .toList();
    }

    /** Neither is written before both have worked. */
    private Callable<Integer> completing(Task task) {
        return () -> transactions.execute(context -> {
            PathEngine.ENGINE.getTaskService().complete(task.getId());
            try {
                return bothWorked.await(10, SECONDS);
            } catch (Exception alone) {
                throw new IllegalStateException(alone);
            }
        });
    }

    private static Stream<Throwable> failure(Future<?> work) {
        try {
            work.get();
            return Stream.empty();
        } catch (ExecutionException failed) {
            return Stream.of(failed.getCause());
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
