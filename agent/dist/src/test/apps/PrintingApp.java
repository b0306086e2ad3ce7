/** Says one line and ends. */
public final class PrintingApp {
    public static void main(String[] arguments) {
        System.out.println("application ran");
    }
}
