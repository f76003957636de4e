
namespace Aspire.Hosting;

/// <summary>The servers that tests need, under the names by which they find them again.</summary>
internal static class TestServerVerbs
{
    public const string Postgres = "postgres", RabbitMQ = "messaging", Redis = "cache";

    public static void AddServersForTests(this IDistributedApplicationBuilder builder)
    {
        // Only PostgreSQL's directory is worth keeping: making it takes longer than starting it.
        builder.AddPostgres(Postgres).WithDataVolume();
        builder.AddRabbitMQ(RabbitMQ).WithManagementPlugin();
        builder.AddRedis(Redis);
    }
}
