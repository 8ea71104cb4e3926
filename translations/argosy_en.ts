<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>Watch</name>
    <message>
        <source>Disconnected: what is shown may be old.</source>
        <translation>Disconnected: what is shown may be old.</translation>
    </message>
    <message>
        <source>Disconnected since %1: what is shown may be old.</source>
        <translation>Disconnected since %1: what is shown may be old.</translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation>Reconnecting</translation>
    </message>
    <message>
        <source>Loading %1 of %2 kinds</source>
        <translation>Loading %1 of %2 kinds</translation>
    </message>
    <message>
        <source>Live in part</source>
        <translation>Live in part</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Not connected</translation>
    </message>
    <message>
        <source>No cluster is connected.</source>
        <translation>No cluster is connected.</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Connecting</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>You may not list and watch %1 in all namespaces, so the tree lacks them. Ask for a ClusterRole that allows it.</source>
        <translation>You may not list and watch %1 in all namespaces, so the tree lacks them. Ask for a ClusterRole that allows it.</translation>
    </message>
</context>
<context>
    <name>argosy</name>
    <message>
        <source>Provisions AKS clusters through Azure Service Operator, Karpenter and Argo Workflows.</source>
        <translation>Provisions AKS clusters through Azure Service Operator, Karpenter and Argo Workflows.</translation>
    </message>
    <message>
        <source>Start on the embedded cluster.</source>
        <translation>Start on the embedded cluster.</translation>
    </message>
    <message>
        <source>Speed of the embedded cluster's controllers.</source>
        <translation>Speed of the embedded cluster's controllers.</translation>
    </message>
    <message>
        <source>Kubeconfig to use.</source>
        <translation>Kubeconfig to use.</translation>
    </message>
    <message>
        <source>Context of the kubeconfig to connect to.</source>
        <translation>Context of the kubeconfig to connect to.</translation>
    </message>
    <message>
        <source>YAML files to open.</source>
        <translation>YAML files to open.</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Not connected</translation>
    </message>
    <message>
        <source>Documents can be written; reviewing and applying them needs a cluster.</source>
        <translation>Documents can be written; reviewing and applying them needs a cluster.</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Connecting</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Connected</translation>
    </message>
    <message>
        <source>%1, Kubernetes %2</source>
        <translation>%1, Kubernetes %2</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>Connection lost</translation>
    </message>
    <message>
        <source>Cannot connect</source>
        <translation>Cannot connect</translation>
    </message>
    <message>
        <source>No cluster</source>
        <translation>No cluster</translation>
    </message>
    <message>
        <source>Embedded cluster</source>
        <translation>Embedded cluster</translation>
    </message>
    <message>
        <source>Reach %1</source>
        <translation>Reach %1</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>Sign in as %1</source>
        <translation>Sign in as %1</translation>
    </message>
    <message>
        <source>Ask what the server serves</source>
        <translation>Ask what the server serves</translation>
    </message>
    <message>
        <source>%1 Argosy tries again by itself.</source>
        <translation>%1 Argosy tries again by itself.</translation>
    </message>
    <message>
        <source>Run %1 to sign in?</source>
        <translation>Run %1 to sign in?</translation>
    </message>
    <message>
        <source>%1 signs in with this command:

%2

It runs on this computer with your rights. Allow it where you know where the file comes from. You are asked once for each file and command.</source>
        <translation>%1 signs in with this command:

%2

It runs on this computer with your rights. Allow it where you know where the file comes from. You are asked once for each file and command.</translation>
    </message>
    <message>
        <source>Run command</source>
        <translation>Run command</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Signed out</translation>
    </message>
</context>
<context>
    <name>argosy::AccessChooser</name>
    <message>
        <source>&amp;Access</source>
        <translation>&amp;Access</translation>
    </message>
    <message>
        <source>Access to the selected context</source>
        <translation>Access to the selected context</translation>
    </message>
</context>
<context>
    <name>argosy::Application</name>
    <message>
        <source>the embedded cluster</source>
        <translation>the embedded cluster</translation>
    </message>
    <message>
        <source>The embedded cluster is starting…</source>
        <translation>The embedded cluster is starting…</translation>
    </message>
</context>
<context>
    <name>argosy::ApplyCommand</name>
    <message>
        <source>created</source>
        <translation>created</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>changed</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unchanged</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>failed</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unknown</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>not reached</translation>
    </message>
    <message>
        <source>Nothing was applied.</source>
        <translation>Nothing was applied.</translation>
    </message>
</context>
<context>
    <name>argosy::BuildPage</name>
    <message>
        <source>Build</source>
        <translation>Build</translation>
    </message>
    <message>
        <source>Nothing is open. Start with a new cluster: Argosy writes its resource group, cluster, node class and node pool, and you change what you need. Or open YAML files that you have.</source>
        <translation>Nothing is open. Start with a new cluster: Argosy writes its resource group, cluster, node class and node pool, and you change what you need. Or open YAML files that you have.</translation>
    </message>
    <message>
        <source>New cluster…</source>
        <translation>New cluster…</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Open…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Save as…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Review changes</source>
        <translation>Review changes</translation>
    </message>
    <message>
        <source>See what an apply would change (Ctrl+Enter)</source>
        <translation>See what an apply would change (Ctrl+Enter)</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) for %1 were written. They are not saved yet.</source>
        <translation>
            <numerusform>%n document for %1 were written. They are not saved yet.</numerusform>
            <numerusform>%n documents for %1 were written. They are not saved yet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open YAML files</source>
        <translation>Open YAML files</translation>
    </message>
    <message>
        <source>YAML and JSON (*.yaml *.yml *.json)</source>
        <translation>YAML and JSON (*.yaml *.yml *.json)</translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation>Save %1</translation>
    </message>
    <message>
        <source>YAML (*.yaml *.yml)</source>
        <translation>YAML (*.yaml *.yml)</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>Saved %1.</translation>
    </message>
    <message>
        <source>Its changes since it was opened or saved would be lost.</source>
        <translation>Its changes since it was opened or saved would be lost.</translation>
    </message>
    <message>
        <source>Save all</source>
        <translation>Save all</translation>
    </message>
    <message>
        <source>More for files: save under another name, save all, close</source>
        <translation>More for files: save under another name, save all, close</translation>
    </message>
    <message>
        <source>More for files</source>
        <translation>More for files</translation>
    </message>
    <message numerus="yes">
        <source>Folder for %n new file(s)</source>
        <translation>
            <numerusform>Folder for %n new file</numerusform>
            <numerusform>Folder for %n new files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replace %n file(s)?</source>
        <translation>
            <numerusform>Replace %n file?</numerusform>
            <numerusform>Replace %n files?</numerusform>
        </translation>
    </message>
    <message>
        <source>The folder has files of these names already, and what they hold would be lost: %1.</source>
        <translation>The folder has files of these names already, and what they hold would be lost: %1.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Replace</translation>
    </message>
    <message numerus="yes">
        <source>Saved %n file(s).</source>
        <translation>
            <numerusform>Saved %n file.</numerusform>
            <numerusform>Saved %n files.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what was saved, what was not</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>It was never saved; its text would be lost.</source>
        <translation>It was never saved; its text would be lost.</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>Close without saving</translation>
    </message>
    <message>
        <source>Save %1 before closing it?</source>
        <translation>Save %1 before closing it?</translation>
    </message>
</context>
<context>
    <name>argosy::ChecksEditor</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>argosy::ConditionList</name>
    <message>
        <source>Conditions</source>
        <translation>Conditions</translation>
    </message>
</context>
<context>
    <name>argosy::ConnectPage</name>
    <message>
        <source>Clusters</source>
        <translation>Clusters</translation>
    </message>
    <message>
        <source>Choose the management cluster: the one that Azure Service Operator runs in.</source>
        <translation>Choose the management cluster: the one that Azure Service Operator runs in.</translation>
    </message>
    <message>
        <source>Open kubeconfig…</source>
        <translation>Open kubeconfig…</translation>
    </message>
    <message>
        <source>Embedded cluster</source>
        <translation>Embedded cluster</translation>
    </message>
    <message>
        <source>Contexts of the kubeconfig</source>
        <translation>Contexts of the kubeconfig</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Context</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>User</source>
        <translation>User</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Connect</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>%1 (not in the file)</source>
        <translation>%1 (not in the file)</translation>
    </message>
    <message>
        <source>The current context of the kubeconfig</source>
        <translation>The current context of the kubeconfig</translation>
    </message>
    <message>
        <source>There is no kubeconfig: neither KUBECONFIG nor ~/.kube/config names one. Open a file, or try everything on the embedded cluster, which needs no network.</source>
        <translation>There is no kubeconfig: neither KUBECONFIG nor ~/.kube/config names one. Open a file, or try everything on the embedded cluster, which needs no network.</translation>
    </message>
    <message>
        <source>Start the embedded cluster</source>
        <translation>Start the embedded cluster</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Dismiss</translation>
    </message>
    <message>
        <source>The server said: %1</source>
        <translation>The server said: %1</translation>
    </message>
    <message>
        <source>Open kubeconfig</source>
        <translation>Open kubeconfig</translation>
    </message>
    <message>
        <source>The kubeconfig %1 holds no context. Open another one, or try everything on the embedded cluster.</source>
        <translation>The kubeconfig %1 holds no context. Open another one, or try everything on the embedded cluster.</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Sign in again</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Access</translation>
    </message>
</context>
<context>
    <name>argosy::ContextFrame</name>
    <message>
        <source>Embedded cluster</source>
        <translation>Embedded cluster</translation>
    </message>
</context>
<context>
    <name>argosy::DemoCommand</name>
    <message>
        <source>Its kubeconfig is %1</source>
        <translation>Its kubeconfig is %1</translation>
    </message>
    <message>
        <source>The embedded cluster serves https://127.0.0.1:%1 until Ctrl+C</source>
        <translation>The embedded cluster serves https://127.0.0.1:%1 until Ctrl+C</translation>
    </message>
</context>
<context>
    <name>argosy::DiffView</name>
    <message>
        <source>Differences</source>
        <translation>Differences</translation>
    </message>
</context>
<context>
    <name>argosy::DocumentList</name>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Empty</translation>
    </message>
    <message>
        <source>Kind not stated</source>
        <translation>Kind not stated</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, not saved yet</source>
        <translation>%1, not saved yet</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %n problem(s)</source>
        <translation>
            <numerusform>%1, %2, %n problem</numerusform>
            <numerusform>%1, %2, %n problems</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, changed since it was saved</source>
        <translation>%1, changed since it was saved</translation>
    </message>
    <message>
        <source>%1, not saved</source>
        <translation>%1, not saved</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>Cannot be read</translation>
    </message>
</context>
<context>
    <name>argosy::DocumentView</name>
    <message>
        <source>Objects in this file</source>
        <translation>Objects in this file</translation>
    </message>
    <message>
        <source>Document %1</source>
        <translation>Document %1</translation>
    </message>
    <message>
        <source>The YAML cannot be read at line %1, so the form shows its last good state: %2</source>
        <translation>The YAML cannot be read at line %1, so the form shows its last good state: %2</translation>
    </message>
    <message>
        <source>Go to line %1</source>
        <translation>Go to line %1</translation>
    </message>
    <message>
        <source>The YAML cannot be read at line %1: %2</source>
        <translation>The YAML cannot be read at line %1: %2</translation>
    </message>
</context>
<context>
    <name>argosy::EntryDetails</name>
    <message>
        <source>Select an entry to see what was sent.</source>
        <translation>Select an entry to see what was sent.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>verb and object</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>API version</source>
        <translation>API version</translation>
    </message>
    <message>
        <source>Field manager</source>
        <translation>Field manager</translation>
    </message>
    <message>
        <source>By force</source>
        <translation>By force</translation>
    </message>
    <message>
        <source>Yes: fields of others were taken over</source>
        <translation>Yes: fields of others were taken over</translation>
    </message>
    <message>
        <source>Created as</source>
        <translation>Created as</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>UID</source>
        <translation>UID</translation>
    </message>
    <message>
        <source>No answer came. The server was asked later: it was applied.</source>
        <translation>No answer came. The server was asked later: it was applied.</translation>
    </message>
    <message>
        <source>No answer came. The server was asked later and shows nothing of it: it was not applied, or what it created has been deleted since.</source>
        <translation>No answer came. The server was asked later and shows nothing of it: it was not applied, or what it created has been deleted since.</translation>
    </message>
    <message>
        <source>No answer came. The server was asked later, but what has happened since hides whether it was applied.</source>
        <translation>No answer came. The server was asked later, but what has happened since hides whether it was applied.</translation>
    </message>
    <message>
        <source>No answer came: whether it was applied is not known. The server is asked when it can be reached.</source>
        <translation>No answer came: whether it was applied is not known. The server is asked when it can be reached.</translation>
    </message>
</context>
<context>
    <name>argosy::FieldEditor</name>
    <message>
        <source>%1 (default)</source>
        <translation>%1 (default)</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Not set</translation>
    </message>
</context>
<context>
    <name>argosy::FormRow</name>
    <message>
        <source>Remove this field</source>
        <translation>Remove this field</translation>
    </message>
    <message>
        <source>Remove this field, so that %1 holds</source>
        <translation>Remove this field, so that %1 holds</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Remove %1</translation>
    </message>
    <message>
        <source>The YAML has another type here than this form expects; edit it there.</source>
        <translation>The YAML has another type here than this form expects; edit it there.</translation>
    </message>
</context>
<context>
    <name>argosy::FormView</name>
    <message>
        <source>Preset</source>
        <translation>Preset</translation>
    </message>
    <message>
        <source>Replaces requirements, taints, limits, disruption, expiry and weight in one step.</source>
        <translation>Replaces requirements, taints, limits, disruption, expiry and weight in one step.</translation>
    </message>
    <message>
        <source>All fields</source>
        <translation>All fields</translation>
    </message>
    <message>
        <source>Also show the fields that are rarely needed</source>
        <translation>Also show the fields that are rarely needed</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>This document is empty. Write YAML at the right: apiVersion, kind and metadata.name first.</source>
        <translation>This document is empty. Write YAML at the right: apiVersion, kind and metadata.name first.</translation>
    </message>
    <message>
        <source>There is no form for the kind %1. It can be edited as YAML at the right.</source>
        <translation>There is no form for the kind %1. It can be edited as YAML at the right.</translation>
    </message>
    <message>
        <source>Filter fields by name or path</source>
        <translation>Filter fields by name or path</translation>
    </message>
    <message>
        <source>Show only fields with all of these words, the rarely needed ones too (Ctrl+F)</source>
        <translation>Show only fields with all of these words, the rarely needed ones too (Ctrl+F)</translation>
    </message>
    <message>
        <source>Filter fields</source>
        <translation>Filter fields</translation>
    </message>
    <message>
        <source>Reading the document…</source>
        <translation>Reading the document…</translation>
    </message>
    <message>
        <source>No field matches</source>
        <translation>No field matches</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) hidden</source>
        <translation>
            <numerusform>%n field hidden</numerusform>
            <numerusform>%n fields hidden</numerusform>
        </translation>
    </message>
    <message>
        <source>The form appears once the YAML can be read.</source>
        <translation>The form appears once the YAML can be read.</translation>
    </message>
    <message>
        <source>This document states no kind, so there is no form for it. Write one at the right.</source>
        <translation>This document states no kind, so there is no form for it. Write one at the right.</translation>
    </message>
</context>
<context>
    <name>argosy::GraphView</name>
    <message>
        <source>Steps as a graph</source>
        <translation>Steps as a graph</translation>
    </message>
    <message>
        <source>No steps have been reported.</source>
        <translation>No steps have been reported.</translation>
    </message>
</context>
<context>
    <name>argosy::JournalCommand</name>
    <message>
        <source>unknown: no answer came</source>
        <translation>unknown: no answer came</translation>
    </message>
    <message>
        <source>done</source>
        <translation>done</translation>
    </message>
    <message>
        <source>refused: %1</source>
        <translation>refused: %1</translation>
    </message>
    <message>
        <source>done: no answer came, but the server has it</source>
        <translation>done: no answer came, but the server has it</translation>
    </message>
    <message>
        <source>not applied: no answer came, and the server shows nothing of it</source>
        <translation>not applied: no answer came, and the server shows nothing of it</translation>
    </message>
    <message>
        <source>unknown: no answer came, and the server cannot tell any more</source>
        <translation>unknown: no answer came, and the server cannot tell any more</translation>
    </message>
</context>
<context>
    <name>argosy::JournalPage</name>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Reload</translation>
    </message>
</context>
<context>
    <name>argosy::JournalView</name>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Everything that Argosy has written from this account</source>
        <translation>Everything that Argosy has written from this account</translation>
    </message>
    <message>
        <source>&amp;Reload</source>
        <translation>&amp;Reload</translation>
    </message>
    <message>
        <source>Read the journal again (F5)</source>
        <translation>Read the journal again (F5)</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Entries</translation>
    </message>
    <message>
        <source>The journal cannot be read.</source>
        <translation>The journal cannot be read.</translation>
    </message>
    <message>
        <source>Nothing was written yet. Every apply and every submit will stand here.</source>
        <translation>Nothing was written yet. Every apply and every submit will stand here.</translation>
    </message>
