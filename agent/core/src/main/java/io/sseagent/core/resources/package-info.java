/** What streams hold and leave behind: threads, tasks, executors, and memory that is allocated for them. */
package io.sseagent.core.resources;
