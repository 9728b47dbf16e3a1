#!/bin/sh
# Installs what PDFs need on Debian or Ubuntu: LibreOffice Writer, fonts, and poppler for a look inside;
# and LibreOffice Calc, with which the tests save workbooks as an office would.
# Does nothing, quickly, where all is there. usage: scripts/setup-pdf.sh [python of the environment]
set -eu
cd "$(dirname "$0")/.."
python=${1:-.venv/bin/python}
[ -x "$python" ] || python=python3
export PYTHONPATH=src # the font recipe needs nothing but Python itself

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

system_packages() {
    # Debian 13 folded fonts-liberation2 into fonts-liberation.
    liberation=fonts-liberation
    if apt-cache show fonts-liberation2 >/dev/null 2>&1; then liberation=fonts-liberation2; fi
    echo libreoffice-writer-nogui libreoffice-calc-nogui fonts-noto-cjk "$liberation" fonts-dejavu-core poppler-utils fontconfig
}

system_is_ready() {
    { command -v soffice || command -v libreoffice; } >/dev/null 2>&1 || return 1
    [ -n "$(find /usr/lib/libreoffice /opt -name libscfiltlo.so -print -quit 2>/dev/null)" ] || return 1
    for tool in fc-match pdffonts; do command -v "$tool" >/dev/null 2>&1 || return 1; done
    for face in NotoSansCJK-Regular.ttc NotoSerifCJK-Bold.ttc LiberationSerif-Regular.ttf DejaVuSans.ttf; do
        [ -n "$(find /usr/share/fonts -name "$face" -print -quit 2>/dev/null)" ] || return 1
    done
}

if ! system_is_ready; then
    if may_install; then
        say "正在安装 LibreOffice 和字体（只需一次，约需几分钟）"
        as_root apt-get -qq update
        # shellcheck disable=SC2046 # the list is meant to be split
        as_root apt-get -qq install --yes --no-install-recommends $(system_packages) >/dev/null
    else
        say "缺少生成 PDF 所需的软件，而当前用户不能安装软件。请管理员执行："
        say "  sudo apt-get update && sudo apt-get install --no-install-recommends $(system_packages)"
        exit 3
    fi
fi

# The package's lists may never have been fetched where the system was ready from the start.
if ! "$python" -m docgen.pdf.fonts install; then
    if may_install; then as_root apt-get -qq update; fi
    "$python" -m docgen.pdf.fonts install
fi
