package dev.lectern.chassis.calendar;

import biweekly.ICalDataType;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.io.text.ICalWriter;
import biweekly.io.xml.XCalDocument;
import dev.lectern.chassis.text.PlainText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * Writes calendars: UTF-8 text, lines ended by CR LF and folded at 75 octets, never inside a character (RFC 5545,
 * section 3.1); TEXT values escaped (section 3.3.11), values of parameters quoted and encoded (RFC 6868). Equal values
 * are written as equal texts.
 */
public final class CalendarText {

    private static final String PRODUCT = "-//Lectern//Lectern//EN";

    private CalendarText() {}

    /** What is published (RFC 5546, section 3.2.1). */
    public static String published(CalendarFeed feed) {
        return write(calendar(feed));
    }

    /** The same as XML (RFC 6321). */
    public static String publishedXml(CalendarFeed feed) {
        var xml = new XCalDocument();
        xml.addICalendar(calendar(feed));
        return xml.write(1, "1.0");
    }

    private static ICalendar calendar(CalendarFeed feed) {
        var calendar = calendar("PUBLISH");
        var name = PlainText.line(feed.name());
        var refresh = feed.refresh().toString();
        calendar.setName(name);
        calendar.setUrl(feed.url());
        // The library's own property does not say of which type it is, and no other is allowed.
        calendar.setExperimentalProperty("REFRESH-INTERVAL", ICalDataType.DURATION, refresh);
        // What programs understood before RFC 7986 gave names to it.
        calendar.setExperimentalProperty("X-WR-CALNAME", escaped(name));
        calendar.setExperimentalProperty("X-PUBLISHED-TTL", refresh);
        feed.entries().forEach(entry -> calendar.addEvent(EventProperties.of(entry)));
        return calendar;
    }

    /** @param method {@code REQUEST} or {@code CANCEL} (RFC 5546, sections 3.2.2 and 3.2.5) */
    public static String message(String method, CalendarEntry entry) {
        var calendar = calendar(method);
        calendar.addEvent(EventProperties.of(entry));
        return write(calendar);
    }

    private static ICalendar calendar(String method) {
        var calendar = new ICalendar();
        calendar.setProductId(PRODUCT);
        calendar.setMethod(method);
        return calendar;
    }

    /** The library writes the values of properties that it does not know as they are. */
    private static String escaped(String line) {
        return line.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,");
    }

    private static String write(ICalendar calendar) {
        var text = new StringWriter();
        try (var writer = new ICalWriter(text, ICalVersion.V2_0)) {
            writer.setCaretEncodingEnabled(true);
            // The library counts characters, RFC 5545 octets.
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
            writer.write(calendar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ContentLines.fold(text.toString());
    }
}
