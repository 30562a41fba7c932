package dev.lectern.schedule.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextLanguageTest {

    @ParameterizedTest
    @CsvSource({
        "en,auto",
        "pt-BR,auto",
        "de-1996,auto",
        "zh-Hant-TW,auto",
        "ar,rtl",
        "AR-eg,rtl",
        "he,rtl",
        "fa-IR,rtl",
        "ur,rtl",
        "az,auto",
        "az-Arab,rtl",
        "pa-Arab-PK,rtl",
        "ur-Latn,auto",
        "sd-deva,auto",
        "yi-latn-US,auto"
    })
    void theDirectionIsThatOfTheScriptElseOfTheLanguage(String tag, String direction) {
        assertThat(TextLanguage.of(tag)).contains(new TextLanguage(tag, direction));
    }

    @ParameterizedTest
    @ValueSource(strings = {"English", "en_GB", "", "e", "en-", "en\" onclick=\"x", "français", "en GB"})
    void whatIsNoTagIsNotSaid(String said) {
        assertThat(TextLanguage.of(said)).isEmpty();
    }

    @Test
    void nothingIsNotSaid() {
        assertThat(TextLanguage.of(null)).isEmpty();
    }
}
