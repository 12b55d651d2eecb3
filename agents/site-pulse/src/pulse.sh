# probe: reads an event {"url": …}, asks that address once, and prints what curl measured as JSON.
# Follows no redirect, so that the address that was asked is the one that is told about.

FORM='{"url":"%{url_effective}","status":%{http_code},"address":"%{remote_ip}","seconds":{"name":%{time_namelookup},"connect":%{time_connect},"tls":%{time_appconnect},"first_byte":%{time_starttransfer},"total":%{time_total}},"bytes":%{size_download}'

error() {
  printf '{"errorType":"%s","errorMessage":"%s"}' "$1" "$2"
}

probe() {
  # curl refuses other schemes; what no address holds (quotes, spaces, backslashes) ends it here
  url=$(tr -d '\n' | sed -n 's/^{.*"url" *: *"\(https\{0,1\}:\/\/[^"\\[:space:]]*\)".*$/\1/p')
  if [ -z "$url" ]; then
    error InvalidInput 'The event must be {\"url\": \"http(s)://…\"}'
    return 1
  fi
  echo "asking $url" >&2
  measured=$(curl --silent --proto '=http,https' --globoff --max-time "${LONGEST_SECONDS:-20}" \
    --output /dev/null --write-out "$FORM" "$url")
  code=$?
  # a site that does not answer is a finding, not an error of this function; its status is 000
  printf '%s,"reached":%s,"curl_exit":%d}' "$(printf '%s' "$measured" | sed 's/"status":0*\([0-9]\)/"status":\1/')" \
    "$([ $code -eq 0 ] && echo true || echo false)" $code
}
