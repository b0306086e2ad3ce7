#!/bin/sh
# Renders every dashboard and the rules from src/jsonnet into a folder (default: rendered, beside this script).
# Needs jsonnet 0.18 or later (Debian package: jsonnet).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
out=${1:-$here/rendered}
command -v jsonnet >/dev/null || {
  echo "render.sh: jsonnet is not on the PATH; on Debian: apt-get install jsonnet" >&2
  exit 1
}
mkdir -p "$out"
for source in "$here"/src/jsonnet/dashboards/*.jsonnet; do
  jsonnet -o "$out/$(basename "$source" .jsonnet).json" "$source"
done
jsonnet -S -o "$out/sse-agent-rules.yaml" "$here/src/jsonnet/rules/yaml.jsonnet"
