#!/usr/bin/env bash
# Replaces the application and brings the databases up to date. Visitors wait for about half a minute.
#
#   PAYARA=/opt/payara6 LETHE_DB_URL=... ./upgrade.sh lethe.ear
#
# Needs the settings of the databases as create-domain.sh does, and those of the schemas' owner (LETHE_DB_OWNER_USER,
# LETHE_DB_OWNER_PASSWORD, LETHE_VAULT_OWNER_USER, LETHE_VAULT_OWNER_PASSWORD).
set -euo pipefail

ear=${1:?name the application: upgrade.sh lethe.ear}
: "${PAYARA:?the folder payara6 of the Payara Server}"
lethe=$(cd "$(dirname "$0")/../.." && pwd)
asadmin() { "$PAYARA/bin/asadmin" --port "${ADMIN_PORT:-4848}" --interactive=false "$@"; }

asadmin undeploy lethe          # no old code on new tables
java -jar "$lethe/lethe.jar" migrate
asadmin deploy --name lethe "$ear"
