package dev.lectern.chassis.badhouse.one.deeper;

/** A level too deep. */
class Cellar {}
