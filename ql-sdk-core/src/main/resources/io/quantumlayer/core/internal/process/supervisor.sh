# Runs one command in one folder: claims the folder, runs the rest of the arguments, leaves the exit code.
# $1 folder, $2 "host" if the command ends with its host, $3 the sandbox's account line, empty without a sandbox.
folder=$1 life=$2 account=$3 watcher=
shift 3

# Ends every process of this command, wherever it moved to; only where no sandbox does that. Twice, since a process that
# is just becoming another program shows no environment for a moment.
sweep() {
  sweep_once
  sleep 0.05
  sweep_once
}

sweep_once() {
  [ -d /proc/self ] || return 0
  read -r self rest </proc/self/stat
  for victim in $(grep -lszxF "QL_MARKER=$QL_MARKER" /proc/[0-9]*/environ); do
    victim=${victim#/proc/}
    victim=${victim%/environ}
    [ "$victim" = "$$" ] || [ "$victim" = "$self" ] || kill -KILL "$victim" 2>/dev/null
  done
}

cd -- "$folder" || exit 1
if [ -r /proc/self/stat ]; then
  read -r boot </proc/sys/kernel/random/boot_id
  read -r a b c d e f g h i j k l m n o p q r s t u ticks rest </proc/$$/stat
  began=$boot:$ticks
else
  began=epoch:$(date +%s)
fi

# The claim: a link either appears whole and names this process, or another supervisor was first.
set -C
rm -f "command.pid.$$"
printf '%s %s %s\n' "$$" "$began" "$QL_MARKER" >"command.pid.$$" || exit 1
ln "command.pid.$$" command.pid 2>/dev/null
claimed=$?
rm -f "command.pid.$$"
if [ "$claimed" != 0 ]; then
  [ -e command.pid ] && exit 0
  echo "the file system of $folder cannot make hard links"
  exit 1
fi

# A handler, not "ignore": the command must not inherit deafness.
trap : HUP INT TERM
exec 3<&0 </dev/null >>command.log 2>&1

if [ "$life" = host ]; then
  {
    trap '' HUP INT TERM
    read -r line <&3
    # The supervisor first: it must not take what happens now for the command's own end.
    [ -n "$account" ] || { kill -KILL $$; sweep; }
    kill -KILL 0
  } &
  watcher=$!
fi

# In a subshell, since a shell that restores a closed descriptor keeps a copy of it that the command would inherit.
if [ -n "$account" ]; then
  (
    exec 3<&- 8<<PASSWD 9<<GROUP
$account
PASSWD
ql:x:${account%%:/*}:
GROUP
    exec "$@"
  )
  code=$?
else
  (
    exec 3<&-
    exec "$@"
  )
  code=$?
  sweep
fi

if [ -n "$watcher" ]; then
  kill -KILL "$watcher"
  wait "$watcher"
fi 2>/dev/null
# Only what a command forged is removed: whoever stops the command ends other processes of this session meanwhile.
[ ! -e command.exit ] && [ ! -L command.exit ] || rm -rf command.exit
printf '%s\n' "$code" >command.exit
