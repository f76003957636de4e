using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>The verbs for PostgreSQL, RabbitMQ and Redis.</summary>
public static class ServerVerbs
{
    public static IResourceBuilder<PostgresServerResource> AddPostgres(
        this IDistributedApplicationBuilder builder,
        string name,
        IResourceBuilder<ParameterResource>? userName = null,
        IResourceBuilder<ParameterResource>? password = null,
        int? port = null) =>
        builder.AddResource(new PostgresServerResource(name)
        {
            UserParameter = userName,
            PasswordParameter = password,
            FixedPort = port,
            Given = ApplicationBuilder.Of(builder).Given.ConnectionString(name),
        });

    public static IResourceBuilder<PostgresDatabaseResource> AddDatabase(
        this IResourceBuilder<PostgresServerResource> builder, string name, string? databaseName = null)
    {
        var application = ApplicationBuilder.Of(builder.ApplicationBuilder);
        var database = new PostgresDatabaseResource(name, databaseName ?? name, builder.Resource)
        {
            Given = application.Given.ConnectionString(name) ?? application.Given.ConnectionString(databaseName ?? name),
        };
        builder.Resource.Databases.Add(database);
        return application.AddResource(database);
    }

    public static IResourceBuilder<RabbitMQServerResource> AddRabbitMQ(
        this IDistributedApplicationBuilder builder,
        string name,
        IResourceBuilder<ParameterResource>? userName = null,
        IResourceBuilder<ParameterResource>? password = null,
        int? port = null) =>
        builder.AddResource(new RabbitMQServerResource(name)
        {
            UserParameter = userName,
            PasswordParameter = password,
            FixedPort = port,
            Given = ApplicationBuilder.Of(builder).Given.ConnectionString(name),
        });

    public static IResourceBuilder<RabbitMQServerResource> WithManagementPlugin(this IResourceBuilder<RabbitMQServerResource> builder)
    {
        builder.Resource.HasManagement = true;
        return builder;
    }

    public static IResourceBuilder<RedisResource> AddRedis(this IDistributedApplicationBuilder builder, string name, int? port = null) =>
        builder.AddResource(new RedisResource(name) { FixedPort = port, Given = ApplicationBuilder.Of(builder).Given.ConnectionString(name) });

    /// <summary>Keeps the server's data from one start to the next; the directory is always the instance's own.</summary>
    public static IResourceBuilder<T> WithDataVolume<T>(this IResourceBuilder<T> builder, string? name = null, bool isReadOnly = false)
        where T : ServerResource
    {
        if (name is not null || isReadOnly)
            throw new DistributedApplicationException("A private server has one data directory of its own: neither a volume's name nor read-only applies.");
        builder.Resource.KeepsData = true;
        return builder;
    }
}
