package io.sseagent.tooling;

import static io.sseagent.tooling.MethodPattern.method;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InstalledTapsTest {
    private static final MethodPattern WRITE = method("write", "byte[]", "int", "int");
    private static final TestModule BOTH = TestModule.ofResponse(binder -> {
        binder.advise(WRITE, TestAdvice.named("Around"));
        binder.advise(WRITE, TestAdvice.named("Second"));
    });

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
    void disabling_takes_one_advice_out_and_leaves_the_others() {
        try (Installation installed = Installation.of(BOTH)) {
            LibraryResponse response = LibraryResponse.in(loader);
            assertThat(installed.report(loader).status()).isEqualTo(TapStatus.MATCHED);
            assertThat(installed.report(loader).advice())
                    .containsExactly(TestAdvice.named("Around"), TestAdvice.named("Second"));

            installed.taps.disable(TestAdvice.named("Around"));

            assertThat(response.write((byte) 1)).isEqualTo(1);
            assertThat(LibraryResponse.in(new LibraryLoader()).write((byte) 1)).isEqualTo(1);
            assertThat(tracker.told).containsExactly("second enter", "second exit", "second enter", "second exit");
            assertThat(installed.report(loader).status()).isEqualTo(TapStatus.DEGRADED);
            assertThat(installed.report(loader).advice()).containsExactly(TestAdvice.named("Second"));
        }
    }

    @Test
    void a_class_whose_advice_is_all_disabled_has_its_own_code_and_says_so() {
        try (Installation installed = Installation.of(BOTH)) {
            LibraryResponse response = LibraryResponse.in(loader);

            installed.taps.disable(TestAdvice.named("Around"));
            installed.taps.disable(TestAdvice.named("Second"));
            installed.taps.disable(TestAdvice.named("Second"));
            installed.taps.disable("org.example.NobodyUsesThis");

            assertThat(response.write((byte) 1)).isEqualTo(1);
            assertThat(tracker.told).isEmpty();
            assertThat(installed.report(loader).status()).isEqualTo(TapStatus.FAILED);
            assertThat(installed.report(loader).advice()).isEmpty();
        }
    }

    @Test
    void the_work_of_other_agents_stays_whatever_the_order() throws Exception {
        Instrumentation instrumentation = Installation.INSTRUMENTATION;
        ReturningSeven before = new ReturningSeven();
        ReturningSeven after = new ReturningSeven();
        instrumentation.addTransformer(before, true);
        Installation installed = Installation.of(BOTH);
        LibraryResponse response = LibraryResponse.in(loader);
        assertThat(response.written()).isEqualTo(7);
        assertThat(response.write((byte) 1)).isEqualTo(1);
        assertThat(tracker.told).hasSize(4);

        instrumentation.removeTransformer(before);
        instrumentation.addTransformer(after, true);
        instrumentation.retransformClasses(response.type());
        assertThat(response.written()).isEqualTo(7);
        response.write((byte) 1);
        assertThat(tracker.told).hasSize(8);

        installed.close();
        assertThat(response.written()).isEqualTo(7);
        instrumentation.removeTransformer(after);
        response.write((byte) 1);
        assertThat(tracker.told).hasSize(8);
    }

    /** Another agent, which changes a method that no advice touches. */
    private static final class ReturningSeven implements ClassFileTransformer {
        @Override
        public byte[] transform(
                ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] classFile) {
            if (!LibraryResponse.TYPE.replace('.', '/').equals(name)) {
                return null;
            }
            ClassReader reader = new ClassReader(classFile);
            ClassWriter writer = new ClassWriter(reader, 0);
            reader.accept(new WrittenVisitor(writer), 0);
            return writer.toByteArray();
        }
    }

    private static final class WrittenVisitor extends ClassVisitor {
        WrittenVisitor(ClassWriter writer) {
            super(Opcodes.ASM9, writer);
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String descriptor, String generic, String[] thrown) {
            MethodVisitor code = super.visitMethod(access, name, descriptor, generic, thrown);
            if (!name.equals("written")) {
                return code;
            }
            code.visitCode();
            code.visitIntInsn(Opcodes.BIPUSH, 7);
            code.visitInsn(Opcodes.IRETURN);
            code.visitMaxs(1, 1);
            code.visitEnd();
            return null;
        }
    }
}
