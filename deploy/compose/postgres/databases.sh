#!/usr/bin/env bash
# The image runs this once, when it has made an empty cluster: a database for each service and for Keycloak, each with a
# role of the same name that owns it and a password of its own.
set -euo pipefail

for name in catalog schedule notification keycloak; do
  # The password goes through standard input: a command line is for everybody to read.
  {
    printf '\\set name %s\n' "$name"
    printf "\\\\set password '%s'\n" "$(cat "/run/secrets/$name-database-password")"
    cat <<'SQL'
CREATE ROLE :"name" LOGIN PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"name";
REVOKE ALL ON DATABASE :"name" FROM PUBLIC;
SQL
  } | psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --username postgres --dbname postgres
done
