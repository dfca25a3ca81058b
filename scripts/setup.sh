#!/usr/bin/env bash
# Set up what `make` needs: system packages, .venv, models. A second run finds everything and does nothing.
#
#   scripts/setup.sh [--test] [--insist] [MODEL...]
#
# --test     add what the tests and checks need    --insist   go on with little memory or disk
# PYTHON     the interpreter for .venv             BULLETIN_MODELS   where models are kept
# Exit 4: a part is missing and cannot be installed from here.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
PATH=$PATH:/usr/sbin:/sbin # ldconfig is not on every user's PATH

readonly MEMORY_NEEDED_GB=6 DISK_NEEDED_GB=8

# What must be there: package, then the test that it is.
readonly NEEDED='
libpango-1.0-0            has_library libpango-1.0.so.0
libpangoft2-1.0-0         has_library libpangoft2-1.0.so.0
libharfbuzz-subset0       has_library libharfbuzz-subset.so.0
fontconfig                has_program fc-list
fonts-noto-cjk            has_font :lang=zh-cn
fonts-noto-core           has_font :lang=en
libgs-common              has_file /usr/share/color/icc/ghostscript/default_cmyk.icc
python3-venv              has_venv
'
readonly NEEDED_BY_TESTS='
fonts-noto-cjk            has_font Noto\ Serif\ CJK\ SC
fonts-noto-core           has_font Noto\ Serif
poppler-utils             has_program pdftotext
qpdf                      has_program qpdf
libreoffice-writer-nogui  has_program soffice
python3-uno               has_uno
chromium                  has_program chromium chromium-browser google-chrome
omegat                    has_program omegat
faketime                  has_program faketime
default-jdk-headless      has_program javac
libjaxb-java              has_file /usr/share/java/jaxb-runtime.jar
php-symfony-translation   has_file /usr/share/php/Symfony/Component/Translation/Resources/schemas/xliff-core-2.0.xsd
'

# --- speaking -------------------------------------------------------------------------------------------

chinese() {
    local locale="${LANGUAGE:-${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}}"
    [[ ${locale,,} == zh* ]]
}

say() { # say ENGLISH CHINESE
    if chinese; then printf '%s\n' "$2" >&2; else printf '%s\n' "$1" >&2; fi
}

stop() {
    say "$@"
    exit 4
}

# --- looking --------------------------------------------------------------------------------------------

libraries=$(ldconfig -p 2>/dev/null || true)
has_library() { [[ $libraries == *"$1 "* ]]; }
has_uno() { /usr/bin/python3 -c 'import uno' 2>/dev/null; } # tests drive LibreOffice with the system's Python
has_file() { [[ -f $1 ]]; }
has_font() { command -v fc-list >/dev/null && [[ -n $(fc-list "$1" family 2>/dev/null) ]]; }
has_venv() { [[ -x .venv/bin/python ]] || "$python" -c 'import ensurepip, venv' 2>/dev/null; }
has_program() {
    local name
    for name; do command -v "$name" >/dev/null && return 0; done
    return 1
}

find_python() { # print the first Python of 3.11 or later
    local name
    for name in "${PYTHON:-python3}" python3.13 python3.12 python3.11; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$name"
            return 0
        fi
    done
    return 1
}

missing_packages() { # print the packages of a table whose test fails
    local package check
    while read -r package check; do
        [[ -z $package ]] || eval "$check" || echo "$package"
    done <<<"$1"
}

# --- doing ----------------------------------------------------------------------------------------------

