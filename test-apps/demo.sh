#!/usr/bin/env bash
# Runs an unmodified Tomcat application under the agent, with a few real clients, and shows what the agent sees.
set -euo pipefail

usage() {
  cat <<'TEXT'
usage: test-apps/demo.sh [--stay] [--no-build]

  (nothing)    build, run for half a minute, end by itself
  --stay       keep server, clients and /metrics up until Ctrl-C
  --no-build   use what the last build left
TEXT
}

stay=no
build=yes
for argument in "$@"; do
  case $argument in
    --stay) stay=yes ;;
    --no-build) build=no ;;
    -h | --help) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
  esac
done

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
agent=$root/agent/dist/target/sse-agent.jar
classes=$root/test-apps/demo/target/demo.jar:$root/test-apps/demo/target/lib/*
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
ready_within_seconds=30
table_seconds=28
clients_seconds=27 # a little less: the table shows their end

work=$(mktemp -d)
children=()

clean_up() {
  status=$?
  trap - EXIT INT TERM HUP
  for child in ${children[@]+"${children[@]}"}; do
    kill "$child" 2>/dev/null || true
  done
  for child in ${children[@]+"${children[@]}"}; do
    for _ in $(seq 50); do
      kill -0 "$child" 2>/dev/null || break
      sleep 0.1
    done
    kill -KILL "$child" 2>/dev/null || true
    wait "$child" 2>/dev/null || true
  done
  rm -rf "$work"
  exit "$status"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

fail() {
  echo "demo: $*" >&2
  if [ -s "$work/server.log" ]; then
    echo "demo: what the agent said, and the end of the server's log:" >&2
    grep -F '[sse-agent]' "$work/server.log" >&2 || true
    tail -n 20 "$work/server.log" >&2
  fi
  exit 1
}

# run <log> <class> <arguments>: a demo program in the background, its id in $child
run() {
  local log=$1
  shift
  "$java" -Djava.io.tmpdir="$work" -cp "$classes" "$@" >"$log" 2>&1 &
  child=$!
  children+=("$child")
}

command -v "$java" >/dev/null || fail "no java found: set JAVA_HOME or PATH to a JDK 17 or later"

if [ "$build" = yes ]; then
  maven=mvn
  if [ -x "$root/mvnw" ]; then maven=$root/mvnw; fi
  command -v "$maven" >/dev/null || fail "no Maven found: put mvn on the PATH"
  echo "Building the agent and the demo ..."
  (cd "$root" && "$maven" -q -DskipTests package -pl test-apps/demo,agent/dist -am) || fail "the build failed"
fi
[ -f "$agent" ] || fail "$agent is missing: run without --no-build"
[ -f "$root/test-apps/demo/target/demo.jar" ] || fail "the demo is not built: run without --no-build"

metrics_port=$("$java" -cp "$classes" io.sseagent.testapps.demo.FreePort) || fail "$java does not run; a JDK 17 or later is needed"
metrics=http://127.0.0.1:$metrics_port/metrics

run "$work/server.log" "-javaagent:$agent=port=$metrics_port,host=127.0.0.1" io.sseagent.testapps.demo.DemoServer
server=$child
deadline=$((SECONDS + ready_within_seconds))
until app_port=$(sed -n 's/^PORT=//p' "$work/server.log") && [ -n "$app_port" ]; do
  kill -0 "$server" 2>/dev/null || fail "the server did not start"
  [ "$SECONDS" -lt "$deadline" ] || fail "the server was not ready within $ready_within_seconds s"
  sleep 0.1
done
app=http://127.0.0.1:$app_port

echo "Application:  $app/feed/prices  $app/feed/alerts  POST $app/chat/{id}"
echo "Metrics:      $metrics"
echo

if [ "$stay" = yes ]; then clients_seconds=0; fi
run "$work/clients.log" io.sseagent.testapps.demo.DemoClients "$app" "$clients_seconds"
clients=$child

redraw=
if [ -t 1 ]; then redraw=--redraw; fi
# in the background, so that a signal is not kept waiting
"$java" -Djava.io.tmpdir="$work" -cp "$classes" io.sseagent.testapps.demo.DemoTable "$metrics" "$table_seconds" $redraw &
table=$!
children+=("$table")
wait "$table" || fail "the agent showed no streams"
kill -0 "$server" 2>/dev/null || fail "the server ended early"

if [ "$stay" = yes ]; then
  kill -0 "$clients" 2>/dev/null || fail "$(cat "$work/clients.log")"
  echo "Still up, until Ctrl-C:  $metrics  and  $app"
  wait "$server" || true
  fail "the server ended"
fi

wait "$clients" || fail "$(cat "$work/clients.log")"
echo "Done. To look around in $metrics yourself: test-apps/demo.sh --stay"
