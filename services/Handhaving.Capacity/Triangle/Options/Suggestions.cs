using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Reservations;

namespace Handhaving.Capacity.Triangle.Options;

/// <summary>An option with its effects.</summary>
public sealed record WeighedOption(DecisionChoice Choice, Effects Effects);

/// <summary>All options about a conflict, each with the effects that it would have now.</summary>
public static class Suggestions
{
    /// <summary>So many are tried to make place: each is weighed with all that was named before it, and whoever reads a conflict waits for that.</summary>
    public const int MostDisplaced = 40;

    /// <summary>What can be decided about a conflict.</summary>
    public static IReadOnlyList<OptionKind> Kinds { get; } = [OptionKind.Approve, OptionKind.Displace, OptionKind.Reduce, OptionKind.Move, OptionKind.Refuse, OptionKind.Assistance];

    public static IReadOnlyList<WeighedOption> Of(Situation situation, DateTimeOffset now) => [.. Kinds.Select(kind => Of(situation, Choose(situation, kind, now), now))];

    public static WeighedOption Of(Situation situation, DecisionChoice choice, DateTimeOffset now) => new(choice, Weighing.Of(situation, choice, default, new("", now)).Effects);

    /// <summary>The least that solves it, by this kind of option.</summary>
    public static DecisionChoice Choose(Situation situation, OptionKind kind, DateTimeOffset now) => DecisionChoice.Of(kind) with
    {
        Displaced = kind is OptionKind.Displace ? Displaceable(situation, now) : [],
        Shift = kind is OptionKind.Move ? OtherTime.Of(situation, now) : TimeSpan.Zero,
        Given = kind is OptionKind.Reduce or OptionKind.Assistance ? MostFree(situation) : [],
    };

    // What is only held goes before what is promised, the newest first; whoever turns out not to be needed stays.
    private static List<ReservationName> Displaceable(Situation situation, DateTimeOffset now)
    {
        bool Solves(IReadOnlyList<ReservationName> named) => Of(situation, DecisionChoice.Of(OptionKind.Displace) with { Displaced = named }, now).Effects.Feasible;

        List<ReservationName> named = [];
        foreach (var candidate in situation.Competing.Where(reservation => reservation.Case != situation.AskedOne?.Case).OrderBy(reservation => reservation.IsPromise).Take(MostDisplaced))
        {
            if (Solves(named)) break;
            named.Add(candidate.Name);
        }
        if (!Solves(named)) return [];
        foreach (var name in named.ToArray())
            if (named.Except([name]).ToArray() is var fewer && Solves(fewer)) named = [.. fewer];
        return named;
    }

    // In the order of the lines, each the most that is free in all its blocks.
    private static List<int> MostFree(Situation situation)
    {
        if (situation.AskedOne is not { } asked) return [];
        var own = situation.CaseOf(asked).Count.Promised;
        var taken = Claims.Of(asked.Lines.Where(line => !situation.Awaits(line)).SelectMany(line => line.Claims()));
        List<int> given = [];
        foreach (var line in asked.Lines)
        {
            var most = situation.Awaits(line) ? line.KeysAt(situation.Owner).Min(key => own[key] + Math.Max(0, situation.CountAt(key).Free) - taken[key]) : 0;
            given.Add(Math.Clamp(most, 0, line.Count));
            if (given[^1] > 0) taken += Claims.Of(line.KeysAt(situation.Owner).Select(key => (key, given[^1])));
        }
        return given;
    }
}
