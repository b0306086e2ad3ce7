package io.sseagent.testapps.container;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import javax.servlet.DispatcherType;

/** One connection: a request after the other, each with objects of its own. */
final class Exchange implements Runnable {
    private final Socket client;
    private final Routes routes;
    private final Executor executor;

    Exchange(Socket client, Routes routes, Executor executor) {
        this.client = client;
        this.routes = routes;
        this.executor = executor;
    }

    @Override
    public void run() {
        try (Socket closing = client) {
            InputStream input = new BufferedInputStream(closing.getInputStream());
            boolean goesOn = true;
            while (goesOn) {
                Request request = Request.read(input, closing);
                goesOn = request != null && serve(request);
            }
        } catch (Exception brokenOff) {
            // the client has gone, or the application failed: either way the connection ends here
            System.err.println("broken off: " + brokenOff);
        }
    }

    private boolean serve(Request request) throws Exception {
        Response response =
                new Response(client.getOutputStream(), request.getMethod().equals("HEAD"));
        String pattern = routes.pattern(request.getRequestURI());
        request.start(response, pattern);
        if (pattern == null) {
            response.sendError(404);
            response.getWriter().println("nothing here");
        } else {
            routes.servlet(pattern).service(request, response);
            awaitAsync(request, response, pattern);
        }
        return response.finish() && !"close".equalsIgnoreCase(request.getHeader("Connection"));
    }

    /** A dispatch runs on another thread than the servlet did, as in any container. */
    private void awaitAsync(Request request, Response response, String pattern) throws Exception {
        while (request.isAsyncStarted()) {
            Async async = request.async();
            if (!async.awaitDispatch()) {
                return;
            }
            request.dispatched(DispatcherType.ASYNC);
            CountDownLatch returned = new CountDownLatch(1);
            Exception[] failure = new Exception[1];
            executor.execute(() -> {
                try {
                    routes.servlet(pattern).service(request, response);
                } catch (Exception failed) {
                    failure[0] = failed;
                } finally {
                    returned.countDown();
                }
            });
            returned.await();
            if (failure[0] != null) {
                throw new IOException("the application failed", failure[0]);
            }
        }
    }
}
