package dev.lectern.e2e;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Clients that are generated from the API's document do the README's walk-through. */
@ExtendWith(RunningStack.class)
class GeneratedClientsIT {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final Path GENERATOR = Path.of("target/openapi-generator-cli.jar");
    private static final Path SOURCES = Path.of("src/test/clients");

    @TempDir
    Path folder;

    private final Lectern lectern;

    GeneratedClientsIT(Lectern lectern) {
        this.lectern = lectern;
    }

    @Test
    void oneInJavaDoesTheWalkThrough() throws IOException, InterruptedException {
        // Given
        generate("java", "useJakartaEe=true,openApiNullable=false,hideGenerationTimestamp=true");
        var classes = compiled(folder.resolve("java/src/main/java"), SOURCES.resolve("WalkThrough.java"));
        // When
        run(
                JAVA.toString(),
                "-cp",
                classes + File.pathSeparator + classPath(),
                "WalkThrough",
                gateway(),
                token(),
                "clocks-java");
        // Then
        assertThatPresentersAreTold("clocks-java");
    }

    @Test
    void oneInPythonDoesTheWalkThrough() throws IOException, InterruptedException {
        assumeThat(isThere("python3")).as("there is a Python").isTrue();
        // Given
        generate("python", "packageName=lectern,hideGenerationTimestamp=true");
        var python = environment(folder.resolve("python/requirements.txt"));
        // When
        var script = SOURCES.resolve("walk_through.py").toAbsolutePath();
        run(
                "env",
                "PYTHONPATH=" + folder.resolve("python"),
                python,
                script.toString(),
                gateway(),
                token(),
                "clocks-python");
        // Then
        assertThatPresentersAreTold("clocks-python");
    }

    private void assertThatPresentersAreTold(String conference) {
        var mails =
                new Inbox(RunningStack.status().get("inbox").asText()).await("eloise@" + conference + ".example", 2);
        assertThat(mails.get(1).text())
                .contains(
                        "Time: Tue 2 March 2027, 10:00–10:30 (Europe/Paris) → Wed 3 March 2027, 14:00–14:30 (Europe/Paris)",
                        "The rope is being replaced");
    }

    private void generate(String language, String properties) throws IOException, InterruptedException {
        var document = Files.writeString(
                folder.resolve(language + ".json"),
                given().get("/openapi").then().statusCode(200).extract().asString());
        run(
                JAVA.toString(),
                "-Xmx512m",
                Lectern.QUICK_START,
                "-jar",
                GENERATOR.toString(),
                "generate",
                "--input-spec",
                document.toString(),
                "--generator-name",
                language,
                "--output",
                folder.resolve(language).toString(),
                "--additional-properties",
                properties,
                "--global-property",
                "models,apis,supportingFiles,modelDocs=false,apiDocs=false,modelTests=false,apiTests=false");
    }

    private Path compiled(Path generated, Path own) throws IOException {
        var classes = Files.createDirectory(folder.resolve("classes"));
        var arguments = new ArrayList<>(List.of("-nowarn", "-proc:none", "-cp", classPath(), "-d", classes.toString()));
        arguments.add(own.toString());
        try (var sources = Files.walk(generated)) {
            sources.map(Path::toString)
                    .filter(source -> source.endsWith(".java"))
                    .forEach(arguments::add);
        }
        var problems = new ByteArrayOutputStream();
        var status = ToolProvider.getSystemJavaCompiler().run(null, null, problems, arguments.toArray(String[]::new));
        assertThat(status).as(problems.toString(StandardCharsets.UTF_8)).isZero();
        return classes;
    }

    /** Made once, because that needs PyPI. */
    private String environment(Path requirements) throws IOException, InterruptedException {
        var environment = Path.of("target/python").toAbsolutePath();
        if (!Files.exists(environment.resolve("ready"))) {
            run("python3", "-m", "venv", environment.toString());
            run(
                    environment.resolve("bin/pip").toString(),
                    "install",
                    "--quiet",
                    "--requirement",
                    requirements.toString());
            Files.createFile(environment.resolve("ready"));
        }
        return environment.resolve("bin/python").toString();
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }

    private static String gateway() {
        return RunningStack.gateway();
    }

    private String token() {
        return lectern.token("ada@conf.example", "organiser");
    }

    private static boolean isThere(String command) throws InterruptedException {
        try {
            return new ProcessBuilder(command, "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private void run(String... command) throws IOException, InterruptedException {
        var output = Files.createTempFile(folder, "output", ".txt");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(180, TimeUnit.SECONDS))
                .as("%s ends", command[0])
                .isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
    }
}
