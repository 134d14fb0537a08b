# shellcheck shell=bash
# Sourced by the scripts beside it: where the repository is, how a script fails, and named steps with their time.

unset CDPATH
# shellcheck disable=SC2034 # the scripts use it
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# fail MESSAGE…: says what is wrong, then how to go on, one line an argument, and ends the script.
fail() {
    printf '%s: error: %s\n' "${0##*/}" "$1" >&2
    shift
    (($# == 0)) || printf '  %s\n' "$@" >&2
    exit 1
}

# step NAME COMMAND…: a failing command ends the script with the command's own status.
step() {
    local name=$1 begin spent status=0
    shift
    printf '==> %s\n' "$name"
    # Microseconds, whatever the locale's decimal sign is.
    begin=${EPOCHREALTIME//[!0-9]/}
    "$@" || status=$?
    spent=$(((${EPOCHREALTIME//[!0-9]/} - begin) / 100000))
    printf -v spent '%d.%d s' $((spent / 10)) $((spent % 10))
    if ((status != 0)); then
        printf '==> %s: FAILED after %s (status %d): %s\n' "$name" "$spent" "$status" "$*" >&2
        exit "$status"
    fi
    printf '==> %s: done in %s\n' "$name" "$spent"
}
