using Grpc.Core;
using Handhaving.Dispatch.V1;

namespace Handhaving.Benchmarks.Bare;

/// <summary>Answers for an incident at once, whichever is asked for.</summary>
internal sealed class BareIncidents(AnsweredCalls calls) : IncidentService.IncidentServiceBase
{
    private static readonly GetIncidentResponse Answer = new()
    {
        Incident = new() { Name = "municipalities/0888/incidents/01900000-0000-7000-8000-000000000000", Number = "2026-000001", Type = "parking.nuisance", Priority = 3, Description = "auto op de stoep", State = IncidentState.Pending },
    };

    public override Task<GetIncidentResponse> GetIncident(GetIncidentRequest request, ServerCallContext context)
    {
        calls.Add();
        return Task.FromResult(Answer);
    }
}

/// <summary>How many calls were answered, so that a load which does not read its answers can be checked.</summary>
internal sealed class AnsweredCalls
{
    private long count;

    public long Count => Interlocked.Read(ref count);

    public void Add() => Interlocked.Increment(ref count);
}
