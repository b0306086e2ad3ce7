/**
 * The few types that inlined advice may call. They live in the bootstrap loader, so that every class of every
 * application sees them, and they use nothing but {@code java.base}: a further dependency here would be a dependency of
 * every application.
 */
package io.sseagent.bootstrap;
