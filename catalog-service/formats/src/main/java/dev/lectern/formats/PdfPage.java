package dev.lectern.formats;

import java.util.List;

/** The words of a page, from top to bottom and left to right; its height in points. */
record PdfPage(float height, List<PdfWord> words) {}
