package dev.lectern.notification.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BounceReportTest {

    @Test
    void aReportSaysWhatBecameOfWhichMail() {
        var report = BounceReport.read(Reports.about(
                        "bounces@conf.example",
                        "failed",
                        "5.1.1",
                        "550 5.1.1 <ada@uni.example>:\n    nobody here",
                        "ada@uni.example",
                        "<1@conf.example>"))
                .orElseThrow();
        assertThat(report.hasFailed()).isTrue();
        assertThat(report.status()).isEqualTo("5.1.1");
        assertThat(report.words()).isEqualTo("550 5.1.1 <ada@uni.example>: nobody here");
        assertThat(report.recipient()).isEqualTo("ada@uni.example");
        assertThat(report.messageId()).isEqualTo("<1@conf.example>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"delayed", "relayed", "delivered", "expanded"})
    void whatMayStillArriveHasNotFailed(String action) {
        var report = BounceReport.read(Reports.about("bounces@conf.example", action, "4.4.1", "no answer"));
        assertThat(report.orElseThrow().hasFailed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "5.0.0, 550-5.7.1 looks like spam, 5.7.1",
        "5.0.0, 552 5.2.2 mailbox full, 5.2.2",
        "5.0.0, 550 nobody here, 5.0.0",
        "5.1.1, 550 5.7.1 looks like spam, 5.1.1"
    })
    void whatTheRefusingServerSaidIsMorePreciseThanNoReason(String status, String words, String meant) {
        var report = BounceReport.read(Reports.about("bounces@conf.example", "failed", status, words));
        assertThat(report.orElseThrow().status()).isEqualTo(meant);
    }

    @Test
    void aHolidayReplyIsNoReport() {
        assertThat(BounceReport.read(Reports.holidayReply("bounces@conf.example")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\0\0\0",
                "Content-Type: multipart/report\r\n\r\n",
                "Content-Type: multipart/report; boundary=\"\"\r\n\r\n--\r\n",
                "Content-Type: multipart/report; boundary=x\r\n\r\n--x\r\nContent-Type: message/delivery-status\r\n\r\n--x--"
            })
    void whatMakesNoSenseIsNoReport(String message) {
        assertThat(BounceReport.read(message.getBytes(StandardCharsets.US_ASCII)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "5.1.1, true",
        "5.1.2, true",
        "5.1.3, true",
        "5.1.10, true",
        "5.2.1, true",
        "5.0.0, true",
        "5.1.8, false",
        "5.2.2, false",
        "5.3.4, false",
        "5.6.0, false",
        "5.7.1, false",
        "4.1.1, false",
        "'', false"
    })
    void onlyWhatSpeaksOfAnAddressSpeaksAgainstIt(String status, boolean isBad) {
        assertThat(MailStatus.saysThatTheAddressIsBad(status)).isEqualTo(isBad);
    }

    @Test
    void aStatusIsFoundInWhatAServerSaid() {
        assertThat(MailStatus.in("550-5.1.10 RESOLVER.ADR.RecipientNotFound")).isEqualTo("5.1.10");
        assertThat(MailStatus.in("550 no such user at 192.0.2.1")).isEmpty();
    }
}
