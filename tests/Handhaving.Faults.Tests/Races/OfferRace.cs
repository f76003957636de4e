using Grpc.Core;
using Handhaving.Dispatch.V1;
using Handhaving.Faults.Tests.Load;
using Handhaving.Simulator.Ledger;
using Handhaving.Simulator.Wire;
using Handhaving.Testing;

namespace Handhaving.Faults.Tests.Races;

/// <summary>One unit, and many incidents in all municipalities where it may work that want it at the same moment, half of them at each replica; again and again.</summary>
internal sealed class OfferRace(IReadOnlyList<Simulator.Wire.Platform> replicas, Intentions intentions, Post post, int lane)
{
    public const int Rivals = 25;
    private readonly List<Incident> incidents = [];

    /// <summary>One line for each round that did not have exactly one winner, and each loser that was not told who it was.</summary>
    public List<string> Wrong { get; } = [];

    public int Offers { get; private set; }

    public async Task RunAsync(int rounds, CancellationToken cancellation)
    {
        await SignOnAsync(cancellation);
        incidents.AddRange(await Task.WhenAll(Enumerable.Range(0, Rivals).Select(rival => ReportAsync(rival, cancellation))));
        for (var round = 0; round < rounds; round++) await RunRoundAsync(round, cancellation);
        await SignOffAsync(cancellation);
    }

    private async Task RunRoundAsync(int round, CancellationToken cancellation)
    {
        var outcomes = await Task.WhenAll(incidents.Select((incident, rival) => OfferAsync(replicas[rival % replicas.Count], incident, $"{lane}/{round}/{rival}", cancellation)));
        Offers += outcomes.Length;
        var winners = outcomes.Where(outcome => outcome.Won is not null).ToList();
        if (winners.Count != 1)
        {
            Wrong.Add($"{post.Unit} round {round}: {winners.Count} winners");
            return;
        }
        var won = winners[0].Won ?? throw new InvalidOperationException("A winner without an answer.");
        var expected = new Loss("UNIT_ALREADY_ASSIGNED", won.Assignment.AssignedBy, won.Incident.Name);
        Wrong.AddRange(outcomes.Where(outcome => outcome.Lost is { } lost && lost != expected).Select(outcome => $"{post.Unit} round {round}: told {outcome.Lost}, the winner is {expected}"));
        await WithdrawAsync(won, $"{lane}/{round}", cancellation);
    }

    private async Task<(AssignUnitResponse? Won, Loss? Lost)> OfferAsync(Simulator.Wire.Platform replica, Incident incident, string key, CancellationToken cancellation)
    {
        var request = new AssignUnitRequest { Parent = incident.Name, Unit = post.Unit, Etag = incident.Etag, RequestId = intentions.To("AssignUnit", key).RequestId };
        try
        {
            return (await replica.Caller.AskAsync("AssignUnit", options => replica.Assignments.AssignUnitAsync(request, options), cancellation), null);
        }
        catch (RefusedException refused)
        {
            var error = ((RpcException?)refused.InnerException)?.GetRpcStatus()?.GetDetail<Google.Rpc.ErrorInfo>();
            return (null, new(refused.Reason, error?.Metadata.GetValueOrDefault("winner"), error?.Metadata.GetValueOrDefault("winnerIncident")));
        }
    }

    private async Task WithdrawAsync(AssignUnitResponse won, string key, CancellationToken cancellation)
    {
        var request = new WithdrawAssignmentRequest { Name = won.Assignment.Name, Reason = "volgende ronde", RequestId = intentions.To("WithdrawAssignment", key).RequestId };
        var answer = await replicas[0].Caller.AskAsync("WithdrawAssignment", options => replicas[0].Assignments.WithdrawAssignmentAsync(request, options), cancellation);
        incidents[incidents.FindIndex(incident => incident.Name == answer.Incident.Name)] = answer.Incident;
    }

    private async Task<Incident> ReportAsync(int rival, CancellationToken cancellation)
    {
        var municipality = post.Area[rival % post.Area.Count];
        var (latitude, longitude) = Markets.Of(municipality);
        var request = new ReportIncidentRequest
        {
            Parent = $"municipalities/{municipality}",
            Incident = new() { Source = IncidentSource.Phone, Type = "parking.nuisance", Priority = 3, Location = new() { Position = new() { Latitude = latitude, Longitude = longitude } } },
            RequestId = intentions.To("ReportIncident", $"{lane}/{rival}").RequestId,
        };
        return (await replicas[0].Caller.AskAsync("ReportIncident", options => replicas[0].Incidents.ReportIncidentAsync(request, options), cancellation)).Incident;
    }

    private async Task SignOnAsync(CancellationToken cancellation)
    {
        var request = new SignOnUnitRequest { Name = post.Unit, Crew = { post.Crew.Select(officer => new CrewMember { Officer = officer }) }, RequestId = intentions.To("SignOnUnit", post.Unit).RequestId };
        await replicas[0].Caller.AskAsync("SignOnUnit", options => replicas[0].Units.SignOnUnitAsync(request, options), cancellation);
    }

    private async Task SignOffAsync(CancellationToken cancellation)
    {
        var request = new SignOffUnitRequest { Name = post.Unit, RequestId = intentions.To("SignOffUnit", post.Unit).RequestId };
        await replicas[0].Caller.AskAsync("SignOffUnit", options => replicas[0].Units.SignOffUnitAsync(request, options), cancellation);
    }
}

/// <summary>What a loser was told.</summary>
internal sealed record Loss(string Reason, string? Winner, string? WinnerIncident);
