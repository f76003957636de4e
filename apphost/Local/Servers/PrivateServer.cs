using Aspire.Hosting.ApplicationModel;
using Handhaving.AppHost.Local.Instances;
using Handhaving.AppHost.Local.Processes;

namespace Handhaving.AppHost.Local.Servers;

/// <summary>A private instance of a server: prepares its files and tells which processes make it up, in the order of starting.</summary>
internal abstract class PrivateServer
{
    public abstract Task<IReadOnlyList<Launch>> PrepareAsync(CancellationToken cancellation);

    /// <summary>What is left to do once it serves.</summary>
    public virtual Task CompleteAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>None for a resource that is no server, or one for which a connection string was given.</summary>
    public static PrivateServer? For(Resource resource, Instance instance) => resource switch
    {
        PostgresServerResource { IsNeeded: true } postgres => new PrivatePostgres(postgres, instance),
        RabbitMQServerResource { Given: null } rabbit => new PrivateRabbitMQ(rabbit, instance),
        RedisResource { Given: null } redis => new PrivateRedis(redis, instance),
        _ => null,
    };

    protected static void Start(string directory, bool empty)
    {
        if (empty && Directory.Exists(directory))
            Directory.Delete(directory, recursive: true);
        Directory.CreateDirectory(directory);
    }
}
