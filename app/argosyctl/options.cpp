// SPDX-License-Identifier: GPL-3.0-or-later
#include "options.h"

#include <CLI/CLI.hpp>

namespace argosy {

namespace {

/// Strings as CLI11 fills them; turned into Options once parsing has succeeded.
struct Raw
{
    std::map<const void*, std::string> texts;
    std::map<const void*, std::vector<std::string>> lists;
};

/// As CLI11 takes them: last one first, a value that is empty (--context=) as an argument of its own, and no sign
/// between a short flag and its value (-o=json).
std::vector<std::string> spelledForCli11(const std::vector<std::string>& arguments)
{
    std::vector<std::string> spelled;
    bool flags = true;
    for (const std::string& argument : arguments) {
        flags = flags && argument != "--";
        const std::size_t sign = argument.find('=');
        const bool isLong = argument.starts_with("--");
        const bool isShort = !isLong && argument.starts_with('-') && sign == 2;
        if (!flags || sign == std::string::npos || !(isLong || isShort)) {
            spelled.push_back(argument);
        } else if (sign + 1 == argument.size()) {
            spelled.push_back(argument.substr(0, sign));
            spelled.emplace_back();
        } else {
            spelled.push_back(isLong ? argument : argument.substr(0, sign) + argument.substr(sign + 1));
        }
    }
    std::ranges::reverse(spelled);
    return spelled;
}

bool takesValue(const std::string& flag)
{
    const bool hasItsOwn = flag.find('=') != std::string::npos || (!flag.starts_with("--") && flag.size() > 2);
    return !hasItsOwn && flag != "--insecure-skip-tls-verify";
}

/// kubectl takes the flags of a connection before the command too; here they move behind it.
std::vector<std::string> withCommandFirst(std::vector<std::string> arguments)
{
    const auto isMoved = [](const std::string& argument) {
        return argument.starts_with('-') && argument != "--" && argument != "-h" && !argument.starts_with("--help");
    };
    auto command = arguments.begin();
    while (command != arguments.end() && isMoved(*command))
        command += takesValue(*command) && command + 1 != arguments.end() ? 2 : 1;
    std::rotate(arguments.begin(), command, std::find(command, arguments.end(), "--"));
    return arguments;
}

class Parser final
{
public:
    Parser()
        : m_app("Provision AKS clusters through Azure Service Operator, Karpenter and Argo Workflows, and see what "
                "became of them.",
            "argosyctl")
    {
        m_app.require_subcommand(1);
        m_app.set_help_all_flag("--help-all", "Help for all commands");
        addVersion();
        addAuth();
        addConfig();
        addConvert();
        addNew();
        addValidate();
        addPlan("plan", "Ask the server what an apply would do");
        addPlan("diff", "The same as unified diffs");
        addApply();
        addSubmit();
        addTree();
        addJournal();
        addSnapshot();
        addDemo();
    }

    std::variant<Options, int> parse(int argc, char** argv)
    {
        try {
            m_app.parse(spelledForCli11(withCommandFirst({argv + 1, argv + argc})));
        } catch (const CLI::ParseError& error) {
            return m_app.exit(error) == 0 ? 0 : 2;
        }
        for (const auto& [target, text] : m_raw.texts)
            if (!text.empty())
                *m_textTargets.at(target) = QString::fromStdString(text);
        for (const auto& [target, list] : m_raw.lists)
            for (const std::string& item : list)
                m_listTargets.at(target)->append(QString::fromStdString(item));
        m_options.output = m_format == "json" ? OutputFormat::Json
            : m_format == "yaml"              ? OutputFormat::Yaml
                                              : OutputFormat::Text;
        m_options.timeout = std::chrono::seconds(m_timeoutSeconds);
        if (m_requestTimeoutSeconds)
            m_options.requestTimeout = std::chrono::seconds(*m_requestTimeoutSeconds);
        m_options.dryRunServer = !m_dryRun.empty();
        return m_options;
    }

private:
    CLI::App* add(const std::string& name, const std::string& description)
    {
        CLI::App* command = m_app.add_subcommand(name, description);
        command->callback([this, name] { m_options.command = QString::fromStdString(name); });
        return command;
    }

    CLI::Option* text(CLI::App* command, const std::string& name, QString& target, const std::string& description)
    {
        m_textTargets[&target] = &target;
        return command->add_option(name, m_raw.texts[&target], description);
    }

    CLI::Option* list(CLI::App* command, const std::string& name, QStringList& target, const std::string& description)
    {
        m_listTargets[&target] = &target;
        CLI::Option* option = command->add_option(name, m_raw.lists[&target], description);
        return option->get_positional() ? option : option->allow_extra_args(false); // what follows is no second value
    }

    void kubeconfig(CLI::App* command)
    {
        text(command, "--kubeconfig", m_options.kubeconfig, "Path to the kubeconfig file");
        text(command, "--context", m_options.context, "Context of the kubeconfig to use");
    }

