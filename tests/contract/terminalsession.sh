#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The terminal session of the README on the embedded cluster, and kubectl (1.30 or newer) beside it.
# usage: terminalsession.sh ARGOSYCTL
set -euo pipefail
argosyctl=$1

minor=$(kubectl version --client -o json 2>/dev/null | sed -n 's/.*"minor": *"\([0-9]*\).*/\1/p' | head -n 1)
if [[ -z $minor || $minor -lt 30 ]]; then
    echo "kubectl 1.30 or newer is not installed" >&2
    [[ -z ${ARGOSY_TEST_REQUIRED:-} ]] && exit 77 || exit 1
fi

work=$(mktemp -d)
cd "$work"
export XDG_STATE_HOME=$work/state XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/data XDG_CACHE_HOME=$work/cache
export HOME=$work KUBECONFIG=$work/demo.kubeconfig
"$argosyctl" demo --kubeconfig-out "$KUBECONFIG" --speed 10 2>demo.log &
demo=$!
trap 'kill $demo 2>/dev/null; wait $demo 2>/dev/null; rm -rf "$work"' EXIT
trap 'echo "failed at line $LINENO: $BASH_COMMAND" >&2; cat out err demo.log >&2 2>/dev/null' ERR
for _ in $(seq 200); do grep -q serves demo.log && break; sleep 0.1; done

# expect CODE WORD… -- COMMAND…: the exit code, and words that its output must hold (in `out` and `err`)
expect() {
    local code=$1 words=() got=0; shift
    while [[ $1 != -- ]]; do words+=("$1"); shift; done; shift
    "$@" >out 2>err || got=$?
    [[ $got -eq $code ]] || { echo "exit $got instead of $code: $*" >&2; return 1; }
    for word in "${words[@]}"; do
        grep -qF -- "$word" out err || { echo "no “$word” from: $*" >&2; return 1; }
    done
}

expect 0 argosyctl Server -- "$argosyctl" version
expect 0 -- "$argosyctl" new cluster heron --location westeurope --delivery argo --out heron/
expect 2 exists -- "$argosyctl" new cluster heron --location westeurope --delivery argo --out heron/
expect 0 "0 errors" -- "$argosyctl" validate -f heron/
expect 1 create NodePool/ ManagedCluster/heron -- "$argosyctl" plan -f heron/
expect 1 '"create"' '"management"' -- "$argosyctl" plan -f heron/ -o json
expect 1 "+kind: ManagedCluster" -- "$argosyctl" diff -f heron/