</context>
<context>
    <name>argosy::MainWindow</name>
    <message>
        <source>not connected</source>
        <translation>not connected</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>No problems</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>%1[*] — Argosy</source>
        <comment>[*] is where an asterisk stands for unsaved files</comment>
        <translation>%1[*] — Argosy</translation>
    </message>
    <message>
        <source>%1 (%2)[*] — Argosy</source>
        <translation>%1 (%2)[*] — Argosy</translation>
    </message>
    <message>
        <source>Quit without saving</source>
        <translation>Quit without saving</translation>
    </message>
    <message numerus="yes">
        <source>Save %n file(s) before quitting?</source>
        <translation>
            <numerusform>Save %n file before quitting?</numerusform>
            <numerusform>Save %n files before quitting?</numerusform>
        </translation>
    </message>
    <message>
        <source>What is not saved of these would be lost: %1.</source>
        <translation>What is not saved of these would be lost: %1.</translation>
    </message>
    <message>
        <source>Save all</source>
        <translation>Save all</translation>
    </message>
</context>
<context>
    <name>argosy::Navigation</name>
    <message>
        <source>Areas</source>
        <translation>Areas</translation>
    </message>
    <message>
        <source>%1 (Ctrl+%2)</source>
        <translation>%1 (Ctrl+%2)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>argosy::NewClusterDialog</name>
    <message>
        <source>New cluster</source>
        <translation>New cluster</translation>
    </message>
    <message>
        <source>Create documents</source>
        <translation>Create documents</translation>
    </message>
    <message>
        <source>Lower-case letters, digits and hyphens</source>
        <translation>Lower-case letters, digits and hyphens</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Location</source>
        <translation>&amp;Location</translation>
    </message>
    <message>
        <source>Node &amp;pool preset</source>
        <translation>Node &amp;pool preset</translation>
    </message>
    <message>
        <source>One document each for namespace, resource group, cluster, node class and node pool. Nothing is applied yet.</source>
        <translation>One document each for namespace, resource group, cluster, node class and node pool. Nothing is applied yet.</translation>
    </message>
</context>
<context>
    <name>argosy::ObjectDetails</name>
    <message>
        <source>Select a resource to see how it is.</source>
        <translation>Select a resource to see how it is.</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>YAML</source>
        <translation>YAML</translation>
    </message>
    <message>
        <source>This row stands for something without an object of its own.</source>
        <translation>This row stands for something without an object of its own.</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Conditions</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>API version</source>
        <translation>API version</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Created</translation>
    </message>
    <message>
        <source>Deletion asked for</source>
        <translation>Deletion asked for</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Azure name</source>
        <translation>Azure name</translation>
    </message>
    <message>
        <source>Provisioning state</source>
        <translation>Provisioning state</translation>
    </message>
    <message>
        <source>Azure id</source>
        <translation>Azure id</translation>
    </message>
    <message>
        <source>Provider id</source>
        <translation>Provider id</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Node</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Finalizers</source>
        <translation>Finalizers</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>Only the metadata is shown. %1</source>
        <translation>Only the metadata is shown. %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>The server is asked for the whole object…</source>
        <translation>The server is asked for the whole object…</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Data</translation>
    </message>
</context>
<context>
    <name>argosy::OtherFields</name>
    <message>
        <source>Also in the YAML</source>
        <translation>Also in the YAML</translation>
    </message>
    <message>
        <source>Fields without a control here. Enter goes to the line.</source>
        <translation>Fields without a control here. Enter goes to the line.</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Value</translation>
    </message>
</context>
<context>
    <name>argosy::PlanCommand</name>
    <message>
        <source>%1 to create, %2 to change, %3 unchanged, %4 in the way</source>
        <translation>%1 to create, %2 to change, %3 unchanged, %4 in the way</translation>
    </message>
</context>
<context>
    <name>argosy::PlanPage</name>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>Take over fields of %1?</source>
        <translation>Take over fields of %1?</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) owned by %1 will be set to what your document says when you apply, and argosy becomes their owner. Whoever wrote them may set them back.</source>
        <translation>
            <numerusform>%n field owned by %1 will be set to what your document says when you apply, and argosy becomes their owner. Whoever wrote them may set them back.</numerusform>
            <numerusform>%n fields owned by %1 will be set to what your document says when you apply, and argosy becomes their owner. Whoever wrote them may set them back.</numerusform>
        </translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Take over</translation>
    </message>
    <message numerus="yes">
        <source>Apply %n change(s) to %1?</source>
        <translation>
            <numerusform>Apply %n change to %1?</numerusform>
            <numerusform>Apply %n changes to %1?</numerusform>
        </translation>
    </message>
    <message>
        <source>This cluster is guarded. The changes are written in the order of the plan; the first failure ends it.</source>
        <translation>This cluster is guarded. The changes are written in the order of the plan; the first failure ends it.</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Apply</translation>
    </message>
    <message>
        <source>Submit a Workflow to %1?</source>
        <translation>Submit a Workflow to %1?</translation>
    </message>
    <message numerus="yes">
        <source>It carries %n reviewed document(s) and applies them in the cluster.</source>
        <translation>
            <numerusform>It carries %n reviewed document and applies them in the cluster.</numerusform>
            <numerusform>It carries %n reviewed documents and applies them in the cluster.</numerusform>
        </translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>Submit</translation>
    </message>
</context>
<context>
    <name>argosy::PlanView</name>
    <message>
        <source>%1 to create</source>
        <translation>%1 to create</translation>
    </message>
    <message>
        <source>%1 to change</source>
        <translation>%1 to change</translation>
    </message>
    <message>
        <source>%1 unchanged</source>
        <translation>%1 unchanged</translation>
    </message>
    <message>
        <source>%1 blocked</source>
        <translation>%1 blocked</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>&amp;Review</translation>
    </message>
    <message>
        <source>Ask the cluster what an apply would change (F5). Nothing is written.</source>
        <translation>Ask the cluster what an apply would change (F5). Nothing is written.</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>&amp;Stop after this step</source>
        <translation>&amp;Stop after this step</translation>
    </message>
    <message>
        <source>Submit &amp;workflow…</source>
        <translation>Submit &amp;workflow…</translation>
    </message>
    <message>
        <source>for %1, as field manager argosy</source>
        <translation>for %1, as field manager argosy</translation>
    </message>
    <message>
        <source>&amp;Review again</source>
        <translation>&amp;Review again</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>Nothing is reviewed yet. A review asks the cluster what an apply would change, and writes nothing.</source>
        <translation>Nothing is reviewed yet. A review asks the cluster what an apply would change, and writes nothing.</translation>
    </message>
    <message>
        <source>The documents have changed since this review.</source>
        <translation>The documents have changed since this review.</translation>
    </message>
    <message>
        <source>Review again</source>
        <translation>Review again</translation>
    </message>
    <message>
        <source>The Workflow %1 was created.</source>
        <translation>The Workflow %1 was created.</translation>
    </message>
    <message>
        <source>Show workflow</source>
        <translation>Show workflow</translation>
    </message>
    <message>
        <source>No Workflow was created. %1</source>
        <translation>No Workflow was created. %1</translation>
    </message>
    <message>
        <source>No answer came, so the Workflow may have been created or not. %1</source>
        <translation>No answer came, so the Workflow may have been created or not. %1</translation>
    </message>
    <message>
        <source>Show resources</source>
        <translation>Show resources</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Apply %n change(s)</source>
        <translation>
            <numerusform>&amp;Apply %n change</numerusform>
            <numerusform>&amp;Apply %n changes</numerusform>
        </translation>
    </message>
    <message>
        <source>Stops after the step that is being written.</source>
        <translation>Stops after the step that is being written.</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>&amp;Apply</translation>
    </message>
    <message>
        <source>The documents are being read…</source>
        <translation>The documents are being read…</translation>
    </message>
    <message>
        <source>The cluster is asked what an apply would change…</source>
        <translation>The cluster is asked what an apply would change…</translation>
    </message>
</context>
<context>
    <name>argosy::ProblemLabel</name>
    <message>
        <source>Change to “%1”</source>
        <translation>Change to “%1”</translation>
    </message>
</context>
<context>
    <name>argosy::ProblemList</name>
    <message>
        <source>Problems</source>
        <translation>Problems</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>Do what is suggested</source>
        <translation>Do what is suggested</translation>
    </message>
    <message>
        <source>%1
Alt+Enter changes it to “%2”.</source>
        <translation>%1
Alt+Enter changes it to “%2”.</translation>
    </message>
</context>
<context>
    <name>argosy::ResourceTreeView</name>
    <message>
        <source>Resources</source>
        <translation>Resources</translation>
    </message>
    <message>
        <source>Progressing</source>
        <translation>Progressing</translation>
    </message>
    <message>
        <source>119 min</source>
        <translation>119 min</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>Copy name</translation>
    </message>
    <message>
        <source>Copy kind and name</source>
        <translation>Copy kind and name</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>Copy message</translation>
    </message>
</context>
<context>
    <name>argosy::ResourcesPage</name>
    <message>
        <source>Resources</source>
        <translation>Resources</translation>
    </message>
</context>
<context>
    <name>argosy::ResourcesView</name>
    <message>
        <source>Resources</source>
        <translation>Resources</translation>
    </message>
    <message>
        <source>Filter by name, kind, state</source>
        <translation>Filter by name, kind, state</translation>
    </message>
    <message>
        <source>Show only rows with all of these words (/)</source>
        <translation>Show only rows with all of these words (/)</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Only &amp;problems</source>
        <translation>Only &amp;problems</translation>
    </message>
    <message numerus="yes">
        <source>Filtered; %n row(s) in all</source>
        <translation>
            <numerusform>Filtered; %n row in all</numerusform>
            <numerusform>Filtered; %n rows in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Try now</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Connect</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
    </message>
    <message numerus="yes">
        <source>The filter hides all %n row(s).</source>
        <translation>
            <numerusform>The filter hides all %n row.</numerusform>
            <numerusform>The filter hides all %n rows.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>The cluster has none of the resources that Argosy follows yet.</source>
        <translation>The cluster has none of the resources that Argosy follows yet.</translation>
    </message>
</context>
<context>
    <name>argosy::RowsEditor</name>
    <message>
        <source>Add</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Values, separated by commas</source>
        <translation>Values, separated by commas</translation>
    </message>
    <message>
        <source>Remove this row</source>
        <translation>Remove this row</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, row %2, %3</source>
        <translation>%1, row %2, %3</translation>
    </message>
</context>
<context>
    <name>argosy::SignInPanel</name>
    <message>
        <source>Cancel signing in</source>
        <translation>Cancel signing in</translation>
    </message>
    <message>
        <source>What the command says</source>
        <translation>What the command says</translation>
    </message>
    <message>
        <source>%1 did not sign you in</source>
        <translation>%1 did not sign you in</translation>
    </message>
    <message>
        <source>May %1 run?</source>
        <translation>May %1 run?</translation>
    </message>
    <message>
        <source>%1 signs you in</source>
        <translation>%1 signs you in</translation>
    </message>
</context>
<context>
    <name>argosy::SnapshotInfoCommand</name>
    <message>
        <source>KIND</source>
        <translation>KIND</translation>
    </message>
    <message>
        <source>API VERSION</source>
        <translation>API VERSION</translation>
    </message>
    <message>
        <source>OBJECTS</source>
        <translation>OBJECTS</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Context</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 by %2</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Objects</translation>
    </message>
    <message>
        <source>%1 of %2 kinds (%3 without objects)</source>
        <translation>%1 of %2 kinds (%3 without objects)</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Only</source>
        <translation>Only</translation>
    </message>
    <message>
        <source>Redacted</source>
        <translation>Redacted</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>argosy::StepDetails</name>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>Open this document on the build page.</source>
        <translation>Open this document on the build page.</translation>
    </message>
    <message>
        <source>The server is being asked.</source>
        <translation>The server is being asked.</translation>
    </message>
    <message>
        <source>The cluster has this object as it is written here.</source>
        <translation>The cluster has this object as it is written here.</translation>
    </message>
    <message>
        <source>The server gave no result to compare with.</source>
        <translation>The server gave no result to compare with.</translation>
    </message>
</context>
<context>
    <name>argosy::StepNotes</name>
    <message>
        <source>Conflicts</source>
        <translation>Conflicts</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>Owned by</source>
        <translation>Owned by</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>&amp;Take these fields over</source>
        <translation>&amp;Take these fields over</translation>
    </message>
    <message>
        <source>Applies this object by force: the other manager loses these fields.</source>
        <translation>Applies this object by force: the other manager loses these fields.</translation>
    </message>
    <message>
        <source>The namespace %1 does not exist yet, so the server was asked in %2.</source>
        <translation>The namespace %1 does not exist yet, so the server was asked in %2.</translation>
    </message>
    <message>
        <source>The server says: %1</source>
        <translation>The server says: %1</translation>
    </message>
    <message>
        <source>The fields of %1 that others own are taken over when it is applied.</source>
        <translation>The fields of %1 that others own are taken over when it is applied.</translation>
    </message>
    <message numerus="yes">
        <source>Others own %n field(s) that the document sets. Nothing is written while this stands.</source>
        <translation>
            <numerusform>Others own %n field that the document sets. Nothing is written while this stands.</numerusform>
            <numerusform>Others own %n fields that the document sets. Nothing is written while this stands.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>argosy::SubmitCommand</name>
    <message>
        <source>%1 created</source>
        <translation>%1 created</translation>
    </message>
</context>
<context>
    <name>argosy::SwitchEditor</name>
    <message>
        <source>On by default</source>
        <translation>On by default</translation>
    </message>
    <message>
        <source>Off by default</source>
        <translation>Off by default</translation>
    </message>
    <message>
        <source>On</source>
        <translation>On</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Off</translation>
    </message>
</context>
<context>
    <name>argosy::Theme</name>
    <message>
        <source>Healthy</source>
        <translation>Healthy</translation>
    </message>
    <message>
        <source>Progressing</source>
        <translation>Progressing</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>Suspended</translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation>Degraded</translation>
    </message>
    <message>
        <source>Stuck</source>
        <translation>Stuck</translation>
    </message>
    <message>
        <source>Terminating</source>
        <translation>Terminating</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unknown</translation>
    </message>
</context>
<context>
    <name>argosy::TopBar</name>
    <message>
        <source>Arrangement</source>
        <translation>Arrangement</translation>
    </message>
    <message>
        <source>Where AKSNodeClass and NodePool go: the cluster that is made, or the one that Argosy is connected to.</source>
        <translation>Where AKSNodeClass and NodePool go: the cluster that is made, or the one that Argosy is connected to.</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Delivery</translation>
    </message>
    <message>
        <source>Who applies the manifests: Argosy itself, or an Argo Workflow that carries them.</source>
        <translation>Who applies the manifests: Argosy itself, or an Argo Workflow that carries them.</translation>
    </message>
    <message>
        <source>The cluster that Argosy works with (Ctrl+Shift+K)</source>
        <translation>The cluster that Argosy works with (Ctrl+Shift+K)</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Context</translation>
    </message>
    <message>
        <source>Karpenter in the new cluster</source>
        <translation>Karpenter in the new cluster</translation>
    </message>
    <message>
        <source>Karpenter on this cluster</source>
        <translation>Karpenter on this cluster</translation>
    </message>
    <message>
        <source>Apply directly</source>
        <translation>Apply directly</translation>
    </message>
    <message>
        <source>Through Argo</source>
        <translation>Through Argo</translation>
    </message>
    <message>
        <source>Light, dark or high contrast</source>
        <translation>Light, dark or high contrast</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Look</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>As the desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>Embedded cluster</source>
        <translation>Embedded cluster</translation>
    </message>
    <message>
        <source>Clusters…</source>
        <translation>Clusters…</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Disconnect</translation>
    </message>
    <message>
        <source>Embedded</source>
        <translation>Embedded</translation>
    </message>
</context>
<context>
    <name>argosy::ValidateCommand</name>
    <message>
        <source>%1 documents, %2 errors, %3 warnings</source>
        <translation>%1 documents, %2 errors, %3 warnings</translation>
    </message>
</context>
<context>
    <name>argosy::VersionCommand</name>
    <message>
        <source>Server %1</source>
        <translation>Server %1</translation>
    </message>
</context>
<context>
    <name>argosy::Waiting</name>
    <message>
        <source>Not ready in time.</source>
        <translation>Not ready in time.</translation>
    </message>