    void connection(CLI::App* command)
    {
        kubeconfig(command);
        text(command, "--cluster", m_options.cluster, "Cluster of the kubeconfig to use");
        text(command, "--user", m_options.user, "User of the kubeconfig to use");
        text(command, "-s,--server", m_options.server, "Address of the API server");
        text(command, "-n,--namespace", m_options.nameSpace, "Namespace of what does not say one");
        text(command, "--as", m_options.as, "User to act as");
        text(command, "--as-uid", m_options.asUid, "UID to act as");
        list(command, "--as-group", m_options.asGroups, "Group to act as; repeatable");
        command->add_flag("--insecure-skip-tls-verify", m_options.insecureSkipTlsVerify,
            "Do not check the server's certificate: the connection is open to eavesdroppers");
        duration(command, "--request-timeout", m_requestTimeoutSeconds,
            "How long a server may say nothing to one request, such as 30s or 1m; 0 is without end");
        command
            ->add_option("-v,--v", m_options.verbosity,
                "From 1 on, tell on standard error what is asked of servers; never a secret")
            ->check(CLI::NonNegativeNumber)
            ->type_name("LEVEL");
    }

    template <class Number>
    void duration(CLI::App* command, const std::string& name, Number& seconds, const std::string& description)
    {
        command->add_option(name, seconds, description)
            ->transform(CLI::AsNumberWithUnit(
                std::map<std::string, int>{{"s", 1}, {"m", 60}, {"h", 3600}}, CLI::AsNumberWithUnit::UNIT_OPTIONAL))
            ->type_name("DURATION");
    }

    void fieldManager(CLI::App* command)
    {
        text(command, "--field-manager", m_options.fieldManager, "Whom the server notes as the writer (argosy)");
    }

    void files(CLI::App* command, bool required = true)
    {
        list(command, "-f,--filename", m_options.files, "File, folder or - for standard input; repeatable")
            ->required(required);
        command->add_flag("-R,--recursive", m_options.recursive, "Folders with their subfolders");
    }

    void output(CLI::App* command, std::vector<std::string> formats)
    {
        command->add_option("-o,--output", m_format, "Output format")->check(CLI::IsMember(std::move(formats)));
    }

    void waiting(CLI::App* command)
    {
        command->add_flag("--wait", m_options.wait, "Wait until everything is ready");
        duration(command, "--timeout", m_timeoutSeconds, "How long to wait, such as 90s, 30m or 1h; 0 is without end");
    }

    void confirmation(CLI::App* command)
    {
        text(command, "--confirm", m_options.confirm, "The context to write to, where that is guarded");
    }

    void addVersion()
    {
        CLI::App* command = add("version", "Own version, Qt's and the server's");
        command->add_flag("--client", m_options.clientOnly, "Ask no server");
        connection(command);
        output(command, {"text", "json"});
    }

    CLI::App* addBelow(CLI::App* parent, const std::string& name, const std::string& description)
    {
        CLI::App* command = parent->add_subcommand(name, description);
        const std::string whole = parent->get_name() + ' ' + name;
        command->callback([this, whole] { m_options.command = QString::fromStdString(whole); });
        return command;
    }

    void addAuth()
    {
        CLI::App* parent = m_app.add_subcommand("auth", "Who the server thinks we are, and what we may do");
        parent->require_subcommand(1);
        CLI::App* whoami = addBelow(parent, "whoami", "Who the server thinks we are");
        connection(whoami);
        output(whoami, {"text", "json", "yaml"});
        addCanI(parent);
    }

    void addCanI(CLI::App* parent)
    {
        CLI::App* command = addBelow(parent, "can-i", "Whether we may do something; exit code 1: no");
        list(command, "ACTION", m_options.arguments,
            "VERB RESOURCE [NAME], such as create pods, get deployments.apps/web, get /healthz; * is all")
            ->expected(0, 3);
        command->add_flag("--list", m_options.listRules, "List what we may do in the namespace");
        command->add_flag("-A,--all-namespaces", m_options.allNamespaces, "In all namespaces");
        text(command, "--subresource", m_options.subresource, "Such as log or scale");
        connection(command);
        output(command, {"text", "json", "yaml"});
    }

    void addConfig()
    {
        CLI::App* parent = m_app.add_subcommand("config", "The kubeconfig and how its contexts are treated");
        parent->require_subcommand(1);
        addConfigView(parent);
        addConfigMode(parent);
    }

    void addConfigMode(CLI::App* parent)
    {
        CLI::App* command = addBelow(parent, "mode", "Show or set how carefully a context is treated");
        text(command, "CONTEXT", m_options.context, "Context of the kubeconfig")->required();
        text(command, "MODE", m_options.mode,
            "read-only: nothing is written; guarded: each write is confirmed; open: no questions")
            ->check(CLI::IsMember({"read-only", "guarded", "open"}));
        text(command, "--kubeconfig", m_options.kubeconfig, "Path to the kubeconfig file");
    }

    void addConfigView(CLI::App* parent)
    {
        CLI::App* command = addBelow(parent, "view", "The merged kubeconfig, without its secrets");
        kubeconfig(command);
        command->add_flag("--raw", m_options.raw, "With tokens, passwords, keys and certificates");
        command->add_flag(
            "--flatten", m_options.flatten, "With the content of files instead of their names; shows keys");
        command->add_flag("--minify", m_options.minify, "Only what the context uses");
        output(command, {"yaml", "json"});
    }

