#!/usr/bin/env bash
# Makes the topics of topics.conf that are missing, gives the others its settings, and lets each service read and write what
# access.conf says; runs before the services start.
set -euo pipefail

kafka() {
  local program=$1
  shift
  "/opt/kafka/bin/kafka-$program.sh" --bootstrap-server kafka:9092 --command-config /run/secrets/kafka-admin.properties "$@"
}

lines_of() { grep -v '^ *\(#\|$\)' "/etc/lectern/$1"; }

present=$(kafka configs --describe --entity-type topics)

# The lines about topic $1, up to those about the next.
settings_of() {
  awk -v title="Dynamic configs for topic $1 are:" '/^Dynamic configs for topic / { here = $0 == title } here' <<<"$present"
}

while read -r topic partitions wanted; do
  now=$(settings_of "$topic")
  missing=()
  for setting in $wanted; do
    grep -qF -- " $setting " <<<"$now" || missing+=("$setting")
  done
  if [[ -z $now ]]; then
    echo "Making $topic"
    kafka topics --create --if-not-exists --topic "$topic" --partitions "$partitions" "${missing[@]/#/--config=}" </dev/null >/dev/null
  elif ((${#missing[@]})); then
    echo "Setting ${missing[*]} of $topic"
    kafka configs --alter --entity-type topics --entity-name "$topic" --add-config "$(IFS=,; echo "${missing[*]}")" </dev/null
  fi
done < <(lines_of topics.conf)

# Added only: what a newer list takes away is for an operator to remove.
allowed=$(kafka acls --list)

# Whether service $1 may do $2 with the $3, named as $4 says, $5.
is_allowed() {
  awk -v where="(resourceType=${3^^}, name=$5, patternType=${4^^})" \
    -v who="(principal=User:$1, host=*, operation=${2^^}, permissionType=ALLOW)" \
    '/^Current ACLs / { here = index($0, where) } here && index($0, who) { found = 1 } END { exit !found }' <<<"$allowed"
}

while read -r service operation kind pattern names; do
  missing=()
  for name in $names; do
    is_allowed "$service" "$operation" "$kind" "$pattern" "$name" || missing+=("--$kind=$name")
  done
  if ((${#missing[@]})); then
    echo "Letting $service $operation ${missing[*]}"
    kafka acls --add --allow-principal "User:$service" --operation "$operation" --resource-pattern-type "$pattern" \
      "${missing[@]}" </dev/null >/dev/null
  fi
done < <(lines_of access.conf)