</context>
<context>
    <name>argosy::WorkflowDetails</name>
    <message>
        <source>Steps</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>%1 steps done</source>
        <translation>%1 steps done</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Pending</translation>
    </message>
    <message>
        <source>Argo keeps the steps of this Workflow in its own database; only the planned ones are shown.</source>
        <translation>Argo keeps the steps of this Workflow in its own database; only the planned ones are shown.</translation>
    </message>
    <message>
        <source>This Workflow waits for somebody to resume it.</source>
        <translation>This Workflow waits for somebody to resume it.</translation>
    </message>
</context>
<context>
    <name>argosy::WorkflowsPage</name>
    <message>
        <source>Workflows</source>
        <translation>Workflows</translation>
    </message>
    <message>
        <source>No cluster is connected.</source>
        <translation>No cluster is connected.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Connect</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connecting…</translation>
    </message>
    <message>
        <source>The cluster has no Workflows: Argo is not installed there.</source>
        <translation>The cluster has no Workflows: Argo is not installed there.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Loading…</translation>
    </message>
    <message>
        <source>No Workflow has run yet. A plan that is delivered through Argo submits one.</source>
        <translation>No Workflow has run yet. A plan that is delivered through Argo submits one.</translation>
    </message>
    <message>
        <source>Go to plan</source>
        <translation>Go to plan</translation>
    </message>
</context>
<context>
    <name>argosy::WorkflowsView</name>
    <message>
        <source>Workflows</source>
        <translation>Workflows</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Try now</translation>
    </message>
</context>
<context>
    <name>argosy::YamlEditor</name>
    <message>
        <source>YAML of %1</source>
        <translation>YAML of %1</translation>
    </message>
</context>
<context>
    <name>argosy::YamlView</name>
    <message>
        <source>YAML</source>
        <translation>YAML</translation>
    </message>
</context>
<context>
    <name>argosyctl</name>
    <message>
        <source>%1 exists already and was not overwritten. Choose another folder.</source>
        <translation>%1 exists already and was not overwritten. Choose another folder.</translation>
    </message>
    <message>
        <source>%1 is not of the form KIND/NAME, or the server has no such kind.</source>
        <translation>%1 is not of the form KIND/NAME, or the server has no such kind.</translation>
    </message>
    <message>
        <source>--schemas cluster is not available: give builtin or a folder of CRDs, or ask the server with plan.</source>
        <translation>--schemas cluster is not available: give builtin or a folder of CRDs, or ask the server with plan.</translation>
    </message>
    <message>
        <source>--set %1 needs the form PATH=VALUE, such as --set kubernetesVersion=1.33.</source>
        <translation>--set %1 needs the form PATH=VALUE, such as --set kubernetesVersion=1.33.</translation>
    </message>
    <message>
        <source>-p %1 needs the form NAME=VALUE.</source>
        <translation>-p %1 needs the form NAME=VALUE.</translation>
    </message>
    <message>
        <source>Cannot read standard input.</source>
        <translation>Cannot read standard input.</translation>
    </message>
    <message>
        <source>Manifests (-f) travel only with the template %1; give parameters with -p to %2.</source>
        <translation>Manifests (-f) travel only with the template %1; give parameters with -p to %2.</translation>
    </message>
    <message>
        <source>The folder %1 holds no YAML or JSON files.</source>
        <translation>The folder %1 holds no YAML or JSON files.</translation>
    </message>
    <message>
        <source>There are no documents in %1.</source>
        <translation>There are no documents in %1.</translation>
    </message>
    <message>
        <source>There is no %1.</source>
        <translation>There is no %1.</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>Warning: %1</translation>
    </message>
    <message>
        <source>%1 belong to no namespace.</source>
        <translation>%1 belong to no namespace.</translation>
    </message>
    <message>
        <source>--list lists everything in one namespace: it takes no verb and no -A.</source>
        <translation>--list lists everything in one namespace: it takes no verb and no -A.</translation>
    </message>
    <message>
        <source>The context %1 is guarded; nothing was sent. If you mean it, repeat the command with --confirm %1.</source>
        <translation>The context %1 is guarded; nothing was sent. If you mean it, repeat the command with --confirm %1.</translation>
    </message>
    <message>
        <source>The context %1 is read-only; nothing was sent. argosyctl config mode %1 guarded allows writing.</source>
        <translation>The context %1 is read-only; nothing was sent. argosyctl config mode %1 guarded allows writing.</translation>
    </message>
    <message>
        <source>The list may be incomplete: %1</source>
        <translation>The list may be incomplete: %1</translation>
    </message>
    <message>
        <source>The list may be incomplete: not everything that allows access can list it.</source>
        <translation>The list may be incomplete: not everything that allows access can list it.</translation>
    </message>
    <message>
        <source>The server does not say who it takes us for: it has no SelfSubjectReview (Kubernetes 1.26 or newer).</source>
        <translation>The server does not say who it takes us for: it has no SelfSubjectReview (Kubernetes 1.26 or newer).</translation>
    </message>
    <message>
        <source>The server has no resource “%1”.</source>
        <translation>The server has no resource “%1”.</translation>
    </message>
    <message>
        <source>can-i needs a verb and a resource, such as “create pods”, or --list.</source>
        <translation>can-i needs a verb and a resource, such as “create pods”, or --list.</translation>
    </message>
    <message>
        <source>Cannot read %1: %2.</source>
        <translation>Cannot read %1: %2.</translation>
    </message>
    <message>
        <source>Not in the snapshot, because it could not be read: %1.</source>
        <translation>Not in the snapshot, because it could not be read: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 kinds, %n object(s): %3</source>
        <translation>
            <numerusform>%1 of %2 kinds, %n object: %3</numerusform>
            <numerusform>%1 of %2 kinds, %n objects: %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved %n object(s) of %1 kinds to %2 (%3).</source>
        <translation>
            <numerusform>Saved %n object of %1 kinds to %2 (%3).</numerusform>
            <numerusform>Saved %n objects of %1 kinds to %2 (%3).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>base</name>
    <message>
        <source>Cannot write to %1: %2.</source>
        <translation>Cannot write to %1: %2.</translation>
    </message>
    <message>
        <source>%1 exists and was left as it is.</source>
        <translation>%1 exists and was left as it is.</translation>
    </message>
    <message>
        <source>%1 is no file that could be replaced.</source>
        <translation>%1 is no file that could be replaced.</translation>
    </message>
    <message>
        <source>Cannot write %1: %2.</source>
        <translation>Cannot write %1: %2.</translation>
    </message>
    <message>
        <source>%1 is a folder, not a file.</source>
        <translation>%1 is a folder, not a file.</translation>
    </message>
    <message>
        <source>%1 is larger than %2 MiB, which is too large to open.</source>
        <translation>%1 is larger than %2 MiB, which is too large to open.</translation>
    </message>
    <message>
        <source>Cannot make the folder for %1.</source>
        <translation>Cannot make the folder for %1.</translation>
    </message>
    <message>
        <source>Cannot read %1: %2.</source>
        <translation>Cannot read %1: %2.</translation>
    </message>
</context>
<context>
    <name>client</name>
    <message>
        <source>%1 cannot answer now (%2): %3</source>
        <translation>%1 cannot answer now (%2): %3</translation>
    </message>
    <message>
        <source>%1 closed the connection before it answered in full.</source>
        <translation>%1 closed the connection before it answered in full.</translation>
    </message>
    <message>
        <source>%1 closed the connection before it answered; whether the change was made is not known until the object is read again.</source>
        <translation>%1 closed the connection before it answered; whether the change was made is not known until the object is read again.</translation>
    </message>
    <message>
        <source>%1 does not exist in the namespace %2.</source>
        <translation>%1 does not exist in the namespace %2.</translation>
    </message>
    <message>
        <source>%1 does not exist.</source>
        <translation>%1 does not exist.</translation>
    </message>
    <message>
        <source>%1 exists already.</source>
        <translation>%1 exists already.</translation>
    </message>
    <message>
        <source>%1 gave the unexpected answer %2: %3</source>
        <translation>%1 gave the unexpected answer %2: %3</translation>
    </message>
    <message>
        <source>%1 gave up on %2: %3</source>
        <translation>%1 gave up on %2: %3</translation>
    </message>
    <message>
        <source>%1 holds no certificate in PEM form.</source>
        <translation>%1 holds no certificate in PEM form.</translation>
    </message>
    <message>
        <source>%1 holds no private key in PEM form.</source>
        <translation>%1 holds no private key in PEM form.</translation>
    </message>
    <message>
        <source>%1 is busy and asks to try again later.</source>
        <translation>%1 is busy and asks to try again later.</translation>
    </message>
    <message>
        <source>%1 is not valid YAML: %2</source>
        <translation>%1 is not valid YAML: %2</translation>
    </message>
    <message>
        <source>%1 sends requests on to %2, which no Kubernetes API server does; check the server's address or the proxy before it.</source>
        <translation>%1 sends requests on to %2, which no Kubernetes API server does; check the server's address or the proxy before it.</translation>
    </message>
    <message>
        <source>%1 was changed by somebody else meanwhile; look at it again and repeat.</source>
        <translation>%1 was changed by somebody else meanwhile; look at it again and repeat.</translation>
    </message>
    <message>
        <source>Discovery gave a text that is not JSON.</source>
        <translation>Discovery gave a text that is not JSON.</translation>
    </message>
    <message>
        <source>Discovery gave a “%1” instead of a “%2”.</source>
        <translation>Discovery gave a “%1” instead of a “%2”.</translation>
    </message>
    <message>
        <source>KUBECONFIG names %1, which does not exist.</source>
        <translation>KUBECONFIG names %1, which does not exist.</translation>
    </message>
    <message>
        <source>No TLS connection to %1: %2</source>
        <translation>No TLS connection to %1: %2</translation>
    </message>
    <message>
        <source>No context is chosen, and the kubeconfig has no current one.</source>
        <translation>No context is chosen, and the kubeconfig has no current one.</translation>
    </message>
    <message>
        <source>The answer of %1 is larger than Argosy takes.</source>
        <translation>The answer of %1 is larger than Argosy takes.</translation>
    </message>
    <message>
        <source>The certificate of %1 (%2) is refused: %3</source>
        <translation>The certificate of %1 (%2) is refused: %3</translation>
    </message>
    <message>
        <source>The connection to %1 failed: %2</source>
        <translation>The connection to %1 failed: %2</translation>
    </message>
    <message>
        <source>The connection to %1 is read-only here; nothing was sent.</source>
        <translation>The connection to %1 is read-only here; nothing was sent.</translation>
    </message>
    <message>
        <source>The context “%1” in %2 names the cluster “%3”, which has no server.</source>
        <translation>The context “%1” in %2 names the cluster “%3”, which has no server.</translation>
    </message>
    <message>
        <source>The context “%1” in %2 names the cluster “%3”, which is not there.</source>
        <translation>The context “%1” in %2 names the cluster “%3”, which is not there.</translation>
    </message>
    <message>
        <source>The context “%1” in %2 names the user “%3”, which is not there.</source>
        <translation>The context “%1” in %2 names the user “%3”, which is not there.</translation>
    </message>
    <message>
        <source>The kubeconfig %1 has no context “%2”.</source>
        <translation>The kubeconfig %1 has no context “%2”.</translation>
    </message>
    <message>
        <source>The private key in %1 is encrypted; Argosy cannot ask for its passphrase.</source>
        <translation>The private key in %1 is encrypted; Argosy cannot ask for its passphrase.</translation>
    </message>
    <message>
        <source>The proxy on the way to %1 does not work: %2</source>
        <translation>The proxy on the way to %1 does not work: %2</translation>
    </message>
    <message>
        <source>The request to %1 was given up because the connection was closed.</source>
        <translation>The request to %1 was given up because the connection was closed.</translation>
    </message>
    <message>
        <source>The server %1 does not serve %2.</source>
        <translation>The server %1 does not serve %2.</translation>
    </message>
    <message>
        <source>The server does not have what %1 needs: %2</source>
        <translation>The server does not have what %1 needs: %2</translation>
    </message>
    <message>
        <source>The server does not know this field.</source>
        <translation>The server does not know this field.</translation>
    </message>
    <message>
        <source>The server does not say which version of Kubernetes it is.</source>
        <translation>The server does not say which version of Kubernetes it is.</translation>
    </message>
    <message>
        <source>The server refuses to change %1 now: %2</source>
        <translation>The server refuses to change %1 now: %2</translation>
    </message>
    <message>
        <source>The server rejects %1: %2</source>
        <translation>The server rejects %1: %2</translation>
    </message>
    <message>
        <source>The server rejects this: %1</source>
        <translation>The server rejects this: %1</translation>
    </message>
    <message>
        <source>The server requires this field.</source>
        <translation>The server requires this field.</translation>
    </message>
    <message>
        <source>The state of %1 that was asked for is too old for the server.</source>
        <translation>The state of %1 that was asked for is too old for the server.</translation>
    </message>
    <message>
        <source>The token file %1 does not hold one token.</source>
        <translation>The token file %1 does not hold one token.</translation>
    </message>
    <message>
        <source>The user “%1” has a client certificate but no client key.</source>
        <translation>The user “%1” has a client certificate but no client key.</translation>
    </message>
    <message>
        <source>The watch of %1 sent an event that is larger than Argosy takes.</source>
        <translation>The watch of %1 sent an event that is larger than Argosy takes.</translation>
    </message>
    <message>
        <source>What the API group %1 serves is not known: whoever serves it does not answer.</source>
        <translation>What the API group %1 serves is not known: whoever serves it does not answer.</translation>
    </message>
    <message>
        <source>“%1” has set this field to another value.</source>
        <translation>“%1” has set this field to another value.</translation>
    </message>
    <message>
        <source>“%1” is not the address of a server.</source>
        <translation>“%1” is not the address of a server.</translation>
    </message>
    <message numerus="yes">
        <source>Somebody else has set %n field(s) of %1 to other values: %2.</source>
        <translation>
            <numerusform>Somebody else has set %n field of %1 to other values: %2.</numerusform>
            <numerusform>Somebody else has set %n fields of %1 to other values: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 answers in %2, and the kubeconfig asks for %3; make both the same.</source>
        <translation>%1 answers in %2, and the kubeconfig asks for %3; make both the same.</translation>
    </message>
    <message>
        <source>%1 asks its questions in a terminal (interactiveMode: Always), and there is none here.</source>
        <translation>%1 asks its questions in a terminal (interactiveMode: Always), and there is none here.</translation>
    </message>
    <message>
        <source>%1 could not sign you in (exit code %2).</source>
        <translation>%1 could not sign you in (exit code %2).</translation>
    </message>
    <message>
        <source>%1 could not sign you in (exit code %2): %3</source>
        <translation>%1 could not sign you in (exit code %2): %3</translation>
    </message>
    <message>
        <source>%1 did not print an ExecCredential.</source>
        <translation>%1 did not print an ExecCredential.</translation>
    </message>
    <message>
        <source>%1 did not sign you in within %2 seconds.</source>
        <translation>%1 did not sign you in within %2 seconds.</translation>
    </message>
    <message>
        <source>%1 gave a client certificate that is not in PEM form.</source>
        <translation>%1 gave a client certificate that is not in PEM form.</translation>
    </message>
    <message>
        <source>%1 gave a client certificate without its key, or a key without its certificate.</source>
        <translation>%1 gave a client certificate without its key, or a key without its certificate.</translation>
    </message>
    <message>
        <source>%1 gave an expirationTimestamp that is not a time.</source>
        <translation>%1 gave an expirationTimestamp that is not a time.</translation>
    </message>
    <message>
        <source>%1 gave neither a token nor a client certificate.</source>
        <translation>%1 gave neither a token nor a client certificate.</translation>
    </message>
    <message>
        <source>%1 is not a kubeconfig: its kind is not Config of v1.</source>
        <translation>%1 is not a kubeconfig: its kind is not Config of v1.</translation>
    </message>
    <message>
        <source>%1 is not text in UTF-8.</source>
        <translation>%1 is not text in UTF-8.</translation>
    </message>
    <message>
        <source>%1 printed an ExecCredential without a status.</source>
        <translation>%1 printed an ExecCredential without a status.</translation>
    </message>
    <message>
        <source>%1 printed more than a credential.</source>
        <translation>%1 printed more than a credential.</translation>
    </message>
    <message>
        <source>%1, which signs you in, cannot be started: %2</source>
        <translation>%1, which signs you in, cannot be started: %2</translation>
    </message>
    <message>
        <source>%1, which signs you in, was ended from outside.</source>
        <translation>%1, which signs you in, was ended from outside.</translation>
    </message>
    <message>
        <source>%1: the field %2 is not valid base64.</source>
        <translation>%1: the field %2 is not valid base64.</translation>
    </message>
    <message>
        <source>%1: the field %2 must be a list.</source>
        <translation>%1: the field %2 must be a list.</translation>
    </message>
    <message>
        <source>%1: the field %2 must be a mapping.</source>
        <translation>%1: the field %2 must be a mapping.</translation>
    </message>
    <message>
        <source>%1: the field %2 must be text; put the value in quotes.</source>
        <translation>%1: the field %2 must be text; put the value in quotes.</translation>
    </message>
    <message>
        <source>%1: the field %2 must be true or false, without quotes.</source>
        <translation>%1: the field %2 must be true or false, without quotes.</translation>
    </message>
    <message>
        <source>%1: the list %2 has two entries of the name “%3”; keep one of them.</source>
        <translation>%1: the list %2 has two entries of the name “%3”; keep one of them.</translation>
    </message>
    <message>
        <source>Signing in with %1 was cancelled.</source>
        <translation>Signing in with %1 was cancelled.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not checked (insecure-skip-tls-verify): whoever is on the way can read and change what is sent.</source>
        <translation>The certificate of %1 is not checked (insecure-skip-tls-verify): whoever is on the way can read and change what is sent.</translation>
    </message>
    <message>
        <source>The cluster “%1” has a certificate authority and insecure-skip-tls-verify; keep one of them.</source>
        <translation>The cluster “%1” has a certificate authority and insecure-skip-tls-verify; keep one of them.</translation>
    </message>
    <message>
        <source>The command %1, which signs you in, is not found. %2</source>
        <translation>The command %1, which signs you in, is not found. %2</translation>
    </message>
    <message>
        <source>The command %1, which signs you in, is not found.</source>
        <translation>The command %1, which signs you in, is not found.</translation>
    </message>
    <message>
        <source>The context “%1” names the cluster “%2”, which is not there.</source>
        <translation>The context “%1” names the cluster “%2”, which is not there.</translation>
    </message>
    <message>
        <source>The context “%1” names the user “%2”, which is not there.</source>
        <translation>The context “%1” names the user “%2”, which is not there.</translation>
    </message>
    <message>
        <source>The exec entry of the user “%1” is for %2; it must be %3 or %4.</source>
        <translation>The exec entry of the user “%1” is for %2; it must be %3 or %4.</translation>
    </message>
    <message>
        <source>The exec entry of the user “%1” lacks the field %2.</source>
        <translation>The exec entry of the user “%1” lacks the field %2.</translation>
    </message>
    <message>
        <source>The interactiveMode “%2” of the user “%1” is none of Never, IfAvailable and Always.</source>
        <translation>The interactiveMode “%2” of the user “%1” is none of Never, IfAvailable and Always.</translation>
    </message>
    <message>
        <source>The kubeconfig %1 signs in with the command %2, which was not allowed to run.</source>
        <translation>The kubeconfig %1 signs in with the command %2, which was not allowed to run.</translation>
    </message>
    <message>
        <source>The proxy %1 cannot be used: Argosy reaches proxies by http://, https:// and socks5://.</source>
        <translation>The proxy %1 cannot be used: Argosy reaches proxies by http://, https:// and socks5://.</translation>
    </message>
    <message>
        <source>The user “%1” acts as somebody whose name has a control character in it.</source>
        <translation>The user “%1” acts as somebody whose name has a control character in it.</translation>
    </message>
    <message>
        <source>The user “%1” has a token and a name with password; keep one of them.</source>
        <translation>The user “%1” has a token and a name with password; keep one of them.</translation>
    </message>
    <message>
        <source>The user “%1” has an exec entry and an auth-provider; keep the exec entry.</source>
        <translation>The user “%1” has an exec entry and an auth-provider; keep the exec entry.</translation>
    </message>
    <message>
        <source>The user “%1” has as-uid, as-groups or as-user-extra, but does not say as whom.</source>
        <translation>The user “%1” has as-uid, as-groups or as-user-extra, but does not say as whom.</translation>
    </message>
    <message>
        <source>The user “%1” signs in with the auth-provider %2, which Argosy does not know; replace it by an exec entry in the kubeconfig.</source>
        <translation>The user “%1” signs in with the auth-provider %2, which Argosy does not know; replace it by an exec entry in the kubeconfig.</translation>
    </message>
    <message>
        <source>The user “%1” signs in with the auth-provider %2, whose time is over; replace it by an exec entry in the kubeconfig that runs %3.</source>
        <translation>The user “%1” signs in with the auth-provider %2, whose time is over; replace it by an exec entry in the kubeconfig that runs %3.</translation>
    </message>
    <message>
        <source>There is no current context to keep; choose one with --context.</source>
        <translation>There is no current context to keep; choose one with --context.</translation>
    </message>
    <message>
        <source>“%1” has both %2 and %3; flatten cannot choose between them.</source>
        <translation>“%1” has both %2 and %3; flatten cannot choose between them.</translation>
    </message>
    <message>
        <source>“%1” has both %2 and %3; keep one of them.</source>
        <translation>“%1” has both %2 and %3; keep one of them.</translation>
    </message>
    <message>
        <source>%1 answers, but not as a Kubernetes API server does. Check the server's address in the kubeconfig, and the proxy before it. %2</source>
        <translation>%1 answers, but not as a Kubernetes API server does. Check the server's address in the kubeconfig, and the proxy before it. %2</translation>
    </message>
    <message>
        <source>%1 does not accept the credentials of this context: the token or certificate has expired, was revoked or is for another server. Sign in again, or get a fresh kubeconfig.</source>
        <translation>%1 does not accept the credentials of this context: the token or certificate has expired, was revoked or is for another server. Sign in again, or get a fresh kubeconfig.</translation>
    </message>
    <message>
        <source>%1 is not a kubeconfig, which is a mapping with clusters, users and contexts.</source>
        <translation>%1 is not a kubeconfig, which is a mapping with clusters, users and contexts.</translation>
    </message>
    <message>
        <source>%1 is not valid YAML at line %2: %3</source>
        <translation>%1 is not valid YAML at line %2: %3</translation>
    </message>
    <message>
        <source>Nothing listens at %1: the connection is refused. Check the address and the port, and that the server runs.</source>
        <translation>Nothing listens at %1: the connection is refused. Check the address and the port, and that the server runs.</translation>
    </message>
    <message>
        <source>The certificate of %1 (%2) expired on %3. Have it renewed on the server, or check this computer's clock.</source>
        <translation>The certificate of %1 (%2) expired on %3. Have it renewed on the server, or check this computer's clock.</translation>
    </message>
    <message>
        <source>The certificate of %1 (%2) is not valid before %3. Check this computer's clock.</source>
        <translation>The certificate of %1 (%2) is not valid before %3. Check this computer's clock.</translation>
    </message>
    <message>
        <source>The certificate of %1 (%2, issued by %3) is not signed by the certificate authority of this context. Get a fresh kubeconfig of this cluster, or check that the address leads to it.</source>
        <translation>The certificate of %1 (%2, issued by %3) is not signed by the certificate authority of this context. Get a fresh kubeconfig of this cluster, or check that the address leads to it.</translation>
    </message>
    <message>
        <source>The certificate of %1 is made out for other names: %2. Use one of them as the server's address or as tls-server-name in the kubeconfig.</source>
        <translation>The certificate of %1 is made out for other names: %2. Use one of them as the server's address or as tls-server-name in the kubeconfig.</translation>
    </message>
    <message>
        <source>The current context “%1” of %2 is not there. Choose another one.</source>
        <translation>The current context “%1” of %2 is not there. Choose another one.</translation>
    </message>
    <message>
        <source>The name in %1 is not known. Check the address, the network and the VPN.</source>
        <translation>The name in %1 is not known. Check the address, the network and the VPN.</translation>
    </message>
    <message>
        <source>You may not %1 %2 in the namespace %3: %4 Ask for a role that allows it.</source>
        <translation>You may not %1 %2 in the namespace %3: %4 Ask for a role that allows it.</translation>
    </message>
    <message>
        <source>You may not %1 %2: %3 Ask for a role that allows it.</source>
        <translation>You may not %1 %2: %3 Ask for a role that allows it.</translation>
    </message>
    <message>
        <source>%1 has sent nothing on a connection for so long that it is made anew.</source>
        <translation>%1 has sent nothing on a connection for so long that it is made anew.</translation>
    </message>
    <message>
        <source>%1 is group-readable, and it may hold secrets: chmod 600 keeps them yours.</source>
        <translation>%1 is group-readable, and it may hold secrets: chmod 600 keeps them yours.</translation>
    </message>
    <message>
        <source>%1 is world-readable, and it may hold secrets: chmod 600 keeps them yours.</source>
        <translation>%1 is world-readable, and it may hold secrets: chmod 600 keeps them yours.</translation>
    </message>
    <message>
        <source>The answer of %1 says that it is compressed, but cannot be unpacked.</source>
        <translation>The answer of %1 says that it is compressed, but cannot be unpacked.</translation>
    </message>
    <message>
        <source>The server answered a %1 with something else.</source>
        <translation>The server answered a %1 with something else.</translation>
    </message>
    <message>
        <source>This computer slept; the connection to %1 is being made anew.</source>
        <translation>This computer slept; the connection to %1 is being made anew.</translation>
    </message>
    <message>
        <source>%1 did not answer within %2 s. Check the network, the VPN and the firewall.</source>
        <translation>%1 did not answer within %2 s. Check the network, the VPN and the firewall.</translation>
    </message>
    <message>
        <source>The namespace %1 does not exist. Create it, or add it to the documents.</source>
        <translation>The namespace %1 does not exist. Create it, or add it to the documents.</translation>
    </message>
