/** An ordinary Spring Boot application that streams events from Spring MVC. It knows nothing of the agent. */
package io.sseagent.testapps.springboot;
