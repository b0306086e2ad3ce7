package io.sseagent.tooling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.ClassFileVersion;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Byte Buddy's own {@code Advice} is the judge: whatever is inlined here must do what it would have done. */
class MethodInlinerTest {
    private static final String INTERNAL_NAME = LibraryResponse.TYPE.replace('.', '/');
    private static final String REUSE = "reuse(Ljava/lang/String;J)Ljava/lang/String;";
    private static final String SUM = "sum(JD[Ljava/lang/Object;)J";
    private static final String WRITE = "write([BII)I";
    private static final String FAIL = "fail(Ljava/lang/String;)V";

    private RecordingTracker tracker;

    @BeforeEach
    void install() {
        tracker = RecordingTracker.install();
    }

    @AfterEach
    void uninstall() {
        tracker.close();
    }

    @ParameterizedTest(name = "class file version {0}")
    @CsvSource({"50", "51", "52", "61"})
    void inlines_as_byte_buddy_does(int version) throws Exception {
        byte[] original = LibraryLoader.withVersion(LibraryLoader.original("Response"), version, true);
        List<BoundAdvice> advice = List.of(
                bound(REUSE, InlinedAdvice.named("Reuse")),
                bound(REUSE, InlinedAdvice.named("FailingEntry")),
                bound(REUSE, TestAdvice.named("Second")),
                bound(SUM, InlinedAdvice.named("Sum")),
                bound(SUM, TestAdvice.named("Around")),
                bound(SUM, TestAdvice.named("Failing")),
                bound("<init>()V", InlinedAdvice.named("Made")),
                bound(WRITE, TestAdvice.named("Around")),
                bound(WRITE, TestAdvice.named("Counting")),
                bound(FAIL, TestAdvice.named("Second")),
                bound(FAIL, TestAdvice.named("Around")));

        List<String> ours = run(inline(original, advice));
        List<String> byteBuddys = run(AdviceInliner.inline(tapped(original), advice, classFiles(original)));

        assertThat(ours).isEqualTo(byteBuddys).hasSizeGreaterThan(30);
        assertThat(ours).contains("io.sseagent.tooling.InlinedAdvice$FailingEntry", "thrown", "status 10");
    }

    /** Everything that can be seen from outside, in order. */
    private List<String> run(byte[] woven) throws Exception {
        tracker.told.clear();
        tracker.failedAdvice.clear();
        LibraryLoader loader = new LibraryLoader();
        loader.define("Response", woven);
        LibraryResponse response = LibraryResponse.in(loader);
        Method reuse = response.type().getMethod("reuse", String.class, long.class);
        Object instance = response.type().getConstructor().newInstance();
        List<String> seen = new ArrayList<>();
        for (String text : List.of("12", "word")) {
            for (long times : new long[] {0, 3, 300}) {
                seen.add((String) reuse.invoke(instance, text, times));
            }
        }
        seen.add(String.valueOf(response.sum(1, 2.5, "a", null)));
        seen.add(String.valueOf(response.write((byte) 1, (byte) 0)));
        seen.add(String.valueOf(response.write()));
        assertThatThrownBy(() -> response.fail("mine")).isExactlyInstanceOf(UnsupportedOperationException.class);
        seen.addAll(tracker.told);
        seen.addAll(tracker.failedAdvice);
        return seen;
    }

