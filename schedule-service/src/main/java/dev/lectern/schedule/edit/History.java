package dev.lectern.schedule.edit;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The changes that a schedule has had, as an edit asks for them. */
public interface History {

    /** The change that made this version. */
    Optional<Change> change(long version);

    /** The changes that made the versions after one up to another, in that order. */
    List<Change> between(long from, long to);

    /** The changes after a version that altered one of these talks, or something in one of these rooms, in order. */
    List<Change> since(long version, Collection<Integer> talks, Collection<String> rooms);
}
