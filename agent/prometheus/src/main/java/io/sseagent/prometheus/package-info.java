/**
 * Reads the model at each scrape and answers over plain sockets. Depends on nothing of the host: no HTTP server of the JDK, no
 * system property, no properties file, no context class loader.
 */
package io.sseagent.prometheus;
