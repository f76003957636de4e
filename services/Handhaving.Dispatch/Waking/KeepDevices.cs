using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Data;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Handhaving.Dispatch.Waking;

/// <summary>Which devices may be woken for a unit: those of its crew that asked, until the duty ends.</summary>
public sealed class KeepDevices(DispatchDb db, PushOptions options, TimeProvider clock)
{
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">NOT_YOUR_UNIT, PUSH_NOT_CONFIGURED, PUSH_SERVICE_UNKNOWN, PUSH_KEY_INVALID.</exception>
    public Task RegisterAsync(UnitName unit, Device device, Call call, RequestKey request, CancellationToken cancellation)
    {
        PushRules.Configured.Require(options.IsConfigured);
        PushRules.KnownService.Require(options.Knows(device.Endpoint), ("service", device.Endpoint.Host));
        PushRules.ValidKey.Require(PushMessage.CanBeFor(device));
        return WriteAsync(unit, call, request, [DeviceTable.Put(unit, call.Caller.Subject, device), DeviceTable.Trim(call.Caller.Subject)], cancellation);
    }

    public Task ForgetAsync(UnitName unit, Uri endpoint, Call call, RequestKey request, CancellationToken cancellation) =>
        WriteAsync(unit, call, request, [DeviceTable.Forget(call.Caller.Subject, endpoint)], cancellation);

    private async Task WriteAsync(UnitName unit, Call call, RequestKey request, IReadOnlyList<NpgsqlBatchCommand> statements, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        await work.LockAsync([unit.Value], cancellation); // of a sign-off at once, one sees the other
        if (await work.AnswerAgainAsync<Kept>(call, request, unit.Value, now, cancellation) is not null) return;
        if (!await db.Units.AsNoTracking().AnyAsync(row => row.Name == unit.Value, cancellation)) throw new NotFound(unit.Value);
        AssignmentRules.YourUnit.Require(await db.DutyMembers.AsNoTracking().AnyAsync(member => member.Officer == call.Caller.Subject && member.Unit == unit.Value, cancellation));
        await using var batch = work.Batch();
        foreach (var statement in statements) batch.BatchCommands.Add(statement);
        await batch.ExecuteNonQueryAsync(cancellation);
        work.TrailOf(call.Owner).Audit(AuditLine.Of(call, unit.Value, now, 0));
        await work.CommitAsync(call.Owner, request, new Kept(), cancellation);
    }

    /// <summary>Nothing but that it was done.</summary>
    private sealed record Kept;
}
