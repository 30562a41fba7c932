/**
 * What the catalog has told of conferences, contributions and presenters, and nothing more of it than this service
 * reads. Rows are written by the consumers only, and only where the stored revision is lower. A request finds its
 * conference here, and whether its caller may touch it.
 */
package dev.lectern.schedule.replica;
