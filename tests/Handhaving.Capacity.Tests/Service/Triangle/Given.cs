using Google.Protobuf.WellKnownTypes;

namespace Handhaving.Capacity.Tests.Service.Triangle;

/// <summary>Conflicts and decisions as people of the region bring them about.</summary>
internal static class Given
{
    public const string Sittard = "municipalities/1883";

    /// <summary>A request of Beek for more than the four that are free of the team at noon, waiting for a decision.</summary>
    public static async Task<V1.CapacityReservation> ConflictAsync(Person officer, DateTimeOffset noon, int count = 6, string function = "noodhulp", params string[] owners)
    {
        var asked = (await officer.Reservations.RequestDeploymentAsync(Asked.ToDecide(Asked.Id(), 1, Asked.Line(noon, count, function, 4, owners)), officer.Call)).Reservation;
        Assert.Equal(V1.ReservationState.InConflict, asked.State);
        return asked;
    }

    /// <summary>Of Sittard-Geleen, confirmed.</summary>
    public static async Task<V1.CapacityReservation> PromiseAsync(Person planner, DateTimeOffset noon, int count, string parent = Sittard)
    {
        var held = (await planner.Reservations.RequestDeploymentAsync(new(Asked.Request(Asked.Id(), 1, Asked.Line(noon, count))) { Parent = parent }, planner.Call)).Reservation;
        return (await planner.Reservations.ConfirmReservationAsync(new() { Name = held.Name, Etag = held.Etag, RequestId = Asked.Id() }, planner.Call)).Reservation;
    }

    public static async Task<V1.Conflict> ConflictOfAsync(Person reader, V1.CapacityReservation asked, string parent = Asked.Team)
    {
        var listed = (await reader.Triangle.ListConflictsAsync(new() { Parent = parent, PageSize = 1000 }, reader.Call)).Conflicts.Single(conflict => conflict.Reservation == asked.Name);
        return (await reader.Triangle.GetConflictAsync(new() { Name = listed.Name }, reader.Call)).Conflict;
    }

    public static V1.ProposeDecisionRequest Proposal(string conflict, V1.OptionKind kind) => new()
    {
        Conflict = conflict, Kind = kind, StartTime = DateTimeOffset.UtcNow.ToTimestamp(), EndTime = DateTimeOffset.UtcNow.AddDays(90).ToTimestamp(), Motive = "afgewogen tegen de prioriteiten", RequestId = Asked.Id(),
        AssistanceTeam = kind is V1.OptionKind.Assistance ? "Team Verkeer Limburg" : "",
    };

    /// <summary>On the agenda.</summary>
    public static Task<V1.Decision> ToVoteAsync(Person preparer, string conflict, V1.OptionKind kind) => ToVoteAsync(preparer, Proposal(conflict, kind));

    public static async Task<V1.Decision> ToVoteAsync(Person preparer, V1.ProposeDecisionRequest proposal)
    {
        return await ListedAsync(preparer, (await preparer.Triangle.ProposeDecisionAsync(proposal, preparer.Call)).Decision);
    }

    public static async Task<V1.Decision> ListedAsync(Person preparer, V1.Decision draft) => (await preparer.Triangle.PutOnAgendaAsync(new() { Name = draft.Name, Etag = draft.Etag, RequestId = Asked.Id() }, preparer.Call)).Decision;

    public static V1.CastVoteRequest Ballot(string decision, V1.TriangleRole role, V1.Stance stance = V1.Stance.For) => new() { Name = decision, Role = role, Stance = stance, Motive = "nodig", RequestId = Asked.Id() };

    public static async Task<V1.Decision> VoteAsync(Person voter, string decision, V1.TriangleRole role, V1.Stance stance = V1.Stance.For) => (await voter.Triangle.CastVoteAsync(Ballot(decision, role, stance), voter.Call)).Decision;

    /// <summary>Decided by the mayor of Beek and of those named, the prosecutor and the chief.</summary>
    public static async Task<V1.Decision> DecidedAsync(CapacityRegion region, V1.Decision decision, params string[] mayors)
    {
        foreach (var municipality in mayors.Prepend("0888")) await VoteAsync(Person.Mayor(region, municipality), decision.Name, V1.TriangleRole.Mayor);
        await VoteAsync(Person.Prosecutor(region), decision.Name, V1.TriangleRole.Prosecutor);
        return await VoteAsync(Person.PoliceChief(region), decision.Name, V1.TriangleRole.PoliceChief);
    }

    public static async Task<V1.CapacityReservation> SeenAsync(Person reader, string name) => (await reader.Reservations.GetReservationAsync(new() { Name = name }, reader.Call)).Reservation;

    /// <summary>Held, confirmed, waived and free of the first block of the function at noon, the same in all of the four hours.</summary>
    public static async Task<(int Held, int Confirmed, int Waived, int Free)> CountAsync(Person person, DateTimeOffset noon, string parent = Asked.Team + "/functions/noodhulp") =>
        Assert.Single((await person.Ledger.ListBlocksAsync(Asked.Blocks(noon, parent), person.Call)).Blocks.Select(block => (block.Held, block.Confirmed, block.Waived, block.Free)).Distinct());
}
