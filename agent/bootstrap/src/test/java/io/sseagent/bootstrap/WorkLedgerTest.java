package io.sseagent.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TimerTask;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkLedgerTest {
    private static final Object STREAM = "a stream";

    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1);
    private final WorkLedger ledger = new WorkLedger();

    WorkLedgerTest() {
        ledger.room(100);
    }

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Test
    void what_a_request_starts_before_and_after_it_opens_a_stream_is_of_that_stream() {
        ledger.begin(true);
        ledger.threadStarts(new Thread(), false);
        ledger.opened(0, STREAM);
        ledger.executorMade(executor);
        ledger.end();

        assertThat(started()).extracting(StartedWork::kind).containsExactly(WorkKind.EXECUTOR, WorkKind.THREAD);
    }

    @Test
    void what_is_started_outside_of_requests_or_in_the_next_one_is_nobodys() {
        ledger.threadStarts(new Thread(), false);
        ledger.begin(false);
        ledger.opened(0, STREAM);
        ledger.begin(true);
        ledger.threadStarts(new Thread(), true);
        ledger.end();
        ledger.executorMade(executor);

        List<StartedWork> taken = taken();
        assertThat(taken).hasSize(1);
        assertThat(taken.get(0).origin().stream()).isNull();
    }

    @Test
    void a_task_works_for_the_request_that_has_submitted_it_wherever_it_runs() throws InterruptedException {
        Runnable task = () -> ledger.threadStarts(new Thread(), false);
        ledger.begin(true);
        ledger.taskSubmitted(task);
        ledger.opened(0, STREAM);
        ledger.end();

        inThread(() -> {
            ledger.taskTaken(task);
            task.run();
            ledger.taskTaken(null);
            // of the pool, not of the stream
            ledger.executorMade(executor);
        });

        assertThat(started()).extracting(StartedWork::kind).containsExactly(WorkKind.THREAD);
    }

    @Test
    void a_stream_that_a_task_opens_has_what_its_request_has_started() throws InterruptedException {
        Runnable task = () -> ledger.opened(0, STREAM);
        ledger.begin(true);
        ledger.executorMade(executor);
        ledger.taskSubmitted(task);
        ledger.end();
        inThread(() -> {
            ledger.taskTaken(task);
            task.run();
        });

        assertThat(started()).extracting(StartedWork::kind).containsExactly(WorkKind.EXECUTOR);
    }

    @Test
    void a_request_is_found_by_its_number_where_others_have_begun_on_its_thread() {
        long first = ledger.begin(false);
        ledger.executorMade(executor);
        long second = ledger.begin(false);
        ledger.threadStarts(new Thread(), false);
        ledger.begin(false);

        ledger.opened(first, STREAM);

        assertThat(second).isNotEqualTo(first);
        assertThat(started()).extracting(StartedWork::kind).containsExactly(WorkKind.EXECUTOR);
    }

    @Test
    void a_thread_that_was_started_for_a_stream_works_for_it() throws InterruptedException {
        Thread child = new Thread(() -> ledger.executorMade(executor));
        ledger.begin(true);
        ledger.opened(0, STREAM);
        ledger.threadStarts(child, false);
        ledger.end();
        child.start();
        child.join();

        List<StartedWork> works = started();
        assertThat(works).extracting(StartedWork::kind).containsExactly(WorkKind.EXECUTOR, WorkKind.THREAD);
        assertThat(works.get(1).isOver(0)).isTrue();
        assertThat(works.get(0).isOver(0)).isFalse();
        executor.shutdown();
        assertThat(works.get(0).isOver(0)).isTrue();
    }

    @Test
    void a_scheduled_task_lives_until_it_is_done_or_its_scheduler_is() {
        ledger.begin(true);
        ledger.opened(0, STREAM);
        RunnableScheduledFuture<?> periodic = schedule(1);
        RunnableScheduledFuture<?> late = (RunnableScheduledFuture<?>) executor.schedule(() -> {}, 1, TimeUnit.HOURS);
        ledger.taskScheduled(executor, late);
        RunnableScheduledFuture<?> soon =
                (RunnableScheduledFuture<?>) executor.schedule(() -> {}, 500, TimeUnit.MILLISECONDS);
        ledger.taskScheduled(executor, soon);

        List<StartedWork> works = started();
        assertThat(works).extracting(StartedWork::get).containsExactly(late, periodic);
        assertThat(works).noneMatch(work -> work.isOver(0));
        periodic.cancel(false);
        assertThat(works.get(1).isOver(0)).isTrue();
        assertThat(works.get(0).isOver(0)).isFalse();
    }

    private RunnableScheduledFuture<?> schedule(long hours) {
        RunnableScheduledFuture<?> task =
                (RunnableScheduledFuture<?>) executor.scheduleAtFixedRate(() -> {}, hours, hours, TimeUnit.HOURS);
        ledger.taskScheduled(executor, task);
        return task;
    }

    @Test
    void a_task_of_a_timer_lives_until_it_is_cancelled_or_has_run_or_its_timer_ends() {
        TimerTask cancelled = task();
        TimerTask once = task();
        Thread timer = new Thread();
        ledger.begin(true);
        ledger.opened(0, STREAM);
        ledger.timerTaskScheduled(once, timer, 1_000, false);
        ledger.timerTaskScheduled(cancelled, timer, 1_000, true);

        List<StartedWork> works = started();
        assertThat(works).noneMatch(work -> work.isOver(1_000));
        ledger.timerTaskCancelled(cancelled);
        assertThat(works.get(0).isOver(1_000)).isTrue();
        assertThat(works.get(1).isOver(1_000)).isFalse();
        assertThat(works.get(1).isOver(60_000)).isTrue();
    }

    private static TimerTask task() {
        return new TimerTask() {
            @Override
            public void run() {}
        };
    }

    @Test
    void what_has_no_room_is_counted() {
        ledger.room(2);
        ledger.begin(true);
        for (int i = 0; i < 5; i++) {
            ledger.threadStarts(new Thread(), false);
        }

        assertThat(taken()).hasSize(2);
        assertThat(ledger.takeDropped()).isEqualTo(3);
        assertThat(ledger.takeDropped()).isZero();
    }

    @Test
    void threads_are_held_while_they_work_for_a_stream_and_their_end_will_be_told() {
        ledger.begin(false);
        ledger.opened(0, STREAM);
        assertThat(held()).isEmpty();

        ledger.begin(true);
        assertThat(held()).isEmpty();
        ledger.opened(0, STREAM);
        assertThat(held()).hasSize(1);
        assertThat(held().get(0).threadId()).isEqualTo(Thread.currentThread().getId());
        assertThat(held().get(0).stream()).isSameAs(STREAM);
        assertThat(held().get(0).isVirtual()).isFalse();
        ledger.end();
        assertThat(held()).isEmpty();
    }

    private List<WorkingThreads.Work> held() {
        List<WorkingThreads.Work> held = new ArrayList<>();
        for (int i = 0; i < ledger.threads().places(); i++) {
            if (ledger.threads().held(i) != null) {
                held.add(ledger.threads().held(i));
            }
        }
        return held;
    }

    private List<StartedWork> taken() {
        List<StartedWork> taken = new ArrayList<>();
        for (StartedWork work = ledger.takeStarted(); work != null; work = WorkLedger.before(work)) {
            taken.add(work);
        }
        return taken;
    }

    private List<StartedWork> started() {
        List<StartedWork> taken = taken();
        taken.removeIf(work -> work.origin().stream() != STREAM);
        return taken;
    }

    private static void inThread(Runnable work) throws InterruptedException {
        Thread thread = new Thread(work);
        thread.start();
        thread.join();
    }

    @Test
    void a_ledger_takes_nothing_in_until_there_is_room() {
        WorkLedger fresh = new WorkLedger();
        fresh.begin(true);
        fresh.executorMade(executor);

        assertThat(fresh.takeStarted()).isNull();
        assertThat(fresh.takeDropped()).isEqualTo(1);
    }
}
