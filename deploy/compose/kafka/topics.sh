#!/usr/bin/env bash
# Makes the topics of topics.conf that are missing, and gives the others its settings; runs before the services start.
set -euo pipefail

broker=(--bootstrap-server kafka:9092)
as=/run/secrets/kafka-admin.properties

present=$(/opt/kafka/bin/kafka-configs.sh "${broker[@]}" --command-config "$as" --describe --entity-type topics)

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
    /opt/kafka/bin/kafka-topics.sh "${broker[@]}" --command-config "$as" --create --if-not-exists --topic "$topic" \
      --partitions "$partitions" "${missing[@]/#/--config=}"
  elif ((${#missing[@]})); then
    echo "Setting ${missing[*]} of $topic"
    /opt/kafka/bin/kafka-configs.sh "${broker[@]}" --command-config "$as" --alter --entity-type topics \
      --entity-name "$topic" --add-config "$(IFS=,; echo "${missing[*]}")"
  fi
done < <(grep -v '^ *\(#\|$\)' /etc/lectern/topics.conf)