</context>
<context>
    <name>demo</name>
    <message>
        <source>%1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>The embedded cluster cannot listen on port %1: another program uses it.</source>
        <translation>The embedded cluster cannot listen on port %1: another program uses it.</translation>
    </message>
    <message>
        <source>The embedded cluster could not make its certificate: %1.</source>
        <translation>The embedded cluster could not make its certificate: %1.</translation>
    </message>
    <message>
        <source>The namespace %1 does not exist.</source>
        <translation>The namespace %1 does not exist.</translation>
    </message>
    <message>
        <source>The server has no kind %1 in version %2.</source>
        <translation>The server has no kind %1 in version %2.</translation>
    </message>
    <message>
        <source>This protobuf body cannot be read here; send JSON.</source>
        <translation>This protobuf body cannot be read here; send JSON.</translation>
    </message>
    <message>
        <source>failed to resolve {{%1}}</source>
        <translation>failed to resolve {{%1}}</translation>
    </message>
</context>
<context>
    <name>forms</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>% of the disk</source>
        <translation>% of the disk</translation>
    </message>
    <message>
        <source>/subscriptions/…/subnets/… (the cluster's own)</source>
        <translation>/subscriptions/…/subnets/… (the cluster's own)</translation>
    </message>
    <message>
        <source>10.0.0.0/16</source>
        <translation>10.0.0.0/16</translation>
    </message>
    <message>
        <source>10.0.0.10</source>
        <translation>10.0.0.10</translation>
    </message>
    <message>
        <source>10.244.0.0/16</source>
        <translation>10.244.0.0/16</translation>
    </message>
    <message>
        <source>30s</source>
        <translation>30s</translation>
    </message>
    <message>
        <source>AKS node class</source>
        <translation>AKS node class</translation>
    </message>
    <message>
        <source>Add budget</source>
        <translation>Add budget</translation>
    </message>
    <message>
        <source>Add label</source>
        <translation>Add label</translation>
    </message>
    <message>
        <source>Add name</source>
        <translation>Add name</translation>
    </message>
    <message>
        <source>Add range</source>
        <translation>Add range</translation>
    </message>
    <message>
        <source>Add requirement</source>
        <translation>Add requirement</translation>
    </message>
    <message>
        <source>Add startup taint</source>
        <translation>Add startup taint</translation>
    </message>
    <message>
        <source>Add tag</source>
        <translation>Add tag</translation>
    </message>
    <message>
        <source>Add taint</source>
        <translation>Add taint</translation>
    </message>
    <message>
        <source>Authorized IP ranges</source>
        <translation>Authorized IP ranges</translation>
    </message>
    <message>
        <source>Azure RBAC</source>
        <translation>Azure RBAC</translation>
    </message>
    <message>
        <source>Azure Service Operator writes the admin kubeconfig into this Secret, through which Argosy reaches the cluster.</source>
        <translation>Azure Service Operator writes the admin kubeconfig into this Secret, through which Argosy reaches the cluster.</translation>
    </message>
    <message>
        <source>Azure tags</source>
        <translation>Azure tags</translation>
    </message>
    <message>
        <source>Basics</source>
        <translation>Basics</translation>
    </message>
    <message>
        <source>Budgets</source>
        <translation>Budgets</translation>
    </message>
    <message>
        <source>CPU CFS quota</source>
        <translation>CPU CFS quota</translation>
    </message>
    <message>
        <source>CPU manager policy</source>
        <translation>CPU manager policy</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Cluster channel</source>
        <translation>Cluster channel</translation>
    </message>
    <message>
        <source>Consolidate after</source>
        <translation>Consolidate after</translation>
    </message>
    <message>
        <source>Consolidation</source>
        <translation>Consolidation</translation>
    </message>
    <message>
        <source>DNS prefix</source>
        <translation>DNS prefix</translation>
    </message>
    <message>
        <source>DNS service IP</source>
        <translation>DNS service IP</translation>
    </message>
    <message>
        <source>Dataplane</source>
        <translation>Dataplane</translation>
    </message>
    <message>
        <source>Default node pools</source>
        <translation>Default node pools</translation>
    </message>
    <message>
        <source>Disable local accounts</source>
        <translation>Disable local accounts</translation>
    </message>
    <message>
        <source>Disruption</source>
        <translation>Disruption</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Effect</translation>
    </message>
    <message>
        <source>Encryption at host</source>
        <translation>Encryption at host</translation>
    </message>
    <message>
        <source>Expire after</source>
        <translation>Expire after</translation>
    </message>
    <message>
        <source>FIPS</source>
        <translation>FIPS</translation>
    </message>
    <message>
        <source>For</source>
        <translation>For</translation>
    </message>
    <message>
        <source>From (cron)</source>
        <translation>From (cron)</translation>
    </message>
    <message>
        <source>GB</source>
        <translation>GB</translation>
    </message>
    <message>
        <source>Identity and access</source>
        <translation>Identity and access</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identity</translation>
    </message>
    <message>
        <source>Image cleanup down to</source>
        <translation>Image cleanup down to</translation>
    </message>
    <message>
        <source>Image cleanup from</source>
        <translation>Image cleanup from</translation>
    </message>
    <message>
        <source>Image family</source>
        <translation>Image family</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>Kubeconfig export</source>
        <translation>Kubeconfig export</translation>
    </message>
    <message>
        <source>Kubelet</source>
        <translation>Kubelet</translation>
    </message>
    <message>
        <source>Kubernetes RBAC</source>
        <translation>Kubernetes RBAC</translation>
    </message>
    <message>
        <source>Kubernetes version</source>
        <translation>Kubernetes version</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Limits</translation>
    </message>
    <message>
        <source>Load balancer SKU</source>
        <translation>Load balancer SKU</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Location</translation>
    </message>
    <message>
        <source>Log files</source>
        <translation>Log files</translation>
    </message>
    <message>
        <source>Log size</source>
        <translation>Log size</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>Machines</translation>
    </message>
    <message>
        <source>Managed cluster</source>
        <translation>Managed cluster</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memory</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Mode</translation>
    </message>
    <message>
        <source>Name in Azure</source>
        <translation>Name in Azure</translation>
    </message>
    <message>
        <source>Name of a ResourceGroup in the same namespace</source>
        <translation>Name of a ResourceGroup in the same namespace</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Network</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>No limit</translation>
    </message>
    <message>
        <source>Node class</source>
        <translation>Node class</translation>
    </message>
    <message>
        <source>Node image channel</source>
        <translation>Node image channel</translation>
    </message>
    <message>
        <source>Node labels</source>
        <translation>Node labels</translation>
    </message>
    <message>
        <source>Node pool</source>
        <translation>Node pool</translation>
    </message>
    <message>
        <source>Node provisioning</source>
        <translation>Node provisioning</translation>
    </message>
    <message>
        <source>Node resource group</source>
        <translation>Node resource group</translation>
    </message>
    <message>
        <source>Nodes at once</source>
        <translation>Nodes at once</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Nodes</translation>
    </message>
    <message>
        <source>OIDC issuer</source>
        <translation>OIDC issuer</translation>
    </message>
    <message>
        <source>OS disk</source>
        <translation>OS disk</translation>
    </message>
    <message>
        <source>Operating system</source>
        <translation>Operating system</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Outbound</source>
        <translation>Outbound</translation>
    </message>
    <message>
        <source>Plugin mode</source>
        <translation>Plugin mode</translation>
    </message>
    <message>
        <source>Plugin</source>
        <translation>Plugin</translation>
    </message>
    <message>
        <source>Pod CIDR</source>
        <translation>Pod CIDR</translation>
    </message>
    <message>
        <source>Pods per node</source>
        <translation>Pods per node</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Policy</translation>
    </message>
    <message>
        <source>Private cluster</source>
        <translation>Private cluster</translation>
    </message>
    <message>
        <source>Processes per pod</source>
        <translation>Processes per pod</translation>
    </message>
    <message>
        <source>Refuse swap</source>
        <translation>Refuse swap</translation>
    </message>
    <message>
        <source>Requirements</source>
        <translation>Requirements</translation>
    </message>
    <message>
        <source>Resource group</source>
        <translation>Resource group</translation>
    </message>
    <message>
        <source>SKU name</source>
        <translation>SKU name</translation>
    </message>
    <message>
        <source>SKU tier</source>
        <translation>SKU tier</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Secret</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Security</translation>
    </message>
    <message>
        <source>Service CIDR</source>
        <translation>Service CIDR</translation>
    </message>
    <message>
        <source>Startup taints</source>
        <translation>Startup taints</translation>
    </message>
    <message>
        <source>Subnet</source>
        <translation>Subnet</translation>
    </message>
    <message>
        <source>Support plan</source>
        <translation>Support plan</translation>
    </message>
    <message>
        <source>System pool</source>
        <translation>System pool</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Taints</source>
        <translation>Taints</translation>
    </message>
    <message>
        <source>Termination grace</source>
        <translation>Termination grace</translation>
    </message>
    <message>
        <source>The name above</source>
        <translation>The name above</translation>
    </message>
    <message>
        <source>The nodes that run the cluster's own pods. Karpenter makes all others.</source>
        <translation>The nodes that run the cluster's own pods. Karpenter makes all others.</translation>
    </message>
    <message>
        <source>The pool makes no more nodes once their CPUs add up to this. 0 pauses the pool.</source>
        <translation>The pool makes no more nodes once their CPUs add up to this. 0 pauses the pool.</translation>
    </message>
    <message>
        <source>The pool makes no more nodes once their memory adds up to this, for instance 800Gi.</source>
        <translation>The pool makes no more nodes once their memory adds up to this, for instance 800Gi.</translation>
    </message>
    <message>
        <source>The pool makes no more than this many nodes.</source>
        <translation>The pool makes no more than this many nodes.</translation>
    </message>
    <message>
        <source>Topology manager</source>
        <translation>Topology manager</translation>
    </message>
    <message>
        <source>Unsafe sysctls</source>
        <translation>Unsafe sysctls</translation>
    </message>
    <message>
        <source>Upgrades</source>
        <translation>Upgrades</translation>
    </message>
    <message>
        <source>VM size</source>
        <translation>VM size</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Values</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Weight</translation>
    </message>
    <message>
        <source>Workload identity</source>
        <translation>Workload identity</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>Zones</translation>
    </message>
    <message>
        <source>cores</source>
        <translation>cores</translation>
    </message>
    <message>
        <source>files</source>
        <translation>files</translation>
    </message>
    <message>
        <source>nodes</source>
        <translation>nodes</translation>
    </message>
    <message>
        <source>pods</source>
        <translation>pods</translation>
    </message>
</context>
<context>
    <name>insight</name>
    <message>
        <source>%1 of %2 are ready.</source>
        <translation>%1 of %2 are ready.</translation>
    </message>
    <message>
        <source>Azure's last operation on it ended as %1.</source>
        <translation>Azure's last operation on it ended as %1.</translation>
    </message>
    <message>
        <source>It is being deleted and waits for %1.</source>
        <translation>It is being deleted and waits for %1.</translation>
    </message>
    <message>
        <source>It is being deleted.</source>
        <translation>It is being deleted.</translation>
    </message>
    <message>
        <source>It is cordoned: no new pods land on it.</source>
        <translation>It is cordoned: no new pods land on it.</translation>
    </message>
    <message>
        <source>It waits until somebody resumes it.</source>
        <translation>It waits until somebody resumes it.</translation>
    </message>
    <message>
        <source>Its controller has not said anything about it yet.</source>
        <translation>Its controller has not said anything about it yet.</translation>
    </message>
    <message>
        <source>Its status is about generation %1; generation %2 has not been looked at yet.</source>
        <translation>Its status is about generation %1; generation %2 has not been looked at yet.</translation>
    </message>
    <message>
        <source>Something refers to it, and it does not exist.</source>
        <translation>Something refers to it, and it does not exist.</translation>
    </message>
</context>
<context>
    <name>kube</name>
    <message>
        <source>The JSON cannot be read: %1.</source>
        <translation>The JSON cannot be read: %1.</translation>
    </message>
    <message>
        <source>The JSON does not parse at line %1, column %2.</source>
        <translation>The JSON does not parse at line %1, column %2.</translation>
    </message>
    <message>
        <source>The JSON is nested more than %1 levels deep.</source>
        <translation>The JSON is nested more than %1 levels deep.</translation>
    </message>
    <message>
        <source>The field path %1 must start with “/”.</source>
        <translation>The field path %1 must start with “/”.</translation>
    </message>
    <message>
        <source>The server sent an object that cannot be read (%1 %2).</source>
        <translation>The server sent an object that cannot be read (%1 %2).</translation>
    </message>
    <message>
        <source>“%1” is not a quantity; write a number with an optional unit, such as 200, 500m or 800Gi.</source>
        <translation>“%1” is not a quantity; write a number with an optional unit, such as 200, 500m or 800Gi.</translation>
    </message>
    <message>
        <source>In the field path %1 a “~” must be followed by 0 or 1.</source>
        <translation>In the field path %1 a “~” must be followed by 0 or 1.</translation>
    </message>
</context>
<context>
    <name>live</name>
    <message>
        <source>The watch of %1 sent a line that is not an event.</source>
        <translation>The watch of %1 sent a line that is not an event.</translation>
    </message>
</context>
<context>
    <name>manifest</name>
    <message>
        <source>A colon cannot stand here, because the text before it is a value already; quote that text, or begin the key on its own line.</source>
        <translation>A colon cannot stand here, because the text before it is a value already; quote that text, or begin the key on its own line.</translation>
    </message>
    <message>
        <source>A key cannot begin with “? ” here; put it on a line of its own.</source>
        <translation>A key cannot begin with “? ” here; put it on a line of its own.</translation>
    </message>
    <message>
        <source>A key must be text, not a list or a mapping.</source>
        <translation>A key must be text, not a list or a mapping.</translation>
    </message>
    <message>
        <source>A key must be text; quote “%1”.</source>
        <translation>A key must be text; quote “%1”.</translation>
    </message>
    <message>
        <source>A list cannot begin here; put “- ” on a line of its own.</source>
        <translation>A list cannot begin here; put “- ” on a line of its own.</translation>
    </message>
    <message>
        <source>A new list begins with item 0, not with item %1.</source>
        <translation>A new list begins with item 0, not with item %1.</translation>
    </message>
    <message>
        <source>Expected a colon and a space after the key on line %1.</source>
        <translation>Expected a colon and a space after the key on line %1.</translation>
    </message>
    <message>
        <source>Expected a comma or “]” for the list that begins on line %1.</source>
        <translation>Expected a comma or “]” for the list that begins on line %1.</translation>
    </message>
    <message>
        <source>Expected a comma or “}” for the mapping that begins on line %1.</source>
        <translation>Expected a comma or “}” for the mapping that begins on line %1.</translation>
    </message>
    <message>
        <source>Expected a key, indented like the first key of the mapping that begins on line %1.</source>
        <translation>Expected a key, indented like the first key of the mapping that begins on line %1.</translation>
    </message>
    <message>
        <source>Expected a known escape after the backslash; write \\ for a backslash, or use single quotes.</source>
        <translation>Expected a known escape after the backslash; write \\ for a backslash, or use single quotes.</translation>
    </message>
    <message>
        <source>Expected a name after “&amp;” or “*”; quote the text if it is meant as a value.</source>
        <translation>Expected a name after “&amp;” or “*”; quote the text if it is meant as a value.</translation>
    </message>
    <message>
        <source>Expected a space after the colon; quote the text if the colon belongs to it.</source>
        <translation>Expected a space after the colon; quote the text if the colon belongs to it.</translation>
    </message>
    <message>
        <source>Expected a tag that is declared; quote the text if “!” belongs to the value.</source>
        <translation>Expected a tag that is declared; quote the text if “!” belongs to the value.</translation>
    </message>
    <message>
        <source>Expected a value or key; one that begins with %1 must be quoted.</source>
        <translation>Expected a value or key; one that begins with %1 must be quoted.</translation>
    </message>
    <message>
        <source>Expected a value.</source>
        <translation>Expected a value.</translation>
    </message>
    <message>
        <source>Expected readable text; a control character can only stand in double quotes, as an escape.</source>
        <translation>Expected readable text; a control character can only stand in double quotes, as an escape.</translation>
    </message>
    <message>
        <source>Expected spaces: YAML does not allow a tab in the indentation.</source>
        <translation>Expected spaces: YAML does not allow a tab in the indentation.</translation>
    </message>
    <message>
        <source>Expected the code of a character; this escape names none.</source>
        <translation>Expected the code of a character; this escape names none.</translation>
    </message>
    <message>
        <source>Expected the document to end here or “---”; the lines above are a complete value already.</source>
        <translation>Expected the document to end here or “---”; the lines above are a complete value already.</translation>
    </message>
    <message>
        <source>Expected the end of the line after “|” or “&gt;”.</source>
        <translation>Expected the end of the line after “|” or “&gt;”.</translation>
    </message>
    <message>
        <source>Expected the hexadecimal digits of an escaped character.</source>
        <translation>Expected the hexadecimal digits of an escaped character.</translation>
    </message>
    <message>
        <source>Expected the quote that closes the text beginning on line %1, not the end of the document.</source>
        <translation>Expected the quote that closes the text beginning on line %1, not the end of the document.</translation>
    </message>
    <message>
        <source>Expected the quote that closes the text beginning on line %1.</source>
        <translation>Expected the quote that closes the text beginning on line %1.</translation>
    </message>
    <message>
        <source>Expected valid YAML, but the parser says: %1.</source>
        <translation>Expected valid YAML, but the parser says: %1.</translation>
    </message>
    <message>
        <source>Expected “- ”, indented like the first item of the list that begins on line %1.</source>
        <translation>Expected “- ”, indented like the first item of the list that begins on line %1.</translation>
    </message>
    <message>
        <source>No value above is named &amp;%1, so *%1 stands for nothing; quote the text if it is meant as a value.</source>
        <translation>No value above is named &amp;%1, so *%1 stands for nothing; quote the text if it is meant as a value.</translation>
    </message>
    <message>
        <source>Only mappings can be merged with “&lt;&lt;”.</source>
        <translation>Only mappings can be merged with “&lt;&lt;”.</translation>
    </message>
    <message>
        <source>The API server takes no infinite number; quote %1 if it is meant as text.</source>
        <translation>The API server takes no infinite number; quote %1 if it is meant as text.</translation>
    </message>
    <message>
        <source>The field %1 cannot be set: %2 is a plain value.</source>
        <translation>The field %1 cannot be set: %2 is a plain value.</translation>
    </message>
    <message>
        <source>The field %1 cannot be set: %2 is a shorter list.</source>
        <translation>The field %1 cannot be set: %2 is a shorter list.</translation>
    </message>
    <message>
        <source>The field %1 comes from a YAML alias; change it in the text.</source>
        <translation>The field %1 comes from a YAML alias; change it in the text.</translation>
    </message>
    <message>
        <source>The field %1 has a key without a colon; write the colon first.</source>
        <translation>The field %1 has a key without a colon; write the colon first.</translation>
    </message>
    <message>
        <source>The field %1 is used elsewhere through a YAML anchor; change it in the text.</source>
        <translation>The field %1 is used elsewhere through a YAML anchor; change it in the text.</translation>
    </message>
    <message>
        <source>The key %1 stands on line %2 already; each key may be set once.</source>
        <translation>The key %1 stands on line %2 already; each key may be set once.</translation>
    </message>
    <message>
        <source>The text has more than %1 documents.</source>
        <translation>The text has more than %1 documents.</translation>
    </message>
    <message>
        <source>The text has more than %1 values.</source>
        <translation>The text has more than %1 values.</translation>
    </message>
    <message>
        <source>The text is longer than %1 bytes.</source>
        <translation>The text is longer than %1 bytes.</translation>
    </message>
    <message>
        <source>The text is nested deeper than %1 levels.</source>
        <translation>The text is nested deeper than %1 levels.</translation>
    </message>
    <message>
        <source>The text “%1” is no value of the type that its tag names.</source>
        <translation>The text “%1” is no value of the type that its tag names.</translation>
    </message>
    <message>
        <source>The text's aliases stand for too many values.</source>
        <translation>The text's aliases stand for too many values.</translation>
    </message>
    <message>
        <source>The value that is named &amp;%1 cannot contain itself.</source>
        <translation>The value that is named &amp;%1 cannot contain itself.</translation>
    </message>
    <message>
        <source>The field %1 is laid out in a way that cannot be edited here; change it in the text.</source>
        <translation>The field %1 is laid out in a way that cannot be edited here; change it in the text.</translation>
    </message>
    <message>
        <source>Cannot write the snapshot: %1.</source>
        <translation>Cannot write the snapshot: %1.</translation>
    </message>
    <message>
        <source>The snapshot is damaged: what follows cannot be read.</source>
        <translation>The snapshot is damaged: what follows cannot be read.</translation>
    </message>
    <message>
        <source>The snapshot is not whole: it ends in the middle. Copy the file again, or save it anew.</source>
        <translation>The snapshot is not whole: it ends in the middle. Copy the file again, or save it anew.</translation>
    </message>
    <message>
        <source>The snapshot was written by a newer Argosy (format %1), this one reads up to format %2.</source>
        <translation>The snapshot was written by a newer Argosy (format %1), this one reads up to format %2.</translation>
    </message>
    <message>
        <source>This is no snapshot of a cluster.</source>
        <translation>This is no snapshot of a cluster.</translation>
    </message>
