#!/bin/sh
# Installs the browser in which the tests open the noticeboard and the preview, on Debian or Ubuntu.
# Does nothing, quickly, where one is there. The tests find it as chromium, chromium-browser or google-chrome,
# or where DOCGEN_CHROMIUM says.
set -eu

say() { printf '%s\n' "$*" >&2; }

as_root() {
    if [ "$(id -u)" = 0 ]; then
        DEBIAN_FRONTEND=noninteractive "$@"
    else
        sudo -n env DEBIAN_FRONTEND=noninteractive "$@"
    fi
}

may_install() {
    command -v apt-get >/dev/null && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }
}

[ -z "${DOCGEN_CHROMIUM:-}" ] || exit 0
for browser in chromium chromium-browser google-chrome; do
    if command -v "$browser" >/dev/null 2>&1; then exit 0; fi
done

if may_install; then
    say "正在安装测试网页所需的浏览器（只需一次）"
    as_root apt-get -qq update
    as_root apt-get -qq install --yes --no-install-recommends chromium >/dev/null
else
    say "缺少测试网页所需的浏览器，而当前用户不能安装软件。请管理员执行："
    say "  sudo apt-get update && sudo apt-get install --no-install-recommends chromium"
    exit 3
fi
