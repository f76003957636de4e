using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Handhaving.Dispatch.V1;

namespace Handhaving.Simulator.Fake;

/// <summary>Units in memory.</summary>
public sealed class FakeUnitService(FakePlatform platform, Once once) : UnitService.UnitServiceBase
{
    /// <inheritdoc />
    public override Task<SignOnUnitResponse> SignOnUnit(SignOnUnitRequest request, ServerCallContext context) =>
        once.DoAsync(request, request.RequestId, context, () =>
        {
            var unit = platform.Unit(request.Name);
            if (unit.Availability != UnitAvailability.OffDuty)
                throw Refusal.Of(StatusCode.FailedPrecondition, "UNIT_ALREADY_ON_DUTY", "Deze eenheid is al in dienst.");
            unit.Crew.AddRange(request.Crew);
            unit.Radio = request.Radio;
            unit.Availability = UnitAvailability.Available;
            unit.SignOnTime = Timestamp.FromDateTime(DateTime.UtcNow);
            return new SignOnUnitResponse { Unit = platform.Commit(unit) };
        });

    /// <inheritdoc />
    public override Task<SignOffUnitResponse> SignOffUnit(SignOffUnitRequest request, ServerCallContext context) =>
        once.DoAsync(request, request.RequestId, context, () =>
        {
            var unit = platform.Unit(request.Name);
            if (unit.Assignment.Length > 0)
                throw Refusal.Of(StatusCode.FailedPrecondition, "UNIT_HAS_ASSIGNMENT", "De eenheid is nog ingezet.");
            if (platform.Faults.ForgetsSigningOff)
                return new SignOffUnitResponse { Unit = unit.Clone() };
            unit.Crew.Clear();
            unit.Radio = "";
            unit.Availability = UnitAvailability.OffDuty;
            return new SignOffUnitResponse { Unit = platform.Commit(unit) };
        });

    /// <inheritdoc />
    public override Task<ChangeUnitActivityResponse> ChangeUnitActivity(ChangeUnitActivityRequest request, ServerCallContext context) =>
        once.DoAsync(request, request.RequestId, context, () =>
        {
            var unit = platform.Unit(request.Name);
            if (unit.Assignment.Length > 0)
                throw Refusal.Of(StatusCode.FailedPrecondition, "UNIT_HAS_ASSIGNMENT", "De eenheid is nog ingezet.");
            unit.Availability = request.Activity == UnitActivity.Break ? UnitAvailability.Break : UnitAvailability.Available;
            return new ChangeUnitActivityResponse { Unit = platform.Commit(unit) };
        });

    /// <inheritdoc />
    public override Task<GetUnitResponse> GetUnit(GetUnitRequest request, ServerCallContext context) =>
        Task.FromResult(platform.Read(() => new GetUnitResponse { Unit = platform.Unit(request.Name).Clone() }).Value);

    /// <inheritdoc />
    public override Task<ListUnitsResponse> ListUnits(ListUnitsRequest request, ServerCallContext context)
    {
        var skip = request.PageToken.Length == 0 ? 0 : int.Parse(request.PageToken, null);
        var all = platform.Read(() => platform.Units.Values.Select(unit => unit.Clone()).ToList()).Value;
        var answer = new ListUnitsResponse { NextPageToken = skip + 20 < all.Count ? $"{skip + 20}" : "" };
        answer.Units.AddRange(all.Skip(skip).Take(20));
        return Task.FromResult(answer);
    }

    /// <inheritdoc />
    public override Task<ReportPositionsResponse> ReportPositions(ReportPositionsRequest request, ServerCallContext context) =>
        Task.FromResult(new ReportPositionsResponse { AcceptedCount = request.Fixes.Count });

    /// <inheritdoc />
    public override async Task StreamPositions(
        IAsyncStreamReader<StreamPositionsRequest> requestStream, IServerStreamWriter<StreamPositionsResponse> responseStream, ServerCallContext context)
    {
        await foreach (var batch in requestStream.ReadAllAsync(context.CancellationToken))
        {
            var answer = new StreamPositionsResponse { Batch = batch.Batch };
            for (var index = 0; index < batch.Fixes.Count; index++)
                if (Refuse(batch.Fixes[index]) is { } reason)
                    answer.Refusals.Add(new FixRefusal { Index = index, Reason = reason });
                else
                    answer.AcceptedCount++;
            await responseStream.WriteAsync(answer, context.CancellationToken);
        }
    }

    /// <summary>Null when the position was taken: nobody goes 100 m at more than 70 m/s.</summary>
    private string? Refuse(UnitFix fix) => platform.Do(() =>
    {
        if (!platform.Units.TryGetValue(fix.Unit, out var unit))
            return "UNKNOWN_UNIT";
        if (unit.LastFix is { } last)
        {
            var meters = FakeGeometry.Meters(last.Position, fix.Fix.Position) - last.AccuracyMeters - fix.Fix.AccuracyMeters;
            var seconds = (fix.Fix.FixTime.ToDateTime() - last.FixTime.ToDateTime()).TotalSeconds;
            if (meters > 100 && meters / seconds > 70)
                return "IMPOSSIBLE_SPEED";
        }
        if (!platform.Faults.ForgetsPositions)
            unit.LastFix = fix.Fix;
        return null;
    });
}
