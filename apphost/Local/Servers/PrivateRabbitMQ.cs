using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Handhaving.AppHost.Local.Instances;
using Handhaving.AppHost.Local.Processes;

namespace Handhaving.AppHost.Local.Servers;

/// <summary>RabbitMQ on loopback with its own node, cookie, name service and user; nothing of the system's own broker is read or written.</summary>
internal sealed class PrivateRabbitMQ(RabbitMQServerResource resource, Instance instance) : PrivateServer
{
    private readonly string _home = instance.DataOf(resource.Name, otherAccount: false);

    public override Task<IReadOnlyList<Launch>> PrepareAsync(CancellationToken cancellation)
    {
        Start(_home, empty: !resource.KeepsData);
        foreach (var part in new[] { "mnesia", "log", "home", "schema" })
            Directory.CreateDirectory(Path.Combine(_home, part));
        PrivateFile.Write(Path.Combine(_home, "home", ".erlang.cookie"), instance.Secrets.GetOrCreate(resource.Name + "-cookie"));
        PrivateFile.Write(Path.Combine(_home, "rabbitmq.conf"), string.Join('\n', Configuration()) + "\n");
        File.WriteAllText(Path.Combine(_home, "advanced.config"), "[].\n");
        File.WriteAllText(Path.Combine(_home, "rabbitmq-env.conf"), "");
        File.WriteAllText(Path.Combine(_home, "enabled_plugins"), resource.HasManagement ? "[rabbitmq_management].\n" : "[].\n");
        return Task.FromResult<IReadOnlyList<Launch>>([NameService(), Broker()]);
    }

    private IEnumerable<string> Configuration()
    {
        yield return $"listeners.tcp.1 = {ServerResource.Host}:{resource.Port}";
        yield return $"default_user = {resource.User}";
        yield return $"default_pass = {resource.Password}";
        yield return "default_user_tags.administrator = true";
        yield return "vm_memory_high_watermark.absolute = 1GB";
        yield return "disk_free_limit.absolute = 200MB";
        yield return "log.console = true";
        yield return "log.console.level = warning";
        yield return "log.file = false";
        if (!resource.HasManagement)
            yield break;
        yield return $"management.tcp.ip = {ServerResource.Host}";
        yield return $"management.tcp.port = {resource.ManagementPort}";
    }

    // Erlang would start its name service as a daemon that outlives everything; as our own child it ends with us.
    private Launch NameService() => new(resource.Name + "-names",
        Tool.Find("epmd") ?? throw new DistributedApplicationException("epmd, a part of Erlang, was not found; reinstall rabbitmq-server."),
        ["-port", $"{resource.NameServicePort}", "-address", ServerResource.Host], _home)
    {
        Quiet = true,
        IsReady = cancellation => ServerProbe.ListensAsync(resource.NameServicePort, cancellation),
    };

    private Launch Broker() => new(resource.Name, ServerPackage.RabbitMQ.Find() ?? ServerPackage.RabbitMQ.Program, [], _home)
    {
        Quiet = true,
        Environment = new Dictionary<string, string>
        {
            ["RUNNING_UNDER_SYSTEMD"] = "true", // the script then becomes the broker instead of waiting beside it
            ["HOME"] = Path.Combine(_home, "home"),
            ["RABBITMQ_NODENAME"] = $"handhaving-{instance.Key}@localhost",
            ["RABBITMQ_CONF_ENV_FILE"] = Path.Combine(_home, "rabbitmq-env.conf"),
            ["RABBITMQ_CONFIG_FILE"] = Path.Combine(_home, "rabbitmq.conf"),
            ["RABBITMQ_ADVANCED_CONFIG_FILE"] = Path.Combine(_home, "advanced.config"),
            ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(_home, "enabled_plugins"),
            ["RABBITMQ_MNESIA_BASE"] = Path.Combine(_home, "mnesia"),
            ["RABBITMQ_LOG_BASE"] = Path.Combine(_home, "log"),
            ["RABBITMQ_SCHEMA_DIR"] = Path.Combine(_home, "schema"),
            ["RABBITMQ_GENERATED_CONFIG_DIR"] = Path.Combine(_home, "schema"),
            ["RABBITMQ_PID_FILE"] = Path.Combine(_home, "broker.pid"),
            ["RABBITMQ_DIST_PORT"] = $"{resource.DistributionPort}",
            ["ERL_EPMD_PORT"] = $"{resource.NameServicePort}",
            ["ERL_EPMD_ADDRESS"] = ServerResource.Host,
            ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "+S 2:2 -start_epmd false -kernel inet_dist_use_interface {127,0,0,1}",
        },
        IsReady = async cancellation => await ServerProbe.RabbitMQAsync(resource.Port, cancellation)
            && (!resource.HasManagement || await ServerProbe.ListensAsync(resource.ManagementPort, cancellation)),
    };
}