</context>
<context>
    <name>models</name>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1 ago</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 of %2 applied.</source>
        <translation>%1 of %2 applied.</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 y</source>
        <translation>%1 y</translation>
    </message>
    <message>
        <source>%1, by force</source>
        <translation>%1, by force</translation>
    </message>
    <message>
        <source>A review asks the cluster, and none is connected.</source>
        <translation>A review asks the cluster, and none is connected.</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>An apply is running.</source>
        <translation>An apply is running.</translation>
    </message>
    <message>
        <source>Applied %1, failed %2, not reached %3.</source>
        <translation>Applied %1, failed %2, not reached %3.</translation>
    </message>
    <message>
        <source>Applied %1, unchanged %2.</source>
        <translation>Applied %1, unchanged %2.</translation>
    </message>
    <message>
        <source>Applied %1; no answer came for %2, so it may have been applied or not; failed %3; not reached %4.</source>
        <translation>Applied %1; no answer came for %2, so it may have been applied or not; failed %3; not reached %4.</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>Applied</translation>
    </message>
    <message>
        <source>Apply what the Workflow needs first.</source>
        <translation>Apply what the Workflow needs first.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Checked in namespace %1</source>
        <translation>Checked in namespace %1</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Checking</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Condition</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>Conflict</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Create</translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation>Degraded</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duration</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>Forbidden</source>
        <translation>Forbidden</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>Healthy</translation>
    </message>
    <message>
        <source>Invalid</source>
        <translation>Invalid</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>No change</source>
        <translation>No change</translation>
    </message>
    <message>
        <source>No document travels in a Workflow.</source>
        <translation>No document travels in a Workflow.</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>Not asked yet</translation>
    </message>
    <message>
        <source>Not everything that the Workflow needs was applied. Review again.</source>
        <translation>Not everything that the Workflow needs was applied. Review again.</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Not known</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Not reached</translation>
    </message>
    <message>
        <source>Nothing is reviewed yet.</source>
        <translation>Nothing is reviewed yet.</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Object</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Progressing</source>
        <translation>Progressing</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>Stopped: applied %1, not reached %2.</source>
        <translation>Stopped: applied %1, not reached %2.</translation>
    </message>
    <message>
        <source>Stuck</source>
        <translation>Stuck</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>Suspended</translation>
    </message>
    <message>
        <source>Takes over fields</source>
        <translation>Takes over fields</translation>
    </message>
    <message>
        <source>Terminating</source>
        <translation>Terminating</translation>
    </message>
    <message>
        <source>The Workflow is being submitted.</source>
        <translation>The Workflow is being submitted.</translation>
    </message>
    <message>
        <source>The Workflow was submitted. Review again to submit another one.</source>
        <translation>The Workflow was submitted. Review again to submit another one.</translation>
    </message>
    <message>
        <source>The cluster already has everything as it is written here.</source>
        <translation>The cluster already has everything as it is written here.</translation>
    </message>
    <message>
        <source>The cluster was left while it was being written to. The journal says how far it went.</source>
        <translation>The cluster was left while it was being written to. The journal says how far it went.</translation>
    </message>
    <message>
        <source>The documents have changed since the review. Review them again.</source>
        <translation>The documents have changed since the review. Review them again.</translation>
    </message>
    <message>
        <source>The management cluster is not connected, so nothing was submitted.</source>
        <translation>The management cluster is not connected, so nothing was submitted.</translation>
    </message>
    <message>
        <source>There is nothing to review: the workspace has no documents.</source>
        <translation>There is nothing to review: the workspace has no documents.</translation>
    </message>
    <message>
        <source>This review has been applied. Review again to go on.</source>
        <translation>This review has been applied. Review again to go on.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Unchanged</translation>
    </message>
    <message>
        <source>Unknown kind</source>
        <translation>Unknown kind</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Wave</source>
        <translation>Wave</translation>
    </message>
    <message>
        <source>What the plan applies itself is already there.</source>
        <translation>What the plan applies itself is already there.</translation>
    </message>
    <message>
        <source>Whether the Workflow was created is not known. Look at the workflows, then review again.</source>
        <translation>Whether the Workflow was created is not known. Look at the workflows, then review again.</translation>
    </message>
    <message>
        <source>Workflow</source>
        <translation>Workflow</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Write</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Writing</translation>
    </message>
    <message>
        <source>default</source>
        <translation>default</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>just now</translation>
    </message>
    <message>
        <source>server</source>
        <translation>server</translation>
    </message>
    <message>
        <source>you</source>
        <translation>you</translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n conflict</numerusform>
            <numerusform>%n conflicts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n field</numerusform>
            <numerusform>%n fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message>
        <source>In the Workflow</source>
        <translation>In the Workflow</translation>
    </message>
    <message>
        <source>%1 is read-only. To write to it, change its access on the page Clusters.</source>
        <translation>%1 is read-only. To write to it, change its access on the page Clusters.</translation>
    </message>
    <message>
        <source>Every apply is confirmed once more after its review.</source>
        <translation>Every apply is confirmed once more after its review.</translation>
    </message>
    <message>
        <source>Guarded</source>
        <translation>Guarded</translation>
    </message>
    <message>
        <source>Not applied</source>
        <translation>Not applied</translation>
    </message>
    <message>
        <source>Nothing is written to this cluster; reviews still work.</source>
        <translation>Nothing is written to this cluster; reviews still work.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Read-only</translation>
    </message>
    <message>
        <source>What was reviewed is applied without a further question.</source>
        <translation>What was reviewed is applied without a further question.</translation>
    </message>
    <message>
        <source>Not all of this review is applied for certain. Review again to go on.</source>
        <translation>Not all of this review is applied for certain. Review again to go on.</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Not checked</translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) cannot be applied.</source>
        <translation>
            <numerusform>%n object cannot be applied.</numerusform>
            <numerusform>%n objects cannot be applied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ops</name>
    <message>
        <source>%1 goes to the cluster %2, which is not connected.</source>
        <translation>%1 goes to the cluster %2, which is not connected.</translation>
    </message>
    <message>
        <source>%1 has changed on the server since the review, so it was not written. Review it again.</source>
        <translation>%1 has changed on the server since the review, so it was not written. Review it again.</translation>
    </message>
    <message>
        <source>%1 is described twice: in %2 and in %3. Remove one of the two.</source>
        <translation>%1 is described twice: in %2 and in %3. Remove one of the two.</translation>
    </message>
    <message>
        <source>%1 was sent, and no answer came: whether it was applied is not known. Review again once the server answers. (%2)</source>
        <translation>%1 was sent, and no answer came: whether it was applied is not known. Review again once the server answers. (%2)</translation>
    </message>
    <message>
        <source>Document %1 of %2 needs apiVersion, kind and metadata.name before it can be applied.</source>
        <translation>Document %1 of %2 needs apiVersion, kind and metadata.name before it can be applied.</translation>
    </message>
    <message>
        <source>The server has %1, but not in the version %2; it serves %3.</source>
        <translation>The server has %1, but not in the version %2; it serves %3.</translation>
    </message>
    <message>
        <source>The server has no %1 of the API group %2. Install the operator that serves it, or remove the document.</source>
        <translation>The server has no %1 of the API group %2. Install the operator that serves it, or remove the document.</translation>
    </message>
    <message>
        <source>The server has no %1 of the API group %2: Argo Workflows is not installed there.</source>
        <translation>The server has no %1 of the API group %2: Argo Workflows is not installed there.</translation>
    </message>
    <message>
        <source>The server has no %1: its API group %2 comes with node provisioning (Karpenter), which this cluster does not have.</source>
        <translation>The server has no %1: its API group %2 comes with node provisioning (Karpenter), which this cluster does not have.</translation>
    </message>
