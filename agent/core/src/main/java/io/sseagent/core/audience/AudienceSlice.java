package io.sseagent.core.audience;

import io.sseagent.core.stream.ClientFamily;

/** A part of a route's window. Not thread-safe. */
final class AudienceSlice {
    final int[] families = new int[ClientFamily.values().length];
    final DistinctSketch sources = new DistinctSketch();
    final HeavyKeys heavySources = new HeavyKeys();
    final HeavyKeys heavyClients = new HeavyKeys();
    final Moments seconds = new Moments();
    int opened;
    int openedBySources;
}
