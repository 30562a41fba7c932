package dev.lectern.chassis.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import biweekly.ICalDataType;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.io.xml.XCalDocument;
import dev.lectern.chassis.text.PlainText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;

/**
 * Writes calendars: UTF-8 text, lines ended by CR LF and folded at 75 octets, never inside a character (RFC 5545,
 * section 3.1); TEXT values escaped (section 3.3.11), values of parameters quoted and encoded (RFC 6868). Equal values
 * are written as equal texts.
 */
public final class CalendarText {

    /** With the end of the line before, which no text of a property can have: it would be folded or escaped. */
    private static final String BEGIN = "\r\nBEGIN:VEVENT";

    private static final String END = "\r\nEND:VEVENT";

    /** Indented as the library does at that depth. */
    private static final String BEGIN_XML = "\n   <vevent>";

    private static final String END_XML = "</vevent>";
    private static final String PRODUCT = "-//Lectern//Lectern//EN";

    private CalendarText() {}

    /**
     * What is published (RFC 5546, section 3.2.1), in UTF-8.
     *
     * @param entries each as {@link #entry} has written it
     */
    public static byte[] published(CalendarFeed feed, List<byte[]> entries) {
        return around(entries, calendar(feed), CalendarText::write, BEGIN, END);
    }

    /** The lines of an entry, each with the end of the line before it. */
    public static String entry(CalendarEntry entry) {
        return cut(write(calendarOf(entry)), BEGIN, END);
    }

    /**
     * The same as {@link #published} as XML (RFC 6321).
     *
     * @param entries each as {@link #entryXml} has written it
     */
    public static byte[] publishedXml(CalendarFeed feed, List<byte[]> entries) {
        return around(entries, calendar(feed), CalendarText::writeXml, BEGIN_XML, END_XML);
    }

    /** The element of an entry. */
    public static String entryXml(CalendarEntry entry) {
        return cut(writeXml(calendarOf(entry)), BEGIN_XML, END_XML);
    }

    /** A calendar with one entry shows where its entries are; there these are put. */
    private static byte[] around(
            List<byte[]> entries, ICalendar calendar, Function<ICalendar, String> write, String begin, String end) {
        if (entries.isEmpty()) {
            return write.apply(calendar).getBytes(UTF_8);
        }
        calendar.addEvent(new VEvent());
        var frame = write.apply(calendar);
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(frame.substring(0, frame.indexOf(begin)).getBytes(UTF_8));
        entries.forEach(bytes::writeBytes);
        bytes.writeBytes(frame.substring(frame.lastIndexOf(end) + end.length()).getBytes(UTF_8));
        return bytes.toByteArray();
    }

    private static String cut(String calendar, String begin, String end) {
        return calendar.substring(calendar.indexOf(begin), calendar.lastIndexOf(end) + end.length());
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

    private static ICalendar calendarOf(CalendarEntry entry) {
        var calendar = new ICalendar();
        calendar.addEvent(EventProperties.of(entry));
        return calendar;
    }

    private static String writeXml(ICalendar calendar) {
        var xml = new XCalDocument();
        xml.addICalendar(calendar);
        return xml.write(1, "1.0");
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
