import java.io.IOException;

/** Runs until its standard input ends. */
public final class WaitingApp {
    public static void main(String[] arguments) throws IOException {
        System.out.println("ready");
        while (System.in.read() >= 0) {
            continue;
        }
        System.out.println("application ended");
    }
}
