/** The catalogue of metrics as one table: names, types, labels and help. Depends on nothing. */
package io.sseagent.core.catalogue;
