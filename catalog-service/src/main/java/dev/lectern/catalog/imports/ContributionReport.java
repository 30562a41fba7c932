package dev.lectern.catalog.imports;

import java.util.List;

/**
 * What a report of contributions says.
 *
 * @param title of the conference, from the cover; null when the cover has none
 * @param contributions at least one, in the order of the file, each number once
 * @param notUnderstood what is not in {@code contributions} as one would expect, by line
 */
record ContributionReport(String title, List<ReportedContribution> contributions, List<NotUnderstood> notUnderstood) {}
