package io.sseagent.testapps.jaxrs;

import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.StreamingOutput;

/** Templates without parameters. */
@Path("/")
public final class Plain {

    /** So many events from the thread of the request. */
    @GET
    @Path("blocking")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public StreamingOutput blocking(@QueryParam("events") @DefaultValue("10") int events) {
        return new Events(events, 0);
    }

    /** Events until the client leaves. */
    @GET
    @Path("forever")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public StreamingOutput forever(@QueryParam("interval") @DefaultValue("10") int interval) {
        return new Events(Integer.MAX_VALUE, interval);
    }

    /** No stream. */
    @GET
    @Path("plain")
    @Produces(MediaType.TEXT_PLAIN)
    public String plain() {
        return "plain";
    }
}
