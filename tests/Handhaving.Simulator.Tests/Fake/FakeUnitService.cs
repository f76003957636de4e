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
            unit.Crew.Clear();
            unit.Availability = UnitAvailability.OffDuty;
            return new SignOffUnitResponse { Unit = platform.Commit(unit) };
        });

    /// <inheritdoc />
    public override Task<GetUnitResponse> GetUnit(GetUnitRequest request, ServerCallContext context) =>
        Task.FromResult(platform.Read(() => new GetUnitResponse { Unit = platform.Unit(request.Name).Clone() }).Result);

    /// <inheritdoc />
    public override Task<ListUnitsResponse> ListUnits(ListUnitsRequest request, ServerCallContext context)
    {
        var skip = request.PageToken.Length == 0 ? 0 : int.Parse(request.PageToken, null);
        var all = platform.Read(() => platform.Units.Values.Select(unit => unit.Clone()).ToList()).Result;
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
                if (Take(batch.Fixes[index]))
                    answer.AcceptedCount++;
                else
                    answer.Refusals.Add(new FixRefusal { Index = index, Reason = "UNKNOWN_UNIT" });
            await responseStream.WriteAsync(answer, context.CancellationToken);
        }
    }

    private bool Take(UnitFix fix) => platform.Do(() =>
    {
        if (!platform.Units.TryGetValue(fix.Unit, out var unit))
            return false;
        unit.LastFix = fix.Fix;
        return true;
    });
}
