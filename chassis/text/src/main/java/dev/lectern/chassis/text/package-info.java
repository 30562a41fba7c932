/** Text as people write it, Markdown with formulas in TeX, rendered in one place in one way. */
package dev.lectern.chassis.text;
