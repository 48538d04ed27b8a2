#!/usr/bin/env bash
# Installs from Debian what the tests need beside Node. Quiet when all of it is there; where it may not install,
# it says in one line how to.
set -euo pipefail

declare -A package_of=(
  [chromium]=chromium [rg]=ripgrep [g++]=g++ [make]=make [python3]=python3 [nvim]=neovim [pandoc]=pandoc
  [kate]=kate
)
absent=()
for command in "${!package_of[@]}"; do
  command -v "$command" >/dev/null || absent+=("${package_of[$command]}")
done
# Editors, with their clients.
command -v emacs >/dev/null && [ -d /usr/share/emacs/site-lisp/elpa-src/markdown-mode-* ] ||
  absent+=(emacs-nox elpa-eglot elpa-markdown-mode)
[ -d /usr/share/vim/vimfiles/pack/dist-bundle/opt/ale ] || absent+=(vim vim-ale)
[ ${#absent[@]} -eq 0 ] && exit 0

# Chromium without a font shows nothing; the second one has Chinese, Japanese and Korean.
[[ " ${absent[*]} " == *" chromium "* ]] && absent+=(fonts-dejavu-core fonts-droid-fallback)

install="apt-get update && apt-get install -y --no-install-recommends ${absent[*]}"
as=()
if [ "$(id -u)" -ne 0 ]; then
  if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    as=(sudo -n env)
  else
    echo "To run all the tests, install what is absent: sudo sh -c '$install'" >&2
    exit 1
  fi
fi
if ! command -v apt-get >/dev/null; then
  echo "To run all the tests, install with your system's own tools: ${absent[*]}" >&2
  exit 1
fi
echo "Installing from Debian: ${absent[*]}"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
export DEBIAN_FRONTEND=noninteractive
if ! { "${as[@]}" apt-get update && "${as[@]}" apt-get install -y --no-install-recommends "${absent[@]}"; } \
  >"$log" 2>&1 </dev/null; then
  tail -n 20 "$log" >&2
  echo "The installation failed: $install" >&2
  exit 1
fi
