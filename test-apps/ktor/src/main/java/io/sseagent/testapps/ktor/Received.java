package io.sseagent.testapps.ktor;

import io.ktor.server.request.ApplicationReceiveFunctionsKt;
import io.ktor.server.routing.RoutingCall;
import io.ktor.util.reflect.TypeInfo;
import java.util.function.Function;
import kotlin.ResultKt;
import kotlin.Unit;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.CoroutineContext;
import kotlin.coroutines.intrinsics.IntrinsicsKt;
import kotlin.jvm.JvmClassMappingKt;

/** Answers a request when its body is there: what the Kotlin compiler makes of two suspending calls in a row. */
final class Received implements Continuation<byte[]> {
    private static final TypeInfo BYTES = new TypeInfo(JvmClassMappingKt.getKotlinClass(byte[].class), null);

    private final RoutingCall call;
    private final Function<byte[], Object> answer;
    private final Continuation<? super Unit> then;

    private Received(RoutingCall call, Function<byte[], Object> answer, Continuation<? super Unit> then) {
        this.call = call;
        this.answer = answer;
        this.then = then;
    }

    /** {@code answer} makes the content of the response. */
    static Object answer(RoutingCall call, Function<byte[], Object> answer, Continuation<? super Unit> then) {
        Received received = new Received(call, answer, then);
        Object body = ApplicationReceiveFunctionsKt.receive(call, BYTES, received);
        return body == IntrinsicsKt.getCOROUTINE_SUSPENDED() ? body : received.respond((byte[]) body);
    }

    private Object respond(byte[] body) {
        return call.respond(answer.apply(body), null, then);
    }

    @Override
    public CoroutineContext getContext() {
        return then.getContext();
    }

    @Override
    public void resumeWith(Object result) {
        Object outcome;
        try {
            ResultKt.throwOnFailure(result);
            outcome = respond((byte[]) result);
        } catch (Throwable failure) {
            outcome = ResultKt.createFailure(failure);
        }
        if (outcome != IntrinsicsKt.getCOROUTINE_SUSPENDED()) {
            then.resumeWith(outcome);
        }
    }
}