# The plan's own part first, then the Workflow with the rest.
mkdir direct && cp $(grep -lE '^kind: (Namespace|ServiceAccount|Role|RoleBinding|ClusterRole|ClusterRoleBinding|WorkflowTemplate)$' heron/*) direct/
expect 0 "WorkflowTemplate/provision-aks created" -- "$argosyctl" apply -f direct/
expect 0 "Workflow/provision-heron-" Healthy -- "$argosyctl" submit provision-aks -f heron/ --wait --timeout 120s
expect 0 -- "$argosyctl" apply -f heron/ --wait --timeout 120s --force-conflicts
expect 0 none -- "$argosyctl" plan -f heron/
expect 0 "ResourceGroup/rg-heron" "ManagedCluster/heron" "NodeClaim/" "Workflow/provision-heron-" -- "$argosyctl" tree
expect 0 '"roots"' '"Healthy"' -- "$argosyctl" tree ManagedCluster/heron -o json
expect 0 apply create "WorkflowTemplate/provision-aks" "Workflow/provision-heron-" done -- "$argosyctl" journal
# As if the program had been killed before the answers came.
sed -i '/"record":"outcome"/d' state/argosy/journal/*.jsonl
expect 0 "WorkflowTemplate/provision-aks" "Workflow/provision-heron-" "done: no answer came, but the server has it" -- "$argosyctl" journal
expect 0 '"verdict": "applied"' -- "$argosyctl" journal -o json
expect 0 Saved -- "$argosyctl" snapshot save heron.snapshot
expect 2 exists -- "$argosyctl" snapshot save heron.snapshot
expect 0 NodeClaim ManagedCluster Redacted -- "$argosyctl" snapshot info heron.snapshot
expect 0 '"kind": "List"' -- "$argosyctl" convert -f heron/ -o json

expect 0 heron -- kubectl get managedclusters -n azure-system
expect 0 "Events" "Conditions" -- kubectl describe managedcluster heron -n azure-system
expect 0 "FIELDS" limits -- kubectl explain nodepool.spec
expect 0 "condition met" -- kubectl wait --for=condition=Ready managedcluster/heron -n azure-system --timeout=60s
expect 0 "serverside-applied" -- kubectl apply --server-side --force-conflicts -f heron/
sed -i 's/weight: .*/weight: 42/' heron/*nodepool*.yaml
expect 1 "weight: 42" -- kubectl diff --server-side --force-conflicts -f heron/
expect 0 "configured" -- kubectl apply -f heron/ --server-side=false --warnings-as-errors=false
timeout 20 kubectl get nodepools -w >watched 2>&1 &
watcher=$!
for _ in $(seq 100); do grep -q NAME watched && break; sleep 0.1; done
expect 0 deleted -- kubectl delete nodepool --all --wait=true
expect 0 -- kubectl delete managedcluster heron -n azure-system --timeout=60s
kill $watcher 2>/dev/null || true
grep -q NAME watched

# Access modes: kept per context, and asked before a server is.
context=$(kubectl config current-context)
expect 0 open -- "$argosyctl" config mode "$context"
expect 0 read-only -- "$argosyctl" config mode "$context" read-only
expect 2 "read-only" "$context" -- "$argosyctl" apply -f heron/
expect 2 "read-only" -- "$argosyctl" submit provision-aks -f heron/
expect 0 -- "$argosyctl" apply -f heron/ --dry-run=server --force-conflicts
expect 0 guarded -- "$argosyctl" config mode "$context" guarded
expect 2 "--confirm $context" -- "$argosyctl" apply -f heron/
expect 2 guarded -- "$argosyctl" apply -f heron/ --confirm other
expect 0 created -- "$argosyctl" apply -f heron/ --force-conflicts --confirm "$context" --field-manager platform-team
expect 0 "manager: platform-team" -- kubectl get nodepools --show-managed-fields -o yaml
expect 0 '"fieldManager": "platform-team"' -- "$argosyctl" journal -o json
expect 2 nowhere -- "$argosyctl" config mode nowhere
expect 2 -- "$argosyctl" config mode "$context" shut
expect 0 open -- "$argosyctl" config mode "$context" open

# A kubeconfig that others can read.
expect 0 -- "$argosyctl" auth whoami
[[ ! -s err ]] || { cat err >&2; exit 1; }
chmod 644 "$KUBECONFIG"
expect 0 "$KUBECONFIG is world-readable" -- "$argosyctl" auth whoami
[[ $(grep -c readable err) -eq 1 ]]
chmod 600 "$KUBECONFIG"

# Bad input, and what it gets.
expect 2 "missing.yaml" -- "$argosyctl" plan -f missing.yaml
printf 'apiVersion: v1\nkind: [\n' >broken.yaml
expect 2 "broken.yaml:" -- "$argosyctl" plan -f broken.yaml
printf 'apiVersion: karpenter.sh/v1\nkind: NodePool\nmetadata: {name: x}\nspec: {lmits: {cpu: 1}}\n' >typo.yaml
expect 1 "typo.yaml:4" "limits" -- "$argosyctl" validate -f typo.yaml
expect 1 "spec.lmits" -- "$argosyctl" plan -f typo.yaml
expect 2 -- "$argosyctl" plan --no-such-flag
sed 's/token: .*/token: wrong/' "$KUBECONFIG" >wrong.kubeconfig
expect 2 -- "$argosyctl" plan -f typo.yaml --kubeconfig wrong.kubeconfig
sed 's#server: .*#server: https://127.0.0.1:1#' "$KUBECONFIG" >nowhere.kubeconfig
expect 2 127.0.0.1:1 -- "$argosyctl" plan -f typo.yaml --kubeconfig nowhere.kubeconfig
# A server that takes the connection and says nothing.
python3 -c 'import socket, time
listener = socket.socket(); listener.bind(("127.0.0.1", 0)); listener.listen()
print(listener.getsockname()[1], flush=True); time.sleep(300)' >port &
mute=$!
for _ in $(seq 100); do [[ -s port ]] && break; sleep 0.1; done
sed "s#server: .*#server: https://127.0.0.1:$(cat port)#" "$KUBECONFIG" >mute.kubeconfig
expect 2 "did not answer within 1 s." -- "$argosyctl" plan -f typo.yaml --kubeconfig mute.kubeconfig --request-timeout=1s
kill $mute
# What is asked of servers, without the token.
expect 0 "GET /version 200" -- "$argosyctl" -v 1 version
! grep -qF "$(sed -n 's/.*token: //p' "$KUBECONFIG")" out err
echo "terminal session: all as the README says"
