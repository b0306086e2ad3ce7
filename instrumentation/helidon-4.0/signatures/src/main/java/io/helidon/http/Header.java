package io.helidon.http;

import io.helidon.common.mapper.Value;

/** See this module's description. */
public interface Header extends Value<String> {}
