package dev.lectern.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The tool that makes manifests of a kustomization, where one is on the PATH. */
record Renderer(List<String> command) {

    static Optional<Renderer> found() {
        return Stream.of(List.of("kubectl", "kustomize"), List.of("kustomize", "build"))
                .filter(command -> isThere(command.get(0)))
                .map(Renderer::new)
                .findFirst();
    }

    static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    Manifests render(Path folder) throws IOException, InterruptedException {
        var errors = Files.createTempFile("kustomize", ".err");
        try {
            var process = new ProcessBuilder(Stream.concat(command.stream(), Stream.of(folder.toString()))
                            .toList())
                    .redirectError(errors.toFile())
                    .start();
            process.getOutputStream().close();
            var yaml = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException(Files.readString(errors));
            }
            return Manifests.read(yaml);
        } finally {
            Files.delete(errors);
        }
    }
}
