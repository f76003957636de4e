using Grpc.Core;
using Handhaving.Dispatch.V1;

namespace Handhaving.Simulator.Wire;

/// <summary>The services of the platform as the gateway offers them, and the caller that carries calls to them.</summary>
public sealed class Platform(ChannelBase channel, Caller caller)
{
    /// <summary>Carries calls.</summary>
    public Caller Caller => caller;

    /// <summary>Reports and incidents.</summary>
    public IncidentService.IncidentServiceClient Incidents { get; } = new(channel);

    /// <summary>Units on incidents.</summary>
    public AssignmentService.AssignmentServiceClient Assignments { get; } = new(channel);

    /// <summary>Units on duty.</summary>
    public UnitService.UnitServiceClient Units { get; } = new(channel);

    /// <summary>The live board.</summary>
    public BoardService.BoardServiceClient Board { get; } = new(channel);

    /// <summary>Reads an incident as it is now.</summary>
    public async Task<Incident> GetIncidentAsync(string name, CancellationToken cancellation)
    {
        var request = new GetIncidentRequest { Name = name };
        return (await caller.AskAsync("GetIncident", options => Incidents.GetIncidentAsync(request, options), cancellation)).Incident;
    }

    /// <summary>Reads a unit as it is now.</summary>
    public async Task<Unit> GetUnitAsync(string name, CancellationToken cancellation)
    {
        var request = new GetUnitRequest { Name = name };
        return (await caller.AskAsync("GetUnit", options => Units.GetUnitAsync(request, options), cancellation)).Unit;
    }
}
