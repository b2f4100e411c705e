#!/usr/bin/env bash
# Makes a Payara Server domain for Lethe, starts it and deploys the application. Run once per server; later: upgrade.sh.
#
#   PAYARA=/opt/payara6 DOMAINS=/var/lib/lethe/domains TRANSACTIONS=/var/lib/lethe/transactions NODE=lethe-1 \
#     ./create-domain.sh lethe.ear
#
# The settings LETHE_DB_URL, LETHE_DB_USER, LETHE_DB_PASSWORD, LETHE_VAULT_URL, ... must be in the environment, here and
# whenever the domain is started: the domain holds their names, not their values.
set -euo pipefail

ear=${1:?name the application: create-domain.sh lethe.ear}
: "${PAYARA:?the folder payara6 of an unpacked Payara Server}"
: "${DOMAINS:?the folder the domain is made in}"
: "${TRANSACTIONS:?the folder of the transaction log, kept for ever and backed up}"
: "${NODE:?the name of this server among all servers on these databases, never changed}"
: "${LETHE_DB_URL:?}" "${LETHE_DB_USER:?}" "${LETHE_DB_PASSWORD:?}"
: "${LETHE_VAULT_URL:?}" "${LETHE_VAULT_USER:?}" "${LETHE_VAULT_PASSWORD:?}" "${LETHE_OPENSEARCH_URL:?}"
host=${HOST:-127.0.0.1}
port=${PORT:-8080}
admin_port=${ADMIN_PORT:-4848}
memory=${MEMORY:-1g}
here=$(cd "$(dirname "$0")" && pwd)
lethe=$(cd "$here/../.." && pwd)
asadmin() { "$PAYARA/bin/asadmin" --port "$admin_port" --interactive=false "$@"; }

"$PAYARA/bin/asadmin" create-domain --domaindir "$DOMAINS" --nopassword=true --savelogin=false \
  --instanceport "$port" --adminport "$admin_port" lethe

# The database driver and the embedding run-time belong to the server, not to the application: they hold native state.
cp "$lethe"/lib/postgresql-*.jar "$lethe"/payara/onnxruntime-*.jar "$DOMAINS/lethe/lib/"

# Before the first start, which would already report to Payara's makers.
sed -i 's#<config name="server-config">#&<phone-home-runtime-configuration enabled="false"/>#' "$DOMAINS/lethe/config/domain.xml"

mkdir -p "$TRANSACTIONS"
preboot=$DOMAINS/lethe/config/preboot.txt
sed -e "s#@TX_LOG@#$TRANSACTIONS#" -e "s#@NODE@#$NODE#" -e "s#@LISTENER@#http-listener-1#" -e "s#@HOST@#$host#" \
  "$here/preboot.txt" "$here/preboot-server.txt" > "$preboot"

# Only this first start takes the pre-boot file; the domain remembers what it said.
"$PAYARA/bin/asadmin" start-domain --domaindir "$DOMAINS" --timeout 300 --prebootcommandfile "$preboot" lethe
asadmin set configs.config.server-config.jms-service.type=DISABLED
asadmin delete-jvm-options -- -Xmx512m
asadmin create-jvm-options -- "-Xmx$memory"
"$PAYARA/bin/asadmin" restart-domain --domaindir "$DOMAINS" --timeout 300 lethe
asadmin deploy --name lethe "$ear"
echo "Lethe answers at http://$host:$port/. Next: a password for the administrator (asadmin change-admin-password)."
