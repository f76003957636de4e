using Google.Protobuf.WellKnownTypes;
using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Ledger;
using Handhaving.Capacity.Reservations;
using Handhaving.Capacity.Triangle.Decisions;
using Handhaving.Capacity.Triangle.Options;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Capacity.Triangle;

/// <summary>Decisions on the wire; enums have the same numbers there.</summary>
internal static class DecisionWire
{
    public static DecisionProposed FromWire(V1.ProposeDecisionRequest request) =>
        new((OptionKind)request.Kind, [.. request.Displaced.Select(name => ReservationName.Parse(name) ?? throw new NotFound(name))], request.AssistanceTeam, LedgerWire.FromWire(request.StartTime, request.EndTime), request.Motive);

    public static Ballot FromWire(V1.CastVoteRequest request) => new((TriangleRole)request.Role, (Stance)request.Stance, request.Motive);

    public static V1.Decision ToWire(TriangleDecision decision) => new()
    {
        Name = decision.Name.Value,
        Conflict = decision.Conflict?.Value ?? "",
        Option = ToWire(decision.Choice, decision.Effects),
        StartTime = decision.Validity.Start.ToTimestamp(),
        EndTime = decision.Validity.End.ToTimestamp(),
        Motive = decision.Motive,
        State = (V1.DecisionState)decision.State,
        Votes = { decision.Seats.Select(seat => ToWire(seat, decision.Votes.SingleOrDefault(vote => vote.Seat == seat))) },
        ProposedBy = decision.ProposedBy,
        CreateTime = decision.CreatedAt.ToTimestamp(),
        UpdateTime = decision.UpdatedAt.ToTimestamp(),
        UpdatedBy = decision.UpdatedBy,
        WithdrawReason = decision.WithdrawReason,
        Etag = decision.Etag,
    };

    public static V1.DecisionOption ToWire(DecisionChoice choice, Effects effects) => new()
    {
        Kind = (V1.OptionKind)choice.Kind,
        Displaced = { choice.Displaced.Select(name => name.Value) },
        ShiftSeconds = (long)choice.Shift.TotalSeconds,
        GivenCounts = { choice.Given },
        AssistanceTeam = choice.AssistanceTeam,
        Function = choice.Lowered?.Function ?? "",
        Minimum = choice.Lowered?.Minimum ?? 0,
        Effects = ToWire(effects),
    };

    private static V1.DecisionEffects ToWire(Effects effects) => new()
    {
        Obstacle = (V1.OptionObstacle)(effects.Obstacle ?? 0),
        Breaches = { effects.BelowWaterline.Select(ToWire) },
        Displaced = { effects.Displaced.Select(name => name.Value) },
        AskedCount = effects.Asked,
        GivenCount = effects.Given,
        NotGivenCount = effects.NotGiven,
        DistrictHours = effects.DistrictHours,
        NotDone = { effects.NotDone.Select(ToWire) },
        Priorities = { effects.Priorities.Select(theme => new V1.PriorityEffect { Theme = theme.Theme, DisplayName = theme.DisplayName, Weight = theme.Weight, Hours = theme.Hours }) },
    };

    private static V1.WaterlineBreach ToWire(Stretch stretch) => new()
    {
        Function = stretch.Function,
        StartTime = stretch.Interval.Start.ToTimestamp(),
        EndTime = stretch.Interval.End.ToTimestamp(),
        Count = stretch.Count,
    };

    private static V1.NotDone ToWire(NotDone notDone) => new()
    {
        Kind = (V1.NotDoneKind)notDone.Kind,
        Reservation = notDone.Reservation.Value,
        CaseId = notDone.CaseId,
        Owner = notDone.Owner.Name,
        Function = notDone.Function,
        Count = notDone.Count,
        StartTime = notDone.Interval.Start.ToTimestamp(),
        EndTime = notDone.Interval.End.ToTimestamp(),
    };

    private static V1.TriangleVote ToWire(Seat seat, Vote? vote) => new()
    {
        Role = (V1.TriangleRole)seat.Role,
        Owner = seat.Of.Name,
        Stance = vote is null ? V1.Stance.Unspecified : (V1.Stance)vote.Stance,
        Motive = vote?.Motive ?? "",
        VotedBy = vote?.By ?? "",
        VoteTime = vote?.At.ToTimestamp(),
    };
}
