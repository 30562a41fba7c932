package dev.lectern.schedule.replica;

import java.util.Set;

/**
 * A request that names what the catalog owns: contributions by their numbers, presenters by their ids or names. It may
 * not have been found valid yet.
 */
public interface NamesOthers {

    Set<Integer> contributions();

    Set<PresenterReference> presenters();
}
