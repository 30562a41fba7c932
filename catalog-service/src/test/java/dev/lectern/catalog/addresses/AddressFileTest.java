package dev.lectern.catalog.addresses;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lectern.chassis.file.UnreadableFile;
import dev.lectern.chassis.file.UnreadableFile.Reason;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressFileTest {

    private static final AddressRow BELL = new AddressRow(2, "2", "BELL, Bo", "bo@conf.example");
    private static final int A_MILLION = 1_000_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "number,name,email\n2,\"BELL, Bo\",bo@conf.example\n",
                "number,name,email\n2, \"BELL, Bo\" , bo@conf.example",
                "number;name;email\r\n2;BELL, Bo;bo@conf.example\r\n",
                "Number\tNAME\tE-mail\temail\r2\tBELL, Bo\t\tbo@conf.example\r",
                "\uFEFFemail,number,name\nbo@conf.example,2,\"BELL, Bo\"\n\n , ,\n",
                "\"email\";\"name, full\";\"number\";\"name\"\nbo@conf.example;;2;BELL, Bo;;",
            })
    void aTableIsReadHoweverItsProgramWritesIt(String csv) {
        assertThat(read(csv).rows()).containsExactly(BELL);
    }

    @Test
    void aRowIsWhereItStarts() {
        var file = read("name,note,email\n\nA,\"one\ntwo\",a@conf.example\n\nB,,b@conf.example\n");

        assertThat(file.rows()).extracting(AddressRow::line).containsExactly(3, 6);
        assertThat(file.ignoredColumns()).containsExactly("note");
    }

    @Test
    void aHeaderAloneIsATableWithoutRows() {
        assertThat(read("number,email").rows()).isEmpty();
        assertThat(read("name,email\r\n").rows()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "email",
                "number,name\n2,BELL",
                "2,bo@conf.example",
                "name,email,email\nA,a@conf.example,b@conf.example",
                "name,email\0\nA,a@conf.example",
            })
    void whatIsNoTableOfAddressesIsRefusedInItsFirstLine(String csv) {
        assertThat(refusal(csv).line()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name,email\nA,\"a@conf.example\nB,b@conf.example\n",
                "name,email\n\"A\"x,a@conf.example\n",
                "name,email\nBELL, Bo,bo@conf.example\n",
                "name,email\n\0,bo@conf.example\n",
            })
    void aLineThatCannotBeReadIsNamed(String csv) {
        assertThat(refusal(csv).line()).isEqualTo(2);
    }

    @Test
    void whatIsNotUtf8IsRefusedWithItsLine() {
        var latin = "name,email\rÉlo,a@conf.example".getBytes(StandardCharsets.ISO_8859_1);

        var refused = catchThrowableOfType(UnreadableFile.class, () -> AddressFile.read(latin));

        assertThat(refused.reasons()).containsExactly(new Reason(2, "Not UTF-8"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", ",", ";", "\"", "\"\"", "\"\",", "\n", "\r", " ", "\t", "\"\n", ",\n", "a,b\n", "\u0301"})
    @Timeout(value = 20, unit = SECONDS)
    void aMegabyteOfAnythingIsReadOrRefusedInTime(String shape) {
        assertThat(refusal(toTheLimit(shape))).isNotNull();
        assertThat(catchThrowable(() -> read("name,email\nA," + toTheLimit(shape))))
                .satisfiesAnyOf(
                        taken -> assertThat(taken).isNull(),
                        refused -> assertThat(refused).isInstanceOf(UnreadableFile.class));
    }

    @Test
    void aHundredThousandColumnsAreTooMany() {
        var header = IntStream.range(0, 100_000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));

        assertThat(refusal("name,email," + header + "\n").detail()).contains("100 columns");
    }

    @Test
    void tenThousandRowsAreTakenAndNotOneMore() {
        var most = "name,email\n" + "A,a@b.example\n".repeat(10_000);

        assertThat(read(most).rows()).hasSize(10_000);
        assertThat(refusal(most + "A,a@b.example\n").line()).isEqualTo(10_002);
    }

    private static String toTheLimit(String shape) {
        return shape.repeat(A_MILLION / shape.length());
    }

    private static AddressFile read(String csv) {
        return AddressFile.read(csv.getBytes(StandardCharsets.UTF_8));
    }

    private static Reason refusal(String csv) {
        var refused = catchThrowableOfType(UnreadableFile.class, () -> read(csv));
        assertThat(refused).isNotNull();
        return refused.reasons().get(0);
    }
}