</context>
<context>
    <name>platform</name>
    <message>
        <source>%1 %2 is in namespace %3; an owner has to be in the same namespace.</source>
        <translation>%1 %2 is in namespace %3; an owner has to be in the same namespace.</translation>
    </message>
    <message>
        <source>%1 has no namespace: the kind is cluster-scoped.</source>
        <translation>%1 has no namespace: the kind is cluster-scoped.</translation>
    </message>
    <message>
        <source>%1 has “{{” in %2; Argo would take it for its own.</source>
        <translation>%1 has “{{” in %2; Argo would take it for its own.</translation>
    </message>
    <message>
        <source>%1 is either true or false; “%2” is neither.</source>
        <translation>%1 is either true or false; “%2” is neither.</translation>
    </message>
    <message>
        <source>%1 is the first address of the service range, which Kubernetes takes itself.</source>
        <translation>%1 is the first address of the service range, which Kubernetes takes itself.</translation>
    </message>
    <message>
        <source>%1 takes a whole number; “%2” is none.</source>
        <translation>%1 takes a whole number; “%2” is none.</translation>
    </message>
    <message>
        <source>%1 takes whole numbers; “%2” is none.</source>
        <translation>%1 takes whole numbers; “%2” is none.</translation>
    </message>
    <message>
        <source>A budget has a schedule and a duration, or neither.</source>
        <translation>A budget has a schedule and a duration, or neither.</translation>
    </message>
    <message>
        <source>A cluster needs at least one agent pool of mode System.</source>
        <translation>A cluster needs at least one agent pool of mode System.</translation>
    </message>
    <message>
        <source>A disruption block needs consolidateAfter.</source>
        <translation>A disruption block needs consolidateAfter.</translation>
    </message>
    <message>
        <source>A pool that scales itself needs both minCount and maxCount.</source>
        <translation>A pool that scales itself needs both minCount and maxCount.</translation>
    </message>
    <message>
        <source>A pool with replicas has no weight.</source>
        <translation>A pool with replicas has no weight.</translation>
    </message>
    <message>
        <source>A pool with replicas knows no limit but nodes.</source>
        <translation>A pool with replicas knows no limit but nodes.</translation>
    </message>
    <message>
        <source>A reference is either an armId, or group, kind and name together.</source>
        <translation>A reference is either an armId, or group, kind and name together.</translation>
    </message>
    <message>
        <source>A swap file needs kubelet.failSwapOn: false.</source>
        <translation>A swap file needs kubelet.failSwapOn: false.</translation>
    </message>
    <message>
        <source>A system pool cannot run on spot machines.</source>
        <translation>A system pool cannot run on spot machines.</translation>
    </message>
    <message>
        <source>A system pool needs at least one node; three are recommended.</source>
        <translation>A system pool needs at least one node; three are recommended.</translation>
    </message>
    <message>
        <source>A system pool needs maxPods of at least 30.</source>
        <translation>A system pool needs maxPods of at least 30.</translation>
    </message>
    <message>
        <source>A system pool runs Linux.</source>
        <translation>A system pool runs Linux.</translation>
    </message>
    <message>
        <source>A system pool should have at least 4 vCPUs a node; %1 has %2.</source>
        <translation>A system pool should have at least 4 vCPUs a node; %1 has %2.</translation>
    </message>
    <message>
        <source>An identity of type UserAssigned needs an entry in userAssignedIdentities.</source>
        <translation>An identity of type UserAssigned needs an entry in userAssignedIdentities.</translation>
    </message>
    <message>
        <source>Azure has retired %1; the operator's next releases do not serve it any more.</source>
        <translation>Azure has retired %1; the operator's next releases do not serve it any more.</translation>
    </message>
    <message>
        <source>Azure takes %1 tags; these are %2.</source>
        <translation>Azure takes %1 tags; these are %2.</translation>
    </message>
    <message>
        <source>Deleting the Workflow would delete what it applied, the Azure resource included.</source>
        <translation>Deleting the Workflow would delete what it applied, the Azure resource included.</translation>
    </message>
    <message>
        <source>FIPS on Ubuntu2204 needs trusted launch with vtpm or secureBoot.</source>
        <translation>FIPS on Ubuntu2204 needs trusted launch with vtpm or secureBoot.</translation>
    </message>
    <message>
        <source>Karpenter refuses the key %1.</source>
        <translation>Karpenter refuses the key %1.</translation>
    </message>
    <message>
        <source>Karpenter refuses the key %1: of %2 only a few may be used.</source>
        <translation>Karpenter refuses the key %1: of %2 only a few may be used.</translation>
    </message>
    <message>
        <source>Kubernetes %1 is probably out of standard support; the oldest known one is %2.</source>
        <translation>Kubernetes %1 is probably out of standard support; the oldest known one is %2.</translation>
    </message>
    <message>
        <source>Long-term support needs the Premium tier.</source>
        <translation>Long-term support needs the Premium tier.</translation>
    </message>
    <message>
        <source>ManagedCluster %1 exports to the Secret %2 too; the operator refuses to overwrite it.</source>
        <translation>ManagedCluster %1 exports to the Secret %2 too; the operator refuses to overwrite it.</translation>
    </message>
    <message>
        <source>ManagedCluster %1 has a pool %2 itself; one pool must not be managed in two places.</source>
        <translation>ManagedCluster %1 has a pool %2 itself; one pool must not be managed in two places.</translation>
    </message>
    <message>
        <source>No document here is the %1 %2; it has to exist on the cluster.</source>
        <translation>No document here is the %1 %2; it has to exist on the cluster.</translation>
    </message>
    <message>
        <source>Node auto provisioning does not go with IPv6.</source>
        <translation>Node auto provisioning does not go with IPv6.</translation>
    </message>
    <message>
        <source>Node auto provisioning does not go with Windows pools; “%1” is one.</source>
        <translation>Node auto provisioning does not go with Windows pools; “%1” is one.</translation>
    </message>
    <message>
        <source>Node auto provisioning does not go with a pool that scales itself; “%1” does.</source>
        <translation>Node auto provisioning does not go with a pool that scales itself; “%1” does.</translation>
    </message>
    <message>
        <source>Node auto provisioning does not go with kubenet.</source>
        <translation>Node auto provisioning does not go with kubenet.</translation>
    </message>
    <message>
        <source>Node auto provisioning does not go with pod subnets; “%1” has one.</source>
        <translation>Node auto provisioning does not go with pod subnets; “%1” has one.</translation>
    </message>
    <message>
        <source>Node auto provisioning does not go with the network policy calico.</source>
        <translation>Node auto provisioning does not go with the network policy calico.</translation>
    </message>
    <message>
        <source>Node auto provisioning in a network of your own needs the standard load balancer.</source>
        <translation>Node auto provisioning in a network of your own needs the standard load balancer.</translation>
    </message>
    <message>
        <source>Node auto provisioning needs a managed identity and does not go with a service principal.</source>
        <translation>Node auto provisioning needs a managed identity and does not go with a service principal.</translation>
    </message>
    <message>
        <source>Node auto provisioning needs a managed identity.</source>
        <translation>Node auto provisioning needs a managed identity.</translation>
    </message>
    <message>
        <source>None of these sizes is of the family %1; no machine would be left to choose.</source>
        <translation>None of these sizes is of the family %1; no machine would be left to choose.</translation>
    </message>
    <message>
        <source>Nothing ever removes the taint %1: a node would never become ready.</source>
        <translation>Nothing ever removes the taint %1: a node would never become ready.</translation>
    </message>
    <message>
        <source>System pools do not run on the burstable B series (%1).</source>
        <translation>System pools do not run on the burstable B series (%1).</translation>
    </message>
    <message>
        <source>The DNS service's address %1 is not in the service range %2.</source>
        <translation>The DNS service's address %1 is not in the service range %2.</translation>
    </message>
    <message>
        <source>The Premium tier goes with supportPlan AKSLongTermSupport, and only with it.</source>
        <translation>The Premium tier goes with supportPlan AKSLongTermSupport, and only with it.</translation>
    </message>
    <message>
        <source>The cilium dataplane does not go with the network policy %1.</source>
        <translation>The cilium dataplane does not go with the network policy %1.</translation>
    </message>
    <message>
        <source>The cilium dataplane needs the network plugin azure.</source>
        <translation>The cilium dataplane needs the network plugin azure.</translation>
    </message>
    <message>
        <source>The cluster needs a dnsPrefix: the schema allows to leave it out, Azure does not.</source>
        <translation>The cluster needs a dnsPrefix: the schema allows to leave it out, Azure does not.</translation>
    </message>
    <message>
        <source>The cluster's dataplane is cilium: nodes need the label %1: cilium.</source>
        <translation>The cluster's dataplane is cilium: nodes need the label %1: cilium.</translation>
    </message>
    <message>
        <source>The cluster's dataplane is cilium: without the startup taint %1 pods land before the network is up.</source>
        <translation>The cluster's dataplane is cilium: without the startup taint %1 pods land before the network is up.</translation>
    </message>
    <message>
        <source>The high threshold of image collection has to be above the low one.</source>
        <translation>The high threshold of image collection has to be above the low one.</translation>
    </message>
    <message>
        <source>The name of a Windows pool has at most 6 characters; “%1” has more.</source>
        <translation>The name of a Windows pool has at most 6 characters; “%1” has more.</translation>
    </message>
    <message>
        <source>The network plugin kubenet is being retired; use azure with the overlay mode.</source>
        <translation>The network plugin kubenet is being retired; use azure with the overlay mode.</translation>
    </message>
    <message>
        <source>The network policy cilium needs the cilium dataplane.</source>
        <translation>The network policy cilium needs the cilium dataplane.</translation>
    </message>
    <message>
        <source>The operator %1 takes exactly one whole number, as a string.</source>
        <translation>The operator %1 takes exactly one whole number, as a string.</translation>
    </message>
    <message>
        <source>The operator %1 takes no values.</source>
        <translation>The operator %1 takes no values.</translation>
    </message>
    <message>
        <source>The operator In needs a value.</source>
        <translation>The operator In needs a value.</translation>
    </message>
    <message>
        <source>The overlay mode needs the network plugin azure.</source>
        <translation>The overlay mode needs the network plugin azure.</translation>
    </message>
    <message>
        <source>The pod range %1 has no room for a node: each takes a /24 of it.</source>
        <translation>The pod range %1 has no room for a node: each takes a /24 of it.</translation>
    </message>
    <message>
        <source>The pod range %1 has room for %2 nodes, fewer than the agent pools have.</source>
        <translation>The pod range %1 has room for %2 nodes, fewer than the agent pools have.</translation>
    </message>
    <message>
        <source>The service range %1 and the pod range %2 overlap.</source>
        <translation>The service range %1 and the pod range %2 overlap.</translation>
    </message>
    <message>
        <source>The service range %1 is too large; it has to be smaller than a /12.</source>
        <translation>The service range %1 is too large; it has to be smaller than a /12.</translation>
    </message>
    <message>
        <source>The version v1alpha2 is deprecated.</source>
        <translation>The version v1alpha2 is deprecated.</translation>
    </message>
    <message>
        <source>The workflow carries one %1, and %2 is a second one; apply it directly.</source>
        <translation>The workflow carries one %1, and %2 is a second one; apply it directly.</translation>
    </message>
    <message>
        <source>The workflow has no place for %1; apply it directly.</source>
        <translation>The workflow has no place for %1; apply it directly.</translation>
    </message>
    <message>
        <source>The workflow needs a %1, and there is none.</source>
        <translation>The workflow needs a %1, and there is none.</translation>
    </message>
    <message>
        <source>There are two agent pools named %1.</source>
        <translation>There are two agent pools named %1.</translation>
    </message>
    <message>
        <source>There is a second taint %1.</source>
        <translation>There is a second taint %1.</translation>
    </message>
    <message>
        <source>There is no %1 %2 in namespace %3; the operator would wait for it.</source>
        <translation>There is no %1 %2 in namespace %3; the operator would wait for it.</translation>
    </message>
    <message>
        <source>There is no %1 %2 on this cluster.</source>
        <translation>There is no %1 %2 on this cluster.</translation>
    </message>
    <message>
        <source>There is no FIPS image of Ubuntu2404.</source>
        <translation>There is no FIPS image of Ubuntu2404.</translation>
    </message>
    <message>
        <source>There is no preset “%1”; there are %2.</source>
        <translation>There is no preset “%1”; there are %2.</translation>
    </message>
    <message>
        <source>There is no setting “%1”; there are %2.</source>
        <translation>There is no setting “%1”; there are %2.</translation>
    </message>
    <message>
        <source>There is no task %1 to wait for.</source>
        <translation>There is no task %1 to wait for.</translation>
    </message>
    <message>
        <source>There is no template %1.</source>
        <translation>There is no template %1.</translation>
    </message>
    <message>
        <source>These tasks wait for each other: %1.</source>
        <translation>These tasks wait for each other: %1.</translation>
    </message>
    <message>
        <source>This cluster does not serve %1; it serves %2.</source>
        <translation>This cluster does not serve %1; it serves %2.</translation>
    </message>
    <message>
        <source>With disableLocalAccounts there are no admin credentials to export; export userCredentials instead.</source>
        <translation>With disableLocalAccounts there are no admin credentials to export; export userCredentials instead.</translation>
    </message>
    <message>
        <source>With one node a system pool has no spare: three are recommended.</source>
        <translation>With one node a system pool has no spare: three are recommended.</translation>
    </message>
    <message>
        <source>Workload identity needs the OIDC issuer: set oidcIssuerProfile.enabled.</source>
        <translation>Workload identity needs the OIDC issuer: set oidcIssuerProfile.enabled.</translation>
    </message>
    <message>
        <source>credential-from is the bare name of a Secret in the same namespace, without a slash.</source>
        <translation>credential-from is the bare name of a Secret in the same namespace, without a slash.</translation>
    </message>
    <message>
        <source>dnsPrefix and fqdnSubdomain exclude each other.</source>
        <translation>dnsPrefix and fqdnSubdomain exclude each other.</translation>
    </message>
    <message>
        <source>expireAfter has moved to template.spec.</source>
        <translation>expireAfter has moved to template.spec.</translation>
    </message>
    <message>
        <source>minCount and maxCount only count with enableAutoScaling.</source>
        <translation>minCount and maxCount only count with enableAutoScaling.</translation>
    </message>
    <message>
        <source>minCount is above maxCount.</source>
        <translation>minCount is above maxCount.</translation>
    </message>
    <message>
        <source>minValues is above the number of values.</source>
        <translation>minValues is above the number of values.</translation>
    </message>
    <message>
        <source>userAssignedIdentities need the identity type UserAssigned.</source>
        <translation>userAssignedIdentities need the identity type UserAssigned.</translation>
    </message>
    <message>
        <source>“%1” has bits set below its prefix; the range is %2.</source>
        <translation>“%1” has bits set below its prefix; the range is %2.</translation>
    </message>
    <message>
        <source>“%1” is neither a number of nodes nor a percentage up to 100%.</source>
        <translation>“%1” is neither a number of nodes nor a percentage up to 100%.</translation>
    </message>
    <message>
        <source>“%1” is no DNS prefix: 1 to 54 letters, digits and hyphens, with a letter or digit at both ends.</source>
        <translation>“%1” is no DNS prefix: 1 to 54 letters, digits and hyphens, with a letter or digit at both ends.</translation>
    </message>
    <message>
        <source>“%1” is no IP address.</source>
        <translation>“%1” is no IP address.</translation>
    </message>
    <message>
        <source>“%1” is no Kubernetes version; one is written 1.33 or 1.33.2.</source>
        <translation>“%1” is no Kubernetes version; one is written 1.33 or 1.33.2.</translation>
    </message>
    <message>
        <source>“%1” is no address range; one is written like 10.0.0.0/16.</source>
        <translation>“%1” is no address range; one is written like 10.0.0.0/16.</translation>
    </message>
    <message>
        <source>“%1” is no arrangement; it is either “workload” or “management”.</source>
        <translation>“%1” is no arrangement; it is either “workload” or “management”.</translation>
    </message>
    <message>
        <source>“%1” is no delivery; it is either “direct” or “argo”.</source>
        <translation>“%1” is no delivery; it is either “direct” or “argo”.</translation>
    </message>
    <message>
        <source>“%1” is no duration; one is written 30s, 1h30m or 720h, or Never.</source>
        <translation>“%1” is no duration; one is written 30s, 1h30m or 720h, or Never.</translation>
    </message>
    <message>
        <source>“%1” is no duration; one is written 30s, 1h30m or 720h.</source>
        <translation>“%1” is no duration; one is written 30s, 1h30m or 720h.</translation>
    </message>
    <message>
        <source>“%1” is no name for a resource group: up to 90 letters, digits, and - _ . ( ), and no dot at the end.</source>
        <translation>“%1” is no name for a resource group: up to 90 letters, digits, and - _ . ( ), and no dot at the end.</translation>
    </message>
    <message>
        <source>“%1” is no name for an AKS cluster: 1 to 63 letters, digits, - and _, with a letter or digit at both ends.</source>
        <translation>“%1” is no name for an AKS cluster: 1 to 63 letters, digits, - and _, with a letter or digit at both ends.</translation>
    </message>
    <message>
        <source>“%1” is no name for an agent pool: 1 to 12 lower-case letters and digits, a letter first.</source>
        <translation>“%1” is no name for an agent pool: 1 to 12 lower-case letters and digits, a letter first.</translation>
    </message>
    <message>
        <source>“%1” is no quantity; one is written 200, 500m or 800Gi.</source>
        <translation>“%1” is no quantity; one is written 200, 500m or 800Gi.</translation>
    </message>
    <message>
        <source>“%1” is no reconcile policy and would count as manage; there are %2.</source>
        <translation>“%1” is no reconcile policy and would count as manage; there are %2.</translation>
    </message>
    <message>
        <source>“%1” is no subnet id: it is written /subscriptions/…/resourceGroups/…/providers/Microsoft.Network/virtualNetworks/…/subnets/….</source>
        <translation>“%1” is no subnet id: it is written /subscriptions/…/resourceGroups/…/providers/Microsoft.Network/virtualNetworks/…/subnets/….</translation>
    </message>
    <message>
        <source>“%1” is no value of %2; there are %3.</source>
        <translation>“%1” is no value of %2; there are %3.</translation>
    </message>
    <message>
        <source>“%1” is no zone; one is written REGION-NUMBER, as in uksouth-1.</source>
        <translation>“%1” is no zone; one is written REGION-NUMBER, as in uksouth-1.</translation>
    </message>
    <message>
        <source>The region %1 has no availability zones.</source>
        <translation>The region %1 has no availability zones.</translation>
    </message>
    <message>
        <source>“%1” is no name for a Kubernetes object: lower-case letters, digits, - and ., with a letter or digit at both ends.</source>
        <translation>“%1” is no name for a Kubernetes object: lower-case letters, digits, - and ., with a letter or digit at both ends.</translation>
    </message>
    <message>
        <source>1.32</source>
        <translation>1.32</translation>
    </message>
    <message>
        <source>1.33</source>
        <translation>1.33</translation>
    </message>
    <message>
        <source>1.34</source>
        <translation>1.34</translation>
    </message>
    <message>
        <source>16 vCPU, 64 GiB</source>
        <translation>16 vCPU, 64 GiB</translation>
    </message>
    <message>
        <source>2 vCPU, 16 GiB</source>
        <translation>2 vCPU, 16 GiB</translation>
    </message>
    <message>
        <source>2 vCPU, 4 GiB</source>
        <translation>2 vCPU, 4 GiB</translation>
    </message>
    <message>
        <source>2 vCPU, 7 GiB</source>
        <translation>2 vCPU, 7 GiB</translation>
    </message>
    <message>
        <source>2 vCPU, 8 GiB</source>
        <translation>2 vCPU, 8 GiB</translation>
    </message>
    <message>
        <source>4 vCPU, 14 GiB</source>
        <translation>4 vCPU, 14 GiB</translation>
    </message>
    <message>
        <source>4 vCPU, 16 GiB</source>
        <translation>4 vCPU, 16 GiB</translation>
    </message>
    <message>
        <source>4 vCPU, 16 GiB, AMD</source>
        <translation>4 vCPU, 16 GiB, AMD</translation>
    </message>
    <message>
        <source>4 vCPU, 16 GiB, local disk</source>
        <translation>4 vCPU, 16 GiB, local disk</translation>
    </message>
    <message>
        <source>4 vCPU, 32 GiB</source>
        <translation>4 vCPU, 32 GiB</translation>
    </message>
    <message>
        <source>4 vCPU, 8 GiB</source>
        <translation>4 vCPU, 8 GiB</translation>
    </message>
    <message>
        <source>8 vCPU, 16 GiB</source>
        <translation>8 vCPU, 16 GiB</translation>
    </message>
    <message>
        <source>8 vCPU, 28 GiB</source>
        <translation>8 vCPU, 28 GiB</translation>
    </message>
    <message>
        <source>8 vCPU, 32 GiB</source>
        <translation>8 vCPU, 32 GiB</translation>
    </message>
    <message>
        <source>8 vCPU, 32 GiB, AMD</source>
        <translation>8 vCPU, 32 GiB, AMD</translation>
    </message>
    <message>
        <source>8 vCPU, 32 GiB, local disk</source>
        <translation>8 vCPU, 32 GiB, local disk</translation>
    </message>
    <message>
        <source>8 vCPU, 64 GiB</source>
        <translation>8 vCPU, 64 GiB</translation>
    </message>
    <message>
        <source>At least one number; recent releases only.</source>
        <translation>At least one number; recent releases only.</translation>
    </message>
    <message>
        <source>At most one number; recent releases only.</source>
        <translation>At most one number; recent releases only.</translation>
    </message>
    <message>
        <source>Australia East</source>
        <translation>Australia East</translation>
    </message>
    <message>
        <source>Being retired, and not with node auto provisioning.</source>
        <translation>Being retired, and not with node auto provisioning.</translation>
    </message>
    <message>
        <source>Brazil South</source>
        <translation>Brazil South</translation>
    </message>
    <message>
        <source>Canada Central</source>
        <translation>Canada Central</translation>
    </message>
    <message>
        <source>Canada East</source>
        <translation>Canada East</translation>
    </message>
    <message>
        <source>Central India</source>
        <translation>Central India</translation>
    </message>
    <message>
        <source>Central US</source>
        <translation>Central US</translation>
    </message>
    <message>
        <source>Compute optimized</source>
        <translation>Compute optimized</translation>
    </message>
    <message>
        <source>East Asia</source>
        <translation>East Asia</translation>
    </message>
    <message>
        <source>East US 2</source>
        <translation>East US 2</translation>
    </message>
    <message>
        <source>East US</source>
        <translation>East US</translation>
    </message>
    <message>
        <source>France Central</source>
        <translation>France Central</translation>
    </message>
    <message>
        <source>GB.</source>
        <translation>GB.</translation>
    </message>
    <message>
        <source>General workloads on the D family, on demand, without a taint.</source>
        <translation>General workloads on the D family, on demand, without a taint.</translation>
    </message>
    <message>
        <source>Germany West Central</source>
        <translation>Germany West Central</translation>
    </message>
    <message>
        <source>Greater than one number.</source>
        <translation>Greater than one number.</translation>
    </message>
    <message>
        <source>Israel Central</source>
        <translation>Israel Central</translation>
    </message>
    <message>
        <source>Italy North</source>
        <translation>Italy North</translation>
    </message>
    <message>
        <source>Japan East</source>
        <translation>Japan East</translation>
    </message>
    <message>
        <source>Japan West</source>
        <translation>Japan West</translation>
    </message>
    <message>
        <source>Korea Central</source>
        <translation>Korea Central</translation>
    </message>
    <message>
        <source>Less than one number.</source>
        <translation>Less than one number.</translation>
    </message>
    <message>
        <source>Memory optimized</source>
        <translation>Memory optimized</translation>
    </message>
    <message>
        <source>Mexico Central</source>
        <translation>Mexico Central</translation>
    </message>
    <message>
        <source>MiB: 8 GiB is 8192.</source>
        <translation>MiB: 8 GiB is 8192.</translation>
    </message>
    <message>
        <source>No availability zones.</source>
        <translation>No availability zones.</translation>
    </message>
    <message>
        <source>No uptime agreement; for trials.</source>
        <translation>No uptime agreement; for trials.</translation>
    </message>
    <message>
        <source>Node auto provisioning: Karpenter makes the nodes.</source>
        <translation>Node auto provisioning: Karpenter makes the nodes.</translation>
    </message>
    <message>
        <source>Nodes come from agent pools only.</source>
        <translation>Nodes come from agent pools only.</translation>
    </message>
    <message>
        <source>Nodes that a cheaper set could replace go too.</source>
        <translation>Nodes that a cheaper set could replace go too.</translation>
    </message>
    <message>
        <source>None of the values.</source>
        <translation>None of the values.</translation>
    </message>
    <message>
        <source>North Central US</source>
        <translation>North Central US</translation>
    </message>
    <message>
        <source>North Europe</source>
        <translation>North Europe</translation>
    </message>
    <message>
        <source>Norway East</source>
        <translation>Norway East</translation>
    </message>
    <message>
        <source>Not with node auto provisioning.</source>
        <translation>Not with node auto provisioning.</translation>
    </message>
    <message>
        <source>One of the values.</source>
        <translation>One of the values.</translation>
    </message>
    <message>
        <source>Only nodes without workload go.</source>
        <translation>Only nodes without workload go.</translation>
    </message>
    <message>
        <source>Poland Central</source>
        <translation>Poland Central</translation>
    </message>
    <message>
        <source>Qatar Central</source>
        <translation>Qatar Central</translation>
    </message>
    <message>
        <source>REGION-NUMBER; 0 is a region without zones.</source>
        <translation>REGION-NUMBER; 0 is a region without zones.</translation>
    </message>
    <message>
        <source>South Africa North</source>
        <translation>South Africa North</translation>
    </message>
    <message>
        <source>South Central US</source>
        <translation>South Central US</translation>
    </message>
    <message>
        <source>Southeast Asia</source>
        <translation>Southeast Asia</translation>
    </message>
    <message>
        <source>Spain Central</source>
        <translation>Spain Central</translation>
    </message>
    <message>
        <source>Spot</source>
        <translation>Spot</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Sweden Central</source>
        <translation>Sweden Central</translation>
    </message>
    <message>
        <source>Switzerland North</source>
        <translation>Switzerland North</translation>
    </message>
    <message>
        <source>The digits after v; 1 where the size has none.</source>
        <translation>The digits after v; 1 where the size has none.</translation>
    </message>
    <message>
        <source>The key does not exist.</source>
        <translation>The key does not exist.</translation>
    </message>
    <message>
        <source>The key exists, with any value.</source>
        <translation>The key exists, with any value.</translation>
    </message>
    <message>
        <source>The leading letters of the VM size.</source>
        <translation>The leading letters of the VM size.</translation>
    </message>
    <message>
        <source>The newest patch of 1.32.</source>
        <translation>The newest patch of 1.32.</translation>
    </message>
    <message>
        <source>The newest patch of 1.33.</source>
        <translation>The newest patch of 1.33.</translation>
    </message>
    <message>
        <source>The newest patch of 1.34.</source>
        <translation>The newest patch of 1.34.</translation>
    </message>
    <message>
        <source>The whole VM size.</source>
        <translation>The whole VM size.</translation>
    </message>
    <message>
        <source>UAE North</source>
        <translation>UAE North</translation>
    </message>
    <message>
        <source>UK South</source>
        <translation>UK South</translation>
    </message>
    <message>
        <source>UK West</source>
        <translation>UK West</translation>
    </message>
    <message>
        <source>Virtual CPUs.</source>
        <translation>Virtual CPUs.</translation>
    </message>
    <message>
        <source>West Central US</source>
        <translation>West Central US</translation>
    </message>
    <message>
        <source>West Europe</source>
        <translation>West Europe</translation>
    </message>
    <message>
        <source>West US 2</source>
        <translation>West US 2</translation>
    </message>
    <message>
        <source>West US 3</source>
        <translation>West US 3</translation>
    </message>
    <message>
        <source>West US</source>
        <translation>West US</translation>
    </message>
    <message>
        <source>With an uptime agreement.</source>
        <translation>With an uptime agreement.</translation>
    </message>
    <message>
        <source>With both, spot is preferred.</source>
        <translation>With both, spot is preferred.</translation>
    </message>
    <message>
        <source>With long-term support, and only with it.</source>
        <translation>With long-term support, and only with it.</translation>
    </message>
    <message>
        <source>Workloads that ask for it, on the E family, on demand.</source>
        <translation>Workloads that ask for it, on the E family, on demand.</translation>
    </message>
    <message>
        <source>Workloads that ask for it, on the F family, on demand.</source>
        <translation>Workloads that ask for it, on the F family, on demand.</translation>
    </message>
    <message>
        <source>Workloads that bear losing their node, on spot machines of the D, E and F families.</source>
        <translation>Workloads that bear losing their node, on spot machines of the D, E and F families.</translation>
    </message>
    <message>
        <source>%1 lies between %2 and %3; it is %4.</source>
        <translation>%1 lies between %2 and %3; it is %4.</translation>
    </message>
    <message>
        <source>%1: %2 is no label: up to 63 letters, digits, - _ and ., with a letter or digit at both ends; a key may have a domain and / before it.</source>
        <translation>%1: %2 is no label: up to 63 letters, digits, - _ and ., with a letter or digit at both ends; a key may have a domain and / before it.</translation>
    </message>
    <message>
        <source>The value of an Azure tag has at most 256 characters; that of %1 has more.</source>
        <translation>The value of an Azure tag has at most 256 characters; that of %1 has more.</translation>
    </message>
    <message>
        <source>“%1” cannot be a key of a Secret: letters, digits, - _ and .</source>
        <translation>“%1” cannot be a key of a Secret: letters, digits, - _ and .</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a Secret: lower-case letters, digits, - and .</source>
        <translation>“%1” cannot be the name of a Secret: lower-case letters, digits, - and .</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of an object: lower-case letters, digits, - and .</source>
        <translation>“%1” cannot be the name of an object: lower-case letters, digits, - and .</translation>
    </message>
    <message>
        <source>“%1” is no Azure region; one is written like westeurope.</source>
        <translation>“%1” is no Azure region; one is written like westeurope.</translation>
    </message>
    <message>
        <source>“%1” is no name for an Azure tag: 1 to 512 characters without &lt; &gt; % &amp; \ ? /.</source>
        <translation>“%1” is no name for an Azure tag: 1 to 512 characters without &lt; &gt; % &amp; \ ? /.</translation>
    </message>
    <message>
        <source>“%1” is no size of virtual machine; one is written like Standard_D4s_v5.</source>
        <translation>“%1” is no size of virtual machine; one is written like Standard_D4s_v5.</translation>
    </message>
    <message>
        <source>“%1” is no taint; one is written key=value:NoSchedule, :PreferNoSchedule or :NoExecute.</source>
        <translation>“%1” is no taint; one is written key=value:NoSchedule, :PreferNoSchedule or :NoExecute.</translation>
    </message>
    <message>
        <source>A pod's limit of processes is -1 for none, or up to %1, all that a node can have.</source>
        <translation>A pod's limit of processes is -1 for none, or up to %1, all that a node can have.</translation>
    </message>
    <message>
        <source>“%1” is no sysctl of pods, and the kubelet would not start: they are kernel.shm…, kernel.msg…, kernel.sem, fs.mqueue.… and net.…, each whole or with a * at its end.</source>
        <translation>“%1” is no sysctl of pods, and the kubelet would not start: they are kernel.shm…, kernel.msg…, kernel.sem, fs.mqueue.… and net.…, each whole or with a * at its end.</translation>
    </message>
    <message>
        <source>“%1” is no label: up to 63 letters, digits, - _ and ., with a letter or digit at both ends; a domain and / may stand before it.</source>
        <translation>“%1” is no label: up to 63 letters, digits, - _ and ., with a letter or digit at both ends; a domain and / may stand before it.</translation>
    </message>
    <message>
        <source>“%1” is no name for an Azure tag: 1 to 512 characters without &lt; &gt; % &amp; \ ?.</source>
        <translation>“%1” is no name for an Azure tag: 1 to 512 characters without &lt; &gt; % &amp; \ ?.</translation>
    </message>
    <message>
        <source>“%1” is no value of a label: up to 63 letters, digits, - _ and ., with a letter or digit at both ends.</source>
        <translation>“%1” is no value of a label: up to 63 letters, digits, - _ and ., with a letter or digit at both ends.</translation>
    </message>
</context>
<context>
    <name>schema</name>
    <message>
        <source>%1 cannot be %2. Possible values: %3.</source>
        <translation>%1 cannot be %2. Possible values: %3.</translation>
    </message>
    <message>
        <source>%1 does not fit into the format %2.</source>
        <translation>%1 does not fit into the format %2.</translation>
    </message>
    <message>
        <source>%1 does not match the pattern %2.</source>
        <translation>%1 does not match the pattern %2.</translation>
    </message>
    <message>
        <source>%1 has a form that is ruled out.</source>
        <translation>%1 has a form that is ruled out.</translation>
    </message>
    <message>
        <source>%1 has the item %2 twice.</source>
        <translation>%1 has the item %2 twice.</translation>
    </message>
    <message>
        <source>%1 has two items with %2 %3.</source>
        <translation>%1 has two items with %2 %3.</translation>
    </message>
    <message>
        <source>%1 is none of the alternatives that it may be.</source>
        <translation>%1 is none of the alternatives that it may be.</translation>
    </message>
    <message>
        <source>%1 is not known in version %2. Known versions: %3.</source>
        <translation>%1 is not known in version %2. Known versions: %3.</translation>
    </message>
    <message>
        <source>%1 is not known. The group %2 comes with Argo Workflows.</source>
        <translation>%1 is not known. The group %2 comes with Argo Workflows.</translation>
    </message>
    <message>
        <source>%1 is not known. The group %2 comes with Azure Service Operator, which must be told to install it (crdPattern).</source>
        <translation>%1 is not known. The group %2 comes with Azure Service Operator, which must be told to install it (crdPattern).</translation>
    </message>
    <message>
        <source>%1 is not known. The group %2 comes with node provisioning: turn on AKS node auto provisioning, or install Karpenter.</source>
        <translation>%1 is not known. The group %2 comes with node provisioning: turn on AKS node auto provisioning, or install Karpenter.</translation>
    </message>
    <message>
        <source>%1 is not of the format %2.</source>
        <translation>%1 is not of the format %2.</translation>
    </message>
    <message>
        <source>%1 is required.</source>
        <translation>%1 is required.</translation>
    </message>
    <message>
        <source>%1 must be a multiple of %2.</source>
        <translation>%1 must be a multiple of %2.</translation>
    </message>
    <message>
        <source>%1 must be at least %2.</source>
        <translation>%1 must be at least %2.</translation>
    </message>
    <message>
        <source>%1 must be at most %2.</source>
        <translation>%1 must be at most %2.</translation>
    </message>
    <message>
        <source>%1 must be exactly one of the alternatives that it may be.</source>
        <translation>%1 must be exactly one of the alternatives that it may be.</translation>
    </message>
    <message>
        <source>%1 must be less than %2.</source>
        <translation>%1 must be less than %2.</translation>
    </message>
    <message>
        <source>%1 must be more than %2.</source>
        <translation>%1 must be more than %2.</translation>
    </message>
    <message>
        <source>%1 must be of type %2, but it is null; leave it out instead.</source>
        <translation>%1 must be of type %2, but it is null; leave it out instead.</translation>
    </message>
    <message>
        <source>%1 must be of type %2, but it is of type %3.</source>
        <translation>%1 must be of type %2, but it is of type %3.</translation>
    </message>
    <message>
        <source>A document must be a mapping with apiVersion, kind and metadata.</source>
        <translation>A document must be a mapping with apiVersion, kind and metadata.</translation>
    </message>
    <message>
        <source>A document must have a name in metadata.name.</source>
        <translation>A document must have a name in metadata.name.</translation>
    </message>
    <message>
        <source>A document must state its %1.</source>
        <translation>A document must state its %1.</translation>
    </message>
    <message>
        <source>A schema must be a JSON object.</source>
        <translation>A schema must be a JSON object.</translation>
    </message>
    <message>
        <source>The CustomResourceDefinition lacks %1.</source>
        <translation>The CustomResourceDefinition lacks %1.</translation>
    </message>
    <message>
        <source>The key %1 must be a name of at most 63 letters, digits, hyphens, underscores and dots, with a DNS name and a slash before it if need be.</source>
        <translation>The key %1 must be a name of at most 63 letters, digits, hyphens, underscores and dots, with a DNS name and a slash before it if need be.</translation>
    </message>
    <message>
        <source>The kind %1 of %2 is not known here, so its fields are not checked.</source>
        <translation>The kind %1 of %2 is not known here, so its fields are not checked.</translation>
    </message>
    <message>
        <source>The label value %1 must consist of at most 63 letters, digits, hyphens, underscores and dots, and must start and end with a letter or a digit.</source>
        <translation>The label value %1 must consist of at most 63 letters, digits, hyphens, underscores and dots, and must start and end with a letter or a digit.</translation>
    </message>
    <message>
        <source>The name %1 is longer than %2 characters.</source>
        <translation>The name %1 is longer than %2 characters.</translation>
    </message>
    <message>
        <source>The name %1 may hold neither a slash nor a percent sign, nor be only dots.</source>
        <translation>The name %1 may hold neither a slash nor a percent sign, nor be only dots.</translation>
    </message>
    <message>
        <source>The name %1 must consist of lower-case letters, digits and hyphens, and must start and end with a letter or a digit.</source>
        <translation>The name %1 must consist of lower-case letters, digits and hyphens, and must start and end with a letter or a digit.</translation>
    </message>
    <message>
        <source>The namespace %1 must consist of at most 63 lower-case letters, digits and hyphens, and must start and end with a letter or a digit.</source>
        <translation>The namespace %1 must consist of at most 63 lower-case letters, digits and hyphens, and must start and end with a letter or a digit.</translation>
    </message>
    <message>
        <source>There is no field %1. Did you mean %2?</source>
        <translation>There is no field %1. Did you mean %2?</translation>
    </message>
    <message>
        <source>There is no field %1.</source>
        <translation>There is no field %1.</translation>
    </message>
    <message>
        <source>There is no kind %1 in %2. Did you mean %3?</source>
        <translation>There is no kind %1 in %2. Did you mean %3?</translation>
    </message>
    <message>
        <source>There is no kind %1 in %2.</source>
        <translation>There is no kind %1 in %2.</translation>
    </message>
    <message>
        <source>metadata.generateName works only for objects that are created anew; to be applied, a document needs metadata.name.</source>
        <translation>metadata.generateName works only for objects that are created anew; to be applied, a document needs metadata.name.</translation>
    </message>
    <message>
        <source>metadata.managedFields is the server's own record; a document that is applied must not have it.</source>
        <translation>metadata.managedFields is the server's own record; a document that is applied must not have it.</translation>
    </message>
    <message numerus="yes">
        <source>%1 must have at least %n character(s).</source>
        <translation>
            <numerusform>%1 must have at least %n character.</numerusform>
            <numerusform>%1 must have at least %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 must have at least %n item(s).</source>
        <translation>
            <numerusform>%1 must have at least %n item.</numerusform>
            <numerusform>%1 must have at least %n items.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 must have at least %n member(s).</source>
        <translation>
            <numerusform>%1 must have at least %n member.</numerusform>
            <numerusform>%1 must have at least %n members.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 must have at most %n character(s).</source>
        <translation>
            <numerusform>%1 must have at most %n character.</numerusform>
            <numerusform>%1 must have at most %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 must have at most %n item(s).</source>
        <translation>
            <numerusform>%1 must have at most %n item.</numerusform>
            <numerusform>%1 must have at most %n items.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 must have at most %n member(s).</source>
        <translation>
            <numerusform>%1 must have at most %n member.</numerusform>
            <numerusform>%1 must have at most %n members.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is not known here. Kinds of %2 are made by ResourceGraphDefinitions of a cluster with kro.</source>
        <translation>%1 is not known here. Kinds of %2 are made by ResourceGraphDefinitions of a cluster with kro.</translation>
    </message>
    <message>
        <source>There is no field %1. A field of that name is at %2.</source>
        <translation>There is no field %1. A field of that name is at %2.</translation>
    </message>
    <message>
        <source>%1 must be a cron schedule: minute, hour, day, month and weekday, like 0 9 * * 1-5, or one of @hourly, @daily, @weekly, @monthly and @yearly.</source>
        <translation>%1 must be a cron schedule: minute, hour, day, month and weekday, like 0 9 * * 1-5, or one of @hourly, @daily, @weekly, @monthly and @yearly.</translation>
    </message>
    <message>
        <source>%1 must be a duration in hours and minutes, like 30m or 8h.</source>
        <translation>%1 must be a duration in hours and minutes, like 30m or 8h.</translation>
    </message>
    <message>
        <source>%1 must be a duration in hours, minutes and seconds, like 30s or 1h30m, or Never.</source>
        <translation>%1 must be a duration in hours, minutes and seconds, like 30s or 1h30m, or Never.</translation>
    </message>
    <message>
        <source>%1 must be a duration in hours, minutes and seconds, like 30s or 1h30m.</source>
        <translation>%1 must be a duration in hours, minutes and seconds, like 30s or 1h30m.</translation>
    </message>
    <message>
        <source>%1 must be a name of letters, digits, hyphens, underscores and dots that starts and ends with a letter or a digit; a domain and a slash may stand before it.</source>
        <translation>%1 must be a name of letters, digits, hyphens, underscores and dots that starts and ends with a letter or a digit; a domain and a slash may stand before it.</translation>
    </message>
    <message>
        <source>%1 must be a quantity: a number, perhaps with a unit, like 4, 500m or 16Gi.</source>
        <translation>%1 must be a quantity: a number, perhaps with a unit, like 4, 500m or 16Gi.</translation>
    </message>
    <message>
        <source>%1 must be a whole number with a unit, like 50Mi.</source>
        <translation>%1 must be a whole number with a unit, like 50Mi.</translation>
    </message>
    <message>
        <source>%1 must be a whole number, or a percentage up to 100%, like 10%.</source>
        <translation>%1 must be a whole number, or a percentage up to 100%, like 10%.</translation>
    </message>
    <message>
        <source>%1 must be an IPv4 address, like 10.0.0.10.</source>
        <translation>%1 must be an IPv4 address, like 10.0.0.10.</translation>
    </message>
    <message>
        <source>%1 must be an IPv4 range, like 10.0.0.0/16.</source>
        <translation>%1 must be an IPv4 range, like 10.0.0.0/16.</translation>
    </message>
    <message>
        <source>%1 must be the ID of a subnet: /subscriptions/…/resourceGroups/…/providers/Microsoft.Network/virtualNetworks/…/subnets/….</source>
        <translation>%1 must be the ID of a subnet: /subscriptions/…/resourceGroups/…/providers/Microsoft.Network/virtualNetworks/…/subnets/….</translation>
    </message>
    <message>
        <source>%1 must consist of letters, digits, hyphens, underscores and dots, and start and end with a letter or a digit.</source>
        <translation>%1 must consist of letters, digits, hyphens, underscores and dots, and start and end with a letter or a digit.</translation>
    </message>
    <message>
        <source>%1 must consist of up to 12 lower-case letters and digits, and start with a letter.</source>
        <translation>%1 must consist of up to 12 lower-case letters and digits, and start with a letter.</translation>
    </message>
    <message>
        <source>%1 must consist of up to 63 letters, digits, hyphens and underscores, and start and end with a letter or a digit.</source>
        <translation>%1 must consist of up to 63 letters, digits, hyphens and underscores, and start and end with a letter or a digit.</translation>
    </message>
</context>
<context>
    <name>session</name>
    <message>
        <source>%1 does not parse (line %2): %3</source>
        <translation>%1 does not parse (line %2): %3</translation>
    </message>
    <message>
        <source>%1 has no file yet. Choose where to save it.</source>
        <translation>%1 has no file yet. Choose where to save it.</translation>
    </message>
    <message>
        <source>%1 is not UTF-8 text, so it cannot be opened without damage.</source>
        <translation>%1 is not UTF-8 text, so it cannot be opened without damage.</translation>
    </message>
    <message>
        <source>%1 is still being read. Try again in a moment.</source>
        <translation>%1 is still being read. Try again in a moment.</translation>
    </message>
    <message>
        <source>%1 was changed by another program since it was opened. Save under another name, so that neither text is lost.</source>
        <translation>%1 was changed by another program since it was opened. Save under another name, so that neither text is lost.</translation>
    </message>
    <message>
        <source>The field %1 was not set, because the YAML does not parse.</source>
        <translation>The field %1 was not set, because the YAML does not parse.</translation>
    </message>
    <message>
        <source>%1 does not hold a list of allowed commands.</source>
        <translation>%1 does not hold a list of allowed commands.</translation>
    </message>
    <message>
        <source>%1 does not hold a list of access modes.</source>
        <translation>%1 does not hold a list of access modes.</translation>
    </message>
    <message>
        <source>The kubeconfig has no context “%1” that leads to a server.</source>
        <translation>The kubeconfig has no context “%1” that leads to a server.</translation>
    </message>
    <message>
        <source>The server has no kind “%1” that can be listed.</source>
        <translation>The server has no kind “%1” that can be listed.</translation>
    </message>
</context>
<context>
    <name>ui</name>
    <message>
        <source>The text has changed meanwhile; nothing was set.</source>
        <translation>The text has changed meanwhile; nothing was set.</translation>
    </message>
    <message>
        <source>A field of the form has no name or no label: %1.</source>
        <translation>A field of the form has no name or no label: %1.</translation>
    </message>
    <message>
        <source>The form does not say which kind it is for, or has no name.</source>
        <translation>The form does not say which kind it is for, or has no name.</translation>
    </message>
    <message>
        <source>The form names a widget that does not exist: %1.</source>
        <translation>The form names a widget that does not exist: %1.</translation>
    </message>
</context>
</TS>
