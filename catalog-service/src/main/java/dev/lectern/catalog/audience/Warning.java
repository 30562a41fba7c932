package dev.lectern.catalog.audience;

import java.util.List;

/**
 * Something that an organiser may want otherwise.
 *
 * @param code which rule it is, for programs
 * @param detail one sentence
 * @param contributions the numbers of the talks that it is about
 * @param rooms the slugs of their rooms
 */
public record Warning(String code, String detail, List<Integer> contributions, List<String> rooms) {}
