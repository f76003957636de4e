using Aspire.Hosting.ApplicationModel;
using Handhaving.AppHost.Local.Instances;
using Handhaving.AppHost.Local.Processes;

namespace Handhaving.AppHost.Local.Servers;

/// <summary>Redis on loopback with a password; its data is written down only where the model asks for it.</summary>
internal sealed class PrivateRedis(RedisResource resource, Instance instance) : PrivateServer
{
    private readonly string _home = instance.DataOf(resource.Name, otherAccount: false);

    public override Task<IReadOnlyList<Launch>> PrepareAsync(CancellationToken cancellation)
    {
        Start(_home, empty: !resource.KeepsData);
        var configuration = Path.Combine(_home, "redis.conf");
        // Redis reads a password from this file only: its arguments can be seen by everybody.
        PrivateFile.Write(configuration, string.Join('\n',
            $"bind {ServerResource.Host}", $"port {resource.Port}", "protected-mode yes", $"requirepass {resource.Password}", "daemonize no",
            $"dir \"{_home}\"", "save \"\"", $"appendonly {(resource.KeepsData ? "yes" : "no")}", "maxmemory 256mb", "loglevel warning", ""));
        return Task.FromResult<IReadOnlyList<Launch>>(
        [
            new Launch(resource.Name, ServerPackage.Redis.Find() ?? ServerPackage.Redis.Program, [configuration], _home)
            {
                Quiet = true,
                IsReady = cancellation => ServerProbe.RedisAsync(resource.Port, resource.Password, cancellation),
            },
        ]);
    }
}
