package io.sseagent.testapps.container;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.servlet.AsyncContext;
import javax.servlet.AsyncEvent;
import javax.servlet.AsyncListener;
import javax.servlet.ServletContext;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;

/** An asynchronous request. What times out is completed. */
final class Async implements AsyncContext {
    private final Request request;
    private final Response response;
    private final CountDownLatch over = new CountDownLatch(1);
    private final List<AsyncListener> listeners = new ArrayList<>();
    private volatile boolean dispatches;
    private volatile long timeoutMillis = 30_000;

    Async(Request request, Response response) {
        this.request = request;
        this.response = response;
    }

    /** Whether the application wants its servlet called once more; false when the request has come to its end. */
    boolean awaitDispatch() throws Exception {
        if (timeoutMillis <= 0) {
            over.await();
        } else if (!over.await(timeoutMillis, TimeUnit.MILLISECONDS)) {
            for (AsyncListener listener : listeners) {
                listener.onTimeout(new AsyncEvent(this, request, response));
            }
            complete();
        }
        return dispatches;
    }

    @Override
    public void complete() {
        over.countDown();
    }

    @Override
    public void dispatch() {
        dispatches = true;
        over.countDown();
    }

    @Override
    public void dispatch(String path) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void dispatch(ServletContext context, String path) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void start(Runnable task) {
        new Thread(task).start();
    }

    @Override
    public void addListener(AsyncListener listener) {
        listeners.add(listener);
    }

    @Override
    public void addListener(AsyncListener listener, ServletRequest itsRequest, ServletResponse itsResponse) {
        listeners.add(listener);
    }

    @Override
    public <T extends AsyncListener> T createListener(Class<T> type) {
        throw new UnsupportedOperationException();
    }

    /** A broken connection is told by the thread that writes, once. */
    void failed(Throwable failure) {
        List<AsyncListener> told = new ArrayList<>(listeners);
        listeners.clear();
        new Thread(() -> {
                    for (AsyncListener listener : told) {
                        try {
                            listener.onError(new AsyncEvent(this, request, response, failure));
                        } catch (Exception ofTheApplication) {
                            // it ends here, in any case
                        }
                    }
                    complete();
                })
                .start();
    }

    @Override
    public void setTimeout(long millis) {
        timeoutMillis = millis;
    }

    @Override
    public long getTimeout() {
        return timeoutMillis;
    }

    @Override
    public ServletRequest getRequest() {
        return request;
    }

    @Override
    public ServletResponse getResponse() {
        return response;
    }

    @Override
    public boolean hasOriginalRequestAndResponse() {
        return true;
    }
}
