package io.sseagent.tooling;

import static io.sseagent.tooling.MethodPattern.method;
import static io.sseagent.tooling.MethodPattern.named;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnmatchedClassTest {
    private static final MethodPattern WRITE = method("write", "byte[]", "int", "int");

    private final LibraryLoader loader = new LibraryLoader();
    private RecordingTracker tracker;

    @BeforeEach
    void install() {
        tracker = RecordingTracker.install();
    }

    @AfterEach
    void uninstall() {
        tracker.close();
    }

    @Test
    void a_missing_method_leaves_the_class_untouched_and_is_named() {
        TapReport report = untouched(binder -> {
            binder.advise(WRITE, TestAdvice.named("Around"));
            binder.advise(method("write", "byte[]"), TestAdvice.named("Around"));
            binder.advise(method("isCommitted", "boolean"), TestAdvice.named("Around"));
        });
        assertThat(report.missing()).containsExactly("write(byte[])", "isCommitted(boolean)");
        assertThat(report.failure()).isNull();
    }

    @Test
    void a_method_of_some_versions_may_be_missing() {
        try (Installation installed = Installation.of(TestModule.ofResponse(binder -> {
            binder.advise(WRITE, TestAdvice.named("Around"));
            binder.adviseIfPresent(named("recycle"), TestAdvice.named("Around"));
        }))) {
            LibraryResponse.in(loader).write((byte) 1);
            assertThat(installed.report(loader).status()).isEqualTo(TapStatus.MATCHED);
            assertThat(tracker.told).containsExactly("enter", "exit");
        }
    }

    @Test
    void one_method_of_a_choice_is_enough() {
        try (Installation installed = Installation.of(TestModule.ofResponse(binder -> {
            binder.adviseOneOf("write", method("write", "java.nio.ByteBuffer"), TestAdvice.named("Around"));
            binder.adviseOneOf("write", WRITE, TestAdvice.named("Around"));
            binder.adviseOneOf("write", method("write", "int"), TestAdvice.named("Around"));
        }))) {
            LibraryResponse.in(loader).write((byte) 1);
            assertThat(installed.report(loader).status()).isEqualTo(TapStatus.MATCHED);
            assertThat(tracker.told).containsExactly("enter", "exit");
        }
    }

    @Test
    void a_choice_without_any_method_is_missing() {
        TapReport report = untouched(binder -> {
            binder.advise(WRITE, TestAdvice.named("Around"));
            binder.adviseOneOf("flush", method("flush"), TestAdvice.named("Around"));
            binder.adviseOneOf("flush", method("flush", "boolean"), TestAdvice.named("Around"));
        });
        assertThat(report.missing()).containsExactly("flush() or flush(boolean)");
    }

    @Test
    void a_class_without_any_advised_method_is_unmatched() {
        TapReport report = untouched(binder -> binder.adviseIfPresent(method("recycle"), TestAdvice.named("Around")));
        assertThat(report.missing()).containsExactly("every method to advise");
    }

    @Test
    void one_that_is_not_needed_is_no_matter_without_its_methods() {
        try (Installation installed = Installation.of(TestModule.ofDispensableResponse(
                binder -> binder.adviseIfPresent(method("recycle"), TestAdvice.named("Around"))))) {
            assertThat(LibraryResponse.in(loader).write((byte) 1)).isEqualTo(1);
            assertThat(installed.reports(loader)).isEmpty();
        }
    }

    @Test
    void one_that_is_not_needed_is_woven_and_reported_where_they_are() {
        try (Installation installed = Installation.of(TestModule.ofDispensableResponse(
                binder -> binder.adviseIfPresent(WRITE, TestAdvice.named("Around"))))) {
            LibraryResponse.in(loader).write((byte) 1);
            assertThat(installed.report(loader).status()).isEqualTo(TapStatus.MATCHED);
            assertThat(tracker.told).containsExactly("enter", "exit");
        }
    }

    @Test
    void one_that_is_not_needed_is_unmatched_if_its_advice_does_not_fit() {
        loader.define("Message", messageWith("renamed", Opcodes.ACC_PUBLIC));
        try (Installation installed = Installation.of(TestModule.ofDispensableResponse(
                binder -> binder.adviseIfPresent(WRITE, TestAdvice.named("Counting"))))) {
            LibraryResponse.in(loader).write((byte) 1);
            assertThat(installed.report(loader).status()).isEqualTo(TapStatus.UNMATCHED);
        }
    }

    @Test
    void a_member_that_an_advice_uses_must_exist() {
        loader.define("Message", messageWith("renamed", Opcodes.ACC_PUBLIC));
        TapReport report = untouched(binder -> binder.advise(WRITE, TestAdvice.named("Counting")));
        assertThat(report.missing())
                .containsExactly("io.sseagent.tooling.library.Response.contentType()Ljava/lang/String;");
    }

    @Test
    void an_inherited_member_counts_as_existing() {
        try (Installation installed =
                Installation.of(TestModule.ofResponse(binder -> binder.advise(WRITE, TestAdvice.named("Counting"))))) {
            LibraryResponse.in(loader).write((byte) 1, (byte) 2);
            assertThat(installed.report(loader).status()).isEqualTo(TapStatus.MATCHED);
            assertThat(tracker.told).containsExactly("status 2");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Opcodes.ACC_PRIVATE, Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC})
    void a_member_that_became_private_or_static_is_missing(int access) {
        loader.define("Message", messageWith("contentType", access));
        TapReport report = untouched(binder -> binder.advise(WRITE, TestAdvice.named("Counting")));
        assertThat(report.missing()).hasSize(1);
    }

    @Test
    void an_advice_that_does_not_fit_its_method_is_a_failure() {
        TapReport report = untouched(binder -> binder.advise(WRITE, TestAdvice.named("WrongArgument")));
        assertThat(report.missing()).isEmpty();
        assertThat(report.failure()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_advice_without_a_class_file_is_a_failure() {
        TapReport report = untouched(binder -> binder.advise(WRITE, TestAdvice.named("Absent")));
        assertThat(report.failure()).hasMessageContaining(TestAdvice.named("Absent"));
    }

    @Test
    void an_instrumentation_that_throws_is_a_failure() {
        TapReport report = untouched(binder -> {
            throw new IllegalArgumentException("no binding");
        });
        assertThat(report.failure()).hasMessage("no binding");
    }

    private TapReport untouched(Consumer<AdviceBinder> binding) {
        try (Installation installed = Installation.of(TestModule.ofResponse(binding))) {
            LibraryResponse response = LibraryResponse.in(loader);
            assertThat(response.write((byte) 1)).isEqualTo(1);
            assertThat(response.writeText("a")).isEqualTo("low");
            assertThat(tracker.told).isEmpty();
            assertThat(tracker.failures).isEmpty();
            TapReport report = installed.report(loader);
            assertThat(report.status()).isEqualTo(TapStatus.UNMATCHED);
            return report;
        }
    }

    private static byte[] messageWith(String name, int access) {
        ClassWriter writer = new ClassWriter(0);
        ClassVisitor changing = new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public MethodVisitor visitMethod(
                    int original, String method, String descriptor, String generic, String[] thrown) {
                if (!method.equals("contentType")) {
                    return super.visitMethod(original, method, descriptor, generic, thrown);
                }
                MethodVisitor code = super.visitMethod(access, name, descriptor, generic, thrown);
                code.visitCode();
                code.visitInsn(Opcodes.ACONST_NULL);
                code.visitInsn(Opcodes.ARETURN);
                code.visitMaxs(1, 1);
                code.visitEnd();
                return null;
            }
        };
        new ClassReader(LibraryLoader.original("Message")).accept(changing, 0);
        return writer.toByteArray();
    }
}
