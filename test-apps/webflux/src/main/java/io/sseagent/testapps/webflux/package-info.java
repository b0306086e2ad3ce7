/** An ordinary Spring Boot application that streams events from WebFlux on Reactor Netty. It knows nothing of the agent. */
package io.sseagent.testapps.webflux;
