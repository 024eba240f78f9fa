#!/usr/bin/env bash
# Unpacks the archive into an empty root beside a shell with its C library, and runs it there: a
# scenario, its comparison and its report, from a folder with a space in its name.
# usage: bare_root.sh SOURCE
set -euo pipefail
cd "$1"

work=$(mktemp -d)
trap 'rm -rf --one-file-system "$work"' EXIT
tools/package "$work/rapport.tar.gz"
root=$work/root
mkdir -p "$root/bin" "$root/tmp" "$root/any place"
cp -L /bin/dash "$root/bin/sh"
for library in $(ldd /bin/dash | grep -o '/[^ ]*'); do
  mkdir -p "$root$(dirname "$library")"
  cp -L "$library" "$root$library"
done
tar -C "$root/any place" --strip-components=1 -xzf "$work/rapport.tar.gz"

inside() {
  if ((EUID == 0)); then
    chroot "$root" /bin/sh -c "cd '/any place' && $1"
  else
    unshare --user --map-root-user chroot "$root" /bin/sh -c "cd '/any place' && $1"
  fi
}
# Into files, since a pipe that closes early would be a failure of the program.
inside './rapport --version' >"$work/version"
grep -q '^rapport ' "$work/version"
inside './rapport run scenarios/quickstart.toml -o q.h5 --quiet --set replicates=8 --set horizon_days=30'
inside './rapport compare q.h5' >"$work/comparison"
grep -q 'works better than' "$work/comparison"
inside './rapport report q.h5 -o q.html --figures figures --csv tables --quiet'
grep -q 'works better than' "$root/any place/q.html"
# Letters are drawn: a title without them has no dark pixels, and its file is small.
size=$(stat -c %s "$root/any place/figures/tool.png")
((size > 20000)) || { echo "tool.png has only $size bytes: no letters?" >&2; exit 1; }
echo "the archive of $(stat -c %s "$work/rapport.tar.gz") bytes runs in a bare root"