    @Test
    void nothing_of_the_advice_but_its_code_gets_into_the_class() throws Exception {
        LibraryLoader loader = new LibraryLoader();
        loader.define(
                "Response",
                inline(LibraryLoader.original("Response"), List.of(bound(REUSE, InlinedAdvice.named("Reuse")))));

        Method woven = LibraryResponse.in(loader).type().getMethod("reuse", String.class, long.class);

        assertThat(woven.getAnnotations()).isEmpty();
        assertThat(woven.getParameterAnnotations()).isEqualTo(new Annotation[2][0]);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "SkippingMethod, options of an advice",
        "ThrowingItself, options of an advice",
        "ChangingArgument, options of an advice",
        "InheritedField, FieldValue as Ljava/lang/String;",
        "WholeSignature, Origin as Ljava/lang/String;"
    })
    void what_it_does_not_know_is_left_to_byte_buddy(String advice, String form) {
        byte[] original = LibraryLoader.original("Response");
        List<BoundAdvice> one = List.of(bound(REUSE, InlinedAdvice.named(advice)));

        assertThatThrownBy(() -> inline(original, one))
                .isExactlyInstanceOf(NotInlinable.class)
                .hasMessage(form);
        assertThat(AdviceInliner.inline(tapped(original), one, classFiles(original)))
                .isNotEmpty();
    }

    @Test
    void an_argument_stays_as_it_is() {
        byte[] original = LibraryLoader.original("Response");
        List<BoundAdvice> one = List.of(bound(REUSE, InlinedAdvice.named("WritingArgument")));

        assertThatThrownBy(() -> inline(original, one))
                .isExactlyInstanceOf(NotInlinable.class)
                .hasMessage("a write to Argument");
        assertThatThrownBy(() -> AdviceInliner.inline(tapped(original), one, classFiles(original)))
                .isExactlyInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_constructor_is_left_to_byte_buddy_unless_only_its_end_is_advised() {
        byte[] original = LibraryLoader.original("Response");

        assertThatThrownBy(() -> inline(original, List.of(bound("<init>()V", TestAdvice.named("Second")))))
                .isExactlyInstanceOf(NotInlinable.class);
    }

    @Test
    void a_return_that_leaves_operands_behind_is_left_to_byte_buddy() {
        byte[] original = returningOverAnOperand();
        List<BoundAdvice> one = List.of(bound(WRITE, TestAdvice.named("Around")));
        assertThatThrownBy(() -> inline(original, one))
                .isExactlyInstanceOf(NotInlinable.class)
                .hasMessageContaining("operands");

        try (Installation installed = Installation.of(TestModule.ofResponse(binder ->
                binder.advise(MethodPattern.method("write", "byte[]", "int", "int"), TestAdvice.named("Around"))))) {
            LibraryLoader loader = new LibraryLoader();
            loader.define("Response", original);
            assertThat(LibraryResponse.in(loader).write((byte) 1)).isEqualTo(7);
            assertThat(installed.report(loader).status()).isEqualTo(TapStatus.MATCHED);
            assertThat(tracker.told).containsExactly("enter", "exit");
        }
    }

    private static byte[] returningOverAnOperand() {
        ClassReader reader = new ClassReader(LibraryLoader.original("Response"));
        ClassWriter writer = new ClassWriter(0);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String descriptor, String signature, String[] exceptions) {
                        MethodVisitor code = super.visitMethod(access, name, descriptor, signature, exceptions);
                        if (!(name + descriptor).equals(WRITE)) {
                            return code;
                        }
                        code.visitCode();
                        code.visitInsn(Opcodes.LCONST_1);
                        code.visitIntInsn(Opcodes.BIPUSH, 7);
                        code.visitInsn(Opcodes.IRETURN);
                        code.visitMaxs(3, 4);
                        return null;
                    }
                },
                0);
        return writer.toByteArray();
    }

    @Test
    void the_newest_version_is_that_of_byte_buddy() {
        assertThat(ClassFiles.NEWEST_READABLE)
                .isEqualTo(ClassFileVersion.latest().getMajorVersion());
    }

    @Test
    void the_depth_of_the_stack_is_known_for_all_code() {
        for (Class<?> type : List.of(Arrays.class, HashMap.class, Math.class, StringBuilder.class, Double.class)) {
            byte[] classFile = ClassFiles.read(null, type.getName().replace('.', '/'));
            new ClassReader(classFile).accept(new DepthCheck(), ClassReader.EXPAND_FRAMES);
        }
    }

    /** Javac leaves nothing behind, so that the depth at each return is that of the result. */
    private static final class DepthCheck extends ClassVisitor {
        DepthCheck() {
            super(Opcodes.ASM9);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            int result = net.bytebuddy.jar.asm.Type.getReturnType(descriptor).getSize();
            return new StackDepthVisitor(null) {
                @Override
                public void visitInsn(int opcode) {
                    if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
                        assertThat(depth()).as(name + descriptor).isEqualTo(result);
                    }
                    super.visitInsn(opcode);
                }
            };
        }
    }

    private static BoundAdvice bound(String method, String adviceClassName) {
        int descriptor = method.indexOf('(');
        return new BoundAdvice(
                new Member(Opcodes.ACC_PUBLIC, method.substring(0, descriptor), method.substring(descriptor)),
                adviceClassName);
    }

    private static TappedClass tapped(byte[] classFile) {
        return new TappedClass(INTERNAL_NAME, new LibraryLoader(), null, classFile);
    }

    private static ClassFiles classFiles(byte[] classFile) {
        return new ClassFiles(tapped(classFile), MethodInlinerTest.class.getClassLoader());
    }

    private static byte[] inline(byte[] classFile, List<BoundAdvice> advice) {
        Map<String, AdviceClass> classes = new HashMap<>();
        for (BoundAdvice bound : advice) {
            String name = bound.adviceClassName();
            classes.put(name, AdviceClass.read(name, MethodInlinerTest.class.getClassLoader()));
        }
        return MethodInliner.inline(tapped(classFile), advice, classes, classFiles(classFile));
    }
}
