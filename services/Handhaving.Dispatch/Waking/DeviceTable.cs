using Handhaving.Dispatch.Units;
using Npgsql;

namespace Handhaving.Dispatch.Waking;

/// <summary>Statements on the devices of crews.</summary>
internal static class DeviceTable
{
    private const int MostOfOfficer = 5;

    public static NpgsqlBatchCommand Put(UnitName unit, string officer, Device device) => new("""
        insert into device (tenant, unit, officer, endpoint, public_key, auth_secret) values ($1, $2, $3, $4, $5, $6)
        on conflict (officer, endpoint) do update set unit = excluded.unit, public_key = excluded.public_key, auth_secret = excluded.auth_secret, registered_at = now()
        """)
    {
        Parameters =
        {
            new() { Value = unit.Owner.Value }, new() { Value = unit.Value }, new() { Value = officer },
            new() { Value = device.Endpoint.AbsoluteUri }, new() { Value = device.PublicKey }, new() { Value = device.AuthSecret },
        },
    };

    /// <summary>The oldest beyond so many as one person carries go.</summary>
    public static NpgsqlBatchCommand Trim(string officer) => new($"delete from device where officer = $1 and endpoint not in (select endpoint from device where officer = $1 order by registered_at desc limit {MostOfOfficer})")
    {
        Parameters = { new() { Value = officer } },
    };

    public static NpgsqlBatchCommand Forget(string officer, Uri endpoint) => new("delete from device where officer = $1 and endpoint = $2")
    {
        Parameters = { new() { Value = officer }, new() { Value = endpoint.AbsoluteUri } },
    };

    public static NpgsqlBatchCommand OfUnit(UnitName unit) => new("select endpoint, public_key, auth_secret from device where unit = $1")
    {
        Parameters = { new() { Value = unit.Value } },
    };

    /// <summary>The push service does not know it any more.</summary>
    public static NpgsqlBatchCommand Drop(UnitName unit, Uri endpoint) => new("delete from device where unit = $1 and endpoint = $2")
    {
        Parameters = { new() { Value = unit.Value }, new() { Value = endpoint.AbsoluteUri } },
    };
}
