package dev.lectern.formats;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.util.TimeZone;
import java.time.ZoneId;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Europe/Paris | Europe/Paris",
                "europe/paris | Europe/Paris",
                "\"Europe/Paris\" | Europe/Paris",
                "W. Europe Standard Time | Europe/Berlin",
                "Romance Standard Time | Europe/Paris",
                "US Eastern Standard Time | America/Indianapolis",
                "(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna | Europe/Amsterdam",
                "(UTC+01:00) Brussels, Copenhagen, Madrid, Paris | Europe/Brussels",
                "(GMT+01.00) Paris/Madrid/Brussels | Europe/Paris",
                "(UTC-05:00) Eastern Time (US & Canada) | America/New_York",
                "(UTC+00:00) Dublin, Edinburgh, Lisbon, London | Europe/Dublin",
                "(UTC) Coordinated Universal Time | UTC",
                "/freeassociation.sourceforge.net/Europe/Paris | Europe/Paris",
                "/freeassociation.sourceforge.net/Tzfile/America/Argentina/Buenos_Aires | America/Argentina/Buenos_Aires",
                "/mozilla.org/20050126_1/Europe/Berlin | Europe/Berlin",
                "GMT+0100 | +01:00",
                "UTC-3 | -03:00",
                "+05:30 | +05:30",
                "GMT+0100 Europe/Paris | Europe/Paris",
                "UTC | UTC",
                "Z | UTC",
                "GMT | GMT",
            })
    void aZoneHasManyNames(String name, String id) {
        var zone = ZoneName.zone(name);

        assertThat(zone).isEqualTo(id.equals("-") ? null : ZoneId.of(id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Mars/Base",
                "BST",
                "Customized Time Zone",
                "GMT -0500 (Standard) / GMT -0400 (Daylight)",
                "(UTC+03:00) Paris",
                "GMT+9900",
                "/Paris",
                "///"
            })
    void whatIsNoneOrCouldBeSeveralIsNotKnown(String name) {
        assertThat(ZoneName.zone(name)).isNull();
    }

    @Test
    void windowsNamesAreThoseOfUnicode() {
        var names = Arrays.stream(TimeZone.getAvailableIDs())
                .map(TimeZone::getWindowsID)
                .filter(name -> name != null)
                .distinct();

        assertThat(names)
                .hasSizeGreaterThan(130)
                .allSatisfy(name -> assertThat(ZoneName.zone(name).getRules())
                        .isEqualTo(ZoneId.of(TimeZone.getIDForWindowsID(name, "001"))
                                .getRules()));
    }
}
