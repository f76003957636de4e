namespace Aspire.Hosting.ApplicationModel;

/// <summary>A server that this application starts as a private instance, unless a connection string is given for it.</summary>
public abstract class ServerResource(string name) : Resource(name), IResourceWithConnectionString, IResourceWithWaitSupport
{
    public abstract string ConnectionString { get; }

    internal const string Host = "127.0.0.1";

    internal int? FixedPort { get; init; }

    internal int Port { get; set; }

    internal IResourceBuilder<ParameterResource>? UserParameter { get; init; }

    internal IResourceBuilder<ParameterResource>? PasswordParameter { get; init; }

    internal string User => UserParameter?.Resource.Required ?? "handhaving";

    internal string Password { get; set; } = "";

    internal string? Given { get; init; }

    internal bool KeepsData { get; set; }
}

/// <summary>A PostgreSQL server.</summary>
public sealed class PostgresServerResource(string name) : ServerResource(name)
{
    internal List<PostgresDatabaseResource> Databases { get; } = [];

    public override string ConnectionString => Given ?? $"Host={Host};Port={Port};Username={User};Password={Password}";

    internal bool IsNeeded => Given is null && (Databases.Count == 0 || Databases.Exists(database => database.Given is null));
}

/// <summary>A database on a PostgreSQL server; created when it does not exist.</summary>
public sealed class PostgresDatabaseResource(string name, string databaseName, PostgresServerResource parent)
    : Resource(name), IResourceWithConnectionString
{
    public PostgresServerResource Parent => parent;

    public string DatabaseName => databaseName;

    public string ConnectionString => Given ?? $"{parent.ConnectionString};Database={databaseName}";

    internal string? Given { get; init; }
}

/// <summary>A RabbitMQ broker.</summary>
public sealed class RabbitMQServerResource(string name) : ServerResource(name)
{
    public override string ConnectionString => Given ?? $"amqp://{User}:{Password}@{Host}:{Port}/";

    internal bool HasManagement { get; set; }

    internal int ManagementPort { get; set; }

    internal int DistributionPort { get; set; }

    internal int NameServicePort { get; set; }
}

/// <summary>A Redis server.</summary>
public sealed class RedisResource(string name) : ServerResource(name)
{
    public override string ConnectionString => Given ?? $"{Host}:{Port},password={Password}";
}
