using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Handhaving.ServiceDefaults.Data;

/// <summary>Refuses to start when the login could see past row-level security, or a tenant table stands outside it.</summary>
public sealed class RoleCheck(Databases databases, DatabaseWait wait) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => wait.UntilAnsweredAsync(CheckAsync, cancellationToken);

    private async Task CheckAsync(CancellationToken cancellation)
    {
        await using var connection = await databases.Service.OpenConnectionAsync(cancellation);
        await using var command = new NpgsqlCommand("""
            select (select rolsuper or rolbypassrls from pg_roles where rolname = current_user),
                   array(select c.relname::text from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant' and not a.attisdropped
                         where n.nspname = 'public' and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity) order by 1),
                   array(select c.relname::text from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind in ('r', 'p') and pg_get_userbyid(c.relowner) = current_user order by 1)
            """, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        if (reader.GetBoolean(0)) throw new InvalidOperationException("The service's database login may bypass row-level security; give it a role of its own.");
        if (reader.GetFieldValue<string[]>(1) is { Length: > 0 } open) throw new InvalidOperationException($"Tables without forced row-level security: {string.Join(", ", open)}.");
        if (reader.GetFieldValue<string[]>(2) is { Length: > 0 } owned) throw new InvalidOperationException($"The service's database login owns tables: {string.Join(", ", owned)}.");
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
