using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Reservations;
using Handhaving.Capacity.Triangle.Options;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Triangle.Decisions;

/// <summary>State of a decision: concept, geagendeerd, besloten and uitgevoerd in one, ingetrokken.</summary>
public enum DecisionState { Draft = 1, OnAgenda, Executed, Withdrawn }

/// <summary>A decision about a conflict (driehoekbesluit): an immutable value.</summary>
public sealed record TriangleDecision
{
    public required DecisionName Name { get; init; }

    /// <summary>Null when it is about none: it lowers a minimum.</summary>
    public ConflictName? Conflict { get; init; }
    public required DecisionChoice Choice { get; init; }

    /// <summary>As they were shown to those who vote; once it is carried out, as they were.</summary>
    public required Effects Effects { get; init; }
    public required Interval Validity { get; init; }
    public required string Motive { get; init; }
    public required DecisionState State { get; init; }

    /// <summary>Votes that it needs.</summary>
    public required IReadOnlyList<Seat> Seats { get; init; }
    public IReadOnlyList<Vote> Votes { get; init; } = [];
    public required string ProposedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public required string UpdatedBy { get; init; }
    public string WithdrawReason { get; init; } = "";

    /// <summary>Rises by one with each change, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>What an act on it locks.</summary>
    public string LockName => Conflict?.Value ?? Name.Value;

    public string Etag => $"\"{Version}\"";

    /// <summary>Everybody who must is for it.</summary>
    public bool IsCarried => Seats.All(seat => Votes.Any(vote => vote.Seat == seat && vote.Stance is Stance.For));

    public static TriangleDecision Draft(TenantId owner, WeighedOption option, Interval validity, string motive, IReadOnlyList<Seat> seats, CaseAct act) => new()
    {
        Name = new(owner, Guid.CreateVersion7(act.At)),
        Choice = option.Choice,
        Effects = option.Effects,
        Validity = validity,
        Motive = motive,
        State = DecisionState.Draft,
        Seats = seats,
        ProposedBy = act.By,
        CreatedAt = act.At,
        UpdatedAt = act.At,
        UpdatedBy = act.By,
        Version = 1,
    };

    public TriangleDecision PutOnAgenda(string etag, CaseAct act)
    {
        TriangleRules.Draft.Require(State is DecisionState.Draft, StateWords());
        RequireSeen(etag);
        return Next(act) with { State = DecisionState.OnAgenda };
    }

    public TriangleDecision Withdraw(string reason, string etag, CaseAct act)
    {
        TriangleRules.Undecided.Require(State is DecisionState.Draft or DecisionState.OnAgenda, StateWords());
        RequireSeen(etag);
        return Next(act) with { State = DecisionState.Withdrawn, WithdrawReason = reason };
    }

    /// <param name="seats">Those that the voter has in the role of the ballot; it takes one of them, the one that it had before.</param>
    public TriangleDecision Cast(Ballot ballot, IReadOnlyCollection<Seat> seats, CaseAct act)
    {
        TriangleRules.OnAgenda.Require(State is DecisionState.OnAgenda, StateWords());
        var before = Votes.FirstOrDefault(vote => vote.By == act.By)?.Seat;
        TriangleRules.OnePerson.Require(before is null || seats.Contains(before), before is null ? [] : Seat.WordsOf(before.Role));
        var taken = before ?? seats.FirstOrDefault(seat => Votes.All(vote => vote.Seat != seat)) ?? seats.First();
        return Next(act) with { Votes = [.. Votes.Where(vote => vote.Seat != taken), new Vote(taken, ballot.Stance, ballot.Motive, act.By, act.At)] };
    }

    /// <summary>Nobody votes for what has become worse than what was shown.</summary>
    /// <param name="now">Its effects as they are now.</param>
    public void RequireUpToDate(Effects now) =>
        TriangleRules.UpToDate.Require(Validity.End > UpdatedAt && !now.IsWorseThan(Effects) && now.OutsideOf(Validity) is null);

    /// <param name="now">Its effects as they are now.</param>
    public TriangleDecision Execute(Effects now)
    {
        RequireUpToDate(now);
        return this with { State = DecisionState.Executed, Effects = now };
    }

    private TriangleDecision Next(CaseAct act) => this with { UpdatedAt = act.At, UpdatedBy = act.By, Version = Version + 1 };

    private void RequireSeen(string etag) => Reasons.EtagMismatch.Require(etag == Etag, ("name", Name.Value));

    private (string, string)[] StateWords() => State switch
    {
        DecisionState.Draft => [("state", "DRAFT"), ("stateLabel", "concept")],
        DecisionState.OnAgenda => [("state", "ON_AGENDA"), ("stateLabel", "geagendeerd")],
        DecisionState.Executed => [("state", "EXECUTED"), ("stateLabel", "besloten en uitgevoerd")],
        DecisionState.Withdrawn => [("state", "WITHDRAWN"), ("stateLabel", "ingetrokken")],
        _ => throw new InvalidOperationException($"{State} has no words."),
    };
}
