/**
 * The machine’s messages are embedded in its terminal output as an escape sequence that terminals ignore: `ESC ] 7010 ;
 * number ; subject ; + or . ; text BEL`. The text is sent in pieces, because only short writes are certain not to be
 * interleaved with the output of other programs; the last piece has a dot.
 */
export const engineMessageCode = 7010

/**
 * Started once in each machine, where it keeps two connections to the engine open: one receives events, the other
 * requests the lists that an event may have changed. It starts no further process, because starting curl would cost
 * more than the engine’s response (docs/decisions/0037-engine-changes.md).
 */
export const watchScript = `mkdir -p /run/engine-watch
cd /run/engine-watch
[ -f pid ] && read -r pid <pid && kill -- $pid 2>/dev/null
cat >watch <<'END_OF_WATCH'
export LC_ALL=C
IFS=
socket=/var/run/docker.sock
events='create start die destroy rename pause unpause health_status connect disconnect remove prune tag untag delete pull load import'
filters="%7B%22event%22:%5B%22\${events// /%22,%22}%22%5D%7D"
trap '' PIPE
trap 'kill $event_pid $query_pid 2>/dev/null; exit' TERM
# One that is being stopped may still remove its own.
mkdir -p $$ && cd $$ && rm -f pause && mkfifo pause && exec 5<>pause
count=0
request='GET %s HTTP/1.1\\r\\nHost: docker\\r\\n\\r\\n'

# Sends a text about a subject; a piece never ends inside a character.
tell() {
  local text=$2 piece broken
  ((count += 1))
  while ((\${#text} > 900)); do
    piece=\${text:0:900}
    broken=\${piece##*[^$'\\x80'-$'\\xff']}
    [ "$broken" = "$piece" ] || piece=\${piece%"$broken"}
    printf '\\e]${engineMessageCode};%s;%s;+;%s\\a' $count "$1" "$piece" >/dev/ttyS0
    text=\${text:\${#piece}}
  done
  printf '\\e]${engineMessageCode};%s;%s;.;%s\\a' $count "$1" "$text" >/dev/ttyS0
}

# Asks the engine for a list and tells it.
ask() {
  local line length='' body=''
  printf "$request" "$2" >query || return
  read -r -t 60 -u 8 line || return
  [[ $line == *' 200 '* ]] || return 1
  while :; do
    read -r -t 60 -u 8 line || return
    line=\${line%$'\\r'}
    [ -n "$line" ] || break
    [[ $line != Content-Length:* ]] || length=\${line##* }
  done
  if [ -n "$length" ]; then
    read -r -t 60 -u 8 -N $length body || return
  else
    # In chunks, each after its length; the last one is empty.
    while :; do
      read -r -t 60 -u 8 line || return
      line=\${line%$'\\r'}
      [[ $line =~ ^[0-9a-f]+$ ]] || return 1
      length=$((16#$line))
      ((length == 0)) || { read -r -t 60 -u 8 -N $length line && body+=$line; } || return
      read -r -t 60 -u 8 line || return
      ((length > 0)) || break
    done
  fi
  tell "$1" "\${body%$'\\n'}"
}

ask_about() {
  if [[ $1 == *'"Type":"image"'* || $1 == all* ]]; then ask images /images/json || return; fi
  if [[ $1 == *'"Type":"network"'* || $1 == all* ]]; then ask networks /networks || return; fi
  if [[ $1 == *'"Type":"volume"'* || $1 == all* ]]; then ask volumes /volumes || return; fi
  # Last, because they refer to all others, and every event may have changed one.
  ask containers '/containers/json?all=1'
}

while :; do
  # Its last line has no end, for which read fails.
  pid=''
  read -r pid </var/run/docker.pid
  if [ -n "$pid" ] && [ -d /proc/$pid ]; then
    rm -f hear query
    mkfifo hear query
    exec 3<>hear 4<>query
    # curl would wait for more to send, and not for the answer; dd leaves the pipes set so that it doesn't.
    dd iflag=nonblock count=0 <&3
    dd iflag=nonblock count=0 <&4
    coproc event { exec curl -sN --unix-socket $socket telnet://docker <&3; }
    event_pid=$!
    exec 9<&\${event[0]}
    coproc query { exec curl -sN --unix-socket $socket telnet://docker <&4; }
    query_pid=$!
    exec 8<&\${query[0]}
    # The answer to the first request says that the second one is being heard.
    printf "$request" /_ping "/events?filters=$filters" >hear
    # It takes longer to start than to be heard of again.
    seconds=120
    news=all
    while :; do
      # By lines: what -N has read when its time is over, bash would give to the next -N, of the other connection.
      if read -r -t $seconds -u 9 line; then
        seconds=20
        news+=$line
        # What an event brings with it is asked for once, and within seconds even if events keep coming.
        latest=$((SECONDS + 2))
        while ((SECONDS <= latest && \${#news} < 20000)) && read -r -t 0.3 -u 9 line; do news+=$line; done
        ask_about "$news$line" || break
        news=''
      elif (($? > 128 && seconds == 20)); then
        tell alive
      else
        break
      fi
    done
    kill $event_pid $query_pid
    exec 3<&- 4<&- 8<&- 9<&-
    wait
  fi
  tell silent
  read -r -t 3 -u 5
done
END_OF_WATCH
bash watch </dev/null >/dev/null 2>&1 &
echo $! >pid`
