# Shared by the lint scripts: code(line) gives a line of Swift with its comment taken off and its string literals
# emptied. Enough for Swift as it is written here; it knows neither block comments nor a quote in a raw string.

FNR == 1 { in_text = 0 }

function code(line) {
    if (in_text) {
        if (!index(line, "\"\"\"")) return ""
        in_text = 0
        sub(/^.*"""/, "\"\"", line)
    }
    if (line ~ /^[[:space:]]*\/\//) return ""
    gsub(/"""[^"]+"""/, "\"\"", line)
    if (match(line, /"""[[:space:]]*$/)) {
        in_text = 1
        line = substr(line, 1, RSTART - 1) "\"\""
    }
    gsub(/"([^"\\]|\\.)*"/, "\"\"", line)
    sub(/\/\/.*/, "", line)
    return line
}