install_packages() {
    local needed=$NEEDED missing command as_root=()
    if [[ $test_too == yes ]]; then needed+=$NEEDED_BY_TESTS; fi
    missing=$(missing_packages "$needed" | sort -u | tr '\n' ' ')
    if [[ -z $missing ]]; then return; fi
    if [[ $(. /etc/os-release 2>/dev/null && echo "${ID:-}") == ubuntu ]]; then
        missing=${missing/chromium/chromium-browser}
    fi
    command="apt-get update && apt-get install --no-install-recommends $missing"
    if [[ $EUID != 0 ]]; then as_root=(sudo -n); fi
    if ! has_program apt-get || { [[ $EUID != 0 ]] && ! sudo -n true 2>/dev/null; }; then
        stop "System packages are missing: ${missing% }. Install them, then run make again: $command" \
            "缺少系统软件包：${missing% }。请先安装，再重新运行 make：$command"
    fi
    say "Installing system packages: ${missing% }" "正在安装系统软件包：${missing% }"
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive sh -c \
        "{ apt-get update -q && apt-get install -q -y --no-install-recommends $missing; } </dev/null >&2" ||
        stop "System packages could not be installed (see above). Install them, then run make again: $command" \
            "系统软件包安装失败（见上文）。请先安装，再重新运行 make：$command"
}

install_environment() {
    local part=demo extras='' key
    if [[ $test_too == yes ]]; then part=test extras='[dev]'; fi
    key=$({ pwd && cat pyproject.toml constraints.txt; } | sha256sum)
    if [[ -x .venv/bin/bulletin ]] && grep -qsxF "$key" ".venv/.set-up-for-$part" .venv/.set-up-for-test; then
        return
    fi
    say "Installing Python packages into .venv (a few minutes the first time)" \
        "正在将 Python 软件包安装到 .venv（首次需要几分钟）"
    if ! [[ -x .venv/bin/python ]] || ! grep -qsxF "$PWD" .venv/.made-in; then
        "$python" -m venv --clear .venv
        pwd >.venv/.made-in
    fi
    .venv/bin/python -m pip install -qq -c constraints.txt hatchling editables
    .venv/bin/python -m pip install -qq -c constraints.txt --no-build-isolation -e ".$extras"
    echo "$key" >".venv/.set-up-for-$part"
}

gigabytes_of_memory() { # the machine's, or the container's where that is less
    local limit machine
    machine=$(awk '/^MemTotal/ {print $2 * 1024}' /proc/meminfo)
    limit=$(cat /sys/fs/cgroup/memory.max 2>/dev/null || echo max)
    awk -v a="$machine" -v b="$limit" 'BEGIN {print int((b == "max" || a < b ? a : b) / 1e9 + 0.5)}'
}

check_room() { # check_room MODEL
    local memory disk
    if [[ $1 != house || $insist == yes ]]; then return; fi
    memory=$(gigabytes_of_memory)
    disk=$(df -Pk . | awk 'NR == 2 {print int($4 / 1e6)}')
    if ((memory >= MEMORY_NEEDED_GB)) && { ((disk >= DISK_NEEDED_GB)) || has_model "$1"; }; then return; fi
    stop "The model house wants $MEMORY_NEEDED_GB GB of memory and $DISK_NEEDED_GB GB of free disk; here are $memory and $disk. \
Take the small one (faster, weaker): make demo MODEL=house-small. To go on all the same: make demo MODEL=house" \
        "house 模型需要 $MEMORY_NEEDED_GB GB 内存和 $DISK_NEEDED_GB GB 磁盘空间，本机只有 $memory GB 和 $disk GB。\
请改用小模型（更快，质量较低）：make demo MODEL=house-small。若仍要使用：make demo MODEL=house"
}

has_model() {
    [[ -f ${BULLETIN_MODELS:-${XDG_DATA_HOME:-$HOME/.local/share}/bulletin-workflow/models}/$1/MODEL.json ]]
}

# --- main -----------------------------------------------------------------------------------------------

test_too=no insist=no models=()
for argument; do
    case $argument in
        --test) test_too=yes ;;
        --insist) insist=yes ;;
        *) models+=("$argument") ;;
    esac
done

python=$(find_python) ||
    stop "Python 3.11 or later is needed; set PYTHON to it: make demo PYTHON=/path/to/python3" \
        "需要 Python 3.11 或更高版本；请用 PYTHON 指定：make demo PYTHON=/path/to/python3"
for model in "${models[@]}"; do check_room "$model"; done
install_packages
install_environment
for model in "${models[@]}"; do .venv/bin/bulletin models install "$model"; done
