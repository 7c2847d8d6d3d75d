#!/usr/bin/env bash
# What action.yml runs: failcodes as the project has it, else as this checkout has it, else as the registry does.
set -uo pipefail

if [ -x node_modules/.bin/failcodes ]; then
  failcodes=(node_modules/.bin/failcodes)
elif [ -n "$FAILCODES_VERSION" ]; then
  failcodes=(npx --yes "failcodes@$FAILCODES_VERSION")
elif [ -f "$GITHUB_ACTION_PATH/dist/main.cjs" ]; then
  failcodes=(node "$GITHUB_ACTION_PATH/bin/failcodes.js")
else
  failcodes=(npx --yes "failcodes@$(node -p 'require(process.argv[1]).version' "$GITHUB_ACTION_PATH/package.json")")
fi

# Words as a shell would split them, without running anything that stands in them.
words=()
if [ -n "$FAILCODES_ARGUMENTS" ]; then
  while IFS= read -r -d '' word; do words+=("$word"); done < <(xargs printf '%s\0' <<<"$FAILCODES_ARGUMENTS")
fi
read -r -a command <<<"$FAILCODES_COMMAND"
[ -z "$FAILCODES_SARIF" ] || words+=(--report "sarif=$FAILCODES_SARIF")

"${failcodes[@]}" "${command[@]}" --format github ${words[@]+"${words[@]}"}
status=$?
{
  echo "exit-code=$status"
  if [ -n "$FAILCODES_SARIF" ] && [ -f "$FAILCODES_SARIF" ]; then
    echo "sarif-file=$(node -p 'const [from, to] = process.argv.slice(1); require("node:path").relative(from, to)' "$GITHUB_WORKSPACE" "$PWD/$FAILCODES_SARIF")"
  else
    echo "sarif-file="
  fi
} >>"$GITHUB_OUTPUT"
exit "$status"
