#!/bin/sh
# The overhead run; build first (README.md). Options: overhead.sh --help
# More files may be open than usual: 20,000 streams are 20,000 sockets on either side.
ulimit -n 65536 2>/dev/null || ulimit -n "$(ulimit -Hn)"
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "$(dirname "$0")/target/benchmarks.jar" io.sseagent.benchmarks.overhead.Overhead "$@"
