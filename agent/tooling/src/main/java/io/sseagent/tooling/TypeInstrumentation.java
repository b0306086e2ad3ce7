package io.sseagent.tooling;

/**
 * The advice for one class of a library. Holds its advice as public static nested classes, which are inlined and never
 * loaded: name them by {@code getClass().getName() + "$WriteAdvice"}.
 */
public abstract class TypeInstrumentation {

    /** The exact binary name of the class, dotted: {@code org.apache.coyote.Response}, {@code a.B$C}. */
    public abstract String typeName();

    /**
     * A class without which the application has no use for this tap, dotted, or null: a framework runs on other servers as well
     * as on the one whose streams it names. Where it is missing the tap is left out, and nobody is told.
     */
    public String companionName() {
        return null;
    }

    /** Names the methods and the advice for each. Called when the class is first seen, maybe from several threads. */
    public abstract void bind(AdviceBinder binder);

    /**
     * Whether streams go unseen without it. One that only tells more of them may say no: then a version of the library in which the class has
     * none of the methods is left as it is, and nothing is reported.
     */
    public boolean isNeeded() {
        return true;
    }
}
