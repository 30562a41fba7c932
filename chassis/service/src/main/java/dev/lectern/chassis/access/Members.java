package dev.lectern.chassis.access;

import dev.lectern.chassis.problem.Refused;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who shares something, by e-mail address or subject: editors may do everything with it, readers may look. Who is both
 * is an editor. Addresses are compared without case, so they are kept without it; subjects are opaque.
 */
public record Members(List<String> editors, List<String> readers) {

    public Members {
        editors = normalised(editors);
        readers = normalised(readers);
    }

    public Members withEditor(String member) {
        return new Members(with(editors, member), readers);
    }

    public Members withReader(String member) {
        return new Members(editors, with(readers, member));
    }

    /** @throws Refused 404 when they are no editor */
    public Members withoutEditor(String member) {
        return new Members(without(editors, member), readers);
    }

    /** @throws Refused 404 when they are no reader */
    public Members withoutReader(String member) {
        return new Members(editors, without(readers, member));
    }

    private static List<String> with(List<String> members, String member) {
        return Stream.concat(members.stream(), Stream.of(member)).toList();
    }

    private static List<String> without(List<String> members, String member) {
        var leaving = normalised(member);
        if (!members.contains(leaving)) {
            throw Refused.notFound("That person is not one of them");
        }
        return members.stream().filter(other -> !other.equals(leaving)).toList();
    }

    private static List<String> normalised(List<String> members) {
        return members.stream().map(Members::normalised).distinct().toList();
    }

    private static String normalised(String member) {
        return Caller.comparable(member.strip());
    }
}
