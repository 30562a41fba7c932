package dev.lectern.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.chassis.file.UnreadableFile;

/** What holds of every file: it is read, and what is read can be kept and told apart; or it is refused, with a line. */
final class ReadOrRefused {

    private ReadOrRefused() {}

    static void require(Format format, byte[] file) {
        try {
            var report = ReportFile.read(format, file);
            assertThat(report.toString()).matches(UTF_8.newEncoder()::canEncode).doesNotContain("\0");
            assertThat(report.contributions())
                    .isNotEmpty()
                    .extracting(it -> it.externalId() == null ? it.number() : it.externalId())
                    .doesNotContainNull()
                    .doesNotHaveDuplicates();
        } catch (UnreadableFile e) {
            assertThat(e.reasons())
                    .isNotEmpty()
                    .allSatisfy(fault -> assertThat(fault.line()).isPositive());
        }
    }
}
