/** Event streams from JAX-RS resources, in whatever JAX-RS has its servlet on the class path. It knows nothing of the agent. */
package io.sseagent.testapps.jaxrs;
