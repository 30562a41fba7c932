package dev.lectern.schedule.replica;

import java.util.Set;

/** A request that names contributions by their numbers. It may not have been found valid yet. */
public interface NamesContributions {

    Set<Integer> contributions();
}
