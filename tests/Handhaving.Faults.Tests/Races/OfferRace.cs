using Grpc.Core;
using Handhaving.Dispatch.V1;
using Handhaving.Faults.Tests.Load;
using Handhaving.Simulator.Ledger;
using Handhaving.Simulator.Wire;
using Handhaving.Testing;

namespace Handhaving.Faults.Tests.Races;

/// <summary>One unit, and many incidents in all municipalities where it may work that want it at the same moment, in the name of several people, each at every replica; again and again.</summary>
/// <param name="desks">Whose offers race, and where; the first of them prepares the races.</param>
internal sealed class OfferRace(IReadOnlyList<RaceDesk> desks, Intentions intentions, Post post, int lane)
{
    public const int Rivals = 25;
    private readonly Simulator.Wire.Platform prepares = desks[0].Platform;
    private readonly List<Incident> incidents = [];
    private readonly HashSet<string> winners = [];

    /// <summary>One line for each round that did not have exactly one winner, and each loser that was not told who it was.</summary>
    public List<string> Wrong { get; } = [];

    public int Offers { get; private set; }

    /// <summary>Who won a round.</summary>
    public IReadOnlySet<string> Winners => winners;

    public async Task RunAsync(int rounds, CancellationToken cancellation)
    {
        await SignOnAsync(cancellation);
        incidents.AddRange(await Task.WhenAll(Enumerable.Range(0, Rivals).Select(rival => ReportAsync(rival, cancellation))));
        for (var round = 0; round < rounds; round++) await RunRoundAsync(round, cancellation);
        await SignOffAsync(cancellation);
    }

    private async Task RunRoundAsync(int round, CancellationToken cancellation)
    {
        var outcomes = await Task.WhenAll(incidents.Select((incident, rival) => OfferAsync(desks[rival % desks.Count], incident, $"{lane}/{round}/{rival}", cancellation)));
        Offers += outcomes.Length;
        var accepted = outcomes.Where(outcome => outcome.Won is not null).ToList();
        if (accepted.Count != 1)
        {
            Wrong.Add($"{post.Unit} round {round}: {accepted.Count} winners");
            return;
        }
        var (winner, won) = (accepted[0].Desk, accepted[0].Won ?? throw new InvalidOperationException("A winner without an answer."));
        winners.Add(winner.Subject);
        var expected = new Loss("UNIT_ALREADY_ASSIGNED", winner.Subject, won.Incident.Name);
        Wrong.AddRange(outcomes.Where(outcome => outcome.Lost is { } lost && lost != expected).Select(outcome => $"{post.Unit} round {round}: told {outcome.Lost}, the winner is {expected}"));
        await WithdrawAsync(won, $"{lane}/{round}", cancellation);
    }

    private async Task<(RaceDesk Desk, AssignUnitResponse? Won, Loss? Lost)> OfferAsync(RaceDesk desk, Incident incident, string key, CancellationToken cancellation)
    {
        var request = new AssignUnitRequest { Parent = incident.Name, Unit = post.Unit, Etag = incident.Etag, RequestId = intentions.To("AssignUnit", key).RequestId };
        try
        {
            return (desk, await desk.Platform.Caller.AskAsync("AssignUnit", options => desk.Platform.Assignments.AssignUnitAsync(request, options), cancellation), null);
        }
        catch (RefusedException refused)
        {
            var error = ((RpcException?)refused.InnerException)?.GetRpcStatus()?.GetDetail<Google.Rpc.ErrorInfo>();
            return (desk, null, new(refused.Reason, error?.Metadata.GetValueOrDefault("winner"), error?.Metadata.GetValueOrDefault("winnerIncident")));
        }
    }

    private async Task WithdrawAsync(AssignUnitResponse won, string key, CancellationToken cancellation)
    {
        var request = new WithdrawAssignmentRequest { Name = won.Assignment.Name, Reason = "volgende ronde", RequestId = intentions.To("WithdrawAssignment", key).RequestId };
        var answer = await prepares.Caller.AskAsync("WithdrawAssignment", options => prepares.Assignments.WithdrawAssignmentAsync(request, options), cancellation);
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
        return (await prepares.Caller.AskAsync("ReportIncident", options => prepares.Incidents.ReportIncidentAsync(request, options), cancellation)).Incident;
    }

    private async Task SignOnAsync(CancellationToken cancellation)
    {
        var request = new SignOnUnitRequest { Name = post.Unit, Crew = { post.Crew.Select(officer => new CrewMember { Officer = officer }) }, RequestId = intentions.To("SignOnUnit", post.Unit).RequestId };
        await prepares.Caller.AskAsync("SignOnUnit", options => prepares.Units.SignOnUnitAsync(request, options), cancellation);
    }

    private async Task SignOffAsync(CancellationToken cancellation)
    {
        var request = new SignOffUnitRequest { Name = post.Unit, RequestId = intentions.To("SignOffUnit", post.Unit).RequestId };
        await prepares.Caller.AskAsync("SignOffUnit", options => prepares.Units.SignOffUnitAsync(request, options), cancellation);
    }
}

/// <summary>Somebody at one replica.</summary>
internal sealed record RaceDesk(string Subject, Simulator.Wire.Platform Platform);

/// <summary>What a loser was told.</summary>
internal sealed record Loss(string Reason, string? Winner, string? WinnerIncident);
