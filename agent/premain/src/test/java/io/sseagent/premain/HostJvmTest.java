package io.sseagent.premain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostJvmTest {

    @ParameterizedTest
    @CsvSource({
        "jdk.jcmd/sun.tools.jcmd.JCmd -l, jdk.jcmd",
        "java.base/sun.security.tools.keytool.Main -help, java.base",
        "jdk.compiler/com.sun.tools.javac.Main -version, jdk.compiler",
        "jdk.jshell/jdk.internal.jshell.tool.JShellToolProvider, jdk.jshell",
        "sun.tools.jps.Jps -l, ",
        "com.sun.tools.javac.Main A.java, ",
        "sun.security.tools.keytool.Main, "
    })
    void a_tool_of_the_jdk_is_recognised(String command, String mainModule) {
        assertThat(HostJvm.jdkTool(command, mainModule)).isEqualTo(command.split(" ")[0]);
    }

    @ParameterizedTest
    @CsvSource({
        "com.acme.Main jdk.jcmd/sun.tools.jcmd.JCmd, ",
        "com.acme.shop/com.acme.shop.Main, com.acme.shop",
        "jdk.experiments/app.jar, ",
        "com.sun.enterprise.glassfish.bootstrap.ASMain, ",
        "jdk.compiler/com.sun.tools.javac.launcher.Main App.java, jdk.compiler",
        "jdk.compiler/com.sun.tools.javac.launcher.SourceLauncher App.java, jdk.compiler",
        "org.codehaus.plexus.classworlds.launcher.Launcher package, "
    })
    void an_application_is_no_tool(String command, String mainModule) {
        assertThat(HostJvm.jdkTool(command, mainModule)).isNull();
    }

    @Test
    void a_jvm_without_a_launcher_is_an_application() {
        assertThat(HostJvm.jdkTool(null, null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Xverify:none", "-noverify", "-XX:-BytecodeVerificationRemote"})
    void the_option_that_switched_verification_off_is_named(String option) {
        assertThat(HostJvm.verificationSwitchedOffBy("java -Xmx1g " + option + " -jar app.jar"))
                .isEqualTo(option);
    }

    @Test
    void ordinary_options_leave_verification_on() {
        assertThat(HostJvm.verificationSwitchedOffBy("java -Xverify:all -XX:-BytecodeVerificationLocal -jar app.jar"))
                .isNull();
    }
}
