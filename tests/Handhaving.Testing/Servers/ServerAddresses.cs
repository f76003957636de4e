using Aspire.Hosting;

namespace Handhaving.Testing.Servers;

/// <summary>How the servers of a test are reached, as their owner.</summary>
public sealed class ServerAddresses
{
    private readonly string _postgres;
    private readonly Uri _rabbit;

    internal ServerAddresses(Func<string, string> connectionString)
    {
        _postgres = connectionString(TestServerVerbs.Postgres);
        _rabbit = new Uri(connectionString(TestServerVerbs.RabbitMQ));
        RedisConnectionString = connectionString(TestServerVerbs.Redis);
    }

    /// <summary>host:port,password=...; a test separates its keys by a prefix of its own.</summary>
    public string RedisConnectionString { get; }

    /// <summary>The login that may create databases and roles; the database itself is not created here.</summary>
    public string PostgresOwnerConnectionString(string database) => $"{_postgres};Database={database}";

    /// <summary>The broker's address for a virtual host; "/" is the one that always exists.</summary>
    public Uri RabbitMqUri(string virtualHost) => new(_rabbit, "/" + (virtualHost == "/" ? "" : Uri.EscapeDataString(virtualHost)));
}