    void addConvert()
    {
        CLI::App* command = add("convert", "YAML or JSON into the other; several documents become a List in JSON");
        files(command);
        output(command, {"yaml", "json"});
    }

    void addNew()
    {
        CLI::App* parent = m_app.add_subcommand("new", "Make manifests");
        parent->require_subcommand(1);
        CLI::App* command = addBelow(parent, "cluster", "The whole set of manifests for one cluster");
        list(command, "NAME", m_options.arguments, "Name of the cluster")->required()->expected(1);
        text(command, "--location", m_options.location, "Azure region, such as westeurope")->required();
        text(command, "--preset", m_options.preset, "Preset of the node pool (standard)");
        text(command, "--delivery", m_options.delivery, "direct or argo (direct)");
        text(command, "--arrangement", m_options.arrangement,
            "Where Karpenter's objects live: management or workload (management)");
        list(command, "--set", m_options.set, "PATH=VALUE, such as kubernetesVersion=1.33; repeatable");
        text(command, "--out", m_options.out, "Folder for one file per document; standard output otherwise");
    }

    void addValidate()
    {
        CLI::App* command = add("validate", "Every problem of every document, without a server");
        files(command);
        text(command, "--schemas", m_options.schemas, "builtin, cluster, or a folder of CRDs (builtin)");
        connection(command);
        output(command, {"text", "json"});
    }

    void addPlan(const std::string& name, const std::string& description)
    {
        CLI::App* command = add(name, description);
        files(command);
        connection(command);
        fieldManager(command);
        if (name == "plan")
            output(command, {"text", "json"});
    }

    void addApply()
    {
        CLI::App* command = add("apply", "Server-side apply in dependency order; stops at the first failure");
        files(command);
        connection(command);
        command->add_option("--dry-run", m_dryRun, "server: change nothing")->check(CLI::IsMember({"server"}));
        command->add_flag("--force-conflicts", m_options.forceConflicts, "Take over fields that others own");
        fieldManager(command);
        confirmation(command);
        waiting(command);
    }

    void addSubmit()
    {
        CLI::App* command = add("submit", "Create a Workflow from a WorkflowTemplate");
        list(command, "TEMPLATE", m_options.arguments, "Name of the WorkflowTemplate")->required()->expected(1);
        list(command, "-p,--parameter", m_options.parameters, "NAME=VALUE; repeatable");
        files(command, false);
        connection(command);
        fieldManager(command);
        confirmation(command);
        waiting(command);
        output(command, {"text", "json"});
    }

    void addTree()
    {
        CLI::App* command = add("tree", "The live resources as a tree with their health");
        list(command, "KIND/NAME", m_options.arguments, "Only this object and what hangs below it")->expected(0, 1);
        connection(command);
        output(command, {"text", "json"});
    }

    void addJournal()
    {
        CLI::App* command = add("journal", "What Argosy has written, to which cluster, with what outcome");
        connection(command);
        output(command, {"text", "json"});
    }

    void addSnapshot()
    {
        CLI::App* parent = m_app.add_subcommand("snapshot", "A cluster as a file, without its secrets");
        parent->require_subcommand(1);
        CLI::App* save = addBelow(parent, "save", "Read everything that one may read of a cluster into a file");
        list(save, "FILE", m_options.arguments, "Where to, such as heron.snapshot")->required()->expected(1);
        list(save, "--kind", m_options.kinds, "Only this kind, such as nodepools or secrets; repeatable");
        save->add_flag("-A,--all-namespaces", m_options.allNamespaces, "Of all namespaces, as without -n");
        save->add_flag("--force", m_options.force, "Replace the file if it exists");
        connection(save);
        CLI::App* info = addBelow(parent, "info", "What is in a snapshot, and what is not");
        list(info, "FILE", m_options.arguments, "The snapshot")->required()->expected(1);
        output(info, {"text", "json"});
    }

    void addDemo()
    {
        CLI::App* command = add("demo", "Run the embedded cluster until Ctrl+C");
        command->add_option("--port", m_options.port, "Port on loopback; a free one otherwise");
        command->add_option("--speed", m_options.speed, "Speed of the simulated controllers (1)")
            ->check(CLI::PositiveNumber);
        text(command, "--kubeconfig-out", m_options.kubeconfigOut,
            "Where to write its kubeconfig; standard output otherwise");
    }

    CLI::App m_app;
    Options m_options;
    Raw m_raw;
    std::map<const void*, QString*> m_textTargets;
    std::map<const void*, QStringList*> m_listTargets;
    std::string m_format;
    std::string m_dryRun;
    int m_timeoutSeconds = 0;
    std::optional<int> m_requestTimeoutSeconds;
};

} // namespace

std::variant<Options, int> parseOptions(int argc, char** argv)
{
    Parser parser;
    return parser.parse(argc, argv);
}

} // namespace argosy
