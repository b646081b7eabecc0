#!/usr/bin/env bash
# Writes iam-tokens.json anew: tokens by AWS's official JavaScript signer, of fixed credentials at fixed times. Needs node and the npm registry.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp "$here/iam-tokens.mjs" "$folder"
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-save aws-msk-iam-sasl-signer-js@1.0.3
node iam-tokens.mjs >"$here/iam-tokens.json"
